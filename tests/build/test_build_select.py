"""Which stories a feed takes, by the table: each reason, its words, and the instant at which it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import NOW, article

from feeds.archive.articles import head_of
from feeds.article import Origin
from feeds.build.plan import FeedPlan
from feeds.build.select import decide, leaves_at, span
from feeds.publication import Feed, Publication, Selection
from feeds.targets.target import Channel, Setting, Target

PUBLICATION = Publication(
    name="Приморский вестник", url="https://vestnik.example/", language="ru", timezone="Europe/Moscow"
)


def plan(window: timedelta | None = None, **select: Any) -> FeedPlan:
    target = Target(
        name="vk",
        title="VK",
        summary="",
        platform="VK",
        spec="",
        media_type="application/rss+xml",
        rules="",
    )
    setting = Setting(target="vk", publication=PUBLICATION, base_url="https://feeds.example/")
    channel = Channel(
        setting=setting,
        url="https://feeds.example/vk.xml",
        title="t",
        link="l",
        description="d",
        language="ru",
    )
    feed = Feed(target="vk", path="vk.xml", select=Selection(**select))
    return FeedPlan(feed=feed, target=target, channel=channel, window=window, limit=None)


HOUR = timedelta(hours=1)
CASES: list[tuple[dict[str, Any], dict[str, Any], str | None, str]] = [
    ({}, {}, None, ""),
    ({"withdrawn": "ошибка в фактах"}, {}, "withdrawn", "withdrawn: ошибка в фактах"),
    ({"withdrawn": ""}, {}, "withdrawn", "withdrawn: no reason given"),
    ({"only": ("ok", "dzen")}, {}, "only", "the story is only for ok, dzen"),
    ({"only": ()}, {}, "only", "the story is only for no feed"),
    ({"only": ("vk",)}, {}, None, ""),
    ({"only": ("vk.xml",)}, {}, None, ""),
    ({"except_": ("vk",)}, {}, "except", "the story is not for vk"),
    ({"except_": ("ok",)}, {}, None, ""),
    ({"embargo": NOW + HOUR}, {}, "embargo", "under embargo until 2026-11-24 13:00 (Europe/Moscow)"),
    ({"embargo": NOW}, {}, None, ""),
    (
        {"published": NOW + HOUR},
        {},
        "future",
        "dated in the future: waits until 2026-11-24 13:00 (Europe/Moscow)",
    ),
    ({"expires": NOW}, {}, "expired", "expired on 2026-11-24 12:00 (Europe/Moscow)"),
    ({"expires": NOW + HOUR}, {}, None, ""),
    ({}, {"sections": ("Спорт",)}, "section", "in section «Город»; the feed takes «Спорт»"),
    ({"section": None}, {"sections": ("Спорт",)}, "section", "in no section; the feed takes «Спорт»"),
    ({}, {"sections": ("ГОРОД",)}, None, ""),
    ({}, {"except_sections": ("Город",)}, "section", "in section «Город», which the feed leaves out"),
    ({}, {"tags": ("спорт", "театр")}, "tag", "has none of the tags «спорт», «театр»"),
    ({}, {"tags": ("Парки",)}, None, ""),
    ({}, {"except_tags": ("свет",)}, "tag", "has one of the tags that the feed leaves out: «свет»"),
    ({}, {"authors": ("Иван Петров",)}, "author", "by none of the authors «Иван Петров»"),
    ({}, {"languages": ("en",)}, "language", "in language ru; the feed takes en"),
    ({"language": "en-GB"}, {"languages": ("en",)}, None, ""),
    ({"language": None}, {"languages": ("ru",)}, None, ""),
    (
        {"origin": Origin(source="wire")},
        {"sources": ("pages",)},
        "source",
        "from source wire; the feed takes pages",
    ),
]


@pytest.mark.parametrize(("story", "select", "code", "reason"), CASES)
def test_each_reason(story: dict[str, Any], select: dict[str, Any], code: str | None, reason: str) -> None:
    decision = decide(head_of(article(1, **story)), plan(**select), NOW)
    assert (decision.code if decision else None) == code
    assert (decision.reason if decision else "") == reason


def test_a_window_ends_to_the_second() -> None:
    story = head_of(article(1, published=NOW - timedelta(hours=48)))
    assert decide(story, plan(timedelta(hours=48)), NOW) is None
    late = decide(story, plan(timedelta(hours=48)), NOW + timedelta(seconds=1))
    assert late is not None
    assert late.reason == (
        "published on 2026-11-22 12:00 (Europe/Moscow); the feed takes stories of the last 48 hours"
    )


@given(st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(1, 3000))
def test_nothing_changes_before_the_instant_that_was_foretold(
    published: int, embargo: int, expires: int, window: int
) -> None:
    """What the planner sleeps on: between now and the foretold instant every second decides alike."""
    feed = plan(timedelta(minutes=window))
    head = head_of(
        article(
            1,
            published=NOW + timedelta(minutes=published),
            embargo=NOW + timedelta(minutes=embargo),
            expires=NOW + timedelta(minutes=expires),
        )
    )
    decision = decide(head, feed, NOW)
    until = leaves_at(head, feed) if decision is None else decision.until
    if until is None:
        return
    assert until >= NOW
    before = decide(head, feed, until - timedelta(seconds=1))
    if until > NOW:
        assert (before and before.code) == (decision and decision.code)
    after = decide(head, feed, until + timedelta(seconds=1))
    assert (after and after.code) != (decision and decision.code)


@pytest.mark.parametrize(
    ("delta", "words"),
    [
        (timedelta(hours=48), "48 hours"),
        (timedelta(days=8), "8 days"),
        (timedelta(hours=1), "hour"),
        (timedelta(hours=24), "24 hours"),
        (timedelta(minutes=90), "90 minutes"),
    ],
)
def test_windows_in_words(delta: timedelta, words: str) -> None:
    assert span(delta) == words
