"""An XML document as rules walk it: parsed once, hardened, with places that are found when needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from feeds.checking.content import Content
from feeds.checking.fault import Fault
from feeds.checking.namespaces import clark
from feeds.checking.places import Place, Places
from feeds.checking.xml.reading import Reading, parser, read

__all__ = ["ATOM", "RSS", "SITEMAP", "Document", "Place", "Shape", "View", "parser", "text_of", "whole_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where a vocabulary keeps its channel and its items, in Clark names.

    `channel` is the path from the root ("" where the root is the channel), `items` the elements that
    are the feed's stories, `default` the namespace of the vocabulary's unprefixed names. Where `roots` are
    named, rules on channels and stories look at documents with such a root alone. A document whose root
    is a story has no channel.
    """

    root: str
    channel: str
    items: tuple[str, ...]
    default: str = ""
    roots: tuple[str, ...] = ()


RSS = Shape(root="rss", channel="channel", items=("item",), roots=("rss",))
ATOM = Shape(
    root=clark("atom:feed"),
    channel="",
    items=(clark("atom:entry"),),
    default="http://www.w3.org/2005/Atom",
    roots=(clark("atom:feed"), clark("atom:entry")),
)
SITEMAP = Shape(
    root=clark("sitemap:urlset"),
    channel="",
    items=(clark("sitemap:url"), clark("sitemap:sitemap")),
    default="http://www.sitemaps.org/schemas/sitemap/0.9",
)
"""A sitemap's stories are its addresses; an index's are the sitemaps that it lists."""


class View:
    """An element with its children by name, as in `media:content`; bare names are the vocabulary's."""

    __slots__ = ("_children", "_contents", "default", "element", "index", "parent")

    def __init__(
        self,
        element: etree._Element,
        default: str = "",
        index: int | None = None,
        parent: View | None = None,
    ) -> None:
        self.element = element
        self.default = default
        self.index = index
        self.parent = parent
        self._children: dict[str, list[etree._Element]] | None = None
        self._contents: dict[etree._Element, Content] | None = None

    @property
    def children(self) -> dict[str, list[etree._Element]]:
        """Child elements by Clark name, in document order."""
        if self._children is None:
            found: dict[str, list[etree._Element]] = {}
            for child in self.element:
                tag = child.tag
                if tag in found:
                    found[tag].append(child)
                elif isinstance(tag, str):  # what is no element has a function in its place
                    found[tag] = [child]
            self._children = found
        return self._children

    def all(self, name: str) -> list[etree._Element]:
        """The child elements of that name."""
        tag = clark(name, self.default)
        if self._children is None:
            return list(self.element.iterchildren(tag))
        return self._children.get(tag, [])

    def one(self, name: str) -> etree._Element | None:
        """The first child element of that name."""
        tag = clark(name, self.default)
        if self._children is None:
            return next(self.element.iterchildren(tag), None)
        found = self._children.get(tag)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """The text of the first child of that name, white space around it cut; "" where there is none."""
        element = self.one(name)
        return text_of(element) if element is not None else ""

    def content(self, element: etree._Element) -> Content:
        """The HTML that an element of this view, or of one above it, holds as text: tokenised once."""
        if self.parent is not None and self.parent.index is not None:
            return self.parent.content(element)
        if self._contents is None:
            self._contents = {}
        if element not in self._contents:
            self._contents[element] = Content(whole_text(element))
        return self._contents[element]

    def forget(self) -> None:
        """Lets go of what was made of the element; asked again, it is made again."""
        self._children = None
        self._contents = None

    def get(self, attribute: str) -> str | None:
        """An attribute's value."""
        return self.element.get(clark(attribute) if ":" in attribute else attribute)


def whole_text(element: etree._Element) -> str:
    """An element's text with that of all it holds, as it stands."""
    if len(element):
        return "".join(str(part) for part in element.itertext())
    return element.text or ""


def text_of(element: etree._Element) -> str:
    """An element's whole text, white space around it cut."""
    return (whole_text(element) if len(element) else element.text or "").strip()


class Document:
    """A parsed XML document. Breaches of XML are in `faults`; `root` is None where nothing could be read.

    `source` is the document as given, `markup` the same in UTF-8 without a mark. `trouble` is what kept
    it from being given at all.
    """

    def __init__(
        self, source: bytes, root: etree._Element | None = None, *, trouble: Fault | None = None
    ) -> None:
        if trouble:
            reading = Reading(source, None, [trouble])
        else:
            reading = read(source) if root is None else Reading(source, root)
        self.source = source
        self.faults: list[Fault] = reading.faults
        self.root = reading.root
        self.markup = reading.markup
        self._used: dict[str, bool] = {}
        self._starts: dict[etree._Element | None, int] = {}

    def frame(self, shape: Shape) -> View | None:
        """The root; it has an index where it is a story by itself."""
        if self.root is None:
            return None
        return View(self.root, shape.default, index=0 if self.root.tag in shape.items else None)

    def channel(self, shape: Shape) -> View | None:
        """The feed's own element; None where the document has none."""
        if self.root is None or (shape.roots and self.root.tag not in shape.roots):
            return None
        element = self.root.find(shape.channel) if shape.channel else self.root
        return None if element is None else View(element, shape.default)

    @staticmethod
    def empty(shape: Shape) -> View:
        """What stands for the channel of a story that comes without one."""
        return View(etree.Element(shape.channel or shape.root), shape.default)

    def items(self, channel: View | None, shape: Shape) -> list[View]:
        """The stories, each with its index."""
        found = channel.element.iterchildren(*shape.items) if channel else ()
        return [View(element, shape.default, index=n, parent=channel) for n, element in enumerate(found)]

    @cached_property
    def bindings(self) -> list[tuple[str, str, etree._Element]]:
        """Each prefix ("" for none) with its namespace, once, at the element where it is first declared."""
        if self.root is None:
            return []
        found: dict[tuple[str | None, str], etree._Element] = {}
        for element in self._declaring():
            for pair in element.nsmap.items():
                found.setdefault(pair, element)
        return [(prefix or "", uri, element) for (prefix, uri), element in found.items()]

    def _declaring(self) -> Iterator[etree._Element]:
        """The elements that may declare namespaces: in most documents the root alone."""
        assert self.root is not None
        yield self.root
        declared = len(self.root.nsmap)
        if self.markup.count(b"xmlns") > declared:
            yield from self.root.iterdescendants(etree.Element)

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """Every namespace that is declared."""
        return frozenset(uri for _, uri, _ in self.bindings)

    def uses(self, uri: str) -> bool:
        """Whether an element of a namespace is there."""
        if uri not in self._used:
            found = self.root.iter(f"{{{uri}}}*") if self.root is not None and uri in self.namespaces else ()
            self._used[uri] = any(True for _ in found)
        return self._used[uri]

    @cached_property
    def _places(self) -> Places:
        return Places(self.markup)

    def locate(self, places: Iterable[Any]) -> None:
        """Looks up where the elements stand that `place` will be asked about, all at once."""
        wanted = {at.element if isinstance(at, View) else at for at in places}
        wanted.discard(None)
        if wanted and self.root is not None:
            # The n-th element has the n-th start tag.
            starts = zip(self.root.iter(etree.Element), self._places.starts, strict=False)
            self._starts |= {element: start for element, start in starts if element in wanted}

    def place(
        self, at: Any, offset: int | None = None, attribute: str | None = None, *, closing: bool = False
    ) -> Place:
        """Where an element begins, a character of its text, one of its attributes, or its end tag.

        Line and column are 1-based; (0, 0) for what is nowhere.
        """
        if isinstance(at, Fault):
            return self._places.at(at.offset)
        element = at.element if isinstance(at, View) else at
        if element is not None and element not in self._starts:
            self.locate([element])
        start = self._starts.get(element)
        if start is None:
            return (0, 0)
        if closing:
            return self._places.at(self._places.closing(start))
        if attribute is not None:
            return self._places.at(self._places.attribute(start, attribute))
        return self._places.at(start if offset is None else self._places.inside(start, offset))
