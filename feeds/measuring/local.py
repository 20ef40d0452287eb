"""Looks at files that lie in folders here, by what their addresses begin with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from msgspec.structs import replace

from feeds.archive.media import KnownFile
from feeds.measuring.look import Look
from feeds.media import sniff
from feeds.media.facts import Facts, More, Unfit


class Folders:
    """Folders by the beginnings of the addresses at which their files are served."""

    def __init__(self, folders: Mapping[str, str]) -> None:
        self._folders = sorted(folders.items(), key=lambda pair: -len(pair[0]))

    def file(self, url: str) -> Path | None:
        """The file of an address; None where no folder has it. Nothing outside of the folders is a file."""
        for beginning, folder in self._folders:
            if url.startswith(beginning):
                rest = unquote(url[len(beginning) :].partition("?")[0].partition("#")[0])
                if (found := _within(Path(folder), rest.lstrip("/"))) is not None:
                    return found
        return None


def _within(folder: Path, rest: str) -> Path | None:
    try:
        root = folder.resolve()
        found = (root / rest).resolve()
        return found if found.is_relative_to(root) and found.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def look(path: Path, file: KnownFile) -> Look:
    """Looks at a file; only whether it is as it was, where that is known of it."""
    try:
        status = path.stat()
        mark = f"{status.st_mtime_ns}-{status.st_size}"
        if mark == file.etag and file.problem is None:
            return Look(same=True)
        reading = _read(path)
    except OSError as error:
        return Look(problem=f"cannot be read: {error.strerror or error}")
    if isinstance(reading, Unfit):
        return Look(problem=reading.reason, lasting=True)
    return Look(replace(reading, length=status.st_size), etag=mark)


def _read(path: Path) -> Facts | Unfit:
    with path.open("rb") as file:
        head, whole = b"", False
        while True:
            reading = sniff.read(head, whole=whole)
            if not isinstance(reading, More):
                return reading
            head += file.read(reading.until - len(head))
            whole = len(head) < reading.until
