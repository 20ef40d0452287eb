"""Rules about the document as a whole: encoding, vocabulary, size, what an index lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES, clark, prefixed
from feeds.checking.rule import Change, Problem
from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules.addresses import canonical
from feeds.targets.sitemap.rules.base import EXAMPLE, INDEX_EXAMPLE, PROTOCOL, RULES

URLSET, INDEX = clark("sitemap:urlset"), clark("sitemap:sitemapindex")
URL, ENTRY = clark("sitemap:url"), clark("sitemap:sitemap")
ROOTS = {URLSET: URL, INDEX: ENTRY}
"""Each root with what it lists."""

OWN = tuple(NAMESPACES[prefix] for prefix in ("sitemap", "news", "image", "video", "xhtml"))
_CORE = re.compile(r"sitemap(?:-(news|image|video))?|(xhtml)$")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})

LARGE = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/large-sitemaps"


def is_index(channel: View) -> bool:
    """Whether the document lists sitemaps, not pages."""
    return bool(channel.element.tag == INDEX)


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def meant(namespace: str) -> str | None:
    """The namespace that a misspelt one stands for; None where it is right, or somebody else's."""
    if namespace in OWN:
        return None
    folded = namespace.lower()
    if "sitemaps.org/schemas/" in folded or "google.com/schemas/sitemap" in folded:
        match = re.search(r"sitemap-(news|image|video)\b", folded)
        if match:
            return NAMESPACES[match[1]]
        return NAMESPACES["sitemap"] if re.search(r"sitemap(?:/|$)", folded) else None
    return NAMESPACES["xhtml"] if re.fullmatch(r"https?://(www\.)?w3\.org/1999/xhtml/?", folded) else None


@RULES.rule(
    "NS001",
    "well-formed",
    "error",
    on="document",
    summary="A sitemap is well-formed XML in UTF-8.",
    hint="Write it with an XML library as UTF-8: nothing stands before <?xml, and & in addresses is &amp;.",
    bad=Change('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    good=Change('encoding="UTF-8"', 'encoding="utf-8"'),
)
def encoding(channel: View, context: Context) -> Iterator[Problem]:
    """The encoding that the document declares."""
    source: bytes = context.document.source
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Problem(channel, "the document is UTF-16, not UTF-8")
        return
    declared = _DECLARED.match(source.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].decode().lower() not in _UTF8:
        yield Problem(channel, f"the document says that it is {declared[1].decode()}, not UTF-8")


@RULES.rule(
    "NS002",
    "vocabulary",
    "error",
    on="document",
    summary="The root is urlset or sitemapindex, and every namespace is spelt exactly.",
    hint="Copy the namespace from the protocol's page, http:// and without a slash at its end: "
    "crawlers compare it letter by letter.",
    bad=Change(
        "http://www.google.com/schemas/sitemap-image/1.1", "https://www.google.com/schemas/sitemap-image/1.1"
    ),
    good=Change("xmlns:image=", "xmlns:other='https://other.example/ns' xmlns:image="),
)
def vocabulary(channel: View, context: Context) -> Iterator[Problem]:
    """The root's name, and namespaces that are almost right."""
    root = channel.element
    if root.tag not in ROOTS:
        yield Problem(channel, _strange_root(root))
        return
    for namespace in sorted(context.document.namespaces):
        if right := meant(namespace):
            stray = next(root.iter(f"{{{namespace}}}*"), None)
            if stray is not None:
                yield Problem(stray, f"the namespace {namespace} is no known one; {right} is meant")
    bare = next((child for child in root.iterchildren("{}*")), None)
    if bare is not None:
        yield Problem(bare, f"{bare.tag} stands in no namespace, so crawlers do not see it")


def _strange_root(root: etree._Element) -> str:
    """What stands at the root instead, and what may be meant."""
    namespace, local = _namespace(root.tag), etree.QName(root).localname
    if local.lower() == "html":
        return "the document is a web page, not a sitemap; often an error page stands in its place"
    if local not in ("urlset", "sitemapindex"):
        return f"the root is {prefixed(root.tag)}, not urlset or sitemapindex"
    if not namespace:
        return f'the root has no namespace; write xmlns="{OWN[0]}"'
    return f"the root's namespace is {namespace}; {OWN[0]} is meant"


@RULES.rule(
    "NS003",
    "size",
    "error",
    on="feed",
    instead="A sitemap with 50,001 addresses, or one of 60 MB.",
    summary="A sitemap lists at most 50,000 addresses in at most 52,428,800 bytes, unpacked.",
    hint="Split it: several sitemaps, and an index that names them. A sitemap for each month is customary.",
    spec=LARGE,
)
def size(channel: View, context: Context) -> Iterator[Problem]:
    """Addresses and bytes."""
    if not is_index(channel) and len(context.items) > facts.URLS:
        yield Problem(
            context.items[facts.URLS], f"there are {len(context.items)} addresses, more than {facts.URLS}"
        )
    size_in_bytes = max(context.size, len(context.document.source))
    if size_in_bytes > facts.BYTES:
        yield Problem(channel, f"the document has {size_in_bytes} bytes, more than {facts.BYTES}")


@RULES.rule(
    "NS015",
    "unknown-element",
    "error",
    on="document",
    summary="A urlset holds url elements, a sitemapindex holds sitemap elements.",
    hint="Addresses of pages go into a urlset, addresses of sitemaps into a sitemapindex of their own.",
    bad=Change("</urlset>", "<sitemap><loc>https://zarya.example/more.xml</loc></sitemap></urlset>"),
    good=Change("</urlset>", "<!-- more in sitemap-2.xml --></urlset>"),
)
def strangers(channel: View, context: Context) -> Iterator[Problem]:
    """What the root lists besides what belongs there."""
    wanted = ROOTS.get(channel.element.tag)
    if wanted and len(list(channel.element.iterchildren(wanted))) == len(channel.element):
        return
    for tag, elements in channel.children.items() if wanted else ():
        if tag != wanted and _namespace(tag) == OWN[0]:
            grave = tag in (URL, ENTRY)
            said = f"{prefixed(tag, OWN[0])} has no place in {prefixed(channel.element.tag, OWN[0])}"
            yield Problem(elements[0], said, severity="error" if grave else "warning")


@RULES.rule(
    "NS016",
    "empty",
    "info",
    on="feed",
    summary="A sitemap lists at least one address.",
    hint="Nothing to do where there is nothing to list: Google says so in Search Console, and that is all.",
    bad='<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
    good=EXAMPLE,
)
def empty(channel: View, context: Context) -> Iterator[Problem]:
    """A urlset without a url."""
    if channel.element.tag == URLSET and not context.items:
        yield Problem(channel, "the sitemap lists nothing")


@RULES.rule(
    "NS050",
    "index",
    "error",
    on="feed",
    summary="An index lists 1 to 50,000 sitemaps, and no index.",
    hint="List the sitemaps themselves; crawlers do not follow an index within an index.",
    spec=LARGE,
    bad=INDEX_EXAMPLE.replace("sitemap-2026-10.xml", "sitemap-index.xml"),
    good=INDEX_EXAMPLE,
)
def index(channel: View, context: Context) -> Iterator[Problem]:
    """What an index lists, and how much."""
    if not is_index(channel):
        return
    if not context.items:
        yield Problem(channel, "the index lists no sitemap")
    if len(context.items) > facts.URLS:
        yield Problem(
            context.items[facts.URLS], f"there are {len(context.items)} sitemaps, more than {facts.URLS}"
        )
    for item in context.items:
        loc = item.text("loc")
        if context.url and canonical(loc) == canonical(context.url):
            yield Problem(item.one("loc"), "the index lists itself")
        elif _INDEX_NAME.search(loc):
            yield Problem(item.one("loc"), f"an index is listed, by its name: {loc[:200]}")


_INDEX_NAME = re.compile(
    r"(?:sitemaps?[._-]?index|index[._-]?sitemaps?)(?:[._-]?\d+)?\.(?:xml|php)(?:\.gz)?$", re.IGNORECASE
)

__all__ = ["PROTOCOL", "URL", "is_index"]
