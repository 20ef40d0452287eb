"""Documents in pieces: what `Generator` writes as a whole, cut between its entries.

head + items + tail is byte for byte what the generator itself writes with all entries, so an item
can be rendered once and kept, and a document is put together by joining.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from feeds.checking.namespaces import NAMESPACES
from feeds.syndication.entry import Entry
from feeds.syndication.generator import Generator

RSS_TAIL = b"  </channel>\n</rss>\n"
ATOM_TAIL = b"</feed>\n"


def rss_item(entry: Entry) -> bytes:
    """An item as it stands in its document, indentation and line end included."""
    prefixes = entry.dialect.prefixes
    return _within(_rss_holder(prefixes, entry.rss_entry()), _rss_indent(prefixes), RSS_TAIL)


def atom_item(entry: Entry) -> bytes:
    """An entry as it stands in its document, indentation and line end included."""
    prefixes = entry.dialect.prefixes
    return _within(_atom_holder(prefixes, entry.atom_entry()), _atom_indent(prefixes), ATOM_TAIL)


def rss_frame(generator: Generator) -> tuple[bytes, bytes]:
    """What stands before and after the items of a generator that has none."""
    return _cut(generator.rss_str(pretty=True), RSS_TAIL)


def atom_frame(generator: Generator) -> tuple[bytes, bytes]:
    """What stands before and after the entries of a generator that has none."""
    return _cut(generator.atom_str(pretty=True), ATOM_TAIL)


def _cut(document: bytes, tail: bytes) -> tuple[bytes, bytes]:
    assert document.endswith(tail), "a feed holds more than its tail"
    return document[: -len(tail)], tail


def _within(holder: etree._Element, before: int, tail: bytes) -> bytes:
    """The item alone, as it is written inside a holder that declares its document's namespaces."""
    return etree.tostring(holder, encoding="UTF-8", pretty_print=True)[before : -len(tail)]


def _rss_holder(prefixes: tuple[str, ...], item: etree._Element) -> etree._Element:
    rss = etree.Element("rss", nsmap=_namespaces((*prefixes, "atom", "content")))
    etree.SubElement(rss, "channel").append(item)
    return rss


def _atom_holder(prefixes: tuple[str, ...], entry: etree._Element) -> etree._Element:
    feed = etree.Element("feed", nsmap=_namespaces(prefixes))
    feed.append(entry)
    return feed


@cache
def _namespaces(prefixes: tuple[str, ...]) -> dict[str, str]:
    return {prefix: NAMESPACES[prefix] for prefix in prefixes}


@cache
def _rss_indent(prefixes: tuple[str, ...]) -> int:
    """How many bytes a holder has before its item."""
    holder = _rss_holder(prefixes, etree.Element("item"))
    return etree.tostring(holder, pretty_print=True).index(b"    <item/>")


@cache
def _atom_indent(prefixes: tuple[str, ...]) -> int:
    holder = _atom_holder(prefixes, etree.Element("entry"))
    return etree.tostring(holder, pretty_print=True).index(b"  <entry/>")
