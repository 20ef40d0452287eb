"""An answer's content as it comes: unpacked piece by piece, and no more of it than is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import NamedTuple

_GZIP = 31
"""The kind of packing, as zlib names it."""

PLAIN = frozenset({"", "identity"})
PACKED = frozenset({"gzip", "x-gzip"})


class Content(NamedTuple):
    """What was taken of a content: the bytes, how many came on the wire, whether there was more, what was amiss."""

    body: bytes
    wire: int
    cut: bool = False
    trouble: str | None = None


def taken(pieces: Iterable[bytes], coding: str, largest: int) -> Content:
    """At most `largest` bytes of a content, before and after unpacking."""
    if coding.strip().lower() in PACKED:
        return _unpacked(pieces, largest)
    content = _plain(pieces, largest)
    if coding.strip().lower() in PLAIN:
        return content
    return content._replace(trouble=f"it is packed as {coding!r}, which was not asked for")


def _plain(pieces: Iterable[bytes], largest: int) -> Content:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > largest:
            return Content(bytes(body[:largest]), len(body), cut=True)
    return Content(bytes(body), len(body))


def _unpacked(pieces: Iterable[bytes], largest: int) -> Content:
    unpacking = _Unpacking(largest)
    wire = 0
    for piece in pieces:
        wire += len(piece)
        try:
            unpacking.feed(piece)
        except zlib.error as error:
            said = str(error).rpartition(": ")[2]
            return Content(bytes(unpacking.body), wire, trouble=f"it cannot be unpacked: {said}")
        if unpacking.full or wire > largest:
            return Content(bytes(unpacking.body), wire, cut=True)
    trouble = None if unpacking.whole else "it is packed, and breaks off"
    return Content(bytes(unpacking.body), wire, trouble=trouble)


class _Unpacking:
    """Unpacks gzip, member by member, up to a size."""

    def __init__(self, largest: int) -> None:
        self.body = bytearray()
        self.full = False
        self._largest = largest
        self._member = zlib.decompressobj(_GZIP)

    @property
    def whole(self) -> bool:
        """Whether the last member is complete."""
        return self._member.eof

    def feed(self, piece: bytes) -> None:
        """Takes in the next piece.

        Raises:
            error: zlib's, where it is no gzip.
        """
        while piece and not self.full:
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
            room = self._largest + 1 - len(self.body)
            self.body += self._member.decompress(piece, room)
            if len(self.body) > self._largest:
                del self.body[self._largest :]
                self.full = True
            piece = self._member.unconsumed_tail or self._member.unused_data.lstrip(b"\0")
