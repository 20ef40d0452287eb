"""WebP in its three forms: lossy, lossless, extended."""

from __future__ import annotations

from feeds.media.facts import Facts, More, Reading, Unfit, picture

NEEDED = 30
"""Bytes that hold the size in each of the forms."""

KIND = "image/webp"


def read(head: bytes) -> Reading:
    """What a WebP file's first bytes tell."""
    if len(head) < NEEDED:
        return More(NEEDED)
    form = _FORMS.get(head[12:16])
    return form(head) if form else Unfit("is a WebP picture of an unknown form")


def _lossy(head: bytes) -> Facts | Unfit:
    if head[23:26] != b"\x9d\x01\x2a":
        return Unfit("is a WebP picture that is damaged")
    width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    return picture(KIND, width, height)


def _lossless(head: bytes) -> Facts | Unfit:
    if head[20] != 0x2F:
        return Unfit("is a WebP picture that is damaged")
    bits = int.from_bytes(head[21:25], "little")
    return picture(KIND, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)


def _extended(head: bytes) -> Facts | Unfit:
    width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
    return picture(KIND, width, height)


_FORMS = {b"VP8 ": _lossy, b"VP8L": _lossless, b"VP8X": _extended}
