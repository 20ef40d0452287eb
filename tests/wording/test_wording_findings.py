"""What the rules say of their examples and of other broken documents is said in Russian, nothing left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rule_examples import NOW, applied

from feeds.checking.finding import Finding
from feeds.checking.rule import Rule
from feeds.targets import catalogue, handbook, registry
from feeds.targets.catalogue import Entry
from feeds.targets.check import check
from feeds.wording import wording

RU = wording("ru")
CODE = re.compile(r"«[^»]*»|<[^>]*>|\"[^\"]*\"|\S+=\S+|\S+://\S+|\[[^\]]*\]")
ENGLISH = re.compile(
    r"(?<![\w:<>/=.\"-])(?:the|is|are|of|and|or|not|with|which|that|it|has|have|than|more|there|was|an|its|what|where"
    r"|write|leave|take|let|add|see|stands?|says?|holds?|readers|story|stories)(?![\w:<>/=\"-])",
    re.IGNORECASE,
)


def hold_russian(texts: list[str | None]) -> None:
    """Each text is said in Russian, without an English word but in what the document says."""
    for text in filter(None, texts):
        said = RU.said(text)
        assert said != text
        assert ENGLISH.findall(CODE.sub(" ", said)) == [], said


def texts_of(found: list[Finding]) -> list[str | None]:
    return [text for finding in found for text in (finding.message, finding.hint)]


RULES = list(catalogue.entries().values())


@pytest.mark.parametrize("entry", RULES, ids=[entry.rule.code for entry in RULES])
def test_every_rule_is_explained_in_russian(entry: Entry) -> None:
    hold_russian([entry.rule.summary, entry.rule.hint, entry.rule.why])


def test_every_rule_is_explained_by_words_that_there_are() -> None:
    for entry in RULES:
        assert not ENGLISH.findall(CODE.sub(" ", handbook.looks_at(entry, RU)))
        for word in (
            handbook.LEVELS[entry.rule.severity],
            handbook.SURE[entry.rule.sure],
            entry.rule.instead,
        ):
            assert not word or RU(word) != word
        title = RU.words(RU(entry.rules.title))
        assert not ENGLISH.findall(title), title


BROKEN = [
    entry
    for entry in RULES
    if entry.rule.bad is not None and entry.rules.prefix not in {"HTTP", "ED", "SITE"}
]


def found_in(entry: Entry, source: str) -> Iterator[Finding]:
    rule: Rule = entry.rule
    for target in {entry.rules.target, "rss", "atom"} & set(registry.targets()):
        moment = datetime.fromisoformat(rule.now or NOW)
        yield from check(source.encode(), target, now=moment, url=rule.url, publication=rule.publication)


@pytest.mark.parametrize("entry", BROKEN, ids=[entry.rule.code for entry in BROKEN])
def test_everything_that_is_found_in_examples(entry: Entry) -> None:
    assert entry.rule.bad is not None
    hold_russian(texts_of(list(found_in(entry, handbook.changed(entry.rules, entry.rule.bad)))))


@pytest.mark.parametrize(
    "entry", [entry for entry in BROKEN if entry.rule.page is not None], ids=lambda e: e.rule.code
)
def test_what_is_found_beside_a_page(entry: Entry) -> None:
    assert entry.rule.bad is not None
    found = applied(entry.rules, entry.rule, entry.rule.bad)
    assert entry.rule.code in {finding.code for finding in found}
    hold_russian(texts_of(found))


CASES = {"dialects": {}, "w3c": {"rss2": "rss", "atom1": "atom"}}
"""Folders of cases, and what their formats are called here."""


@pytest.mark.parametrize("folder", CASES)
def test_everything_that_is_found_in_cases(folder: str, shared: Path) -> None:
    home = shared / "cases" / folder
    found = 0
    for line in (home / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        file = home / "cases" / case["path"]
        if file.is_file():
            some = check(
                file.read_bytes(),
                CASES[folder].get(case["format"], case["format"]),
                now=datetime.fromisoformat(case.get("now") or NOW),
                url=case.get("url"),
                publication=case.get("publication"),
            )
            hold_russian(texts_of(some))
            found += len(some)
    assert found > 400


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("title has 251 characters, more than 240", "title: 251 знак, а можно не больше 240"),
        ("loc has 2358 characters, more than 2047", "loc: 2358 знаков, а можно не больше 2047"),
        ("the text has 12 characters, fewer than 300", "в тексте 12 знаков, а нужно не меньше 300"),
        (
            "<item> has no <yandex:full-text>: <yandex:fulltext> is not that element",
            "в <item> нет <yandex:full-text>: <yandex:fulltext>\u00a0— другой элемент",
        ),
        ("<channel> has no <title>", "в <channel> нет <title>"),
        ("enclosure has no type", "enclosure: нет type"),
        ("the story is older than 3 days: Wed", "новости больше 3 дней: Wed"),
        ("the cover is 301 pixels wide, less than 700", "ширина обложки\u00a0— 301 пиксель, а нужно не меньше 700"),
        ("url of enclosure is relative: '/1.jpg'", "url у enclosure: неполный адрес «/1.jpg»"),
        ("link is relative: \"it's\"", "link: неполный адрес «it's»"),
        ("hubs is an object, not an array", "hubs: объект, а не массив"),
        ("the entry is a text, not an object", "запись: текст, а не объект"),
        ("medium of media:content is 'x', not one of image, audio or video",
         "medium у media:content: «x», а не одно из слов image, audio или video"),
        ("there are 60,001 addresses, more than 50,000", "60\u202f001 адрес, а можно не больше 50\u202f000"),
        ("the document has 11.02 MB, more than 10", "размер документа\u00a0— 11,02 МБ, а можно не больше 10"),
        ("the strong ETag \"a91f\" stands for the packed content and for the plain one",
         "сильный ETag \"a91f\"\u00a0— один на сжатое и на несжатое содержимое"),
        ("the date of publication was 2026-11-22 17:00+00:00 before, it is 2026-11-22 14:00+03:00",
         "дата публикации была 22 ноября 2026, 17:00 (по Гринвичу), а стала 22 ноября 2026, 14:00 (UTC+03:00)"),
        ("the namespace of media is 'a', not 'b'", "пространство имён media\u00a0— «a», а не «b»"),
        ("the namespace of media is relative: 'a'", "пространство имён media: неполный адрес «a»"),
        ("https://a.example/1 redirects in circles", "https://a.example/1: перенаправляет по кругу"),
    ],
)  # fmt: skip
def test_values_stand_in_the_right_form(english: str, russian: str) -> None:
    assert RU.said(english) == russian


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("the feed has no stories; 21 more like it follow", "в ленте нет новостей; дальше таких ещё 21"),
        ("the text has <img> (3 times)", "в тексте есть <img> (3 раза)"),
        ("title is empty; <item> has no <link>", "title: пусто; в <item> нет <link>"),
        (
            "the platform would refuse it: title is empty; <item> has no <link>",
            "площадка её не примет: title: пусто; в <item> нет <link>",
        ),
        ("Take the tags out. Its exemption in feeds.yaml ended on 2026-11-01: old feed",
         "Уберите теги. Исключение для него в feeds.yaml действовало до 1 ноября 2026 года: old feed"),
    ],
)  # fmt: skip
def test_sentences_of_several_parts(english: str, russian: str) -> None:
    assert RU.said(english) == russian


def test_what_a_document_says_is_no_sentence_of_ours() -> None:
    assert RU.said("the title names a date: 'title is empty; the feed has no stories'").endswith(
        "«title is empty; the feed has no stories»"
    )
