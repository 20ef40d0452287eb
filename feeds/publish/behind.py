"""An output that packs and writes editions while the next ones are composed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

from feeds.archive.editions import Edition
from feeds.publish.codings import Piece
from feeds.publish.output import Mark, Place

WRITERS = 2
AHEAD = 4
"""Documents that wait to be written: more of them would only fill the memory."""


class Behind:
    """A directory or an object store whose documents are written by threads of its own.

    What is put is out when `settle` has returned. Whoever asks for a document waits for it, and a feed's own
    document, which may name its parts, waits for these. Packing, writing and waiting for the disk leave the
    interpreter to others, so that this costs no time where there are two processors. Another process that
    gets it has the place itself.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self._writers: ThreadPoolExecutor | None = None
        self._pending: dict[str, Future[Mark]] = {}
        self._feeds: dict[str, str] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _itself, (self.place,)

    def mark(self, path: str) -> Mark | None:
        """How the document at `path` is now."""
        self.settle([path])
        return self.place.mark(path)

    def read(self, path: str) -> bytes | None:
        """The document at `path`."""
        self.settle([path])
        return self.place.read(path)

    def put(self, edition: Edition, pieces: Sequence[Piece]) -> Mark:
        """Has the edition's document written; how it will be then.

        Raises:
            PublishError: one that was put before cannot be written.
        """
        path = edition.document
        self.settle([path, *islice(self._pending, len(self._pending) >= AHEAD)])
        if path == edition.feed:
            self.settle([part for part in self._pending if self._feeds[part] == path])
        if (before := self.place.as_before(path, pieces)) is not None:
            return before
        if self._writers is None:
            self._writers = ThreadPoolExecutor(WRITERS, "writer")
        moment = time.time_ns()
        self._feeds[path] = edition.feed
        self._pending[path] = self._writers.submit(self.place.put, edition, pieces, moment)
        return Mark(sum(len(piece) for piece in pieces), moment)

    def remove(self, path: str) -> None:
        """Takes a document away, once what was put before is out: others may still name it."""
        self.settle(list(self._pending))
        self.place.remove(path)

    def settle(self, documents: Iterable[str] | None = None) -> None:
        """Waits until some documents are out; until all are, where none are named, and ends the threads.

        Raises:
            PublishError: one of them cannot be written.
        """
        for path in list(self._pending if documents is None else documents):
            if (writing := self._pending.pop(path, None)) is not None:
                writing.result()
        if documents is None and self._writers is not None:
            self._writers.shutdown()
            self._writers = None

    def sweep(self) -> None:
        """Clears away what a killed program left half written."""
        self.settle()
        self.place.sweep()


def _itself(place: Place) -> Place:
    return place
