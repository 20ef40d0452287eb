"""Records that are exact already: the short way gives what the long way gives, or leaves the record to it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.article import Article
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.normalise import normalise
from feeds.intake.records import articles, drafts
from feeds.intake.records.exact import PATIENCE, Exact

CIRCUMSTANCES = Circumstances(
    timezone="Europe/Moscow", language="ru", source="wire", site="Приморский вестник"
)

RECORD: dict[str, Any] = {
    "id": "17",
    "url": "https://vestnik.example/17",
    "title": "Лодки вернулись",
    "lead": "Все целы.",
    "body": '<p>Лодки вернулись к <a href="https://vestnik.example/p">причалу</a>.</p>'
    '<figure><img src="https://vestnik.example/l.jpg" width="900" height="600" alt="Лодки"></figure>',
    "published": "2026-11-23T10:00:00+03:00",
    "updated": "2026-11-23T10:20:00+03:00",
    "language": "ru",
    "authors": [{"name": "Анна Примерова"}],
    "section": "Город",
    "tags": ["море", "лодки"],
    "images": [
        {"url": "https://vestnik.example/c.jpg", "role": "cover", "type": "image/jpeg", "width": 1200}
    ],
}


def line(**changes: Any) -> bytes:
    return json.dumps({**RECORD, **changes}, ensure_ascii=False).encode()


def long_way(data: bytes) -> list[Article | Rejection]:
    made = drafts(data, file="a.jsonl", address=None, circumstances=CIRCUMSTANCES)
    return [normalise(d, CIRCUMSTANCES) if isinstance(d, Draft) else d for d in made]


def short_way(data: bytes) -> Article | None:
    return Exact("a.jsonl", CIRCUMSTANCES).article(data, 1)


def test_an_exact_record_takes_the_short_way() -> None:
    assert short_way(line()) == long_way(line())[0]
    assert short_way(line()) is not None


@pytest.mark.parametrize(
    "name", [n for n in RECORD if n not in ("url", "title", "published", "body", "language")]
)
def test_what_may_be_absent_may_be_absent(name: str) -> None:
    record = {key: value for key, value in RECORD.items() if key != name}
    data = json.dumps(record, ensure_ascii=False).encode()
    assert short_way(data) == long_way(data)[0]
    assert short_way(data) is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Лодки  вернулись"},
        {"title": "Лодки вернулись — Приморский вестник"},
        {"title": "Лодки &amp; люди"},
        {"title": ""},
        {"lead": "Лодки вернулись"},
        {"url": "http://vestnik.example:80/17?utm_source=x"},
        {"body": "<p onclick=x()>Лодки</p>"},
        {"published": "2026-11-23T10:00:00"},
        {"published": "23.11.2026 10:00"},
        {"updated": "2026-11-22T10:00:00+03:00"},
        {"authors": ["Анна Примерова"]},
        {"authors": [{"name": "корреспондент Анна Примерова"}]},
        {"authors": [{"name": "Приморский Вестник"}]},
        {"tags": ["#море"]},
        {"tags": "море, лодки"},
        {"images": [{"url": "/c.jpg"}]},
        {"images": [{"url": "https://vestnik.example/c.jpg", "width": -5}]},
        {"language": "ru_RU"},
        {"language": None},
        {"headline": "Лодки"},
        {"embargo": "2026-11-24T10:00:00+03:00"},
    ],
)
def test_a_record_that_needs_work_takes_the_long_way(changes: dict[str, Any]) -> None:
    assert short_way(line(**changes)) is None


_TEXTS = st.text(max_size=12) | st.sampled_from(
    ["Город", " ёж", "a\u00a0b", "№ 5", "Анна Примерова", "#тег", "", "а&б"]
)
_URLS = st.sampled_from(
    [
        "https://a.example/1",
        "https://a.example/x.png",
        "https://A.example/1",
        "/x",
        "https://a.example/?a=1",
        "",
    ]
)
_DATES = st.sampled_from(
    ["2026-11-23T10:00:00+03:00", "2026-11-23T07:00:00Z", "2026-11-23", "1026-11-23T07:00:00Z", "нет", None]
)
_FIGURE = (
    '<figure><img src="https://a.example/i.png" alt="Вид &amp; мост" width="30" height="20">'
    "<figcaption>Мост. Фото: Анна &amp; Пётр</figcaption></figure>"
)
_BODIES = st.sampled_from(
    [
        *("<p>Да.</p>", "<p>Да.", "Да.", "<p>Да.</p><figure><img src='/i.png'></figure>", ""),
        f"<p>Да.</p>{_FIGURE}",
        f"{_FIGURE}<p>Да.</p>{_FIGURE.replace('i.png', 'j.png').replace('Мост.', '<em>Мост</em>.')}",
        f"{_FIGURE.replace('i.png', 'k.png')}<p>Да.</p>{_FIGURE.partition('<figcaption>')[0]}</figure>",
    ]
)
_PICTURES = st.fixed_dictionaries(
    {"url": _URLS},
    optional={
        "type": st.sampled_from(["image/jpeg", "image/png", "jpeg"]),
        "width": st.integers(-2, 5),
        "length": st.integers(-2, 5),
        "role": st.sampled_from(["cover", "inline", "gallery", "x"]),
        "alt": _TEXTS,
    },
)
_RECORDS = st.fixed_dictionaries(
    {"url": _URLS, "title": _TEXTS, "published": _DATES, "body": _BODIES},
    optional={
        "id": _TEXTS,
        "lead": _TEXTS,
        "updated": _DATES,
        "language": st.sampled_from(["ru", "RU", "en-GB", "нет"]),
        "authors": st.lists(st.fixed_dictionaries({"name": _TEXTS}), max_size=2),
        "section": _TEXTS,
        "tags": st.lists(_TEXTS | st.sampled_from(["море", "Море", "лодки"]), max_size=4),
        "images": st.lists(_PICTURES, max_size=2),
    },
)


@settings(max_examples=400, deadline=None)
@given(_RECORDS)
def test_both_ways_give_the_same(record: dict[str, Any]) -> None:
    data = json.dumps(record, ensure_ascii=False).encode()
    article = short_way(data)
    if article is not None:
        assert article == long_way(data)[0]


def test_a_tag_that_is_said_twice_stays_on_the_short_way() -> None:
    data = line(tags=["Море", "лодки", "море", "Лодки"])
    article = short_way(data)
    assert article == long_way(data)[0]
    assert article is not None
    assert article.tags == ("Море", "лодки")


def test_lines_of_either_kind_keep_their_order_and_numbers() -> None:
    data = b"\n".join([line(id="1"), b"", line(id="2", title=" Да "), b"{broken", line(id="4")])
    results = list(articles(data, file="a.jsonl", address=None, circumstances=CIRCUMSTANCES))
    assert [type(result).__name__ for result in results] == ["Article", "Draft", "Rejection", "Article"]
    places = [
        r.origin.line if isinstance(r, Article) and r.origin else getattr(r, "line", None) for r in results
    ]
    assert places == [1, 3, 4, 5]


def test_a_file_without_exact_records_is_read_to_its_end() -> None:
    data = b"\n".join(line(id=str(n), headline="x") for n in range(PATIENCE + 5))
    results = list(articles(data, file="a.jsonl", address=None, circumstances=CIRCUMSTANCES))
    assert [r.line for r in results if isinstance(r, Draft)] == list(range(1, PATIENCE + 6))
