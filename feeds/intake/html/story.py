"""A page to a draft: what it states, what it shows, and its text, in the order in which they are believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from feeds.intake.address import canonical
from feeds.intake.dates import read_date
from feeds.intake.draft import Draft
from feeds.intake.html import metas, microdata, structured
from feeds.intake.html.body import offer_body
from feeds.intake.html.dated import address_date
from feeds.intake.html.page import Page
from feeds.intake.html.properties import offer_story
from feeds.intake.html.settle import settle
from feeds.intake.html.structured import Graph
from feeds.intake.html.subject import pages, stories
from feeds.intake.html.tree import attribute, text
from feeds.intake.html.visible import HOMES, Shown, offer_visible, shown
from feeds.intake.normalise.coerce import several
from feeds.markup.text import squeeze

_IN_SCRIPT = re.compile(
    r"""["'](date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|ed)|pub_?date|publication_?date|"""
    r"""first_?published_?(?:at|date)?)\\?["']\s*:\s*\\?["']((?:19|20)\d\d-\d\d-\d\d[T ]?[^"'\\<>]{0,30})""",
    re.IGNORECASE,
)
_MOST_ITEMS = 3  # descriptions in the page's elements; more are cards of other stories


@dataclass(frozen=True)
class _Reading:
    """A page that is being read, and what is known of it so far."""

    page: Page
    draft: Draft

    @cached_property
    def metas(self) -> metas.Metas:
        return metas.metas(self.page.tree)

    @cached_property
    def graph(self) -> Graph:
        return structured.graph(self.page.tree)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The addresses that the page may have, each with where it stands, the best first."""
        link = self.page.tree.css_first("link[rel=canonical][href]")
        said = [
            (attribute(link, "href") if link is not None else "", "link canonical"),
            *((said, "meta og:url") for said in self.metas.get("og:url", [])[:1]),
            (self.page.address or "", "the address given for the file"),
        ]
        known: dict[str, str] = {}
        for one, where in said:
            if one and (address := canonical(one, self.page.base)):
                known.setdefault(address, where)
        return known

    @cached_property
    def title(self) -> str:
        """What the page calls itself."""
        element = self.page.tree.css_first("title")
        return squeeze(element.text() or "") if element is not None else ""

    @cached_property
    def cards(self) -> list[str]:
        """What the page is called where others show it."""
        return [said for name in ("og:title", "twitter:title") for said in self.metas.get(name, [])[:1]]

    @cached_property
    def titles(self) -> list[str]:
        """What the story may be called."""
        stated = [said for thing in self.stories[:1] if isinstance(said := thing.node.get("headline"), str)]
        return [*stated, *self.cards, self.title, *self.headings]

    @cached_property
    def headings(self) -> list[str]:
        """The page's first headings."""
        return [text(node) for node in self.page.tree.css("h1")[:3]]

    @cached_property
    def stories(self) -> list[structured.Thing]:
        return stories(
            self.graph, [*self.addresses], [*self.cards, self.title, *self.headings], self.page.base
        )

    @cached_property
    def place(self) -> Shown | None:
        named = [said for said in self.titles if said not in self.headings] or self.titles
        return shown(self.page.body, named) if self.page.body is not None else None


def story(page: Page, file: str | None) -> Draft:
    """The draft of the page's story."""
    reading = _Reading(page, Draft(kind="html", file=file, address=page.address, base=page.base))
    for step in _STEPS:
        step(reading)
    settle(reading.draft)
    return reading.draft


def _address(reading: _Reading) -> None:
    for address, where in reading.addresses.items():
        reading.draft.offer("url", address, where)


def _json_ld(reading: _Reading) -> None:
    for thing in reading.stories:
        offer_story(reading.draft, thing, reading.graph, "JSON-LD")
    if reading.graph.broken:
        reading.draft.note("JSON-LD", f"{reading.graph.broken} of its scripts cannot be read")


def _cards(reading: _Reading) -> None:
    metas.offer_cards(reading.draft, reading.metas)
    metas.offer_labelled(reading.draft, reading.metas)
    metas.offer_graph_pictures(reading.draft, reading.page.tree)


def _microdata(reading: _Reading) -> None:
    items = microdata.graph(reading.page.tree)
    found = stories(items, [*reading.addresses], reading.titles, reading.page.base)
    for thing in found[:_MOST_ITEMS]:
        offer_story(reading.draft, thing, items, "microdata")


def _media(reading: _Reading) -> None:
    metas.offer_pictures(reading.draft, reading.page.tree, reading.metas)
    metas.offer_video(reading.draft, reading.metas)


def _around(reading: _Reading) -> None:
    """The page around the story, where the story itself is not described."""
    for thing in pages(reading.graph) if not reading.stories else ():
        offer_story(reading.draft, thing, reading.graph, "JSON-LD")


def _path(reading: _Reading) -> None:
    """The section, from the way to the story: its first step that is neither the outlet nor the story itself."""
    others = [*(offer.value for offer in reading.draft.all("site")), *reading.titles]
    known = {squeeze(said).casefold() for said in others if isinstance(said, str)}
    for thing in reading.graph.of_types(frozenset({"breadcrumblist"})):
        names = [_name(member) for member in several(thing.node.get("itemListElement"))[:20]]
        inner = [name for name in names if name and squeeze(name).casefold() not in HOMES | known]
        if len(names) > 1 and inner:
            reading.draft.offer("section", inner[0], "JSON-LD BreadcrumbList")


def _name(member: Any) -> str | None:
    if not isinstance(member, Mapping):
        return None
    item = member.get("item")
    name = member.get("name") or (item.get("name") if isinstance(item, Mapping) else None)
    return name if isinstance(name, str) else None


def _others(reading: _Reading) -> None:
    metas.offer_others(reading.draft, reading.metas)
    metas.offer_tags(reading.draft, reading.metas)


def _languages(reading: _Reading) -> None:
    root = reading.page.tree.root
    if root is not None:
        reading.draft.offer("language", attribute(root, "lang"), "html lang")
    base = reading.page.base
    links = [
        t for t in metas.translations(reading.page.tree) if canonical(t["url"], base) not in reading.addresses
    ]
    reading.draft.offer("translations", links, "link hreflang")


def _today(reading: _Reading) -> None:
    """The day against which the page's own relative dates are read: the newest that it states."""
    draft, zone = reading.draft, reading.page.circumstances.timezone
    said = [offer.value for name in ("updated", "published") for offer in draft.all(name)]
    moments = [read_date(value, timezone=zone) for value in said if isinstance(value, str)]
    newest = max((moment for moment in moments if moment), default=None)
    draft.today = newest.date().isoformat() if newest else address_date(reading.page.address)


def _visible(reading: _Reading) -> None:
    if reading.place is not None:
        offer_visible(reading.draft, reading.place, reading.page.circumstances.timezone)
    reading.draft.offer("title", reading.title, "title")


def _last_dates(reading: _Reading) -> None:
    """What is better than no date: names that sound so, the day in the address, when the story was changed."""
    draft = reading.draft
    days = (day for address in reading.addresses if (day := address_date(address)))
    draft.offer("published", next(days, None), "the address")
    metas.offer_unknown_dates(draft, reading.metas)
    if "published" not in draft.offers and (match := _IN_SCRIPT.search(reading.page.text)):
        draft.offer("published", match[2], f"{match[1]} in a script")
    for offer in draft.all("updated"):
        draft.offer("published", offer.value, offer.where)


def _body(reading: _Reading) -> None:
    if reading.place is not None:
        offer_body(reading.draft, reading.page, reading.place, reading.titles)


_STEPS: tuple[Callable[[_Reading], None], ...] = (
    _address,
    _json_ld,
    _cards,
    _microdata,
    _media,
    _around,
    _path,
    _others,
    _languages,
    _today,
    _visible,
    _last_dates,
    _body,
)
"""What is offered first goes before what is offered later; the text comes last, since it is cut out of the page."""
