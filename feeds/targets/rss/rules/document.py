"""What the document as a whole is: its root, its namespaces, where its elements belong."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.absence import written
from feeds.checking.demands import common, spaces
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.rss.rules.base import (
    CATEGORY,
    ITEM_TITLE,
    NOW,
    READ,
    RULES,
    SOURCE,
    TTL,
    URL,
    fact,
)

OLD = frozenset({"0.90", "0.91", "0.92", "0.93", "0.94", "2.00", "2.0.1", "2.01"})
"""Versions that readers take for 2.0."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"
_ATOM = "{http://www.w3.org/2005/Atom}feed"
_ATOM_03 = "{http://purl.org/atom/ns#}feed"
_OTHERS = {
    _RDF: "this is RSS 1.0 (RDF), another format than RSS 2.0",
    _ATOM: "this is an Atom feed, not RSS",
    _ATOM_03: "this is a feed of Atom 0.3, which was never published",
}

SHOWN = 20
_ROOT = '<rss version="2.0"'


@RULES.rule(
    "RSS002",
    "root",
    "error",
    on="document",
    summary="The document is RSS 2.0: rss in no namespace, version 2.0.",
    hint='Let the root be <rss version="2.0">, without a namespace of its own.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_ROOT, '<rss version="3.0"'),
    good=Change(_ROOT, "<rss version='2.0'"),
)
def root(whole: View, context: Context) -> Iterator[Problem]:
    """Another root, another version, or none."""
    element = context.document.root
    if element.tag != "rss":
        known = _OTHERS.get(element.tag, f"the root is <{written(element)}>, not rss")
        namespaced = element.tag.endswith("}rss")
        yield Problem(element, "rss stands in a namespace, where it belongs in none" if namespaced else known)
        return
    version = (element.get("version") or "").strip()
    if not version:
        yield Problem(element, "rss has no version")
    elif version in OLD:
        yield Problem(
            element, f"the version is {version}: write 2.0", severity="warning", attribute="version"
        )
    elif version != "2.0":
        yield Problem(element, f"there is no version {version[:20]!r} of RSS", attribute="version")


@RULES.rule(
    "RSS051",
    "attribute",
    "error",
    on="document",
    summary="Attributes are those that RSS has, spelt as it spells them.",
    hint="Look for a slip of the pen, also in capitals, as in isPermaLink; take out what RSS does not know.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(' domain="https://harbour.example/topics"', ' Domain="https://harbour.example/topics"'),
    good=Change("<channel>", '<channel xmlns:x="urn:x" x:y="z" xml:lang="en">'),
)
def of_root(whole: View, context: Context) -> Iterator[Problem]:
    """Attributes of the root that RSS has not; those of other elements the table finds."""
    element = context.document.root
    if element.tag == "rss":
        strangers = [
            name for name in element.attrib if name != "version" and name[0] != "{" and ":" not in name
        ]
        for name in strangers[:SHOWN]:
            yield Problem(element, f"{name[:60]!r} is no attribute of rss", attribute=name)


@RULES.rule(
    "RSS028",
    "items-last",
    "warning",
    on="channel",
    summary="Stories come after all that the channel says of itself.",
    hint="Write title, link, image and the like first, then the stories: programs that read as they load need it.",
    now=NOW,
    url=URL,
    read=READ,
    spec="https://www.rssboard.org/rss-profile",
    bad=Change(TTL, f"<item>{ITEM_TITLE}<guid>https://harbour.example/1</guid></item>{TTL}"),
)
def items_last(channel: View, context: Context) -> Iterator[Problem]:
    """A story before something of the channel's own."""
    first = channel.one("item")
    if first is None:
        return
    late = next(
        (e for e in first.itersiblings() if isinstance(e.tag, str) and e.tag != "item" and e.tag[0] != "{"),
        None,
    )
    if late is not None:
        yield Problem(first, f"the story stands before <{late.tag}>, which speaks of the channel")


@RULES.rule(
    "RSS057",
    "namespace",
    "error",
    on="document",
    summary="Namespaces of extensions are spelt exactly.",
    hint="Copy the namespace letter by letter, http:// and the slash at its end included: with any other one the "
    "elements are not recognised.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change("http://purl.org/dc/elements/1.1/", "https://purl.org/dc/elements/1.1/"),
)
def misspelt(whole: View, context: Context) -> Iterator[Problem]:
    """A namespace that is almost one."""
    yield from spaces.misspelt(context)
    yield from spaces.no_address(context)


@RULES.rule(
    "RSS058",
    "unchecked",
    "info",
    on="document",
    summary="Elements of namespaces that are not known here are not checked.",
    hint="Nothing is wrong with that; see the page of the extension for its rules.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_ROOT, f'{_ROOT} xmlns:harbour="https://harbour.example/ns"'),
)
def unchecked(whole: View, context: Context) -> Iterator[Problem]:
    """A namespace without a table."""
    yield from spaces.unchecked(context, KNOWN)


KNOWN = frozenset(vocabulary.uri for vocabulary in RULES.known())


@RULES.rule(
    "RSS059",
    "prefix",
    "warning",
    on="document",
    summary="Customary prefixes stand for the extensions that they go by.",
    hint="Choose another prefix: some programs look at it alone.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_ROOT, f'{_ROOT} xmlns:media="https://harbour.example/ns"'),
    good=Change(_ROOT, f'{_ROOT} xmlns:m="http://search.yahoo.com/mrss/"'),
)
def prefixes(whole: View, context: Context) -> Iterator[Problem]:
    """A prefix that means something else to readers."""
    yield from spaces.reserved(context)


@RULES.rule(
    "RSS062",
    "xml-attributes",
    "error",
    on="document",
    summary="xml:lang is a language tag, xml:base an address.",
    hint="Write the tag of a language (of BCP 47): ru, en-GB, zh-Hans.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change("<channel>", '<channel xml:lang="english">'),
    good=Change("<channel>", '<channel xml:lang="">'),
)
def xml_attributes(whole: View, context: Context) -> Iterator[Problem]:
    """A wrong value of either."""
    yield from common.wrong_values(context)


fact(
    "003",
    "one-channel",
    "error",
    summary="There is one channel.",
    hint="Put everything into one <channel> inside of <rss>; write a feed of its own for another channel.",
    bad=Change("  </channel>", "  </channel><channel/>"),
)
fact(
    "008",
    "element",
    "error",
    summary="Elements without a prefix are those that RSS has, where it has them.",
    hint="Look for a slip of the pen, also in capitals, as in pubDate. What is not of RSS itself "
    "needs a prefix, as in media:content, and xmlns:media=… on <rss>.",
    bad=Change(SOURCE, "<summary>Crossings restarted.</summary>"),
)
fact(
    "052",
    "bare",
    "error",
    summary="Elements of extensions stand in a namespace, those inside of them too.",
    hint="Give the element the prefix of its extension.",
    bad=Change(CATEGORY, '<x:place xmlns:x="https://harbour.example/ns"><name>Pier 3</name></x:place>'),
)
