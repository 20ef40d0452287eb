"""Files made of boxes (ISO/IEC 14496-12): AVIF and HEIC pictures with their size; videos and sounds by type."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from feeds.media.facts import Facts, More, Reading, Unfit, picture

PICTURES: dict[bytes, str] = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    **dict.fromkeys((b"mif1", b"msf1"), "image/heif"),
}
"""Brands of pictures, wherever a file names them; the first ones say more than the last."""

OTHERS: dict[bytes, str] = {
    **dict.fromkeys((b"M4A ", b"M4B ", b"M4P "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}
"""What a file is by its own brand; one with any other is a video."""

MOST_BOXES = 512
MOST_NAMED = 4096
"""Items and properties that are looked at."""


class Box(NamedTuple):
    """One box: its kind, and where its content begins and ends in the bytes that hold it."""

    kind: bytes
    start: int
    end: int


def read(head: bytes) -> Reading:
    """What the first bytes of a file of boxes tell."""
    size = int.from_bytes(head[:4], "big")
    if not 16 <= size <= MOST_NAMED:
        return Unfit("is a file of boxes that is damaged")
    if len(head) < size:
        return More(size)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))}
    kind = next((kind for brand, kind in PICTURES.items() if brand in brands), None)
    return _picture(head, kind) if kind else Facts(type=OTHERS.get(head[8:12], "video/mp4"))


def _picture(head: bytes, kind: str) -> Reading:
    for box in _boxes(head, 0, len(head)):
        if box.kind == b"meta":
            if len(head) < box.end:
                return More(box.end)
            return _sized(head, box, kind)
        if len(head) < box.end + 16:
            return More(box.end + 16)
    return Unfit(f"is a picture ({kind}) without a size")


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places; the last one may end behind the bytes that are there."""
    for _ in range(MOST_BOXES):
        if start + 8 > end:
            return
        size, kind = struct.unpack(">I4s", data[start : start + 8])
        begins = start + 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack(">Q", data[begins : begins + 8])
            begins += 8
        elif size == 0:
            size = end - start
        if size < begins - start:
            return
        yield Box(kind, begins, start + size)
        start += size


def _inner(data: bytes, outer: Box, kind: bytes, skipped: int = 0) -> Box | None:
    """The first box of a kind in another, behind so many bytes; None where it is not there as a whole."""
    found = (box for box in _boxes(data, outer.start + skipped, outer.end) if box.kind == kind)
    box = next(found, None)
    return box if box and box.end <= outer.end else None


def _sized(head: bytes, meta: Box, kind: str) -> Reading:
    """The size of the picture that a file shows: of its primary item, else of the largest there is."""
    described = _inner(head, meta, b"iprp", 4)
    known = _inner(head, described, b"ipco") if described else None
    if described is None or known is None:
        return Unfit(f"is a picture ({kind}) without a size")
    properties = [box for box in _boxes(head, known.start, known.end) if box.end <= known.end]
    own = _own(head, meta, described)
    chosen = [properties[n - 1] for n in own if 0 < n <= len(properties)]
    sizes = _sizes(head, chosen) or sorted(_sizes(head, properties), key=_area)
    if not sizes:
        return Unfit(f"is a picture ({kind}) without a size")
    width, height = sizes[-1]
    turned = any(box.kind == b"irot" and head[box.start] & 1 for box in chosen if box.end > box.start)
    return picture(kind, *((height, width) if turned else (width, height)))


def _area(size: tuple[int, int]) -> int:
    return size[0] * size[1]


def _sizes(head: bytes, properties: list[Box]) -> list[tuple[int, int]]:
    spatial = (box for box in properties if box.kind == b"ispe" and box.end - box.start >= 12)
    return [struct.unpack(">II", head[box.start + 4 : box.start + 12]) for box in spatial]


def _own(head: bytes, meta: Box, described: Box) -> list[int]:
    """The numbers of the primary item's properties; none where the file does not tell."""
    primary, associated = _inner(head, meta, b"pitm", 4), _inner(head, described, b"ipma")
    if primary is None or associated is None or primary.end - primary.start < 6:
        return []
    wide = head[primary.start] > 0
    item = int.from_bytes(head[primary.start + 4 : primary.start + (8 if wide else 6)], "big")
    return _associations(head[associated.start : associated.end], item)


def _associations(data: bytes, item: int) -> list[int]:
    """The numbers of an item's properties in a table of associations."""
    if len(data) < 8:
        return []
    named, numbered = (4 if data[0] else 2), (2 if data[3] & 1 else 1)
    mask = 0x7FFF if numbered == 2 else 0x7F
    at = 8
    for _ in range(min(int.from_bytes(data[4:8], "big"), MOST_NAMED)):
        count = data[at + named] if at + named < len(data) else 0
        first = at + named + 1
        if int.from_bytes(data[at : at + named], "big") == item:
            places = range(first, first + count * numbered, numbered)
            return [int.from_bytes(data[place : place + numbered], "big") & mask for place in places]
        at = first + count * numbered
    return []
