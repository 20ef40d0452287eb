"""Tells from a document which target it was made for."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from feeds.checking.document import Document
from feeds.checking.json_document import JsonDocument
from feeds.checking.namespaces import clark
from feeds.targets import registry

LOOKED_AT = 20_000
"""Elements in which signs are looked for."""

DEFAULT = "rss"


def recognised(document: Document | JsonDocument) -> str:
    """The target whose signs the document bears, the surest ones first; that of its root, where it bears none."""
    if isinstance(document, JsonDocument):
        return "json-feed"
    if document.root is None:
        return DEFAULT
    root = str(document.root.tag)
    borne = _signs(document.root)
    best: tuple[int, str] = (-1, DEFAULT)
    for target in registry.targets().values():
        if root in {clark(name) for name in target.roots}:
            found = (weight for sign, weight in target.signs.items() if _full(sign) in borne)
            best = max(best, (max(found, default=0 if target.generic else -1), target.name))
    return best[1]


def _signs(root: etree._Element) -> set[str]:
    """Names of elements, and what categories say."""
    borne: set[str] = set()
    for element in islice(root.iter(etree.Element), LOOKED_AT):
        borne.add(str(element.tag))
        if element.tag == "category" and element.text:
            borne.add(f"category={element.text.strip()}")
    return borne


def _full(sign: str) -> str:
    return sign if "=" in sign else clark(sign)
