"""JPEG: the frame header stands behind tables and notes of any length."""

from __future__ import annotations

import struct

from feeds.media.facts import Facts, More, Reading, Unfit, picture

SIGNATURE = b"\xff\xd8\xff"

FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame; those left out define tables."""

BARE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})
"""Markers without a length."""

LAST = frozenset({0xD9, 0xDA})
"""Markers behind which no frame begins: the end, and the picture itself."""

FRAME = 9
"""Bytes of a frame header that tell the size: marker, length, precision, height, width."""

MOST_SEGMENTS = 4096

_ORIENTATION = 0x0112
_TURNED = range(5, 9)
"""Orientations in which a camera was held upright."""


def read(head: bytes) -> Reading:
    """What a JPEG file's first bytes tell."""
    turned = False
    at = 2
    for _ in range(MOST_SEGMENTS):
        at = _beyond_bare(head, at)
        if len(head) < at + FRAME:
            return More(at + FRAME)
        marker, length = head[at + 1], int.from_bytes(head[at + 2 : at + 4], "big")
        if head[at] != 0xFF or marker in LAST or length < 2:
            return Unfit("is a JPEG picture that is damaged, or has no size")
        if marker in FRAMES:
            return _framed(head, at, turned=turned)
        end = at + 2 + length
        if marker == 0xE1 and head[at + 4 : at + 8] == b"Exif":
            if len(head) < end:
                return More(end + FRAME)
            turned = _orientation(head[at + 10 : end]) in _TURNED
        at = end
    return Unfit("is a JPEG picture with too many parts")


def _beyond_bare(head: bytes, at: int) -> int:
    """The place of the next marker that has a length; markers may be filled up."""
    while at + 1 < len(head) and head[at] == 0xFF:
        if head[at + 1] == 0xFF:
            at += 1
        elif head[at + 1] in BARE:
            at += 2
        else:
            break
    return at


def _framed(head: bytes, at: int, *, turned: bool) -> Facts | Unfit:
    height, width = struct.unpack(">HH", head[at + 5 : at + 9])
    return picture("image/jpeg", *((height, width) if turned else (width, height)))


def _orientation(exif: bytes) -> int:
    """How the camera was held, as Exif numbers it; 1 where it does not say."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:
        return 1
    (start,) = struct.unpack(f"{order}I", exif[4:8])
    if len(exif) < start + 2:
        return 1
    (count,) = struct.unpack(f"{order}H", exif[start : start + 2])
    for at in range(start + 2, min(start + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _, value = struct.unpack(f"{order}HHIH", exif[at : at + 10])
        if (tag, kind) == (_ORIENTATION, 3):
            return int(value)
    return 1
