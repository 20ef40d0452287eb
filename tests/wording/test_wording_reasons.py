"""Every reason that a feed can give is said in Russian too: nothing English is left but names."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from records import NOW, article
from stories import PUBLICATION

from feeds.archive.articles import head_of
from feeds.article import Origin
from feeds.build.plan import FeedPlan, plans
from feeds.build.select import REASONS, decide
from feeds.publication import Age, Configuration, Feed, Selection
from feeds.targets import registry
from feeds.wording import wording
from feeds.wording.russian.reasons import REASONS as TABLE
from feeds.wording.template import PLACE, places

NAMES = re.compile(
    r"\b(?:MSN|SmartNews|https|rss|feeds|xml|Mail\.ru|RSS|n1|desk|wire|en|ru)\b|\S+\.(?:xml|example)\S*"
)
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def plan(**facts: Any) -> FeedPlan:
    feed = Feed(**{"target": "rss", "path": "rss.xml", **facts})
    made = Configuration(publication=PUBLICATION, base_url="https://feeds.example/", feeds=(feed,))
    return plans(made)[0]


LATER = NOW + timedelta(hours=3)
SELECTIONS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"withdrawn": "Суд запретил"}, {}),
    ({"withdrawn": ""}, {}),
    ({"withdrawn": "no longer in its source"}, {}),
    ({"only": ("dzen",)}, {}),
    ({"only": ()}, {}),
    ({"except_": ("rss",)}, {}),
    ({"embargo": LATER}, {}),
    ({"published": LATER}, {}),
    ({"expires": NOW - timedelta(hours=1)}, {}),
    ({}, {"sections": ("Спорт",)}),
    ({"section": None}, {"sections": ("Спорт", "Мир")}),
    ({}, {"except_sections": ("Город",)}),
    ({}, {"tags": ("погода",)}),
    ({}, {"except_tags": ("парки",)}),
    ({}, {"authors": ("Пётр Ёлкин",)}),
    ({"language": "en"}, {"languages": ("ru",)}),
    ({"origin": Origin(source="wire")}, {"sources": ("desk",)}),
    ({"published": NOW - timedelta(days=4)}, {"max_age": Age(timedelta(hours=48))}),
    ({"published": NOW - timedelta(days=9)}, {"max_age": Age(timedelta(days=8))}),
    ({"published": NOW - timedelta(days=9)}, {"max_age": Age(timedelta(days=1))}),
]


def left_english(said: str) -> list[str]:
    return ENGLISH.findall(NAMES.sub("", said))


@pytest.mark.parametrize(("story", "selection"), SELECTIONS)
def test_decisions(story: dict[str, Any], selection: dict[str, Any]) -> None:
    decision = decide(head_of(article(1, **story)), plan(select=Selection(**selection)), NOW)
    assert decision is not None
    said = wording("ru").said(decision.reason)
    assert said != decision.reason
    assert left_english(said) == [] or "dzen" in said or "rss" in said


def test_every_kind_of_decision_is_among_them() -> None:
    decided = {
        decision.code
        for story, selection in SELECTIONS
        if (decision := decide(head_of(article(1, **story)), plan(select=Selection(**selection)), NOW))
    }
    assert len(decided) == len(REASONS)


SHORT: dict[str, Any] = {"body": "<p>Коротко.</p>", "lead": None, "title": "Дождь", "images": ()}
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("dzen", SHORT),
    ("yandex-news", {"body": "", "lead": None}),
    ("rambler", {"body": "", "lead": None}),
    ("mailru", {"body": "", "lead": None}),
    ("smartnews", {"body": "", "lead": None}),
    ("smartnews", {"images": ()}),
    ("google-news", {"url": "https://vestnik.example/" + "a" * 2100}),
    ("sitemap", {"url": "https://vestnik.example/" + "a" * 2100}),
    ("msn", {"url": "http://vestnik.example/1"}),
    ("msn", SHORT),
    ("msn", {"title": "Очень длинный заголовок " * 10}),
    ("msn", {"body": "<p>Коротко.</p>", "lead": None, "images": ()}),
]


@pytest.mark.parametrize(("target", "story"), REFUSED)
def test_refusals(target: str, story: dict[str, Any]) -> None:
    chosen = plan(target=target)
    refusal = registry.writer(target).refuse(article(1, **story), chosen.channel.setting)
    assert refusal is not None
    assert left_english(wording("ru").said(refusal.reason)) == []


@pytest.mark.parametrize("english", TABLE)
def test_russian_keeps_the_values_of_the_english(english: str) -> None:
    russian = TABLE[english]
    assert places(russian) <= places(english)
    assert all("|" not in (m[2] or "") or (m[2] or "").count("|") == 2 for m in PLACE.finditer(russian))
    assert english in {"Mail.ru", "SmartNews"} or re.search("[а-яё]", russian)


def test_quarantine_and_what_surrounds_it() -> None:
    say = wording("ru").said
    assert say("the platform would refuse it: withdrawn: x").startswith("площадка её не примет: отозвана: x")
    assert say("is in the feed's archive rss-2026-11.xml") == "в архиве ленты: rss-2026-11.xml"
    assert say("the feed holds the 21 newest stories, and there are as many newer ones") == (
        "в ленте помещается 21 новость, и столько же есть новее"
    )
