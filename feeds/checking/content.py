"""HTML inside a feed's element, as a checker needs it: each tag where it stands, nothing repaired."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from feeds.checking.body import Body

# One pass, no nested quantifiers over the same characters: hostile markup cannot make it backtrack.
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/<>]*+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>|<!--.*?(?:-->|\Z)", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SPACE = re.compile(r"\s+")


class Tag(NamedTuple):
    """A start or end tag: its lower-case name, its name as written, and its 0-based offset."""

    name: str
    written: str
    offset: int
    closing: bool
    raw: str

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, character references resolved; the first of a name wins."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.raw):
            found.setdefault(name.lower(), html.unescape(double or single or bare))
        return found


class Content:
    """A piece of HTML as it stands in an element's text."""

    __slots__ = ("_body", "_plain", "_tags", "source")

    def __init__(self, text: str) -> None:
        self.source = text
        self._body: Body | None = None
        self._plain: str | None = None
        self._tags: list[Tag] | None = None

    @property
    def tags(self) -> list[Tag]:
        """Every tag, in order; comments and what only looks like a tag are passed over."""
        if self._tags is None:
            self._tags = [
                Tag(m[2].lower(), m[2], m.start(), m[1] == "/", m[3] or "")
                for m in (_TAG.finditer(self.source) if "<" in self.source else ())
                if m[2]
            ]
        return self._tags

    @property
    def body(self) -> Body:
        """What is wrong with it as HTML."""
        if self._body is None:
            self._body = Body(self.source)
        return self._body

    @property
    def plain(self) -> str:
        """The text without tags, references resolved, white space folded."""
        if self._plain is None:
            self._plain = _SPACE.sub(" ", html.unescape(_TAG.sub(" ", self.source))).strip()
        return self._plain

    def starts(self, *names: str) -> list[Tag]:
        """The start tags with one of the names."""
        return [tag for tag in self.tags if tag.name in names and not tag.closing]
