"""Finds the feeds of a site: those that a page announces, and the sitemaps that robots.txt names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from feeds.checking.document import SITEMAP, View, text_of
from feeds.checking.finding import Finding
from feeds.checking.serving.discovery import Announced, announcing
from feeds.checking.serving.headers import links
from feeds.checking.serving.observed import OK, Serving
from feeds.checking.serving.robots import parse as parse_robots
from feeds.fetching import Answer, Fetcher
from feeds.inspection.pages import HTML
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.html.page import load
from feeds.intake.html.tree import attribute
from feeds.targets.check import Examined

MOST = 50
"""Feeds of one site that are looked at."""

MOST_PARTS = 500
"""Sitemaps of one index that are looked at."""

FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
    }
)


class Hint(NamedTuple):
    """A feed as a site names it: where it is, and, where a page announces it, as which type and by which title."""

    address: str
    stated: str | None = None
    title: str | None = None
    on_page: bool = True


class Site(NamedTuple):
    """A page, the feeds that it announces, and the sitemaps of its host; `failed` is how there is no page."""

    page: str
    hints: list[Hint]
    failed: Serving | None = None

    def findings(self, formats: dict[str, str | None]) -> list[Finding]:
        """What the rules say of the page; `formats` are the media types of what was found where it announces feeds."""
        announced = [
            Announced(address=h.address, stated=h.stated, title=h.title, media_type=formats.get(h.address))
            for h in self.hints
            if h.on_page and h.address in formats
        ]
        return announcing(self.page, announced)


def site(fetcher: Fetcher, url: str) -> Site:
    """What the site of a page says of its feeds."""
    fetched = fetcher.get(url, accept=HTML)
    answer = fetched.answer
    if answer is None or answer.status != OK:
        failed = Serving(url=url, answer=answer, failure=fetched.failure, hops=fetched.hops)
        return Site(url, [], failed)
    hints = {
        hint.address: hint
        for hint in reversed([*_on_page(answer), *_in_headers(answer), *_in_robots(fetcher, answer)])
    }
    return Site(answer.url, list(hints.values())[::-1][:MOST])


def _on_page(answer: Answer) -> Iterator[Hint]:
    page = load(answer.body, answer.url, Circumstances())
    if isinstance(page, Rejection):
        return
    for link in page.tree.css("link[rel][href]"):
        relations = attribute(link, "rel").lower().split()
        stated = attribute(link, "type").lower().partition(";")[0].strip()
        if "alternate" in relations and "stylesheet" not in relations and stated in FEED_TYPES:
            address = _joined(page.base or answer.url, attribute(link, "href"))
            if address:
                yield Hint(address, stated, attribute(link, "title") or None)


def _in_headers(answer: Answer) -> Iterator[Hint]:
    for link in links(answer.headers.all("link")):
        if "alternate" in link.relations and link.kind in FEED_TYPES:
            address = _joined(answer.url, link.address)
            if address:
                yield Hint(address, link.kind)


def _in_robots(fetcher: Fetcher, answer: Answer) -> Iterator[Hint]:
    found = fetcher.get(urljoin(answer.url, "/robots.txt")).answer
    if found is not None and found.status == OK:
        for sitemap in parse_robots(found.body).sitemaps:
            address = _joined(answer.url, sitemap)
            if address:
                yield Hint(address, on_page=False)


def _joined(base: str, address: str) -> str | None:
    try:
        joined = urljoin(base, address)
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def parts(examined: Examined) -> list[str]:
    """The sitemaps that an index lists; none where it is no index."""
    channel = examined.document.channel(SITEMAP)
    if not isinstance(channel, View):
        return []
    listed = (View(element, SITEMAP.default).one("loc") for element in channel.all("sitemap"))
    return [text_of(loc) for loc in listed if loc is not None][:MOST_PARTS]
