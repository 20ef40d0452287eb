"""Editions in a directory: each file changes in one step, and only when its content does."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from feeds.errors import PublishError


class Directory:
    """A directory that is served as it is.

    New content is written beside the directory and renamed into it, so that the directory never
    holds anything but whole editions, whenever the program is killed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._staging = root.parent / f".{root.name}.staging"

    def has(self, path: str, size: int, digest: str) -> bool:
        """Whether the file at `path` is there with that size in bytes and that SHA-256."""
        try:
            file = self.root / path
            return file.stat().st_size == size and digest_of(file.read_bytes()) == digest
        except OSError:
            return False

    def put(self, path: str, content: bytes) -> bool:
        """Makes the content the file at `path`; False where it was so already.

        Raises:
            PublishError: it cannot be written.
        """
        file = self.root / path
        try:
            if file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content:
                return False
            file.parent.mkdir(parents=True, exist_ok=True)
            self._staging.mkdir(parents=True, exist_ok=True)
            self._replace(file, content)
        except OSError as error:
            raise _failure(file, error) from None
        return True

    def _replace(self, file: Path, content: bytes) -> None:
        staged = self._staging / f"{os.getpid()}-{digest_of(content)[:16]}"
        try:
            with staged.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            staged.replace(file)
        finally:
            staged.unlink(missing_ok=True)
        _sync(file.parent)

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


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal: the digest of an edition and the base of its ETag."""
    return hashlib.sha256(content).hexdigest()


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
