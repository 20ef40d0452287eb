"""Files of a source, from disk: patterns expanded, contents read within limits, or the reason why not."""

from __future__ import annotations

import errno
import glob
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from feeds.intake.draft import Rejection
from feeds.intake.encoding import LIMIT

_WILD = re.compile(r"[*?\[]")

_REASONS = {
    errno.ENOENT: "is not there",
    errno.EACCES: "may not be read: permission is denied",
    errno.EPERM: "may not be read: permission is denied",
    errno.ELOOP: "is a link that leads to itself",
    errno.ENAMETOOLONG: "has a name that is too long",
    errno.EIO: "cannot be read: the disk reports an error",
}


def contents(
    pattern: str, folder: str | Path = "", limit: int = LIMIT
) -> Iterator[tuple[str, bytes | Rejection]]:
    """The files that a pattern names, in the order of their names, each with its bytes.

    `*`, `?`, `[…]` match as in a shell and `**` any folders; relative patterns are below `folder`.
    A folder stands for all files below it. What cannot be read, is missing or holds more than `limit`
    bytes comes with a rejection; that a pattern matches nothing in a folder that is there, is none.
    """
    for path in expand(pattern, folder):
        yield path, content(path, limit)


def expand(pattern: str, folder: str | Path = "") -> list[str]:
    """The paths that a pattern names; one without wildcards names itself, there or not."""
    place = str(Path(folder, pattern)) if str(folder) else pattern
    if not _WILD.search(pattern) or os.path.exists(place):  # noqa: PTH110  (answers no where Path raises)
        return _in_folder(place) or [place]
    found = glob.glob(pattern, root_dir=folder or None, recursive=True)  # noqa: PTH207  (root_dir, and str)
    paths = sorted(str(Path(folder, path)) if str(folder) else path for path in found)
    above = str(Path(folder, fixed_part(pattern)))
    return [path for path in paths if _is_file(path)] or ([] if _is_folder(above) else [above])


def _is_file(path: str) -> bool:
    """Whether a path names a file, or a link to nothing, which is to be told of; pipes are passed over."""
    place = Path(path)
    return place.is_file() or (place.is_symlink() and not place.exists())


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  (answers no where Path raises)


def fixed_part(pattern: str) -> str:
    """The folder that a pattern looks below: all before its first wildcard."""
    parts = pattern.split("/")
    wild = next((n for n, part in enumerate(parts) if _WILD.search(part)), len(parts) - 1)
    return "/".join(parts[:wild]) or ("/" if pattern.startswith("/") else ".")


def _in_folder(place: str) -> list[str]:
    """The files below a folder, what has a dot in front of its name left out; [] for what is none."""
    found: list[str] = []
    try:
        for folder, inner, names in os.walk(place):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            paths = (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118
            found += sorted(path for path in paths if _is_file(path))
    except ValueError:
        return []
    return found


def content(path: str, limit: int = LIMIT) -> bytes | Rejection:
    """A file's bytes, or why they cannot be had."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)
    except IsADirectoryError:
        return Rejection(code="unreadable", reason="is a folder that holds no files", file=path)
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    if len(data) > limit:
        size = f"{limit // 2**20} MiB" if limit >= 2**20 else f"{limit} bytes"
        return Rejection(code="too-large", reason=f"holds more than {size}", file=path)
    return data


def modified(path: str) -> datetime | None:
    """When a file was last changed, to the second, in UTC; None where that cannot be told."""
    try:
        return datetime.fromtimestamp(int(Path(path).stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _unreadable(path: str, error: OSError | ValueError) -> Rejection:
    number = getattr(error, "errno", None)
    said = _REASONS.get(number or 0) or f"cannot be read: {getattr(error, 'strerror', None) or error}"
    code = "missing" if number == errno.ENOENT else "unreadable"
    return Rejection(code=code, reason=said, file=path)


def listed(text: str) -> Iterator[tuple[str, str | None]]:
    """The files that a list names, one a line; behind a tab may stand the record's address."""
    for line in text.split("\n"):
        path, _, address = line.rstrip("\r").partition("\t")
        if path.strip():
            yield path, address.strip() or None
