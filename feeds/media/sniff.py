"""Which format a file has, told by its first bytes, and what these bytes tell of it."""

from __future__ import annotations

from feeds.media.facts import Facts, More, Reading, Unfit
from feeds.media.formats import boxes, jpeg, plain, svg, webp

ENOUGH = 64
"""Bytes by which every format is known, but for those written in letters."""

FARTHEST = 1024 * 1024
"""Bytes within which a header must end."""

TYPES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"BM", "image/bmp"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"\0\0\1\0", "image/vnd.microsoft.icon"),
    (0, b"\xff\x0a", "image/jxl"),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (28, b"\x80theora", "video/ogg"),
    (29, b"\x80theora", "video/ogg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"\x00\x00\x01\xba", "video/mpeg"),
    (0, b"#EXTM3U", "application/vnd.apple.mpegurl"),
)
"""Formats that tell no more than what they are: where, which bytes, which type; the first that fits counts."""

UNKNOWN = "is no picture, sound or video of a kind that is known"

MATROSKA = b"\x1a\x45\xdf\xa3"


def read(head: bytes, *, whole: bool = False) -> Reading:
    """What a file's first bytes tell; `whole` where there are no more.

    Asks for no more than `FARTHEST` bytes, and each time for twice as many as it was given, or more: a
    header that is made to be asked for piece by piece is asked for a few times.
    """
    if not head and whole:
        return Unfit("is empty")
    reading = _reading(head) if len(head) >= ENOUGH or whole else More(ENOUGH)
    if isinstance(reading, More):
        if whole:
            return Unfit("breaks off before it tells what it is")
        if reading.until > FARTHEST or len(head) >= FARTHEST:
            return Unfit("has a header without an end")
        return More(min(max(reading.until, 2 * len(head)), FARTHEST))
    return reading


def _reading(head: bytes) -> Reading:
    if head.startswith(jpeg.SIGNATURE):
        return jpeg.read(head)
    if head.startswith(plain.PNG):
        return plain.png(head)
    if head.startswith(plain.GIFS):
        return plain.gif(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return webp.read(head)
    if head[4:8] == b"ftyp":
        return boxes.read(head)
    return _told(head)


def _told(head: bytes) -> Reading:
    """The type alone, of formats that are known by their signature, or SVG."""
    if head.startswith(MATROSKA):
        return Facts(type="video/webm" if b"webm" in head[:ENOUGH] else "video/x-matroska")
    for at, signature, kind in TYPES:
        if head.startswith(signature, at):
            return Facts(type=kind)
    if svg.begins(head):
        return svg.read(head)
    if _is_sound(head):
        return Facts(type="audio/mpeg")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and len(head) < svg.BEGINNING:
        return _in_letters(head)
    return Unfit(UNKNOWN)


def _in_letters(head: bytes) -> Reading:
    """A document whose first element may be further on; one that is HTML is no picture."""
    if b"<html" in head[:2048].lower() or b"<!doctype html" in head[:2048].lower():
        return Unfit("is a page and no picture")
    return More(svg.BEGINNING)


def _is_sound(head: bytes) -> bool:
    """Whether a frame of MPEG audio begins here: sync, layer, bit rate and sampling rate as they may be."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 not in (0xE2, 0xE4, 0xE6):
        return False
    return head[2] & 0xF0 not in (0, 0xF0) and head[2] & 0x0C != 0x0C
