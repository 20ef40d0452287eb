"""A story: its switch, its link, its related links."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import dates, declare, story
from feeds.checking.demands.example import AUTHOR, DATE, LINK, TITLE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row
from feeds.targets.turbo import facts
from feeds.targets.turbo.rules.base import FIRST_ITEM, RELATED, RULES


@RULES.rule(
    "TU010",
    "turbo-attr",
    "error",
    on="item",
    summary='Each item says turbo="true" or turbo="false".',
    hint='Write <item turbo="true">, or <item turbo="false"> to take the page back.',
    sure="reported",
    bad=Change(FIRST_ITEM, f"<item>{TITLE}"),
    good=Change(FIRST_ITEM, f"<item turbo='true'>{TITLE}"),
)
def switched(item: View, context: Context) -> Iterator[Problem]:
    """Items that are ignored."""
    value = item.get("turbo")
    if value is None:
        yield Problem(item, "item has no turbo attribute, it is ignored")
    elif value not in ("true", "false"):
        yield Problem(item, f"turbo is {value[:20]!r}, not true or false")


def _link(text: str) -> str | None:
    fault = story.address_of(most=facts.LINK_CHARACTERS)(text)
    return fault or (None if text.isascii() else f"has letters that are not ASCII: {text[:80]!r}")


RULES.facts(
    "TU011",
    "link",
    "error",
    on="item",
    summary=f"Each item has a link: absolute, ASCII, {facts.LINK_CHARACTERS} characters at most.",
    hint="Write the page's address as Search knows it, other letters than Latin ones as %D0%BC….",
    sure="reported",
    bad=Change(LINK, "<link>https://zarya.example/мост</link>"),
    good=Change(LINK, "<link>https://zarya.example/%D0%BC%D0%BE%D1%81%D1%82</link>"),
)
RULES.structure += (Row(on="item", name="link", missing="TU011", value=_link, invalid="TU011"),)
declare(RULES, "TU012", "link-dup", "error", story.LINK_UNIQUE, sure="reported")
declare(RULES, "TU013", "link-host", "error", story.OWN_HOST, sure="reported")


RULES.facts(
    "TU014",
    "pubdate",
    "warning",
    on="item",
    summary="pubDate is in the form of RFC 822.",
    hint=dates.DATED.hint,
    sure="reported",
    bad=Change(DATE, "<pubDate>2026-11-23T10:00:00+03:00</pubDate>"),
    good=Change(DATE, ""),
)
RULES.structure += (Row(on="item", name="pubDate", value=dates.rfc822_date, invalid="TU014"),)


@RULES.rule(
    "TU015",
    "title-length",
    "warning",
    on="item",
    summary=f"title and author have at most {facts.TITLE_CHARACTERS} characters.",
    hint="Shorten the headline: what is longer gets cut off.",
    sure="reported",
    bad=Change(AUTHOR, f"<author>{'Вера ' * 60}</author>"),
    good=Change(TITLE, f"<title>{'М' * facts.TITLE_CHARACTERS}</title>"),
)
def long_texts(item: View, context: Context) -> Iterator[Problem]:
    """What is cut off."""
    for name in ("title", "author"):
        yield from story.short(name, facts.TITLE_CHARACTERS)(item, context)


@RULES.rule(
    "TU030",
    "related-count",
    "warning",
    on="item/yandex:related",
    summary=f"A block of related links has at most {facts.RELATED}.",
    hint="Keep the most fitting links.",
    sure="reported",
    bad=Change(RELATED, RELATED * (facts.RELATED + 1)),
    good=Change(RELATED, RELATED * facts.RELATED),
)
def many_related(related: View, context: Context) -> Iterator[Problem]:
    """More links than are shown."""
    if (count := len(related.all("link"))) > facts.RELATED:
        yield Problem(related, f"yandex:related has {count} links, more than {facts.RELATED}")


@RULES.rule(
    "TU032",
    "infinity-img",
    "info",
    on="item",
    summary="Links of an endless feed have no pictures.",
    hint='Leave img out of the links in <yandex:related type="infinity">.',
    sure="reported",
    bad=Change(RELATED, f"</yandex:related><yandex:related type='infinity'>{RELATED}"),
    good=Change(
        RELATED, "</yandex:related><yandex:related type='infinity'><link url='https://zarya.example/1'/>"
    ),
)
def infinity(item: View, context: Context) -> Iterator[Problem]:
    """Pictures that are ignored."""
    for related in item.element.iterchildren(clark("yandex:related")):
        links = related.findall("link") if related.get("type") == "infinity" else []
        for link in links:
            if link.get("img"):
                yield Problem(link, "a link of an endless feed has img, which is ignored")
