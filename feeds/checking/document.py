"""An XML document as rules walk it: parsed once, hardened, with places that are found when needed."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.parsers import expat

from lxml import etree

from feeds.checking.content import Content
from feeds.checking.namespaces import clark

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where a vocabulary keeps its channel and its items, in Clark names.

    `channel` is the path from the root ("" where the root is the channel), `item` the element of a
    story below the channel, `default` the namespace of the vocabulary's unprefixed names.
    """

    root: str
    channel: str
    item: str
    default: str = ""


RSS = Shape(root="rss", channel="channel", item="item")
ATOM = Shape(
    root=clark("atom:feed"), channel="", item=clark("atom:entry"), default="http://www.w3.org/2005/Atom"
)
SITEMAP = Shape(
    root=clark("sitemap:urlset"),
    channel="",
    item=clark("sitemap:url"),
    default="http://www.sitemaps.org/schemas/sitemap/0.9",
)


class View:
    """An element with its children by name, as in `media:content`; bare names are the vocabulary's."""

    __slots__ = ("_children", "_contents", "default", "element", "index", "parent")

    def __init__(
        self,
        element: etree._Element,
        default: str = "",
        *,
        index: int | None = None,
        parent: View | None = None,
    ) -> None:
        self.element = element
        self.default = default
        self.index = index
        self.parent = parent
        self._children: dict[str, list[etree._Element]] | None = None
        self._contents: dict[etree._Element, Content] = {}

    @property
    def children(self) -> dict[str, list[etree._Element]]:
        """Child elements by Clark name, in document order."""
        if self._children is None:
            self._children = {}
            for child in self.element.iterchildren(etree.Element):
                self._children.setdefault(child.tag, []).append(child)
        return self._children

    def all(self, name: str) -> list[etree._Element]:
        """The child elements of that name."""
        return self.children.get(clark(name, self.default), [])

    def one(self, name: str) -> etree._Element | None:
        """The first child element of that name."""
        found = self.all(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """The text of the first child of that name, white space around it cut; "" where there is none."""
        element = self.one(name)
        return text_of(element) if element is not None else ""

    def content(self, element: etree._Element) -> Content:
        """The HTML that an element of this view holds as text, tokenised once."""
        if element not in self._contents:
            self._contents[element] = Content("".join(str(part) for part in element.itertext()))
        return self._contents[element]

    def get(self, attribute: str) -> str | None:
        """An attribute's value."""
        return self.element.get(clark(attribute) if ":" in attribute else attribute)


def text_of(element: etree._Element) -> str:
    """An element's whole text, white space around it cut."""
    if len(element):
        return "".join(str(part) for part in element.itertext()).strip()
    return (element.text or "").strip()


def parser(*, recover: bool = False) -> etree.XMLParser:
    """The hardened XML parser: no entities, no network, no DTD, bounded depth and text."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover
    )


class Document:
    """A parsed XML document."""

    def __init__(self, source: bytes, root: etree._Element) -> None:
        self.source = source
        self.root = root

    @cached_property
    def _places(self) -> dict[etree._Element, Place]:
        """Line and column of each element's start: expat counts them, the n-th element is the n-th."""
        places: list[Place] = []
        reader = expat.ParserCreate()
        reader.StartElementHandler = lambda *_: places.append(
            (reader.CurrentLineNumber, reader.CurrentColumnNumber + 1)
        )
        with contextlib.suppress(expat.ExpatError):  # what stands before a fault keeps its places
            reader.Parse(self.source, True)  # noqa: FBT003  (expat takes it by position)
        return dict(zip(self.root.iter(etree.Element), places, strict=False))

    def place(self, at: Any) -> Place:
        """Where an element begins: 1-based line and column; (0, 0) for no element."""
        if isinstance(at, View):
            at = at.element
        if at is None:
            return (0, 0)
        return self._places.get(at) or (int(at.sourceline or 0), 1)
