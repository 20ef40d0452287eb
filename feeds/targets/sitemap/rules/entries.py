"""Rules about each address: loc, lastmod, changefreq, priority, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES, clark, prefixed
from feeds.checking.rule import Change, Problem
from feeds.checking.uris import PLAIN
from feeds.checking.values import absolute_url
from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.addresses import Site, canonical, folder, home, parts, site
from feeds.targets.sitemap.rules.base import INDEX_EXAMPLE, RULES
from feeds.targets.sitemap.rules.document import ENTRY, URL, URLSET
from feeds.targets.sitemap.rules.order import Order
from feeds.targets.sitemap.rules.structure import INDEX_ORDER, URL_ORDER

HERE = "https://zarya.example/sitemap.xml"
NOW = "2026-11-23T12:00:00+03:00"
LASTMOD = "https://developers.google.com/search/blog/2023/06/sitemaps-lastmod-ping"
BUILD = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap"

FEW = 3
"""Entries that may bear one and the same time by chance, and one less than are suspicious."""

_SITEMAP = NAMESPACES["sitemap"]
_ORDERS = {
    tag: Order(names, others_last=True, default=_SITEMAP)
    for tag, names in ((URL, URL_ORDER), (ENTRY, INDEX_ORDER))
}
_LOC, _LASTMOD = clark("sitemap:loc"), clark("sitemap:lastmod")
_IGNORED = tuple(clark(f"sitemap:{name}") for name in ("changefreq", "priority"))

_ONE = f"<urlset xmlns='{_SITEMAP}'><url><loc>{{}}</loc></url></urlset>"

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
    if PLAIN.fullmatch(text) and len(text) <= facts.LOC_CHARACTERS:
        return
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
    on="feed",
    summary="Pages lie on the site that serves the sitemap.",
    hint="Serve a sitemap from each host, or prove in Search Console (or by a Sitemap line in that "
    "host's robots.txt) that the other host is yours.",
    url=HERE,
    why="A page on another site is left out, unless that site is known to be yours. Where all pages are on "
    "one other site, that is taken to be meant, and is a warning.",
    bad=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://www.zarya.example/2026/10/choir"),
    good=Change("<loc>https://zarya.example/2026/10/choir", "<loc>https://Zarya.example:443/2026/10/choir"),
)
def host(channel: View, context: Context) -> Iterator[Problem]:
    """The pages' hosts against the sitemap's own."""
    found = list(_elsewhere(context, URL))
    together = len(found) == len(context.items) and len({there for _, there in found}) == 1
    for loc, there in found[:1] if together else found:
        if problem := _of_another(loc, there, context):
            said = f"all pages: {problem.message}"
            yield replace(problem, message=said, severity="warning") if together else problem


@RULES.rule(
    "NS051",
    "index-host",
    "error",
    on="feed",
    summary="An index lists sitemaps of its own site.",
    hint="Serve an index from each site, or name the other site's sitemaps in that site's robots.txt.",
    url=HERE,
    bad=INDEX_EXAMPLE.replace("https://zarya.example/sitemap-2026-10", "https://cdn.example/sitemap-2026-10"),
    good=INDEX_EXAMPLE,
)
def index_host(channel: View, context: Context) -> Iterator[Problem]:
    """The listed sitemaps' hosts against the index's own."""
    for loc, there in _elsewhere(context, ENTRY):
        if problem := _of_another(loc, there, context):
            yield problem


def _elsewhere(context: Context, tag: str) -> Iterator[tuple[etree._Element, Site]]:
    """The addresses of one kind of entry that are on another site than the document, each with that site."""
    if not context.url or not (here := site(context.url)):
        return
    near, last = home(context.url) or "\n", here
    for item in context.items:
        loc = item.one("loc") if item.element.tag == tag else None
        if loc is None:
            continue
        address = text_of(loc)
        if not address.startswith(near):  # neighbours mostly lie on one site
            there = site(address)
            if there is None or there.scheme not in {"http", "https"}:
                continue
            near, last = home(address) or "\n", there
        if last != here:
            yield loc, last


def _of_another(loc: etree._Element, there: Site, context: Context) -> Problem | None:
    here = site(context.url or "")
    if not here:
        return None
    if here.host == there.host and {here.port, there.port} <= {80, 443}:
        said = f"the address is {there.scheme}, the sitemap is served by {here.scheme}"
        return Problem(loc, said, severity="warning")
    return Problem(loc, f"{_named(there)} is another site than {_named(here)}")


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
    bad=_ONE.format("https://zarya.example/2025/10/choir"),
    good=_ONE.format("https://zarya.example/2026/10/choir"),
)
def scope(channel: View, context: Context) -> Iterator[Problem]:
    """Said once: addresses outside the sitemap's folder."""
    if not context.url or (split := parts(context.url)) is None:
        return
    here, own = folder(context.url), (split.hostname or "").lower()
    if here == "/":
        return
    inside = (home(context.url) or "\n").removesuffix("/") + here
    outside = []
    for item in context.items:
        text = item.text("loc")
        there = None if text.startswith(inside) else parts(text)
        if there and (there.hostname or "").lower() == own and not (there.path or "/").startswith(here):
            outside.append(item)
    if outside:
        lie = "1 address lies" if len(outside) == 1 else f"{len(outside)} addresses lie"
        yield Problem(outside[0].one("loc"), f"{lie} outside {here}")


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
    seen: dict[str, etree._Element] = {}
    again: list[tuple[etree._Element, etree._Element]] = []
    entry = None
    for loc in channel.element.iter(_LOC):
        if (parent := loc.getparent()) is entry:
            continue
        entry = parent
        first = seen.setdefault(canonical(text_of(loc)), loc)
        if first is not loc and text_of(loc):
            again.append((loc, first))
    numbers = {item.element: n for n, item in enumerate(context.items if again else (), 1)}
    for loc, first in again:
        number = numbers.get(first.getparent())
        yield Problem(loc, f"the address stands in entry {number} already: {text_of(loc)[:200]}")


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
    when = dates.exact(text)
    if when and when <= context.now:
        return
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
    times = channel.element.iter(_LASTMOD)
    first = next(times, None) if channel.element.tag == URLSET else None
    if first is None or len(context.items) < FEW or (when := dates.exact(text_of(first))) is None:
        return
    same = 1 + sum(1 for _ in takewhile(lambda time: dates.exact(text_of(time)) == when, times))
    if same == len(context.items):
        yield Problem(first, f"all {same} entries have the same lastmod, {text_of(first)}")


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
    for tag in _IGNORED:
        if found := list(channel.element.iter(tag)):
            entries = "entry" if len(found) == 1 else "entries"
            yield Problem(found[0], f"{prefixed(tag, _SITEMAP)} stands in {len(found)} {entries}")


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
def order(item: View, context: Context) -> Iterable[Problem]:
    """The first child that stands too late, and children that the protocol does not know."""
    known = _ORDERS.get(item.element.tag)
    return known.problems(item, "of the protocol") if known else ()
