"""Documents in blocks: a few items that stand together, cut where their content says, so that few blocks change.

Whether a block ends behind an item depends on that item alone. A story that comes or goes changes the
block that it is in and no other, wherever it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from feeds.archive.editions import Edition, Listed
from feeds.archive.pack import packed, unpacked

USUAL = 16 * 1024
"""Bytes of a block, on the average."""

MOST = 4 * USUAL
"""Bytes behind which a block ends anyway."""

DIGEST = 16
"""Bytes of a digest."""


class Frame(Struct, frozen=True, array_like=True):
    """What is around a document's items: before, between and behind them."""

    head: bytes
    separator: bytes
    tail: bytes


class Block(Struct, frozen=True, array_like=True):
    """Items that stand together: as they are listed, and their bytes with what is between them."""

    items: tuple[Listed, ...]
    content: bytes


class Piece(NamedTuple):
    """A block that is still in its document: its digest, its items, where it begins and ends."""

    digest: bytes
    items: tuple[Listed, ...]
    start: int
    end: int

    def of(self, content: bytes) -> Block:
        """The block."""
        return Block(self.items, content[self.start : self.end])


class Cut(NamedTuple):
    """A document in pieces, in its order."""

    frame: Frame
    pieces: list[Piece]


_frame = msgspec.msgpack.Decoder(Frame)
_block = msgspec.msgpack.Decoder(Block)


def cut(edition: Edition, content: bytes) -> Cut:
    """An edition's document in pieces."""
    end = edition.head
    pieces: list[Piece] = []
    for items in _groups(edition.items):
        start = end + (edition.separator if pieces else 0)
        end = start + sum(item.length for item in items) + edition.separator * (len(items) - 1)
        pieces.append(Piece(_digest(items, end - start), items, start, end))
    return Cut(Frame(content[: edition.head], _separator(edition, content), content[end:]), pieces)


def _separator(edition: Edition, content: bytes) -> bytes:
    if len(edition.items) < 2:
        return b""
    behind = edition.head + edition.items[0].length
    return content[behind : behind + edition.separator]


def _groups(items: Sequence[Listed]) -> Iterator[tuple[Listed, ...]]:
    start = size = 0
    for number, item in enumerate(items, 1):
        size += item.length
        if _ends(item) or size > MOST:
            yield tuple(items[start:number])
            start, size = number, 0
    if start < len(items):
        yield tuple(items[start:])


def _ends(item: Listed) -> bool:
    """Whether a block ends behind an item: the likelier, the longer it is."""
    return int(item.digest[:8], 16) * USUAL < item.length << 32


def _digest(items: tuple[Listed, ...], length: int) -> bytes:
    made = hashlib.blake2b(msgspec.msgpack.encode(items), digest_size=DIGEST)
    made.update(length.to_bytes(8, "little"))
    return made.digest()


class Former(NamedTuple):
    """A document as it was: its edition, with all its items, its frame and its blocks."""

    edition: Edition
    frame: Frame
    blocks: tuple[Block, ...]

    @property
    def content(self) -> bytes:
        """Its bytes."""
        frame = self.frame
        items = frame.separator.join(block.content for block in self.blocks)
        return b"".join((frame.head, items, frame.tail))

    def without(self, ids: Collection[str]) -> Former:
        """The same without some of its stories, under a recipe that tells."""
        there = [(item, said) for item, said in self._items() if item.id not in ids]
        if len(there) == len(self.edition.items):
            return self
        left = tuple(item for item, _ in there)
        content = self.frame.separator.join(said for _, said in there)
        made = self._replace(blocks=(Block(left, content),) if left else ())
        named = f"{self.edition.recipe} {[item.digest for item in left]}".encode()
        edition = replace(
            self.edition,
            recipe=hashlib.blake2b(named, digest_size=16).hexdigest(),
            size=len(made.content),
            count=len(left),
            items=left,
        )
        return made._replace(edition=edition)

    def _items(self) -> Iterator[tuple[Listed, bytes]]:
        for block in self.blocks:
            start = 0
            for item in block.items:
                yield item, block.content[start : start + item.length]
                start += item.length + len(self.frame.separator)


def sealed_frame(frame: Frame) -> bytes:
    """A frame as it is kept."""
    return packed(msgspec.msgpack.encode(frame))


def unsealed_frame(data: bytes) -> Frame:
    """The frame that `sealed_frame` made these bytes of."""
    return _frame.decode(unpacked(data))


def sealed_block(block: Block) -> bytes:
    """A block as it is kept."""
    return packed(msgspec.msgpack.encode(block))


def unsealed_block(data: bytes) -> Block:
    """The block that `sealed_block` made these bytes of."""
    return _block.decode(unpacked(data))
