"""Stories with nearly the same text are found when one of them changes, and forgotten when they are no longer so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import archive_url
from records import NOW, article
from sqlalchemy import Connection, func, select
from texts import OTHER, STORY

from feeds.archive import likeness, storing
from feeds.archive.archive import open_archive
from feeds.archive.articles import row_of
from feeds.archive.schema import sketch_keys, sketches


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_archive(archive_url(tmp_path / "archive.db")) as archive, archive.transaction() as made:
        yield made


def store(connection: Connection, number: int, text: str, **facts: Any) -> list[tuple[str, str]]:
    """Stores a story; the pairs that were found then."""
    storing.store(connection, [row_of(article(number, body=f"<p>{text}</p>", **facts))], now=NOW)
    return [(pair.one, pair.other) for pair in likeness.follow(connection, NOW)]


EDITED = STORY.replace("холодным", "морозным")


def test_a_second_copy_is_found_once_and_both_know_it(connection: Connection) -> None:
    assert store(connection, 1, STORY) == []
    assert store(connection, 2, OTHER) == []
    assert store(connection, 3, EDITED) == [("n1", "n3")]
    assert likeness.follow(connection, NOW) == []
    assert list(likeness.others(connection, "n1")) == ["n3"]
    assert list(likeness.others(connection, "n3")) == ["n1"]
    assert likeness.others(connection, "n2") == {}


def test_stories_that_come_together_are_found_too(connection: Connection) -> None:
    rows = [row_of(article(n, body=f"<p>{STORY}</p>")) for n in (1, 2, 3)]
    storing.store(connection, rows, now=NOW)
    found = likeness.follow(connection, NOW)
    assert [(p.one, p.other) for p in found] == [("n1", "n2"), ("n1", "n3"), ("n2", "n3")]
    assert {p.share for p in found} == {1.0}


def test_a_story_that_is_rewritten_or_withdrawn_is_no_copy_any_more(connection: Connection) -> None:
    store(connection, 1, STORY)
    assert store(connection, 2, STORY) == [("n1", "n2")]
    assert store(connection, 2, OTHER, updated=NOW) == []
    assert likeness.others(connection, "n1") == {}
    assert store(connection, 3, OTHER) == [("n2", "n3")]
    assert store(connection, 3, OTHER, withdrawn="ошибка", updated=NOW) == []
    assert likeness.others(connection, "n2") == {}


def test_what_returns_after_weeks_is_no_copy(connection: Connection) -> None:
    store(connection, 1, STORY, published=NOW - timedelta(days=16))
    assert store(connection, 2, STORY, published=NOW - timedelta(hours=1)) == []
    assert store(connection, 3, STORY, published=NOW - timedelta(days=40)) == []


def test_old_stories_take_no_room(connection: Connection) -> None:
    store(connection, 1, STORY, published=NOW - timedelta(days=29))
    later = NOW + timedelta(days=3)
    storing.store(connection, [row_of(article(2, body=f"<p>{OTHER}</p>", published=later))], now=later)
    likeness.follow(connection, later)
    assert [row.article for row in connection.execute(select(sketches.c.article))] == ["n2"]
    assert connection.execute(select(func.count()).select_from(sketch_keys)).scalar() == likeness.KEYS


def test_a_phrase_of_the_house_makes_no_copies(connection: Connection) -> None:
    ending = "Подписывайтесь на наш канал и присылайте новости в редакцию, самые интересные мы опубликуем. "
    texts = [" ".join(f"слово{n}а{k}" for k in range(80)) + " " + ending for n in range(60)]
    rows = [row_of(article(n, body=f"<p>{text}</p>")) for n, text in enumerate(texts)]
    storing.store(connection, rows, now=NOW)
    assert likeness.follow(connection, NOW) == []
