"""What the document as a whole is: its root, its namespaces, where its elements belong."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.absence import written
from feeds.checking.demands import common, spaces
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.targets.atom.rules.base import EXAMPLE, FEED_TITLE, NOW, READ, RULES, SUBTITLE, URL, fact

ATOM_03 = "http://purl.org/atom/ns#"
_ROOTS = frozenset(f"{{{NAMESPACES['atom']}}}{name}" for name in ("feed", "entry"))
_TOMBSTONE = f"{{{NAMESPACES['at']}}}deleted-entry"
_SPACE = f'xmlns="{NAMESPACES["atom"]}"'
KNOWN = frozenset(vocabulary.uri for vocabulary in RULES.known()) | {NAMESPACES["svg"], NAMESPACES["mathml"]}


@RULES.rule(
    "ATOM001",
    "root",
    "error",
    on="document",
    summary="The document is a feed or an entry of Atom 1.0.",
    hint='Let the root be <feed xmlns="http://www.w3.org/2005/Atom">, the namespace spelt letter by letter.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_SPACE, 'xmlns="http://purl.org/atom/ns#"'),
    good=Change(_SPACE, f'{_SPACE} xmlns:x="{NAMESPACES["atom"]}"'),
)
def root(whole: View, context: Context) -> Iterator[Problem]:
    """Another root, or another namespace."""
    element = context.document.root
    if element.tag in _ROOTS or element.tag == _TOMBSTONE:
        return
    uri, _, name = str(element.tag).rpartition("}")
    if name != "feed":
        yield Problem(element, f"the root is <{written(element)}>, not a feed or an entry of Atom")
    elif not uri:
        yield Problem(element, "the feed stands in no namespace: xmlns is missing")
    elif uri[1:] == ATOM_03:
        yield Problem(
            element, "this is Atom 0.3, which was never published: readers drop it", attribute="xmlns"
        )
    else:
        yield Problem(element, f"the namespace of the feed is {uri[1:]!r}, not Atom's", attribute="xmlns")


@RULES.rule(
    "ATOM072",
    "prefix-of-atom",
    "warning",
    on="document",
    summary="Elements of Atom and of XHTML have no prefix.",
    hint='Declare the namespace as the default one, with xmlns="…": some readers look for names without a prefix.',
    now=NOW,
    url=URL,
    read=READ,
    bad=EXAMPLE.replace("</", "</a:").replace("<", "<a:").replace("<a:/a:", "</a:").replace("xmlns=", "xmlns:a=")
    .replace("<a:?", "<?"),
)  # fmt: skip
def prefixed(whole: View, context: Context) -> Iterator[Problem]:
    """A prefix on what readers look for without one."""
    for prefix, uri, element in context.document.bindings:
        if prefix and uri in {NAMESPACES["atom"], NAMESPACES["xhtml"]}:
            used = context.document.root.xpath(f"//{prefix}:*[1]", namespaces={prefix: uri})
            if any(found.prefix == prefix for found in used):
                said = f"elements of {uri} have the prefix {prefix}, which some readers do not take"
                yield Problem(element, said, attribute=f"xmlns:{prefix}")


@RULES.rule(
    "ATOM074",
    "namespace",
    "error",
    on="document",
    summary="Namespaces of extensions are spelt exactly.",
    hint="Copy the namespace letter by letter, http:// and the slash at its end included: with any other one the "
    "elements are not recognised.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_SPACE, f'{_SPACE} xmlns:thr="https://purl.org/syndication/thread/1.0"'),
)
def misspelt(whole: View, context: Context) -> Iterator[Problem]:
    """A namespace that is almost one; that of the root is the root's fault."""
    default = context.document.root.nsmap.get(None)
    for problem in (*spaces.misspelt(context), *spaces.no_address(context)):
        if not (problem.attribute == "xmlns" and default and repr(default) in problem.message):
            yield problem


@RULES.rule(
    "ATOM075",
    "unchecked",
    "info",
    on="document",
    summary="Elements of namespaces that are not known here are not checked.",
    hint="Nothing is wrong with that; see the page of the extension for its rules.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_SPACE, f'{_SPACE} xmlns:harbour="https://harbour.example/ns"'),
)
def unchecked(whole: View, context: Context) -> Iterator[Problem]:
    """A namespace without a table."""
    yield from spaces.unchecked(context, KNOWN)


@RULES.rule(
    "ATOM076",
    "prefix",
    "warning",
    on="document",
    summary="Customary prefixes stand for the extensions that they go by.",
    hint="Choose another prefix: some programs look at it alone.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(_SPACE, f'{_SPACE} xmlns:media="https://harbour.example/ns"'),
    good=Change(_SPACE, f'{_SPACE} xmlns:m="http://search.yahoo.com/mrss/"'),
)
def prefixes(whole: View, context: Context) -> Iterator[Problem]:
    """A prefix that means something else to readers."""
    yield from spaces.reserved(context)


@RULES.rule(
    "ATOM077",
    "xml-attributes",
    "error",
    on="document",
    summary="xml:lang is a language tag, xml:base an address.",
    hint="Write the tag of a language (of BCP 47): ru, en-GB, zh-Hans.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change('xml:lang="en"', 'xml:lang="english"'),
    good=Change('xml:lang="en"', 'xml:lang="" xml:base="https://harbour.example/a/"'),
)
def xml_attributes(whole: View, context: Context) -> Iterator[Problem]:
    """A wrong value of either."""
    yield from common.wrong_values(context)


@RULES.rule(
    "ATOM088",
    "language",
    "info",
    on="channel",
    summary="The feed says which language it is in.",
    hint='Write xml:lang="en" on <feed>, or the tag of its language: ru, pt-BR, zh-Hans.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(' xml:lang="en"', ""),
)
def language(feed: View, context: Context) -> Iterator[Problem]:
    """No language on the feed."""
    if common.LANG not in feed.element.attrib:
        yield Problem(feed, "the feed does not say which language it is in: xml:lang is missing")


fact(
    "063",
    "no-namespace",
    "warning",
    summary="Elements of extensions stand in a namespace.",
    hint="Give the element the namespace of its extension: nobody can tell what it is otherwise.",
    bad=Change(SUBTITLE, '<mood xmlns="">fine</mood>'),
)
fact(
    "073",
    "xhtml-outside",
    "warning",
    summary='XHTML stands in texts with type="xhtml", nowhere else.',
    hint='Put it into <content type="xhtml"><div>…</div></content>.',
    bad=Change(FEED_TITLE, f'{FEED_TITLE}<p xmlns="http://www.w3.org/1999/xhtml">Welcome</p>'),
)
