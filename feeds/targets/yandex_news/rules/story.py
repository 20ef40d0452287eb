"""A story's title, link, dates, category and genre."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.checking.demands import address, dates, declare, story
from feeds.checking.demands.example import AUTHOR, CATEGORY, DATE, LINK
from feeds.checking.demands.text import shown
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row
from feeds.checking.values import one_of
from feeds.targets.yandex_news import facts
from feeds.targets.yandex_news.rules.base import EXPORT, GENRE, PLUGIN, RULES

SLUG = 10
"""Letters from which on the last part of a path is taken for a story's own."""

declare(RULES, "YN010", "title", "error", story.TITLE_PLAIN, sure="reported")
declare(
    RULES, "YN011", "title-length", "warning", story.title_length(facts.TITLE_CHARACTERS), sure="reported"
)
declare(RULES, "YN012", "link", "error", story.LINKED)
declare(RULES, "YN013", "link-unique", "error", story.LINK_UNIQUE, sure="inferred")
declare(RULES, "YN014", "link-host", "error", story.OWN_HOST, sure="reported")
declare(RULES, "YN016", "pubdate", "error", dates.DATED, sure="reported", spec=EXPORT)
declare(RULES, "YN018", "pubdate-future", "warning", dates.FUTURE, sure="uncertain")


@RULES.rule(
    "YN015",
    "link-id",
    "info",
    on="item",
    summary="A link has something that no other story's link has: an id, or words of its title.",
    hint="Put the story's number or a slug into its address, as in /2026/11/23/4021.",
    bad=Change(LINK, "<link>https://zarya.example/news/most</link>"),
    good=Change(LINK, "<link>https://zarya.example/news/most-otkryli</link>"),
)
def link_id(item: View, context: Context) -> Iterator[Problem]:
    """Addresses that look like a section's."""
    parts = address.split(item.text("link"))
    if parts is None:
        return
    last = parts.path.rstrip("/").rpartition("/")[2]
    if not re.search(r"\d", parts.path + parts.query) and len(last) < SLUG:
        yield Problem(item.one("link"), "the link has no id of the story in it")


@RULES.rule(
    "YN017",
    "pubdate-window",
    "error",
    on="item",
    summary="Stories are at most eight days old, for News on Dzen seven.",
    hint="Leave stories out that are older than eight days.",
    now="2026-11-23T12:00:00+03:00",
    bad=Change(DATE, "<pubDate>Sun, 15 Nov 2026 11:59:00 +0300</pubDate>"),
    good=Change(DATE, "<pubDate>Mon, 16 Nov 2026 12:00:00 +0300</pubDate>"),
)
def pubdate_window(item: View, context: Context) -> Iterator[Problem]:
    """Stories that search, or News, no longer takes."""
    if dates.older(item, context, facts.WINDOW):
        yield from dates.stale(facts.WINDOW)(item, context)
    elif dates.older(item, context, facts.NEWS_WINDOW):
        message = f"the story is older than {dates.days(facts.NEWS_WINDOW)}: News on Dzen passes over it"
        yield Problem(item.one("pubDate"), message, severity="warning")


RULES.facts(
    "YN030",
    "category-many",
    "warning",
    on="item",
    summary="A story has one category at most.",
    hint="Keep the story's main rubric and leave the others out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(CATEGORY, f"{CATEGORY}<category>Транспорт</category>"),
    good=Change(CATEGORY, "<category><![CDATA[Город & транспорт]]></category>"),
)
RULES.facts(
    "YN031",
    "category-empty",
    "warning",
    on="item",
    summary="A category is not empty.",
    hint="Write the rubric's name, or leave <category> out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(CATEGORY, "<category/>"),
    good=Change(CATEGORY, ""),
)
RULES.facts(
    "YN032",
    "genre-value",
    "error",
    on="item",
    summary="yandex:genre is lenta, message, article or interview.",
    hint="Write one of the four words in small Latin letters, or leave yandex:genre out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(GENRE, "<yandex:genre>news</yandex:genre>"),
    good=Change(GENRE, "<yandex:genre>\n<![CDATA[interview]]></yandex:genre>"),
)
RULES.structure += (
    Row(on="item", name="category", repeated="YN030", value=story.shown_text, invalid="YN031"),
    Row(
        on="item",
        name="yandex:genre",
        value=one_of(facts.GENRES, "lenta, message, article, interview"),
        invalid="YN032",
    ),
)


@RULES.rule(
    "YN033",
    "genre-lenta-length",
    "info",
    on="item",
    summary=f"A story of the genre lenta is a flash of {facts.LENTA_CHARACTERS} characters at most.",
    hint="Write message or article for longer texts.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(GENRE, "<yandex:genre>lenta</yandex:genre>"),
    good=Change(GENRE, "<yandex:genre>article</yandex:genre>"),
)
def lenta_length(item: View, context: Context) -> Iterator[Problem]:
    """Long texts that are said to be flashes."""
    text, genre = item.one("yandex:full-text"), item.one("yandex:genre")
    if text is None or item.text("yandex:genre") != "lenta":
        return
    if (length := len(shown(item.content(text).source))) > facts.LENTA_CHARACTERS:
        yield Problem(genre, f"the genre is lenta, but the text has {length} characters")


@RULES.rule(
    "YN061",
    "pdalink",
    "info",
    on="item/pdalink",
    summary="pdalink is obsolete.",
    hint="Leave pdalink out: phones get the same page.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(AUTHOR, "<pdalink>https://m.zarya.example/4021</pdalink>"),
    good=Change(AUTHOR, "<author>Вера Лодочникова, Иван Плотников</author>"),
)
def pdalink(element: View, context: Context) -> Iterator[Problem]:
    """The mobile page's address."""
    yield Problem(element, "pdalink is obsolete")
