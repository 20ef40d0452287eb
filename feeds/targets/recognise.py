"""Tells from a document which target it was made for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from feeds.checking.demands.spaces import meant
from feeds.checking.document import Document
from feeds.checking.json_document import JsonDocument
from feeds.checking.namespaces import NAMESPACES, clark
from feeds.targets import registry
from feeds.targets.target import Target

LOOKED_AT = 20_000
"""Elements of a kind in which signs are looked for."""

HEAD = 4096
"""Bytes of a broken document in which its root is looked for."""

DEFAULT = "rss"

DECLARED = 2
"""How sure a platform's namespace is that is declared in RSS and not used: surer than nothing.

Writers of sitemaps declare all that there are.
"""

_ROOT = re.compile(rb"<(?:[a-z][\w.-]*:)?(rss|rdf|feed|entry|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_ALIKE = {"rdf": "rss", "channel": "rss", "item": "rss", "sitemap": "sitemapindex", "url": "urlset"}
"""Roots that stand for others: an older format, or one that lacks its frame."""


READ = 1 << 20
"""How much is looked through of a document that cannot be parsed, in bytes."""


def recognised(document: Document | JsonDocument) -> str:
    """The target whose signs the document bears, the surest first; that of its root, where it bears none."""
    if isinstance(document, JsonDocument):
        return "json-feed"
    root = _root(document)
    evidence = _Evidence(document)
    best: tuple[int, str] = (-1, DEFAULT)
    for target in registry.targets().values():
        if root in _roots(target):
            best = max(best, (evidence.weigh(target, best[0]), target.name))
    return best[1]


def _root(document: Document) -> str:
    """The name of the root in small letters, whatever its namespace."""
    if document.root is not None:
        name = etree.QName(document.root).localname.lower()
    else:
        match = _ROOT.search(document.markup[:HEAD])
        name = match[1].decode().lower() if match else ""
    return _ALIKE.get(name, name)


def _roots(target: Target) -> frozenset[str]:
    return frozenset(name.rpartition(":")[2].lower() for name in target.roots)


class _Evidence:
    """What a document shows, looked up as it is asked for."""

    def __init__(self, document: Document) -> None:
        self._root = document.root
        self._markup = document.markup[:READ]
        self._spaces: dict[str, set[str]] = {}
        for uri in document.namespaces:
            self._spaces.setdefault(NAMESPACES[known] if (known := meant(uri)) else uri, set()).add(uri)
        self._categories: set[str] | None = None

    def weigh(self, target: Target, beaten: int) -> int:
        """How surely the document is a target's; what cannot beat a weight is not looked for."""
        for sign, weight in sorted(target.signs.items(), key=lambda item: -item[1]):
            if weight > beaten and self._bears(sign):
                return weight
        if DEFAULT in target.roots and any(NAMESPACES[p] in self._spaces for p in _prefixes(target)):
            return DECLARED
        return 0 if target.generic else -1

    def _bears(self, sign: str) -> bool:
        if sign.startswith("category="):
            return sign.removeprefix("category=") in self._said()
        if "+" in sign:
            return all(self._bears(part) for part in sign.split("+"))
        if self._root is None:
            return f"<{sign}".encode() in self._markup
        return any(next(self._root.iter(tag), None) is not None for tag in self._spellings(sign))

    def _spellings(self, sign: str) -> Iterator[str]:
        """An element's Clark names, with the spellings of its namespace that the document uses."""
        prefix, colon, local = sign.partition(":")
        if not colon:
            yield sign
            return
        for uri in self._spaces.get(NAMESPACES[prefix], ()):
            yield f"{{{uri}}}{local}"
        if self._root is not None and clark(sign) == self._root.tag:
            yield clark(sign)

    def _said(self) -> set[str]:
        """What the categories say."""
        if self._categories is None:
            found = () if self._root is None else islice(self._root.iter("category"), LOOKED_AT)
            self._categories = {(category.text or "").strip() for category in found}
        return self._categories


def _prefixes(target: Target) -> set[str]:
    """The namespaces that only this target's documents have: those of its signs, but for ones that all use."""
    return {sign.partition(":")[0] for sign in target.signs if ":" in sign and "+" not in sign}
