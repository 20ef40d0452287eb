"""Rules about each address: loc, lastmod, changefreq, priority, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES, prefixed
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url
from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.addresses import canonical, folder, parts, site
from feeds.targets.sitemap.rules.base import INDEX_EXAMPLE, RULES
from feeds.targets.sitemap.rules.document import ENTRY, URL, is_index
from feeds.targets.sitemap.rules.order import misplaced, places, unknown
from feeds.targets.sitemap.rules.structure import INDEX_ORDER, URL_ORDER

HERE = "https://zarya.example/sitemap.xml"
NOW = "2026-11-23T12:00:00+03:00"
LASTMOD = "https://developers.google.com/search/blog/2023/06/sitemaps-lastmod-ping"
BUILD = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap"

FEW = 3
"""Entries that may bear one and the same time by chance, and one less than are suspicious."""

_ORDERS = {URL: places(URL_ORDER), ENTRY: places(INDEX_ORDER)}
_SITEMAP = NAMESPACES["sitemap"]

RULES.facts(
    "NS005",
    "loc",
    "error",
    on="item",
    summary="Each url and each sitemap has exactly one loc.",
    hint="Put the address of the page into <loc>, one for each <url>.",
    bad=Change("<loc>https://zarya.example/2026/10/choir?part=1&amp;page=2</loc>", ""),
    good=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://zarya.example/2026/10/chorus"),
)
RULES.facts(
    "NS013",
    "frequency-and-priority",
    "error",
    on="item",
    summary="changefreq is one of seven words, priority is a number from 0.0 to 1.0.",
    hint="Leave both out: Google ignores them, and a wrong value makes the file invalid.",
    bad=Change("<lastmod>2026-10-04</lastmod>", "<lastmod>2026-10-04</lastmod><priority>2</priority>"),
    good=Change("<lastmod>2026-10-04</lastmod>", "<lastmod>2026-10-04</lastmod><priority>.5</priority>"),
)


@RULES.rule(
    "NS006",
    "address",
    "error",
    on="item/loc",
    summary="loc is an absolute http(s) address of less than 2,048 characters, without a fragment.",
    hint="Write the page's whole address as its canonical link does: https://, host and path, "
    "spaces as %20, no part after #.",
    bad=Change("<loc>https://zarya.example/2026/10/choir", "<loc>/2026/10/choir"),
    good=Change("<loc>https://zarya.example/2026/10/choir", "<loc>\n  https://zarya.example/2026/10/choir"),
)
def address(loc: View, context: Context) -> Iterator[Problem]:
    """The form of the address."""
    text = text_of(loc.element)
    if fault := absolute_url(text):
        yield Problem(loc, f"loc {fault}")
    elif len(text) > facts.LOC_CHARACTERS:
        yield Problem(loc, f"loc has {len(text)} characters, more than {facts.LOC_CHARACTERS}")
    elif "#" in text:
        yield Problem(loc, f"loc has a fragment: {text[:200]!r}; crawlers cut it off", severity="warning")
    elif not text.isascii():
        yield Problem(
            loc,
            "loc has letters that are not percent-encoded; crawlers encode them themselves, by and large",
            severity="info",
        )


@RULES.rule(
    "NS007",
    "host",
    "error",
    on="item",
    summary="Pages lie on the site that serves the sitemap.",
    hint="Serve a sitemap from each host, or prove in Search Console (or by a Sitemap line in that "
    "host's robots.txt) that the other host is yours.",
    url=HERE,
    bad=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://www.zarya.example/2026/10/choir"),
    good=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://Zarya.example:443/2026/10/choir"),
)
def host(item: View, context: Context) -> Iterator[Problem]:
    """A page's host against the sitemap's own."""
    if item.element.tag == URL:
        yield from _elsewhere(item, context)


@RULES.rule(
    "NS051",
    "index-host",
    "error",
    on="item",
    summary="An index lists sitemaps of its own site.",
    hint="Serve an index from each site, or name the other site's sitemaps in that site's robots.txt.",
    url=HERE,
    bad=INDEX_EXAMPLE.replace("https://zarya.example/sitemap-2026-10", "https://cdn.example/sitemap-2026-10"),
    good=INDEX_EXAMPLE,
)
def index_host(item: View, context: Context) -> Iterator[Problem]:
    """A listed sitemap's host against the index's own."""
    if item.element.tag == ENTRY:
        yield from _elsewhere(item, context)


def _elsewhere(item: View, context: Context) -> Iterator[Problem]:
    here, there = site(context.url or ""), site(item.text("loc"))
    if not here or not there or here == there:
        return
    if (here.host, here.port) != (there.host, there.port) and {here.port, there.port} != {80, 443}:
        yield Problem(item.one("loc"), f"{_named(there)} is another site than {_named(here)}")
    elif here.host != there.host:
        yield Problem(item.one("loc"), f"{there.host} is another site than {here.host}")
    else:
        said = f"the address is {there.scheme}, the sitemap is served by {here.scheme}"
        yield Problem(item.one("loc"), said, severity="warning")


def _named(where: tuple[str, str, int | None]) -> str:
    scheme, name, port = where
    return name if (scheme, port) in (("http", 80), ("https", 443)) else f"{name}:{port}"


@RULES.rule(
    "NS008",
    "scope",
    "warning",
    on="feed",
    summary="A sitemap covers the pages below its own folder.",
    hint="Serve it from the root of the site; naming it in robots.txt or Search Console lifts the limit too.",
    url="https://zarya.example/2026/sitemap.xml",
    bad=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://zarya.example/2025/10/choir"),
    good=Change("zarya.example/en/2026/11/bridge", "zarya.example/2026/11/en/bridge"),
)
def scope(channel: View, context: Context) -> Iterator[Problem]:
    """Said once: addresses outside the sitemap's folder."""
    if not context.url or (split := parts(context.url)) is None:
        return
    here, own = folder(context.url), (split.hostname or "").lower()
    outside = []
    for item in context.items:
        there = parts(item.text("loc"))
        if there and (there.hostname or "").lower() == own and not (there.path or "/").startswith(here):
            outside.append(item)
    if outside:
        yield Problem(outside[0].one("loc"), f"{_count(len(outside), 'address')} outside {here}")


def _count(number: int, word: str) -> str:
    plural = word + ("es" if word.endswith("s") else "s")
    return f"{number} {word} lies" if number == 1 else f"{number} {plural} lie"


@RULES.rule(
    "NS009",
    "repeated-address",
    "error",
    on="feed",
    summary="Each address stands in a sitemap once.",
    hint="Keep one entry for each page, with what is known of it.",
    bad=Change(
        "https://zarya.example/2026/10/choir?part=1&amp;page=2", "HTTPS://zarya.example/2026/11/bridge"
    ),
    good=Change(
        "https://zarya.example/2026/10/choir?part=1&amp;page=2", "https://zarya.example/2026/11/bridge/"
    ),
)
def repeated(channel: View, context: Context) -> Iterator[Problem]:
    """The second entry of an address and every further one."""
    seen: dict[str, int] = {}
    for n, item in enumerate(context.items, start=1):
        for loc in item.all("loc")[:1]:
            first = seen.setdefault(canonical(text_of(loc)), n)
            if first != n and text_of(loc):
                yield Problem(loc, f"the address stands in entry {first} already: {text_of(loc)[:200]}")


@RULES.rule(
    "NS010",
    "lastmod",
    "error",
    on="item/lastmod",
    summary="lastmod is a W3C date that does not lie in the future.",
    hint=dates.FORM,
    now=NOW,
    bad=Change("2026-11-22T18:05:00+03:00", "Sun, 22 Nov 2026 18:05:00 +0300"),
    good=Change("2026-11-22T18:05:00+03:00", "2026-11-22"),
)
def lastmod(element: View, context: Context) -> Iterator[Problem]:
    """The date's form and time."""
    text = text_of(element.element)
    if fault := dates.fault(text):
        yield Problem(element, f"lastmod {fault}")
    elif dates.is_future(text, context.now):
        yield Problem(element, f"lastmod lies in the future: {text}", hint=_TRUE_TIME)
    elif dates.lacks_day(text):
        yield Problem(element, f"lastmod {text} names no day; schemas do not take that", severity="warning")
    elif dates.lacks_seconds(text):
        yield Problem(element, f"lastmod {text} has no seconds; schemas do not take that", severity="info")


_TRUE_TIME = "Write when the page's content last changed; look at the clock and the time zone of the server."


@RULES.rule(
    "NS011",
    "lastmod-of-build",
    "warning",
    on="feed",
    summary="lastmod tells when each page changed, not when the sitemap was built.",
    hint="Write each page's own time of change. Google ignores lastmod altogether where it proves untrue.",
    spec=LASTMOD,
    now=NOW,
    bad="<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    + "".join(
        f"<url><loc>https://zarya.example/{n}</loc><lastmod>2026-11-23T09:00:00Z</lastmod></url>"
        for n in "abc"
    )
    + "</urlset>",
    good="<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    + "".join(
        f"<url><loc>https://zarya.example/{n}</loc><lastmod>2026-11-23T09:00:0{n}Z</lastmod></url>"
        for n in "123"
    )
    + "</urlset>",
)
def lastmod_of_build(channel: View, context: Context) -> Iterator[Problem]:
    """One and the same time, to the second, on every entry."""
    times = [text_of(loc) for item in context.items for loc in item.all("lastmod")[:1]]
    spans = {dates.span(text) for text in times}
    span = spans.pop() if len(spans) == 1 else None
    if (
        span
        and span.earliest == span.latest
        and len(times) == len(context.items) >= FEW
        and not is_index(channel)
    ):
        first = context.items[0].one("lastmod")
        yield Problem(first, f"all {len(times)} entries have the same lastmod, {times[0]}")


@RULES.rule(
    "NS012",
    "ignored",
    "info",
    on="feed",
    summary="Google ignores changefreq and priority.",
    hint="They do no harm; leave them out to save bytes.",
    spec=BUILD,
    bad=Change(
        "<lastmod>2026-10-04</lastmod>", "<lastmod>2026-10-04</lastmod><changefreq>daily</changefreq>"
    ),
    good=Change("<lastmod>2026-10-04</lastmod>", ""),
)
def ignored(channel: View, context: Context) -> Iterator[Problem]:
    """Said once for each of the two."""
    found: Counter[str] = Counter()
    first: dict[str, etree._Element] = {}
    for item in context.items:
        for name in ("changefreq", "priority"):
            for element in item.all(name):
                found[name] += 1
                first.setdefault(name, element)
    for name, number in found.items():
        yield Problem(first[name], f"{name} stands in {number} {'entry' if number == 1 else 'entries'}")


@RULES.rule(
    "NS014",
    "order",
    "warning",
    on="item",
    summary="The order is loc, lastmod, changefreq, priority, then extensions; each at most once.",
    hint="Google reads any order, but validators and some crawlers follow the schema: reorder the elements.",
    bad=Change("<lastmod>2026-10-04</lastmod>\n", "<priority>0.5</priority><lastmod>2026-10-04</lastmod>\n"),
    good=Change("<lastmod>2026-10-04</lastmod>\n", "<lastmod>2026-10-04</lastmod><priority>0.5</priority>\n"),
)
def order(item: View, context: Context) -> Iterator[Problem]:
    """The first child that stands too late, and children that the protocol does not know."""
    known = _ORDERS.get(item.element.tag)
    if known is None:
        return
    if found := misplaced(item.element, known, others=len(known)):
        late, before = (prefixed(element.tag, _SITEMAP) for element in found)
        yield Problem(found[0], f"{late} stands after {before}")
    for element in unknown(item.element, known):
        if element.tag.startswith(f"{{{_SITEMAP}}}") or not element.tag.startswith("{"):
            yield Problem(element, f"{prefixed(element.tag, _SITEMAP)} is no element of the protocol")
