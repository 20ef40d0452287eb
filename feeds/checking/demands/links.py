"""Atom's link element, in Atom and in RSS: its attributes, its relations, and the feed's link to itself."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from feeds.checking import uris
from feeds.checking.document import View
from feeds.checking.rule import Problem
from feeds.checking.structure import Attribute
from feeds.checking.values import integer, known_language, media_type

BASE = "{http://www.w3.org/XML/1998/namespace}base"
_IANA = "http://www.iana.org/assignments/relation/"

RELATIONS = frozenset(
    "about acl alternate amphtml appendix archives author blocked-by bookmark canonical chapter collection "
    "contents convertedfrom copyright create-form current describedby describes disclosure dns-prefetch duplicate "
    "edit edit-form edit-media enclosure external first glossary help hosts hub icon index "
    "interval-after interval-before item last latest-version license linkset lrdd me memento micropub monitor next "
    "next-archive nofollow noopener noreferrer original payment permalink pingback preconnect "
    "predecessor-version prefetch preload prerender prev prev-archive preview previous privacy-policy "
    "profile publication related replies restconf search section self service shortlink start "
    "status stylesheet subsection successor-version sunset tag terms-of-service timegate timemap type up "
    "version-history via webmention working-copy working-copy-of".split()
)
"""Relations that IANA has registered, as far as feeds may use them."""

FEED_TYPES = frozenset(
    {
        "application/atom+xml",
        "application/rss+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
    }
)


def attributes(missing: str, invalid: str) -> tuple[Attribute, ...]:
    """What a link may say of itself, with the codes for a missing address and for wrong values."""
    return (
        Attribute(name="href", required=missing, value=uris.reference, invalid=invalid),
        Attribute(name="rel"),
        Attribute(name="type", value=media_type, invalid=invalid),
        Attribute(name="hreflang", value=known_language, invalid=invalid),
        Attribute(name="title"),
        Attribute(name="length", value=integer(0), invalid=invalid),
    )


def relation(link: etree._Element) -> str:
    """What a link says that it is; "alternate" where it says nothing."""
    return (link.get("rel") or "alternate").removeprefix(_IANA)


def unregistered(link: View) -> Iterator[Problem]:
    """A relation that is neither registered nor an address."""
    said = link.get("rel")
    if said is None:
        return
    if not said.strip():
        yield Problem(link, "rel of link is empty", attribute="rel")
    elif relation(link.element) not in RELATIONS and uris.absolute(said):
        yield Problem(link, f"rel={said[:60]!r} is neither registered nor an address", attribute="rel")


def selves(channel: View) -> list[etree._Element]:
    """The links of a feed to itself."""
    return [link for link in channel.all("atom:link") if relation(link) == "self"]


def base_of(element: etree._Element | None) -> str:
    """The address that xml:base gives an element, or ""; each base completes the one above it."""
    bases = []
    while element is not None:
        if (own := element.get(BASE)) is not None:
            bases.append(own.strip())
        element = element.getparent()
    address = ""
    for base in reversed(bases):
        try:
            address = urljoin(address, base)
        except ValueError:
            return address
    return address


def strange_self(channel: View, url: str | None) -> Iterator[Problem]:
    """Links of a feed to itself that are relative, of no feed's type, or lead elsewhere than it is served."""
    for link in selves(channel):
        href = (link.get("href") or "").strip()
        base = base_of(link)
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if kind and not media_type(kind) and kind not in FEED_TYPES:
            yield Problem(
                link, f"the feed's link to itself has the type {kind}, which is no feed's", attribute="type"
            )
        if uris.scheme(href) is None and uris.scheme(base) is None:
            yield Problem(link, f"the feed's link to itself is relative: {href[:80]!r}", attribute="href")
        elif url and _same(urljoin(base, href) if base else href) != _same(url):
            said = f"the feed's link to itself is {href[:120]}, but it is served at {url[:120]}"
            yield Problem(link, said, attribute="href")


def _same(address: str) -> str:
    bare = address.partition("#")[0]
    return uris.canonical(bare) or bare
