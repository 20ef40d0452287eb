"""The document, its channel, and what it leaves lying about."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import misbound, written
from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare
from feeds.checking.demands.example import AUTHOR, CHANNEL_DESCRIPTION, CHANNEL_LINK, CHANNEL_TITLE, LINK
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.targets.yandex_news import facts
from feeds.targets.yandex_news.rules.base import PLUGIN, RULES, SQUARE_LOGO

declare(RULES, "YN001", "xml-wellformed", "error", channels.WELL_FORMED, sure="reported", spec=PLUGIN)
declare(RULES, "YN002", "rss-root", "error", channels.RSS_2, sure="reported")
declare(RULES, "YN003", "yandex-ns", "error", channels.bound("yandex"), sure="reported")
declare(RULES, "YN004", "encoding", "warning", channels.UTF8, sure="reported")
declare(
    RULES,
    "YN050",
    "feed-size",
    "error",
    channels.no_larger(facts.FEED_BYTES),
    instead="A document of more than 10 MB.",
)
declare(RULES, "YN052", "order", "info", dates.NEWEST_FIRST, sure="inferred")


@RULES.rule(
    "YN006",
    "channel-basics",
    "error",
    on="channel",
    summary="The channel has a title, a link and a description.",
    hint="Write the outlet's name, the site's address with https:// and a line about the outlet into "
    "the channel's <title>, <link> and <description>.",
    sure="inferred",
    bad=Change(CHANNEL_TITLE, ""),
    good=Change(CHANNEL_LINK, "<link>\n  https://zarya.example\n</link>"),
)
def description_missing(channel: View, context: Context) -> Iterator[Problem]:
    """The description, which is missed less than title and link."""
    if not channel.text("description"):
        there = channel.one("description")
        message = "<channel> has no <description>" if there is None else "description is empty"
        yield Problem(channel if there is None else there, message, severity="warning")


RULES.structure += (channels.title_row("YN006"), channels.link_row("YN006"))


@RULES.rule(
    "YN007",
    "logo",
    "warning",
    on="channel",
    summary="The channel has two logos, a horizontal and a square one.",
    hint='Add <yandex:logo>https://…</yandex:logo> and <yandex:logo type="square">https://…</yandex:logo>.',
    spec=PLUGIN,
    sure="inferred",
    bad=Change(SQUARE_LOGO, ""),
    good=Change(
        CHANNEL_DESCRIPTION, f"{CHANNEL_DESCRIPTION}<image><url>https://zarya.example/</url></image>"
    ),
)
def logo(channel: View, context: Context) -> Iterator[Problem]:
    """The logos that are missing."""
    square = [element.get("type", "").strip() == "square" for element in channel.all("yandex:logo")]
    if misbound(channel, "yandex:logo"):
        return
    if False not in square:
        yield Problem(channel, "<channel> has no <yandex:logo>")
    if True not in square:
        yield Problem(channel, '<channel> has no <yandex:logo type="square">')


@RULES.rule(
    "YN051",
    "feed-empty",
    "warning",
    on="feed",
    instead="A feed without an item.",
    summary="A feed has stories.",
    hint="Keep the newest stories in the feed for eight days; the robot takes an empty feed for a fault.",
    spec=PLUGIN,
    sure="reported",
)
def feed_empty(channel: View, context: Context) -> Iterator[Problem]:
    """A channel without stories."""
    if not context.items:
        yield Problem(channel, "the feed has no stories")


_LEFT = frozenset({f"{{{NAMESPACES['yandex']}}}analytics", f"{{{NAMESPACES['yandex']}}}adNetwork"})
_TURBO = f"{{{NAMESPACES['turbo']}}}"


@RULES.rule(
    "YN060",
    "turbo-leftover",
    "info",
    on="feed",
    summary="Nothing is left of Turbo pages.",
    hint="Take the turbo attribute, turbo: elements, yandex:analytics and yandex:adNetwork out: "
    "Turbo pages were closed in 2025.",
    spec="https://yandex.ru/dev/turbo/doc/ru/",
    bad=Change(AUTHOR, '<turbo:topic xmlns:turbo="http://turbo.yandex.ru">Мост</turbo:topic>'),
    good=Change(LINK, "<link>https://zarya.example/turbo/4021</link>"),
)
def turbo_leftover(channel: View, context: Context) -> Iterator[Problem]:
    """The first of each kind."""
    seen: set[str] = set()
    for parent in (channel, *context.items):
        for name, element in _leftovers(parent):
            if name not in seen:
                seen.add(name)
                yield Problem(element, f"{name} is left over from Turbo pages, which are closed")


def _leftovers(parent: View) -> Iterator[tuple[str, etree._Element]]:
    if parent.get("turbo") is not None:
        yield "the turbo attribute", parent.element
    for tag, elements in parent.children.items():
        if tag in _LEFT or tag.startswith(_TURBO):
            yield written(elements[0]), elements[0]
