"""PNG and GIF: their size stands at a fixed place."""

from __future__ import annotations

import struct

from feeds.media.facts import More, Reading, Unfit, picture

PNG = b"\x89PNG\r\n\x1a\n"
GIFS = (b"GIF87a", b"GIF89a")


def png(head: bytes) -> Reading:
    """What a PNG file's first bytes tell."""
    if len(head) < 24:
        return More(24)
    start = 8
    if head[12:16] == b"CgBI":  # as Apple's tools write it
        start = 24
        if len(head) < 40:
            return More(40)
    if head[start + 4 : start + 8] != b"IHDR":
        return Unfit("is a PNG picture that is damaged")
    width, height = struct.unpack(">II", head[start + 8 : start + 16])
    return picture("image/png", width, height)


def gif(head: bytes) -> Reading:
    """What a GIF file's first bytes tell."""
    if len(head) < 10:
        return More(10)
    width, height = struct.unpack("<HH", head[6:10])
    return picture("image/gif", width, height)
