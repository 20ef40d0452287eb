"""What a worker serves from: documents in memory, in every coding, ready with their headers."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

from feeds.publish.codings import CODINGS
from feeds.publish.served import caching
from feeds.serve import manifest
from feeds.serve.conditional import Validators, date
from feeds.serve.manifest import Counter, Manifest, Shown
from feeds.serve.negotiation import IDENTITY

MEMORY = 256 * 1024 * 1024
"""Bytes of documents that a worker keeps in memory; others are read again when they are asked for."""

Headers = list[tuple[bytes, bytes]]

_SUFFIXES = {"gzip": "-gz", "br": "-br", "zstd": "-zst"}


class Representation(NamedTuple):
    """A document in one coding: its bytes, and the headers of a 200 and of a 304."""

    recipe: str
    body: bytes
    validators: Validators
    full: Headers
    unchanged: Headers


class Shelf:
    """The documents of the current manifest."""

    def __init__(self, spool: Path) -> None:
        self.spool = spool
        self._counter = Counter(spool)
        self._seen = -1
        self._manifest = Manifest(0, {})
        self._ready: OrderedDict[tuple[str, str], Representation] = OrderedDict()
        self._size = 0

    @property
    def manifest(self) -> Manifest:
        """What is served now."""
        if self._counter.value != self._seen:
            self._load()
        return self._manifest

    def _load(self) -> None:
        value = self._counter.value
        found = manifest.read(self.spool)
        if found is not None:
            self._manifest = found
            self._seen = value
            self._forget_old()

    def _forget_old(self) -> None:
        documents = self._manifest.documents
        for key, known in list(self._ready.items()):
            shown = documents.get(key[0])
            if shown is None or shown.recipe != known.recipe:
                self._drop(key)

    def _drop(self, key: tuple[str, str]) -> None:
        self._size -= len(self._ready.pop(key).body)

    def ready(self, shown: Shown, coding: str) -> Representation | None:
        """A document in a coding, where it is in memory."""
        key = (shown.path, coding)
        known = self._ready.get(key)
        if known is None or known.recipe != shown.recipe:
            return None
        self._ready.move_to_end(key)
        return known

    def make(self, shown: Shown, coding: str) -> Representation:
        """A document in a coding, read, and packed if nobody did so yet. Slow: not for the event loop.

        Raises:
            OSError: the document cannot be read; a newer one has taken its place.
        """
        body = _body(shown, coding)
        tag = f'"{shown.recipe}{_SUFFIXES.get(coding, "")}"'
        common = _common(shown, tag)
        full = [
            *common,
            (b"content-type", f"{shown.media_type}; charset=utf-8".encode()),
            (b"last-modified", date(min(shown.modified, int(time.time()))).encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        if coding != IDENTITY:
            full.append((b"content-encoding", coding.encode()))
        return Representation(shown.recipe, body, Validators(tag, shown.modified), full, common)

    def keep(self, shown: Shown, coding: str, made: Representation) -> None:
        """Keeps a representation in memory, those that nobody asked for longest making room."""
        key = (shown.path, coding)
        if key in self._ready:
            self._drop(key)
        self._ready[key] = made
        self._size += len(made.body)
        while self._size > MEMORY and len(self._ready) > 1:
            self._drop(next(iter(self._ready)))


def _body(shown: Shown, coding: str) -> bytes:
    file = Path(shown.file)
    if coding == IDENTITY:
        return read(file, shown.stamp)
    known = CODINGS[coding]
    try:
        return read(file.with_name(file.name + known.ending), shown.stamp)
    except FileNotFoundError:
        return known.pack(read(file, shown.stamp))


def read(path: Path, stamp: int) -> bytes:
    """A file's bytes, if it has not been replaced."""
    with path.open("rb") as file:
        if stamp and os.fstat(file.fileno()).st_mtime_ns != stamp:
            message = f"{path} is another edition's"
            raise OSError(message)
        return file.read()


def _common(shown: Shown, tag: str) -> Headers:
    """The headers that a 200 and a 304 share."""
    headers = [
        (b"etag", tag.encode()),
        (b"cache-control", caching(shown.max_age).encode()),
        (b"vary", b"Accept-Encoding"),
        (b"x-content-type-options", b"nosniff"),
        (b"access-control-allow-origin", b"*"),
        (b"access-control-expose-headers", b"ETag, Last-Modified, Link"),
    ]
    if shown.links:
        headers.append((b"link", shown.links.encode()))
    return headers
