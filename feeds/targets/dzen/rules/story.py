"""A story's title, link, guid and dates."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import address, dates, declare, story
from feeds.checking.demands.example import CHANNEL_LINK, DATE, LINK
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import OLD_PAGE, REQUIREMENTS, RULES

declare(RULES, "DZ010", "item-title", "error", story.TITLE_PLAIN, sure="reported")
declare(
    RULES,
    "DZ011",
    "item-title-long",
    "warning",
    story.title_length(facts.TITLE_CHARACTERS),
    sure="uncertain",
)
declare(RULES, "DZ012", "item-link", "error", story.LINKED, sure="reported")
declare(RULES, "DZ013", "item-link-host", "warning", story.OWN_HOST, sure="reported")
declare(RULES, "DZ016", "guid-missing", "error", story.GUID_THERE)
declare(RULES, "DZ017", "guid-duplicate", "error", story.GUID_UNIQUE)
declare(RULES, "DZ019", "pubdate", "error", dates.DATED, sure="reported")
declare(RULES, "DZ020", "pubdate-future", "warning", dates.FUTURE, sure="uncertain")


@RULES.rule(
    "DZ014",
    "item-link-query",
    "info",
    on="item/link",
    summary="Links have no query string.",
    hint="Write the canonical address of the page, without ?utm_source and the like.",
    spec=OLD_PAGE,
    bad=Change(LINK, "<link>https://zarya.example/2026/11/23/most-4021?utm_source=dzen</link>"),
    good=Change(LINK, "<link>https://zarya.example/2026/11/23/most-4021/</link>"),
)
def link_query(link: View, context: Context) -> Iterator[Problem]:
    """What stands behind a question mark in the link."""
    text = (link.element.text or "").strip()
    parts = address.split(text) if "?" in text else None
    if parts and parts.query:
        yield Problem(link, f"the link has a query string: ?{parts.query[:80]}")


def _international(text: str) -> str | None:
    return f"is on an internationalised domain: {text[:80]!r}" if address.international(text) else None


RULES.structure += (Row(on="channel", name="link", value=_international, invalid="DZ015"),)


@RULES.rule(
    "DZ015",
    "idn-host",
    "error",
    on="item",
    summary="The site's domain name is in Latin letters.",
    hint="Dzen does not connect sites on Cyrillic domains, in letters or as xn--: "
    "publish the stories under a Latin domain name.",
    spec=REQUIREMENTS,
    sure="reported",
    bad=Change(CHANNEL_LINK, "<link>https://xn--80aswg.example/</link>"),
    good=Change(LINK, "<link>https://zarya.example/2026/11/23/мост-4021</link>"),
)
def idn_host(item: View, context: Context) -> Iterator[Problem]:
    """Stories on such a host, where the channel's own link does not say it already."""
    link = item.text("link")
    if address.international(link) and address.host(link) != address.host(context.channel.text("link")):
        yield Problem(item.one("link"), f"the link {_international(link)}")


@RULES.rule(
    "DZ021",
    "pubdate-old",
    "warning",
    on="item",
    summary="Stories are at most three days old.",
    hint="Leave older stories out: Dzen wants what is fresh, and what it has already it keeps.",
    now="2026-11-25T10:00:00+03:00",
    bad=Change(DATE, "<pubDate>Wed, 18 Nov 2026 10:00:00 +0300</pubDate>"),
    good=Change(DATE, "<pubDate>Sun, 22 Nov 2026 10:00:00 +0300</pubDate>"),
)
def too_old(item: View, context: Context) -> Iterator[Problem]:
    """Stories beyond the window; those for the channel alone may be of any age."""
    if item.text("contentType") != "blogs_only":
        yield from dates.stale(facts.WINDOW)(item, context)
