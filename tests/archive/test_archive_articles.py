"""The archive keeps each story's newest revision, and what it said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from records import NOW, article
from sqlalchemy import Connection, select

from feeds.archive import articles
from feeds.archive.archive import Archive, open_archive
from feeds.archive.schema import about, revisions
from feeds.article import Origin, decode, revision_of
from feeds.errors import ArchiveError, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(f"sqlite:///{tmp_path}/deep/er/archive.db") as opened:
        yield opened


@pytest.fixture
def connection(archive: Archive) -> Iterator[Connection]:
    with archive.transaction() as made:
        yield made


def test_a_record_comes_back_as_it_went_in(connection: Connection) -> None:
    story = article(1, except_=("vk",), updated=NOW)
    articles.store(connection, [story], now=NOW)
    assert articles.records(connection, ["n1", "missing"]) == {"n1": story}


def test_storing_tells_what_is_new_changed_and_as_before(connection: Connection) -> None:
    first = articles.store(connection, [article(1), article(2)], now=NOW)
    second = articles.store(connection, [article(1), article(2, title="Иначе"), article(3)], now=NOW)
    assert (first.added, first.changed, first.same) == (("n1", "n2"), (), 0)
    assert (second.added, second.changed, second.same) == (("n3",), ("n2",), 1)


def test_what_a_story_said_before_is_kept(connection: Connection) -> None:
    old, new = article(1), article(1, title="Иначе")
    articles.store(connection, [old], now=NOW)
    articles.store(connection, [new], now=NOW)
    kept = connection.execute(select(revisions)).all()
    assert [(row.revision, decode(row.record)) for row in kept] == [(revision_of(old), old)]
    articles.store(connection, [old], now=NOW)
    articles.store(connection, [new], now=NOW)
    assert len(connection.execute(select(revisions)).all()) == 2


def test_of_two_records_with_one_id_the_last_counts(connection: Connection) -> None:
    articles.store(connection, [article(1), article(1, title="Иначе")], now=NOW)
    assert articles.records(connection, ["n1"])["n1"].title == "Иначе"


def test_a_source_of_lower_priority_does_not_overwrite(connection: Connection) -> None:
    high = article(1, origin=Origin(source="cms"))
    low = article(1, title="Со страницы", origin=Origin(source="pages"))
    articles.store(connection, [high], priority=5, now=NOW)
    report = articles.store(connection, [low], priority=1, now=NOW)
    assert (report.changed, report.same) == ((), 1)
    articles.store(connection, [low], priority=9, now=NOW)
    assert articles.records(connection, ["n1"])["n1"].title == "Со страницы"


def test_origin_alone_makes_no_new_revision(connection: Connection) -> None:
    articles.store(connection, [article(1, origin=Origin(source="a", file="x"))], now=NOW)
    report = articles.store(connection, [article(1, origin=Origin(source="a", file="y"))], now=NOW)
    assert report.same == 1


def test_heads_come_newest_first_and_since_an_instant(connection: Connection) -> None:
    articles.store(connection, [article(n) for n in (3, 1, 2)], now=NOW)
    assert [head.id for head in articles.heads(connection)] == ["n1", "n2", "n3"]
    since = NOW - timedelta(minutes=2)
    assert [head.id for head in articles.heads(connection, since=since)] == ["n1", "n2"]
    assert [head.id for head in articles.heads(connection, newest_first=False)] == ["n3", "n2", "n1"]


def test_stories_of_one_instant_have_a_fixed_order(connection: Connection) -> None:
    stories = [article(n, published=NOW) for n in (2, 3, 1)]
    articles.store(connection, stories, now=NOW)
    assert [head.id for head in articles.heads(connection)] == ["n3", "n2", "n1"]


def test_a_story_is_found_by_id_and_by_address(connection: Connection) -> None:
    articles.store(connection, [article(1)], now=NOW)
    assert articles.find(connection, "n1") == articles.find(connection, "https://vestnik.example/2026/11/1")
    assert articles.find(connection, "https://vestnik.example/") is None
    assert articles.nearest(connection, "2026/11") == ["n1"]
    assert articles.nearest(connection, "100%_") == []


def test_more_records_than_one_statement_takes(connection: Connection) -> None:
    stored = articles.store(connection, (article(n) for n in range(1, 1203)), now=NOW)
    assert len(stored.added) == articles.count(connection) == 1202
    assert len(articles.records(connection, stored.added)) == 1202


def test_a_failed_transaction_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(RuntimeError), archive.transaction() as connection:
        articles.store(connection, [article(1)], now=NOW)
        raise RuntimeError
    with archive.transaction() as connection:
        assert articles.count(connection) == 0


def test_an_archive_of_another_scheme_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/archive.db"
    with open_archive(url) as archive, archive.transaction() as connection:
        connection.execute(about.update().values(value="99"))
    with pytest.raises(ArchiveError, match="scheme 99"), open_archive(url):
        pass


@pytest.mark.parametrize("url", ["archive.db", "oracle9://x", "postgresql+nothing://x"])
def test_a_url_that_names_no_database_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="cannot be opened"), open_archive(url):
        pass


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"not a database at all" * 100)
    with (
        pytest.raises(ArchiveError, match="not a database"),
        open_archive(f"sqlite:///{tmp_path}/archive.db"),
    ):
        pass


def test_a_head_says_what_the_article_says() -> None:
    story = article(1, only=("vk",), expires=NOW, withdrawn="ошибка")
    head = articles.head_of(story)
    assert (head.only, head.expires, head.withdrawn) == (("vk",), NOW.timestamp(), "ошибка")
    assert msgspec.json.decode(msgspec.json.encode(head), type=articles.Head) == head
