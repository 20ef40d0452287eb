"""The feed as a whole: how much it holds, that it is of one language and of one kind, whose ids are whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from lxml import etree

from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare, story
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.targets.msn import facts
from feeds.targets.msn.rules.base import CREATOR, NOW, RULES, SECOND_GUID, SECOND_TEXT
from feeds.targets.msn.rules.media import kind_of

FRESH = timedelta(days=1)
"""How long a story counts as fresh."""

_LANGUAGE = clark("dc:language")

declare(
    RULES,
    "PRT001",
    "guid-unique",
    "error",
    story.GUID_UNIQUE,
    now=NOW,
    bad=Change(SECOND_GUID, "<guid isPermaLink='false'><![CDATA[ zarya.example:story:4021 ]]></guid>"),
    good=Change(SECOND_GUID, '<guid isPermaLink="false">zarya.example:STORY:4021</guid>'),
)


@RULES.rule(
    "MSN008",
    "volume",
    "error",
    on="feed",
    summary=f"A feed has at most {facts.FEED_BYTES / 1e6:g} MB, and {facts.MOST} fresh stories at a time.",
    hint="Leave out the oldest stories: MSN asks for the feed every quarter of an hour, and takes some 20 at a time.",
    now=NOW,
    bad=Change(SECOND_TEXT, "<content:encoded>" + "Apple. " * 1_500_000 + "</content:encoded>"),
)
def volume(channel: View, context: Context) -> Iterator[Problem]:
    """Bytes, and stories of the last day."""
    yield from channels.larger(context, facts.FEED_BYTES)
    moments = [(item, dates.published(item)) for item in context.items]
    fresh = [item for item, when in moments if when and timedelta() <= context.now - when <= FRESH]
    if len(fresh) > facts.MOST:
        said = f"{len(fresh)} stories are of the last day, more than {facts.MOST}"
        yield Problem(fresh[facts.MOST], said, severity="warning")


@RULES.rule(
    "MSN011",
    "one-of-each",
    "error",
    on="feed",
    summary="A feed is of one language, and of one kind: articles or videos.",
    hint="Make a feed for each language, and another one for videos; name each to MSN.",
    now=NOW,
    bad=Change(CREATOR, f"{CREATOR}<dc:language>fr</dc:language>"),
    good=Change(CREATOR, f"{CREATOR}<dc:language>en-US</dc:language>"),
)
def one_of_each(channel: View, context: Context) -> Iterator[Problem]:
    """Stories that differ from the feed or from one another."""
    yield from _languages(channel, context.items)
    yield from _kinds(context.items)


def _languages(channel: View, items: list[View]) -> Iterator[Problem]:
    said = [(e, _spoken(text_of(e))) for item in items for e in item.element.iterchildren(_LANGUAGE)]
    whole = _spoken(channel.text("language") or channel.text("dc:language"))
    usual = whole or (Counter(language for _, language in said).most_common(1)[0][0] if said else "")
    for element, language in said:
        if language and usual and language != usual:
            yield Problem(element, f"the story is in {language}, the feed in {usual}")


def _spoken(tag: str) -> str:
    """The language of a tag, without country and script."""
    return tag.partition("-")[0].partition("_")[0].lower()


def _kinds(items: list[View]) -> Iterator[Problem]:
    videos: list[etree._Element] = []
    articles = 0
    for item in items:
        shown = next((e for e in item.all("media:content") if kind_of(e) == "video"), None)
        if shown is None:
            articles += 1
        else:
            videos.append(shown)
    if videos and articles:
        said = f"{len(videos)} of {len(items)} stories are videos: they need a feed of their own"
        yield Problem(videos[0], said)
