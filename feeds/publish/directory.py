"""Editions in a directory: each file changes in one step, and only when its content does."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from feeds.errors import PublishError

Piece = bytes | memoryview


class Mark(NamedTuple):
    """By what a file is known to be as it was left: its size in bytes, its time in nanoseconds."""

    size: int
    modified: int


class Directory:
    """A directory that is served as it is.

    New content is written beside the directory and renamed into it, so that the directory never
    holds anything but whole editions, whenever the program is killed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._staging = root.parent / f".{root.name}.staging"
        self._count = 0

    def mark(self, path: str) -> Mark | None:
        """How the file at `path` is now; None where there is none."""
        try:
            found = (self.root / path).stat()
        except OSError:
            return None
        return Mark(found.st_size, found.st_mtime_ns)

    def read(self, path: str) -> bytes | None:
        """The content of the file at `path`; None where it cannot be had."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def put(self, path: str, pieces: Sequence[Piece]) -> Mark:
        """Makes the pieces, one behind the other, the content of the file at `path`, if it is not so already.

        Raises:
            PublishError: it cannot be written.
        """
        file = self.root / path
        try:
            if (before := self._as_before(path, pieces)) is not None:
                return before
            file.parent.mkdir(parents=True, exist_ok=True)
            self._staging.mkdir(parents=True, exist_ok=True)
            return self._replace(file, pieces)
        except OSError as error:
            raise _failure(file, error) from None

    def _as_before(self, path: str, pieces: Sequence[Piece]) -> Mark | None:
        """How the file is, where it holds that content."""
        before = self.mark(path)
        if before is None or before.size != sum(len(piece) for piece in pieces):
            return None
        return before if self.read(path) == b"".join(pieces) else None

    def _replace(self, file: Path, pieces: Sequence[Piece]) -> Mark:
        self._count += 1
        staged = self._staging / f"{os.getpid()}-{self._count}"
        try:
            with staged.open("wb") as out:
                out.writelines(pieces)
                out.flush()
                os.fsync(out.fileno())
                found = os.fstat(out.fileno())
            staged.replace(file)
        finally:
            staged.unlink(missing_ok=True)
        _sync(file.parent)
        return Mark(found.st_size, found.st_mtime_ns)

    def remove(self, path: str) -> None:
        """Takes a file away, and the folder that it leaves empty.

        Raises:
            PublishError: it cannot be removed.
        """
        file = self.root / path
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise _failure(file, error) from None
        if file.parent != self.root:
            with contextlib.suppress(OSError):
                file.parent.rmdir()

    def sweep(self) -> None:
        """Clears away what a killed program left half written."""
        shutil.rmtree(self._staging, ignore_errors=True)


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
