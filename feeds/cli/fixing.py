"""`feeds check --fix` and `--diff`: what can be repaired safely, shown and written."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.errors import FeedsError, UsageError

if TYPE_CHECKING:
    from feeds.wording import Wording

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


STDOUT = Path("-")


def repair(
    names: Iterable[str],
    *,
    write: bool,
    put: Path | None,
    timezone: str | None,
    to_stderr: bool,
    say: Wording,
) -> bool:
    """Shows what is repaired in files and folders, and writes it if asked to; whether there was anything.

    It is written in the files' places, or, where there is one, into `put`.

    Raises:
        UsageError: what is named is no file, or there is no such time zone.
        FeedsError: a file cannot be read or written.
    """
    from feeds.checking.fixing import fixed
    from feeds.intake.dates import zone

    if timezone is not None:
        zone(timezone)
    changed = False
    files = list(_files(names))
    if put is not None and len(files) != 1:
        raise UsageError("--fix --output writes one document", hint="Name one file, or leave out --output.")
    for file in files:
        data = _content(file)
        result = fixed(data, zone=timezone)
        if result.trouble:
            why = say("not repaired: {reason}", reason=say.said(result.trouble))
            click.echo(f"feeds: {file}: {why}", err=True)
        if result.data != data:
            changed = True
            for line in _difference(str(file), data, result.data, say):
                click.secho(line, fg=_COLOURS.get(line[:1]), err=to_stderr)
            if write and put is None:
                _write(file, result.data)
        if put is not None:
            _put(put, result.data)
    return changed


def _put(place: Path, data: bytes) -> None:
    try:
        if place == STDOUT:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            place.write_bytes(data)
    except OSError as error:
        raise FeedsError(f"{place} cannot be written: {error.strerror}") from None


def _files(names: Iterable[str]) -> Iterator[Path]:
    from feeds.inspection.folders import documents
    from feeds.inspection.gathering import STDIN, is_address

    for name in names:
        if is_address(name) or name == STDIN:
            raise UsageError(f"{name} cannot be repaired in its place", hint="Save it as a file first.")
        path = Path(name)
        yield from documents(path) if path.is_dir() else [path]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FeedsError(f"{file}: {error.strerror}") from None


def _difference(name: str, before: bytes, after: bytes, say: Wording) -> Iterator[str]:
    from feeds.checking.excerpts import printable
    from feeds.checking.xml.source import readable

    old, new = (readable(data).decode("utf-8", "replace").splitlines() for data in (before, after))
    was, becomes = f"{name} ({say('as it is')})", f"{name} ({say('repaired')})"
    found = [printable(line) for line in unified_diff(old, new, was, becomes, lineterm="")]
    if not found:
        found = [f"--- {was}", f"+++ {becomes}", f"@@ {say('the encoding, or a byte order mark')} @@"]
    yield from found


def _write(file: Path, data: bytes) -> None:
    """Puts new content in a file's place in one step, its permissions kept."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as written:
            written.write(data)
        Path(name).chmod(file.stat().st_mode & 0o7777)
        Path(name).replace(file)
    except OSError as error:
        raise FeedsError(f"{file} cannot be written: {error.strerror}") from None
