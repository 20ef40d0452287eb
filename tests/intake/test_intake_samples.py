"""Real documents beside the checkout, where they are."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from feeds.article import Article, encode, revision_of
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.files import contents
from feeds.intake.read import read

CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", url="https://life.ru/p/{stem}", site="Life.ru")


def answers(kind: str, path: Path, circumstances: Circumstances = CIRCUMSTANCES) -> list[Article | Rejection]:
    return list(read(kind, path.read_bytes(), file=str(path), circumstances=circumstances))


def test_the_seed_page(shared: Path) -> None:
    [article] = answers("text", shared / "seeds/putin-rahmon.txt")
    assert isinstance(article, Article)
    assert article.url == "https://life.ru/p/putin-rahmon"
    assert article.title == "Путин и Рахмон провели переговоры на полях ОДКБ"
    assert article.published == datetime.fromisoformat("2025-11-27T10:14:00+03:00")
    assert [person.name for person in article.authors] == ["Марина Фещенко"]
    assert {"Таджикистан", "Эмомали Рахмон", "Путин", "Политика"} <= set(article.tags)
    assert len({link.title for link in article.related}) == len(article.related) == 3
    assert article.body.count("<p>") == 8
    assert len(article.channels) == 5
    assert article.comments is not None
    assert article.comments.count == 0
    lines = (shared / "seeds/putin-rahmon.txt").read_text(encoding="utf-8").split("\n")
    paragraphs = article.body.removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    assert paragraphs == [line for line in lines if line in paragraphs]


def test_the_example_record_is_read_as_it_stands(shared: Path) -> None:
    source = (shared / "examples/article.json").read_bytes()
    [article] = read("records", source, file="article.json", circumstances=CIRCUMSTANCES)
    assert isinstance(article, Article)
    wanted: dict[str, Any] = {name: value for name, value in json.loads(source).items() if value is not None}
    got = json.loads(encode(article))
    assert got["origin"]["kind"] == "records"
    # Addresses in the body become absolute, and a picture of the body joins the list.
    wanted["body"] = wanted["body"].replace('"/img/', '"https://vestnik.example/img/')
    *listed, from_body = got["images"]
    assert listed == wanted.pop("images")
    assert from_body["url"] == "https://vestnik.example/img/100501/map.png"
    assert {name: got[name] for name in wanted} == wanted
    assert set(got) - set(wanted) == {"images", "origin"}


def test_the_example_record_reads_back_from_what_was_written(shared: Path) -> None:
    [article] = answers("records", shared / "examples/article.json")
    assert isinstance(article, Article)
    [again] = read("records", encode(article), file="x.json", circumstances=Circumstances())
    assert isinstance(again, Article)
    assert revision_of(again) == revision_of(article)


def test_dumps_of_russian_pages(shared: Path) -> None:
    folder = shared / "inputs/html-ru"
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        data = (folder / truth["textdump"]).read_bytes()
        [article] = read(
            "text", data, file=truth["textdump"], address=truth["url"], circumstances=Circumstances()
        )
        assert isinstance(article, Article)
        assert article.title in {truth["title"], *truth["title_alt"]}
        assert article.published.isoformat()[:10] == truth["published"][:10]
        assert len(article.body) > 600


@pytest.mark.parametrize(
    ("file", "count"),
    [("ods-news.jsonl", 63), ("purano-data.jsonl", 2), ("meduza.csv.gz", 9), ("ria.csv.gz", 9)],
)
def test_russian_records(shared: Path, file: str, count: int) -> None:
    found = answers("records", shared / "inputs/records-ru" / file)
    assert [article for article in found if isinstance(article, Rejection)] == []
    assert len(found) == count
    assert all(article.language == "ru" for article in found if isinstance(article, Article))


def test_records_without_a_date_are_refused_one_by_one(shared: Path) -> None:
    found = answers("records", shared / "inputs/records-ru/ria.json.gz")
    assert len(found) == 10
    assert isinstance(found[0], Rejection)
    assert found[0].code == "no-date"
    assert [answer.line for answer in found if isinstance(answer, Rejection)] == list(range(1, 11))


@pytest.mark.parametrize("kind", ["records", "text"])
def test_no_file_of_any_kind_makes_reading_raise(shared: Path, kind: str) -> None:
    for path, data in contents("**/*", shared / "inputs/ghost-and-cms"):
        assert isinstance(data, bytes)
        for answer in read(kind, data, file=path, circumstances=CIRCUMSTANCES):
            assert isinstance(answer, Article | Rejection)
