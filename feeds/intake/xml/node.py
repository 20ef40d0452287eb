"""An element with its children by name, its text, and the markup inside it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from feeds.intake.xml.names import name_of
from feeds.markup.nodes import VOID

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_VOID = VOID | {"source", "track", "embed", "input", "wbr", "col", "area", "link", "meta"}


class Node:
    """An element of a document, its children found by their customary names."""

    __slots__ = ("_children", "element")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self._children: dict[str, list[Node]] | None = None

    @property
    def name(self) -> str:
        """Its name, as in `media:content`."""
        return name_of(self.element)

    @property
    def line(self) -> int | None:
        """The line where it begins."""
        return self.element.sourceline  # type: ignore[return-value]  # lxml's stubs do not know its type

    @property
    def children(self) -> dict[str, list[Node]]:
        """The elements in it by name, in document order."""
        if self._children is None:
            self._children = {}
            for child in self.element.iterchildren(etree.Element):
                self._children.setdefault(name_of(child), []).append(Node(child))
        return self._children

    def all(self, *names: str) -> Iterator[Node]:
        """The child elements of these names: those of the first name first."""
        for name in names:
            yield from self.children.get(name, ())

    def one(self, *names: str) -> Node | None:
        """The first child element of the first name that there is."""
        return next(self.all(*names), None)

    def at(self, path: str) -> Iterator[Node]:
        """The elements at a path of names, as in `body.head/hedline/hl1`."""
        here: list[Node] = [self]
        for name in path.split("/"):
            here = [child for node in here for child in node.children.get(name, ())]
        yield from here

    def below(self, *names: str) -> Iterator[Node]:
        """The elements of these names at any depth below, in document order."""
        wanted = frozenset(names)
        for element in self.element.iterdescendants(etree.Element):
            if name_of(element) in wanted:
                yield Node(element)

    def get(self, *names: str) -> str | None:
        """The first of these attributes that says anything, white space around it cut."""
        found = (self.element.get(name) for name in names)
        return next((said for value in found if value and (said := value.strip())), None)

    @property
    def text(self) -> str:
        """Its whole text, white space around it cut."""
        element = self.element
        if not len(element):
            return (element.text or "").strip()
        return "".join(_said(element)).strip()

    def text_of(self, *names: str) -> str | None:
        """The text of the first child of these names that says anything."""
        return next((child.text for child in self.all(*names) if child.text), None)

    @property
    def language(self) -> str | None:
        """What `xml:lang` says, here or around it."""
        return next((said for e in _upwards(self.element) if (said := e.get(f"{_XML}lang"))), None)

    def base(self, address: str | None = None) -> str | None:
        """What `xml:base` says here, read against those around it and against the document's address."""
        stated = [said for e in _upwards(self.element) if (said := e.get(f"{_XML}base"))]
        for said in reversed(stated):
            address = joined(address, said)
        return address


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def joined(base: str | None, address: str) -> str:
    """An address read against another; itself where it is absolute, or where that makes no sense."""
    address = address.strip()
    if not base or _ABSOLUTE.match(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _said(element: etree._Element) -> Iterator[str]:
    """The texts in an element; comments and instructions say nothing."""
    for part in element.itertext(etree.Element):
        yield str(part)


def inner(node: Node) -> str:
    """What is in an element as HTML: its elements by their local names, its text escaped."""
    parts: list[str] = []
    _write(node.element, parts)
    return "".join(parts)


def _write(top: etree._Element, parts: list[str]) -> None:
    """Writes what is in an element, in document order and without recursion."""
    parts.append(html.escape(top.text or "", quote=False))
    for event, element in etree.iterwalk(top, events=("start", "end", "comment", "pi")):
        if element is top:
            continue
        if event in ("comment", "pi"):
            parts.append(html.escape(element.tail or "", quote=False))
        elif event == "start":
            parts += [_start(element), html.escape(element.text or "", quote=False)]
        else:
            tag = _local(element)
            parts += ["" if tag in _VOID else f"</{tag}>", html.escape(element.tail or "", quote=False)]


def _start(element: etree._Element) -> str:
    named = ((str(name), str(value)) for name, value in element.attrib.items())
    given = "".join(f' {name}="{html.escape(value)}"' for name, value in named if name[:1] != "{")
    return f"<{_local(element)}{given}>"


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()
