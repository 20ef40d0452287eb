"""Why files, records and messages are refused is said in Russian: on the page of status, whatever a source brings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sentences import SENTENCE, Reader

import feeds
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.read import read
from feeds.wording import wording
from feeds.wording.russian import PHRASES, refusals
from feeds.wording.russian.findings import FINDINGS
from feeds.wording.russian.reasons import REASONS

ROOT = Path(feeds.__file__).parent
RU = wording("ru")
CALLS = {"Rejection": 0, "Unfit": 0, "Refused": 1, "Unsigned": 0}
TABLES = (refusals.FILES, refusals.PARSERS, refusals.STORIES, refusals.HINTS, refusals.MESSAGES)

PIECES = {
    "7, not text": "is binary data, not text",
    "is no 7": "is no genre",
    "the record 7": "the record states no title",
    "is not published by its newsroom yet: it 7": "is not published by its newsroom yet: it waits for review",
    "is not published by its newsroom yet: '7' 7": "is not published by its newsroom yet: 'A' is a draft",
    "7 that can be used: 7": "states no address that can be used: '/1' is no http(s) address",
    "is an item in broken XML: ": "is an item in broken XML: it cannot be read",
}
"""What is part of sentences only, with one that it is part of."""


BROKEN = {
    "json": (
        "{1: 2}",
        '{"a" 1}',
        '{"a": 1 "b"}',
        "[1 2]",
        "[1,]",
        '{"a":1,}',
        '{"a": "\\x"}',
        "[01]",
        "{} x",
    ),
    "yaml": ("a: b: c", "a: [1", "a: {b", "- 1\n b: 2", "a: *b", "\t- a", "a: &", "%"),
}


@pytest.mark.parametrize(
    ("ending", "text"), [(ending, text) for ending, some in BROKEN.items() for text in some]
)
def test_what_is_wrong_in_a_file_is_said_in_russian(ending: str, text: str) -> None:
    circumstances = Circumstances(timezone="Europe/Moscow", source="wire")
    results = list(read("records", text.encode(), file=f"a.{ending}", circumstances=circumstances))
    for result in results:
        if isinstance(result, Rejection):
            assert not re.search("[a-z]{3,}", RU.said(result.reason)), result.reason


def texts() -> list[tuple[str, str]]:
    found = []
    for room in ("intake", "serve", "build"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for text in {*Reader(path, CALLS, answers=False).said()}:
                if SENTENCE.search(text):
                    found.append((str(path.relative_to(ROOT)), text))
    return sorted(found)


ALL = texts()


def test_there_are_many_reasons() -> None:
    assert len(ALL) > 60


@pytest.mark.parametrize("where", sorted({where for where, _ in ALL}))
def test_every_reason_is_said_in_russian(where: str) -> None:
    for text in (PIECES.get(text, text) for place, text in ALL if place == where):
        assert RU.said(text) != text, text


def test_no_phrase_is_there_twice() -> None:
    assert len(PHRASES) == len(REASONS) + len(FINDINGS) + sum(map(len, TABLES))


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("states no address, and states no title", "адреса нет, заголовка нет"),
        (
            "states no address, and states no title, and states no date of publication",
            "адреса нет, заголовка нет, даты публикации нет",
        ),
        ("states a date that cannot be read: 'soon' is no date", "дату «soon» не прочесть: это не дата"),
        ("states no address that can be used: '/a b' is empty", "адрес «/a b» не годится: пусто"),
        (
            "the record states no address. Give it a url, or the source an address template.; states no title",
            "запись: адреса нет. Укажите в записи url или задайте источнику шаблон адреса; заголовка нет",
        ),
        ("holds more than 64 MiB", "больше 64\u00a0МиБ"),
        ("is larger than a page is (8 MiB at most)", "страницы такими не бывают: больше 8\u00a0МиБ"),
        (
            "is not published by its newsroom yet: it is in the trash",
            "редакция её ещё не опубликовала: лежит в корзине",
        ),
        ("is a Jupyter notebook, not Markdown", "это тетрадь Jupyter, а не Markdown"),
        ("holds an object where a record should be", "вместо записи\u00a0— объект"),
        (
            "12 of 20 stories are gone at once, so none is withdrawn; if this is meant: feeds build --confirm wire",
            "исчезли сразу 12 из 20 новостей, поэтому ни одна не отозвана; если так и надо: feeds build --confirm wire",
        ),
    ],
)
def test_reasons_with_values(english: str, russian: str) -> None:
    assert RU.said(english) == russian
