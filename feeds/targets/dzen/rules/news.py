"""The seamless feed for News and a channel: a channel's rules, and what differs."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.comparing.page import Page
from feeds.checking.demands import fulltext, page, story
from feeds.checking.demands.demand import together
from feeds.checking.demands.example import GUID, MOST_1, MOST_2, SECOND_GUID, TITLE
from feeds.checking.document import RSS, View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem, RuleSet
from feeds.checking.structure import Row
from feeds.checking.values import one_of
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import EXAMPLE, RULES
from feeds.targets.dzen.rules.content import ENCODED, embeds, lacking
from feeds.targets.dzen.rules.media import narrow_enclosures, narrow_in_news

PAGE = "https://dzen.ru/help/ru/news/seamless/rss.html"

KIND = "<contentType>news</contentType>"
NEWS_EXAMPLE = (
    EXAMPLE.replace(GUID, f"{GUID}\n      {KIND}")
    .replace(SECOND_GUID, f"{SECOND_GUID}\n      <contentType>blogs_only</contentType>")
    .replace("<category>comment-all</category>", "<category>Город</category>")
)

LINES = "длина 240 метров\nширина 3 метра\nЧертежи и смета опубликованы целиком на сайте города."

CHANNEL_ONLY = frozenset({"DZ014", "DZ015", "DZ046", "DZ047", "DZ050", "DZ051", "DZ062", "DZ074"})


def _copies(channel: View, context: Context) -> Iterator[Problem]:
    """In one feed for both, a story's two copies differ in link and guid."""
    yield from story.unique("guid")(channel, context)
    yield from story.unique("link")(channel, context)


def _embeds(item: View, context: Context) -> Iterator[Problem]:
    yield from embeds(item, frozenset())


def _narrow_enclosures(item: View, context: Context) -> Iterator[Problem]:
    yield from narrow_enclosures(item)


NEWS_RULES = RuleSet(
    target="dzen-news",
    title="Seamless RSS for Dzen",
    prefix="DZ",
    spec=PAGE,
    example=NEWS_EXAMPLE,
    shape=RSS,
    base=RULES,
    without=CHANNEL_ONLY,
    recoded={
        "DZ017": {
            "summary": "No two stories have the same guid or the same link.",
            "hint": "Give each story its own guid and link; a story's copy for the other stream has others.",
            "check": _copies,
        },
        "DZ030": {"check": lacking},
        "DZ038": {
            "summary": "The text embeds nothing.",
            "hint": "Put a link or a picture in place of the <iframe>.",
            "good": None,
            "check": _embeds,
        },
        "DZ041": {
            "summary": f"The cover is at least {facts.COVER_WIDTH} pixels wide, other pictures "
            f"{facts.IMAGE_WIDTH} × {facts.IMAGE_HEIGHT}.",
            "check": together(fulltext.inside(ENCODED, narrow_in_news), _narrow_enclosures),
        },
    },
)

NEWS_RULES.facts(
    "DZ060",
    "contenttype-missing",
    "error",
    on="item",
    summary="Each story says where it goes: contentType.",
    hint="Add <contentType>news</contentType> to each story: news for News and the channel, news_only for "
    "News, blogs_only for the channel.",
    sure="reported",
    bad=Change(KIND, "<contenttype>news</contenttype>"),
    good=Change(KIND, "<contentType>news_only</contentType>"),
)
NEWS_RULES.facts(
    "DZ061",
    "contenttype-value",
    "error",
    on="item",
    summary="contentType is news, news_only or blogs_only.",
    hint="Write one of the three words exactly: small letters, an underscore, no blank.",
    sure="reported",
    bad=Change(KIND, "<contentType>News</contentType>"),
    good=Change(KIND, "<contentType><![CDATA[news_only]]></contentType>"),
)
NEWS_RULES.rule(
    "DZ063",
    "title-mismatch",
    "warning",
    on="item",
    summary="The title is the headline of the page.",
    hint="Write the title as the page has it, without the outlet's name.",
    sure="reported",
    page=Page(titles=("Пешеходный мост через Ладу открыли раньше срока",)),
    bad=Change(TITLE, "<title>Мост через Ладу открыли раньше срока</title>"),
    good=Change(TITLE, "<title>Пешеходный мост через&#160;Ладу открыли раньше срока</title>"),
)(page.same_title)
NEWS_RULES.rule(
    "DZ064",
    "text-mismatch",
    "warning",
    on="item",
    summary="The text is the text of the page, word by word.",
    hint="Edit feed and page together, and leave out of the feed what is not the story's text.",
    sure="reported",
    page=Page(text=f"{MOST_1}\n\nКто построил\n\n{MOST_2}\n\n{LINES}"),
    bad=Change(MOST_2, f"{MOST_2} Фото: архив."),
    good=Change("<figcaption>Фото: Вера Лодочникова</figcaption>", "<figcaption>Фото: архив</figcaption>"),
)(page.same_text(ENCODED))
NEWS_RULES.structure += (
    Row(
        on="item",
        name="contentType",
        missing="DZ060",
        repeated="DZ061",
        value=one_of(facts.CONTENT_TYPES, "news, news_only, blogs_only"),
        invalid="DZ061",
    ),
)
