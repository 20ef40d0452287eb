"""Where editions go: what every kind of output can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from feeds.archive.editions import Edition
from feeds.publish.codings import Piece

__all__ = ["Mark", "Output", "Piece", "Place"]


class Mark(NamedTuple):
    """By what a file is known to be as it was left: its size in bytes, its time in nanoseconds."""

    size: int
    modified: int


class Output(Protocol):
    """Holds whole editions, each replaced in one step."""

    def mark(self, path: str) -> Mark | None:
        """How the document at `path` is now; None where there is none, or not all of it."""

    def read(self, path: str) -> bytes | None:
        """The document at `path`; None where it cannot be had."""

    def put(self, edition: Edition, pieces: Sequence[Piece]) -> Mark:
        """Makes the pieces, one behind the other, the edition's document, if it is not so already.

        Raises:
            PublishError: it cannot be written.
        """

    def remove(self, path: str) -> None:
        """Takes a document away.

        Raises:
            PublishError: it cannot be removed.
        """

    def settle(self, documents: Iterable[str] | None = None) -> None:
        """Waits until some documents, or all, are as they were put.

        Raises:
            PublishError: one of them cannot be written.
        """

    def sweep(self) -> None:
        """Clears away what a killed program left half written."""


class Place(Output, Protocol):
    """An output that stays: a directory, an object store."""

    def local(self, path: str) -> Path | None:
        """The file that is the document at `path`, whether it is there or not; None where none ever is."""

    def as_before(self, path: str, pieces: Sequence[Piece]) -> Mark | None:
        """How the document is, where it is what it should be."""

    def put(self, edition: Edition, pieces: Sequence[Piece], modified: int | None = None) -> Mark:
        """As of every output.

        `modified` is the time that the document is to be known by, in nanoseconds; now, if it is not given.

        Raises:
            PublishError: it cannot be written.
        """
