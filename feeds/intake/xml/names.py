"""Names of elements by customary prefixes, whatever prefix and spelling of the namespace a document uses."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from feeds.checking.namespaces import NAMESPACES

_MORE = {
    "": (
        "http://purl.org/rss/1.0/ http://my.netscape.com/rdf/simple/0.9/ http://backend.userland.com/rss2 "
        "http://channel.netscape.com/rdf/simple/0.9/ http://purl.org/net/rss1.1# http://blogs.law.harvard.edu/"
        "tech/rss http://backend.userland.com/rss http://cyber.law.harvard.edu/rss/rss.html "
        "http://iptc.org/std/nar/2006-10-01/ http://iptc.org/std/NITF/2006-10-18/"
    ),
    "atom": "http://purl.org/atom/ns# http://purl.org/atom/app#",
    "dc": "http://purl.org/dc/elements/1.0/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd http://example.com/DTDs/PodCast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss http://search.yahoo.com/rss http://video.search.yahoo.com/mrss",
    "pheedo": "http://www.pheedo.com/namespace/pheedo",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/ http://prismstandard.org/namespaces/basic/2.0/",
    "rambler": "http://news.rambler.ru/",
    "wp": "",
}
_VERSIONED = (
    (re.compile(r"wordpress\.org/export/[\d.]+/excerpt"), "excerpt"),
    (re.compile(r"wordpress\.org/export/[\d.]+"), "wp"),
    (re.compile(r"prismstandard\.org/.*"), "prism"),
    (re.compile(r"purl\.org/(?:net/)?rss.*/modules/content"), "content"),
    (re.compile(r"iptc\.org/std/(?:nitf|nar)/.*"), ""),
    (re.compile(r"www\.w3\.org/2003/01/geo.*"), "geo"),
)


def _folded(uri: str) -> str:
    """A namespace without what publishers get wrong in it: the scheme, capitals, the last sign."""
    return re.sub(r"^https?:?//|[/#]+$", "", uri.strip().lower())


_PREFIXES = {
    **{_folded(uri): prefix for prefix, uri in NAMESPACES.items()},
    **{_folded(uri): prefix for prefix, uris in _MORE.items() for uri in uris.split()},
}
_CUSTOMARY = frozenset(NAMESPACES) | frozenset(_MORE) - {""}


def name_of(element: etree._Element) -> str:
    """An element's name in small letters, as in `media:content`; those of RSS, NITF and NewsML have no prefix."""
    tag = element.tag
    return _name(tag, element.prefix) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _name(tag: str, prefix: str | None) -> str:
    if not tag.startswith("{"):
        return tag.lower()
    uri, _, local = tag[1:].partition("}")
    known = prefix_of(uri)
    if known is None:
        # A namespace that nobody knows is a mistake where it is the default, and a module of its own elsewhere.
        known = prefix.lower() if prefix else ""
        known = known if known in _CUSTOMARY or not known else f"other-{known}"
    return f"{known}:{local.lower()}" if known else local.lower()


@lru_cache(maxsize=512)
def prefix_of(uri: str) -> str | None:
    """The customary prefix of a namespace; None for one that nobody knows."""
    folded = _folded(uri)
    if folded in _PREFIXES:
        return _PREFIXES[folded]
    return next((prefix for pattern, prefix in _VERSIONED if pattern.fullmatch(folded)), None)
