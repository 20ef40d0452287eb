"""XHTML that stands in a feed as elements: what does not get through to readers, and what belongs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import written
from feeds.checking.body import address, style
from feeds.checking.html_facts import ADDRESSES, ELEMENTS, MATHML, RISKY, SVG
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.plan import uri_of
from feeds.checking.rule import Problem

_KINDS = {
    NAMESPACES["xhtml"]: ELEMENTS - SVG | {"a", "title", "image", "text"},
    NAMESPACES["svg"]: SVG,
    NAMESPACES["mathml"]: MATHML,
}

DISTINCT = 10
"""Things that are reported of one text, each once."""


def in_tree(top: etree._Element, known: frozenset[str]) -> Iterator[Problem]:
    """What is wrong below an element; `known` are the namespaces whose elements do not belong there."""
    told: set[str] = set()
    for element in top.iterdescendants(etree.Element):
        for problem in _of_element(element, known):
            if problem.message not in told and len(told) < DISTINCT:
                told.add(problem.message)
                yield problem


def _of_element(element: etree._Element, known: frozenset[str]) -> Iterator[Problem]:
    uri = uri_of(str(element.tag))
    name = etree.QName(element).localname
    if uri not in _KINDS:
        if not uri:
            yield Problem(element, f"<{name}> stands in no namespace inside of XHTML")
        elif uri in known:
            yield Problem(element, f"<{written(element)}> does not belong into XHTML")
        return
    if uri == NAMESPACES["xhtml"] and name != name.lower():
        yield Problem(element, f"<{name}> is no XHTML: names are in small letters", severity="warning")
    elif name.lower() not in _KINDS[uri]:
        yield Problem(element, f"<{written(element)}> is no element of its vocabulary", severity="warning")
    elif uri == NAMESPACES["xhtml"] and name in RISKY:
        yield Problem(element, f"readers cut <{name}> out", severity="warning")
    for attribute, value in element.attrib.items():
        yield from _of_attribute(element, name, str(attribute), str(value))


def _of_attribute(element: etree._Element, name: str, attribute: str, value: str) -> Iterator[Problem]:
    if attribute == "style":
        for fault in style(value):
            yield Problem(element, fault, severity="warning", attribute=attribute)
    elif attribute.startswith("on") and attribute[2:].isalpha():
        said = f"readers cut {attribute} of <{name}> out: it runs a script"
        yield Problem(element, said, severity="warning", attribute=attribute)
    elif attribute in ADDRESSES.get(name, ()):
        for _, fault in address(name, attribute, value):
            yield Problem(element, fault, severity="warning", attribute=attribute)
