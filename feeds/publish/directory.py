"""Editions in a directory: each file changes in one step, and only when its content does."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from feeds.archive.editions import Edition
from feeds.errors import PublishError
from feeds.publish.codings import ALL, CODINGS, packed
from feeds.publish.output import Mark, Piece

ENDINGS = frozenset(coding.ending for coding in CODINGS.values())

OF_PARTS = ("gzip",)
"""The codings that parts of a large feed are kept in: crawlers ask for no other."""


class Directory:
    """A directory that is served as it is, each document beside its packed siblings.

    New content is written beside the directory and renamed into it, so that the directory never
    holds anything but whole editions, whenever the program is killed. Siblings have their
    document's time, so that one that was left behind is told.
    """

    def __init__(self, root: Path, codings: Sequence[str] = ALL) -> None:
        self.root = root
        self.codings = tuple(codings)
        self._staging = root.parent / f".{root.name}.staging"
        self._numbers = count()

    def mark(self, path: str) -> Mark | None:
        """How the document at `path` is now; None where it, or a sibling of it, is not there."""
        try:
            found = (self.root / path).stat()
            siblings = [(self.root / (path + ending)).stat() for ending in self._endings(path)]
        except OSError:
            return None
        if any(sibling.st_mtime_ns != found.st_mtime_ns for sibling in siblings):
            return None
        return Mark(found.st_size, found.st_mtime_ns)

    def local(self, path: str) -> Path:
        """The file that is the document at `path`."""
        return self.root / path

    def _endings(self, path: str) -> list[str]:
        """The endings of a document's siblings, as far as its path tells; a part's one is among them."""
        return [CODINGS[name].ending for name in OF_PARTS if name in self.codings]

    def read(self, path: str) -> bytes | None:
        """The document at `path`; None where it cannot be had."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def put(self, edition: Edition, pieces: Sequence[Piece], modified: int | None = None) -> Mark:
        """Makes the pieces, one behind the other, the edition's document, if it is not so already.

        `modified` is the time that the file is to have, in nanoseconds; now, if it is not given.

        Raises:
            PublishError: it cannot be written.
        """
        path = edition.document
        file = self.root / path
        try:
            if (before := self.as_before(path, pieces)) is not None:
                return before
            file.parent.mkdir(parents=True, exist_ok=True)
            self._staging.mkdir(parents=True, exist_ok=True)
            moment = time.time_ns() if modified is None else modified
            codings = self.codings if edition.document == edition.feed else OF_PARTS
            siblings = packed([name for name in codings if name in self.codings], pieces)
            self._replace(
                [(file, pieces), *((_beside(file, e), [data]) for e, data in siblings.items())], moment
            )
            for ending in ENDINGS - siblings.keys():
                _beside(file, ending).unlink(missing_ok=True)
        except OSError as error:
            raise _failure(file, error) from None
        return Mark(sum(len(piece) for piece in pieces), moment)

    def as_before(self, path: str, pieces: Sequence[Piece]) -> Mark | None:
        """How the document is, where it is what it should be."""
        before = self.mark(path)
        if before is None or before.size != sum(len(piece) for piece in pieces):
            return None
        return before if self.read(path) == b"".join(pieces) else None

    def _replace(self, files: Iterable[tuple[Path, Sequence[Piece]]], moment: int) -> None:
        """Writes a document and its siblings, all of them first, then renames them."""
        staged: list[tuple[Path, Path]] = []
        try:
            for file, pieces in files:
                temporary = self._staging / f"{os.getpid()}-{next(self._numbers)}"
                staged.append((temporary, file))
                _write(temporary, pieces, moment)
            for temporary, file in staged:
                temporary.replace(file)
        finally:
            for temporary, _ in staged:
                temporary.unlink(missing_ok=True)
        _sync(staged[0][1].parent)

    def remove(self, path: str) -> None:
        """Takes a document and its siblings away, and the folder that they leave empty.

        Raises:
            PublishError: it cannot be removed.
        """
        file = self.root / path
        try:
            for ending in ("", *ENDINGS):
                _beside(file, ending).unlink(missing_ok=True)
        except OSError as error:
            raise _failure(file, error) from None
        if file.parent != self.root:
            with contextlib.suppress(OSError):
                file.parent.rmdir()

    def settle(self, documents: Iterable[str] | None = None) -> None:
        """Nothing is left to be done: what was put is out."""

    def sweep(self) -> None:
        """Clears away what a killed program left half written."""
        shutil.rmtree(self._staging, ignore_errors=True)


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _write(file: Path, pieces: Sequence[Piece], moment: int) -> None:
    with file.open("wb") as out:
        out.writelines(pieces)
        out.flush()
        os.utime(out.fileno(), ns=(moment, moment))
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    """Makes the renaming itself survive a power failure."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _failure(file: Path, error: OSError) -> PublishError:
    hint = "Check that the output directory may be written and that the disk is not full."
    return PublishError(f"cannot write {file}: {error.strerror or error}", hint=hint)
