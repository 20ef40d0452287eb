"""Tags of HTML as they are written: what is known of one, wherever it stands."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Literal

from feeds.checking.html_facts import INLINE, VOID

PIECE = re.compile(
    r"(<(?:/?[a-zA-Z][^\s/<>]*+[^<>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*+)*+>"
    r"|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|[!?][^<>]*+>?"
    r"|/?[a-zA-Z]))"
)
"""A tag, a comment, an instruction, or a "<" that begins none of them. Linear in hostile markup too."""

# Names of tags may hold a quotation mark, which is part of the name there and begins nothing.
_NAME = re.compile(r"</?([a-zA-Z][^\s/<>]*+)")
_SIMPLE = re.compile(r"<[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*+=\"[^\"&<>]*+\")*+\s*/?>")
_PAIR = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
_ATTRIBUTE = re.compile(r"""(?<=[\s/"'])([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

Kind = Literal["risk", "style", "relative", "unknown", "open"]
"""Cut out by readers; a style that they cut out; an address that leads nowhere; no HTML; not closed."""

Faults = tuple[tuple[Kind, str], ...]
"""What is wrong with a tag by itself: of which kind, and what."""

REMEMBERED = 300
"""Longer tags are not remembered: they are the only ones of their kind."""


class Tag:
    """A start tag or an end tag, with its name in small letters and as written.

    The name is "" for comments, instructions and tags without an end.
    """

    __slots__ = ("_attributes", "breaks", "closing", "faults", "key", "name", "opens", "raw", "written")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        match = _NAME.match(raw) if raw[-1] == ">" else None
        self.written: str = match[1] if match else ""
        self.name: str = self.written.lower()
        self.closing = raw[1:2] == "/"
        self.key = "/" + self.name if self.closing and self.name else self.name
        """The name, of an end tag with a slash before it."""
        self.opens = bool(match) and not self.closing and raw[-2] != "/" and self.name not in VOID
        """Whether an end tag is to come."""
        self.breaks = bool(match) and self.name not in INLINE
        """Whether what stands before it and behind it stands on lines of its own."""
        self._attributes: dict[str, str] | None = None
        self.faults: Faults | None = None
        """What is wrong with it by itself, once somebody has looked."""

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, character references resolved; the first of a name wins."""
        if self._attributes is None:
            self._attributes = self._read()
        return self._attributes

    def _read(self) -> dict[str, str]:
        if len(self.raw) <= len(self.written) + 2:
            return {}
        if _SIMPLE.fullmatch(self.raw):
            pairs = _PAIR.findall(self.raw)
            if len(found := dict(pairs)) == len(pairs):
                return found
        found = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.raw):
            value = double or single or bare
            found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
        return found


_remembered = lru_cache(maxsize=4096)(Tag)


def tag(raw: str) -> Tag:
    """A piece of markup; texts have the same ones over and over."""
    return _remembered(raw) if len(raw) <= REMEMBERED else Tag(raw)
