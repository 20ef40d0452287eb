"""SVG: the size is given in its first element, or nowhere."""

from __future__ import annotations

import re

from feeds.media.facts import LARGEST, Facts, More, Reading

KIND = "image/svg+xml"
BEGINNING = 16 * 1024
"""Bytes in which the first element must begin and end."""

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?(?:[^?]|\?(?!>))*+\?>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+"
    rb"|<!DOCTYPE\s[^\[>]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+<(?:svg:)?svg(?=[\s/>])"
)
_ATTRIBUTE = re.compile(rb"\s+([\w:.-]+)\s*=\s*(?:\"([^\"<]*+)\"|'([^'<]*+)')")
_LENGTH = re.compile(rb"\s*\+?(\d{1,7}(?:\.\d{0,9})?|\.\d{1,9})\s*(px|pt|pc|in|cm|mm|Q)?\s*")
_UNITS = {b"": 1.0, b"px": 1.0, b"pt": 4 / 3, b"pc": 16.0, b"in": 96.0, b"cm": 96 / 2.54, b"mm": 96 / 25.4}
_UNITS[b"Q"] = 96 / 101.6


def begins(head: bytes) -> bool:
    """Whether these may be the first bytes of an SVG document."""
    return _START.match(head[:BEGINNING]) is not None


def read(head: bytes) -> Reading:
    """What an SVG document's first bytes tell; a size in per cent, or none, is none."""
    match = _START.match(head[:BEGINNING])
    at = match.end() if match else 0
    given: dict[bytes, bytes] = {}
    while attribute := _ATTRIBUTE.match(head, at):
        given.setdefault(attribute[1], attribute[2] or attribute[3] or b"")
        at = attribute.end()
    if head.find(b">", at) < 0 and len(head) < BEGINNING:
        return More(BEGINNING)
    return Facts(type=KIND, width=_pixels(given.get(b"width")), height=_pixels(given.get(b"height")))


def _pixels(said: bytes | None) -> int | None:
    match = _LENGTH.fullmatch(said or b"")
    size = round(float(match[1]) * _UNITS[match[2] or b""]) if match else 0
    return size if 0 < size <= LARGEST else None
