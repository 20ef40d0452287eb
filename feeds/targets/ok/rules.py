"""The rules of RSS for tools that post into groups on OK: RSS 2.0 in its plainest form."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare, example, media, story
from feeds.checking.demands.demand import together
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Problem
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://ok.ru/page/okmedia/api/"
WIDGET = "https://apiok.ru/ext/publish"
RSS_PAGE = "https://www.rssboard.org/rss-specification"

EXAMPLE = example.feed(
    ' xmlns:atom="http://www.w3.org/2005/Atom"',
    '<atom:link href="https://zarya.example/ok.xml" rel="self" type="application/rss+xml"/>',
    example.story(),
    example.second_story(),
)

RULES = dialect("ok", "RSS for OK", "OK", spec=PAGE, example=EXAMPLE, without=frozenset({"RSS012", "RSS055"}))


@RULES.rule(
    "OK001",
    "unsupported",
    "warning",
    on="document",
    instead="Any feed that is checked for OK.",
    summary="OK itself imports no RSS.",
    hint="Use the feed with a tool that posts into the group through OK's interface.",
)
def unsupported(channel: View, context: Context) -> Iterator[Problem]:
    """Said of every document."""
    yield Problem(None, "OK documents no RSS import: a tool has to read the feed and post into the group")


declare(
    RULES,
    "OK002",
    "xml-wellformed",
    "error",
    channels.WELL_FORMED,
    summary="The document is well-formed XML and RSS 2.0.",
    check=together(channels.byte_order_mark, channels.rss_2),
    spec=RSS_PAGE,
)
channels.declare_channel(RULES, "OK003", spec=RSS_PAGE)
declare(RULES, "OK010", "title", "error", story.TITLE_PLAIN, sure="inferred")
declare(RULES, "OK011", "link", "error", story.LINKED, spec=WIDGET)
declare(RULES, "OK012", "guid", "error", story.IDENTIFIED, sure="inferred")
declare(RULES, "OK013", "pubdate", "error", dates.DATED, sure="inferred")
declare(RULES, "OK014", "description-html", "warning", story.DESCRIPTION_PLAIN, sure="inferred")
declare(RULES, "OK030", "enclosure-attrs", "error", media.USABLE, spec=RSS_PAGE)
