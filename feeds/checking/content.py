"""HTML inside a feed's element, as a checker needs it: each tag where it stands, nothing repaired."""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import accumulate

from feeds.checking.body import Body
from feeds.checking.html_facts import INLINE
from feeds.checking.tags import PIECE, Tag, tag


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

    __slots__ = ("_body", "_distinct", "_offsets", "_parts", "_places", "_shown", "_tags", "source")

    def __init__(self, text: str) -> None:
        self.source = text
        self._body: Body | None = None
        self._parts: list[str] | None = None
        self._tags: list[Tag] | None = None
        self._distinct: dict[Tag, int] | None = None
        self._places: dict[str, list[int]] | None = None
        self._offsets: list[int] | None = None
        self._shown: str | None = None

    @property
    def parts(self) -> list[str]:
        """The text cut at its markup: text, a piece of markup, text and so on; the first and last are text."""
        if self._parts is None:
            self._parts = PIECE.split(self.source) if "<" in self.source else [self.source]
        return self._parts

    @property
    def tags(self) -> list[Tag]:
        """Every piece of markup, in order; comments and what only looks like a tag have no name."""
        if self._tags is None:
            self._tags = [tag(raw) for raw in self.parts[1::2]]
        return self._tags

    @property
    def distinct(self) -> dict[Tag, int]:
        """Each tag that is there, once, with the number of the piece where it first stands."""
        if self._distinct is None:
            firsts: dict[Tag, int] = {}
            for number, known in enumerate(self.tags):
                firsts.setdefault(known, number)
            self._distinct = firsts
        return self._distinct

    @property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the tags by name; those of end tags stand under "/" and the name."""
        if self._places is None:
            found: dict[str, list[int]] = {}
            for number, known in enumerate(self.tags):
                key = "/" + known.name if known.closing else known.name
                if key in found:
                    found[key].append(number)
                else:
                    found[key] = [number]
            found.pop("", None)
            self._places = found
        return self._places

    def offset(self, number: int) -> int:
        """Where a piece of markup begins, in characters from 0."""
        if self._offsets is None:
            self._offsets = list(accumulate(map(len, self.parts)))
        return self._offsets[2 * number]

    def starts(self, *names: str) -> list[Mark]:
        """The start tags with one of the names, in order."""
        return self.marks(names)

    def marks(self, keys: Iterable[str]) -> list[Mark]:
        """The tags that `places` has under some keys, in order."""
        found = [self.places[key] for key in keys if key in self.places]
        numbers = (
            sorted(number for some in found for number in some)
            if len(found) > 1
            else found[0]
            if found
            else ()
        )
        return [Mark(self, number, self.tags[number]) for number in numbers]

    @property
    def shown(self) -> str:
        """The text as a page shows it: references resolved, white space folded, tags gone."""
        if self._shown is None:
            self._shown = " ".join(self.text(" ").split())
        return self._shown

    def text(self, breaks: str) -> str:
        """The text without tags, references resolved, with `breaks` for each tag that ends a line."""
        gone = {known.raw: _stands_for(known, breaks) for known in self.distinct}
        text = "".join([gone.get(part, part) for part in self.parts]) if gone else self.source
        return html.unescape(text) if "&" in text else text

    @property
    def body(self) -> Body:
        """What is wrong with it as HTML."""
        if self._body is None:
            self._body = Body(self.source, self.parts)
        return self._body


def _stands_for(known: Tag, breaks: str) -> str:
    """What a page shows of a piece of markup: of a tag within a line nothing, of what is no tag all."""
    if known.name:
        return "" if known.name in INLINE else breaks
    return "" if known.raw[1] in "!?" else known.raw
