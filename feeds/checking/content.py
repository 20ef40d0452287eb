"""HTML inside a feed's element, as a checker needs it: each tag where it stands, nothing repaired."""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import accumulate

from feeds.checking.body import Body
from feeds.checking.tags import PIECE, Tag, tag

PART = 31
"""Pieces of a text that are looked at together where its beginning may be enough."""


class Mark:
    """A tag where it stands in a text; all that it knows of itself is the tag's."""

    __slots__ = ("_content", "number", "tag")

    def __init__(self, content: Content, number: int, known: Tag) -> None:
        self._content = content
        self.number = number
        self.tag = known

    @property
    def name(self) -> str:
        """The name in small letters."""
        return self.tag.name

    @property
    def written(self) -> str:
        """The name as it is written."""
        return self.tag.written

    @property
    def closing(self) -> bool:
        """Whether it is an end tag."""
        return self.tag.closing

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, character references resolved."""
        return self.tag.attributes

    @property
    def offset(self) -> int:
        """Its 0-based place in the text, in characters."""
        return self._content.offset(self.number)

    @property
    def end(self) -> int:
        """Where the text goes on behind it."""
        return self.offset + len(self.tag.raw)


class Content:
    """A piece of HTML as it stands in an element's text."""

    __slots__ = (
        "_beginning", "_body", "_distinct", "_numbers", "_offsets", "_parts", "_shown", "_tags", "source",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.source = text
        self._body: Body | None = None
        self._parts: list[str] | None = None
        self._tags: list[Tag] = []
        self._distinct: dict[Tag, int] | None = None
        self._numbers: dict[str, list[int]] | None = None
        self._offsets: list[int] | None = None
        self._shown: str | None = None
        self._beginning = ""

    @property
    def parts(self) -> list[str]:
        """The text cut at its markup: text, a piece of markup, text and so on; the first and last are text."""
        if self._parts is None:
            self._parts = PIECE.split(self.source) if "<" in self.source else [self.source]
        return self._parts

    @property
    def distinct(self) -> dict[Tag, int]:
        """Each tag that is there, once, with the number of the piece where it first stands.

        Comments and what only looks like a tag are there too, without a name.
        """
        if self._distinct is None:
            pieces = self.parts[1::2]
            firsts: dict[str, int] = {}
            for number, raw in enumerate(pieces):
                firsts.setdefault(raw, number)
            known = {raw: tag(raw) for raw in firsts}
            self._tags = [known[raw] for raw in pieces]
            self._distinct = {known[raw]: number for raw, number in firsts.items()}
        return self._distinct

    @property
    def tags(self) -> list[Tag]:
        """Every piece of markup, in order; comments and what only looks like a tag have no name."""
        return self._tags if self.distinct else []

    def numbers(self, key: str) -> list[int]:
        """The numbers of the pieces that are tags of a name; of end tags, where a slash stands before it."""
        if self._numbers is None:
            self._numbers = {here.key: [] for here in self.distinct}
            for number, here in enumerate(self._tags):
                self._numbers[here.key].append(number)
        return self._numbers.get(key, [])

    def offset(self, number: int) -> int:
        """Where a piece of markup begins, in characters from 0."""
        if self._offsets is None:
            self._offsets = list(accumulate(map(len, self.parts)))
        return self._offsets[2 * number]

    def starts(self, *names: str) -> list[Mark]:
        """The start tags with one of the names, in order."""
        return self.marks(names)

    def marks(self, keys: Iterable[str]) -> list[Mark]:
        """The tags of some names, in order; end tags are named with a slash."""
        numbers = sorted(number for key in keys for number in self.numbers(key))
        return [Mark(self, number, self._tags[number]) for number in numbers]

    @property
    def shown(self) -> str:
        """The text as a page shows it: references resolved, white space folded, tags gone."""
        if self._shown is None:
            self._shown = " ".join(self.text(" ").split())
        return self._shown

    def begins(self, characters: int) -> str:
        """What a page shows, cut off somewhere behind so many characters where it has more."""
        if self._shown is None and len(self._beginning) < characters:
            for end in range(PART, len(self.parts), PART):
                self._beginning = " ".join(self._bare(self.parts[:end], " ").split())
                if len(self._beginning) >= characters:
                    return self._beginning
            return self.shown
        return self._beginning if self._shown is None else self._shown

    def text(self, breaks: str) -> str:
        """The text without tags, references resolved, with `breaks` for each tag that ends a line."""
        return self._bare(self.parts, breaks)

    def _bare(self, parts: list[str], breaks: str) -> str:
        gone = {known.raw: breaks if known.breaks else _stands_for(known) for known in self.distinct}
        text = "".join([gone.get(part, part) for part in parts]) if gone else "".join(parts)
        return html.unescape(text) if "&" in text else text

    @property
    def body(self) -> Body:
        """What is wrong with it as HTML."""
        if self._body is None:
            self._body = Body(self)
        return self._body


def _stands_for(known: Tag) -> str:
    """What a page shows of a piece of markup within a line: of a tag nothing, of what is no tag all."""
    return "" if known.name or known.raw[1] in "!?" else known.raw
