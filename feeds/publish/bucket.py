"""Editions in an object store: each document is one object, replaced in one request."""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from feeds.archive.editions import Edition
from feeds.publish.codings import CODINGS
from feeds.publish.output import Mark, Piece
from feeds.publish.served import Served, caching, of_path
from feeds.publish.stores import asking, store_at

if TYPE_CHECKING:
    from obstore import Attributes
    from obstore.store import ObjectStore

SIGN = "feeds"
"""The object's own header that says by what it is known: its size, its time, how it was put."""

AT_ONCE = 16
"""Objects that are looked at at the same time."""

MOST = 20_000
"""Objects under the prefix that are looked through; where there are more, each document is asked for by itself."""


class Bucket:
    """An object store that is served as it is, by itself or by a CDN.

    A store replaces an object in one step, so there is nothing to be staged. Each object says in a
    header of its own how it was left; one that somebody else put there, or that was put with other
    headers than it should have now, is not taken for ours. What is there is looked at once.
    """

    def __init__(self, url: str, feeds: Sequence[Served], *, packed: bool = False) -> None:
        self.url = url.rstrip("/")
        self.feeds = {feed.path: feed for feed in feeds}
        self.packed = packed
        self._marks: dict[str, Mark | None] = {}
        self._all: bool | None = None

    def __reduce__(self) -> tuple[Callable[..., Bucket], tuple[Any, ...]]:
        """In another process it is one and the same, however often it is sent there."""
        return _sent, (self.url, tuple(self.feeds.values()), self.packed)

    @cached_property
    def _store(self) -> ObjectStore:
        return store_at(self.url)

    def local(self, path: str) -> Path | None:
        """Nothing of it is a file here."""
        return None

    # ---- what is there

    def mark(self, path: str) -> Mark | None:
        """How the document at `path` is now; None where there is none, or none that is as it should be.

        Raises:
            PublishError: the store refuses to tell.
        """
        if self._all is None:
            self._look()
        if path not in self._marks and not self._all:
            self._marks[path] = self._mark(path)
        return self._marks.get(path)

    def _look(self) -> None:
        """Looks at every object that may be a document of ours."""
        import obstore

        names: list[str] = []
        with asking(self.url, "be listed"):
            pages = obstore.list(self._store, chunk_size=1000)
            names = [found["path"] for page in islice(pages, MOST // 1000) for found in page]
        ours = [name for name in names if of_path(name, self.feeds)]
        if ours:
            with ThreadPoolExecutor(min(AT_ONCE, len(ours))) as threads:
                self._marks |= dict(zip(ours, threads.map(self._mark, ours), strict=True))
        self._all = len(names) < MOST

    def _mark(self, path: str) -> Mark | None:
        import obstore

        try:
            with asking(f"{self.url}/{path}", "be looked at"):
                found = obstore.get(self._store, path, options={"head": True})
                signed = found.attributes.get(SIGN, "").split()
        except FileNotFoundError:
            return None
        if len(signed) != 3 or signed[2] != _digest(self._headers(path)):
            return None
        return Mark(int(signed[0]), int(signed[1])) if signed[0].isdigit() and signed[1].isdigit() else None

    def read(self, path: str) -> bytes | None:
        """The document at `path`; None where there is none.

        Raises:
            PublishError: the store refuses to give it.
        """
        import obstore

        try:
            with asking(f"{self.url}/{path}", "be read"):
                found = obstore.get(self._store, path)
                content = bytes(found.bytes())
                packed = found.attributes.get("Content-Encoding") == "gzip"
        except FileNotFoundError:
            return None
        if not packed or content[:2] != b"\x1f\x8b":  # some stores unpack what they hand out
            return content
        try:
            return zlib.decompress(content, wbits=31)
        except zlib.error:
            return None

    # ---- what is put there

    def put(self, edition: Edition, pieces: Sequence[Piece], modified: int | None = None) -> Mark:
        """Makes the pieces, one behind the other, the edition's document, if it is not so already.

        `modified` is the time that it is to be known by, in nanoseconds; now, if it is not given.

        Raises:
            PublishError: it cannot be written; what was there before is there still.
        """
        import obstore

        path, content = edition.document, b"".join(pieces)
        if (before := self.as_before(path, [content])) is not None:
            return before
        mark = Mark(len(content), time.time_ns() if modified is None else modified)
        headers = self._headers(path)
        attributes = {**headers, SIGN: f"{mark.size} {mark.modified} {_digest(headers)}"}
        body = CODINGS["gzip"].pack(content) if self.packed else content
        with asking(f"{self.url}/{path}", "be written"):
            obstore.put(self._store, path, body, attributes=attributes, use_multipart=False)
        self._marks[path] = mark
        return mark

    def as_before(self, path: str, pieces: Sequence[Piece]) -> Mark | None:
        """How the document is, where it is what it should be.

        Raises:
            PublishError: the store refuses to tell.
        """
        before = self._mark(path) if self._all is None else self.mark(path)
        if before is None or before.size != sum(len(piece) for piece in pieces):
            return None
        return before if self.read(path) == b"".join(pieces) else None

    def _headers(self, path: str) -> Attributes:
        """With which headers a document is to be handed out."""
        feed = of_path(path, self.feeds)
        headers: Attributes = {"Content-Encoding": "gzip"} if self.packed else {}
        if feed is not None:
            headers["Content-Type"] = feed.content_type
            headers["Cache-Control"] = caching(feed.max_age)
        return headers

    def remove(self, path: str) -> None:
        """Takes a document away.

        Raises:
            PublishError: it cannot be removed.
        """
        import obstore

        try:
            with asking(f"{self.url}/{path}", "be removed"):
                obstore.delete(self._store, path)
        except FileNotFoundError:
            pass
        self._marks[path] = None

    def settle(self, documents: Iterable[str] | None = None) -> None:
        """What is put is out already."""

    def sweep(self) -> None:
        """Nothing is ever half there."""

    def probe(self) -> None:
        """Sees whether all that publishing does is allowed, with an object that is gone afterwards.

        Raises:
            PublishError: it is not.
        """
        import obstore

        name, content = f".feeds-{token_hex(8)}", b"feeds"
        with asking(self.url, "be listed"):
            next(iter(obstore.list(self._store, chunk_size=1)), None)
        with asking(self.url, "be written"):
            obstore.put(self._store, name, content, use_multipart=False)
        try:
            with asking(self.url, "be read"):
                obstore.get(self._store, name).bytes()
        finally:
            with asking(self.url, "be cleared of what is no longer wanted"):
                obstore.delete(self._store, name)


@cache
def _sent(url: str, feeds: tuple[Served, ...], packed: bool) -> Bucket:  # noqa: FBT001
    return Bucket(url, feeds, packed=packed)


def _digest(headers: Attributes) -> str:
    """By what headers are known to be the same."""
    said = "\n".join(f"{name}: {headers[name]}" for name in sorted(headers))
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()
