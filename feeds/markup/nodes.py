"""The canonical body: a small tree of elements and text, and which elements may stand where.

A tree is made by `parse` and never changed afterwards; rewriting makes new nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Element:
    """One element of a body: its tag, its attributes, and its children (elements and plain strings)."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str] | None = None,
        children: Iterable[Element | str] = (),
    ) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Element | str] = list(children)

    def __repr__(self) -> str:
        return f"Element({self.tag!r}, {self.attributes!r}, {self.children!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and (
            (self.tag, self.attributes, self.children) == (other.tag, other.attributes, other.children)
        )

    __hash__ = None  # type: ignore[assignment]

    def elements(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        pending: list[Element] = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(c for c in reversed(element.children) if isinstance(c, Element))

    def first(self, *tags: str) -> Element | None:
        """The first element below this one with one of the tags."""
        return next((e for e in self.elements() if e is not self and e.tag in tags), None)


Body = list[Element]
"""A body's blocks, in order; text never stands between them."""

HEADINGS = frozenset({"h2", "h3", "h4"})
LISTS = frozenset({"ul", "ol"})
MEDIA = frozenset({"img", "video", "audio", "iframe"})
BLOCKS = HEADINGS | LISTS | frozenset({"p", "blockquote", "figure", "table", "pre", "hr"})
INLINE = frozenset({"strong", "em", "s", "a", "code", "sub", "sup", "br"})
VOID = frozenset({"br", "hr", "img"})

ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "blockquote": frozenset({"cite"}),
    "figure": frozenset({"class"}),  # only "gallery"
    "img": frozenset({"src", "alt", "width", "height"}),
    "video": frozenset({"src", "poster", "width", "height", "type"}),
    "audio": frozenset({"src", "type"}),
    "iframe": frozenset({"src", "width", "height", "title"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
}
"""The attributes that canonical elements carry; those not named carry none."""
