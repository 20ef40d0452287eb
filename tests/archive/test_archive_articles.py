"""The archive keeps each story's newest revision, and what it said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from databases import archive_url
from records import NOW, article
from sqlalchemy import Connection, select

from feeds.archive import articles, storing
from feeds.archive.archive import Archive, open_archive
from feeds.archive.articles import row_of
from feeds.archive.pack import unsealed
from feeds.archive.schema import about, revisions
from feeds.archive.storing import Stored
from feeds.article import Article, Origin, revision_of
from feeds.errors import ArchiveError, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(archive_url(tmp_path / "deep/er/archive.db")) as opened:
        yield opened


@pytest.fixture
def connection(archive: Archive) -> Iterator[Connection]:
    with archive.transaction() as made:
        yield made


def store(connection: Connection, *stories: Article, priority: int = 0) -> Stored:
    return storing.store(connection, (row_of(story, priority) for story in stories), now=NOW)


def counts(stored: Stored) -> tuple[int, int, int]:
    return stored.added, stored.changed, stored.same


def test_a_record_comes_back_as_it_went_in(connection: Connection) -> None:
    story = article(1, except_=("vk",), updated=NOW)
    store(connection, story)
    assert articles.records(connection, ["n1", "missing"]) == {"n1": story}


def test_where_a_story_came_from_is_kept_beside_it(connection: Connection) -> None:
    story = article(1, origin=Origin(source="wire", file="a.jsonl", line=3, fields={"title": "headline"}))
    store(connection, story)
    assert articles.find(connection, "n1") == story
    assert articles.ids_of_file(connection, "wire", "a.jsonl") == {"n1"}
    assert articles.ids_of_file(connection, "cms", "a.jsonl") == set()


def test_storing_tells_what_is_new_changed_and_as_before(connection: Connection) -> None:
    assert counts(store(connection, article(1), article(2))) == (2, 0, 0)
    assert counts(store(connection, article(1), article(2, title="Иначе"), article(3))) == (1, 1, 1)


def test_storings_are_numbered_and_what_each_changed_is_known(connection: Connection) -> None:
    first = store(connection, article(1), article(2))
    store(connection, article(2, title="Иначе"), article(3))
    assert first.sequence == 1
    assert articles.sequence(connection) == 2
    assert {head.id for head in articles.changed_since(connection, 1)} == {"n2", "n3"}
    assert articles.count_since(connection, 0) == 3
    store(connection, article(3))
    assert articles.sequence(connection) == 2


def test_a_story_that_moves_in_time_leaves_word(connection: Connection) -> None:
    before = article(1)
    store(connection, before)
    store(connection, article(1, published=NOW - timedelta(days=40)))
    assert articles.moved_since(connection, 1) == [before.published.timestamp()]
    assert articles.moved_since(connection, 2) == []


def test_what_a_story_said_before_is_kept(connection: Connection) -> None:
    old, new = article(1), article(1, title="Иначе")
    store(connection, old)
    store(connection, new)
    kept = connection.execute(select(revisions)).all()
    assert [(row.revision, unsealed(row.record)) for row in kept] == [(revision_of(old), old)]
    store(connection, old)
    store(connection, new)
    assert len(connection.execute(select(revisions)).all()) == 2


def test_of_two_records_with_one_id_the_last_counts(connection: Connection) -> None:
    store(connection, article(1), article(1, title="Иначе"))
    assert articles.records(connection, ["n1"])["n1"].title == "Иначе"


def test_a_source_of_lower_priority_does_not_overwrite(connection: Connection) -> None:
    high = article(1, origin=Origin(source="cms"))
    low = article(1, title="Со страницы", origin=Origin(source="pages"))
    store(connection, high, priority=5)
    assert counts(store(connection, low, priority=1)) == (0, 0, 1)
    store(connection, low, priority=9)
    assert articles.records(connection, ["n1"])["n1"].title == "Со страницы"


def test_of_two_sources_of_one_priority_the_later_change_counts(connection: Connection) -> None:
    early = article(1, origin=Origin(source="pages"))
    late = article(1, title="Позже", updated=NOW, origin=Origin(source="cms"))
    store(connection, late)
    store(connection, early)
    assert articles.records(connection, ["n1"])["n1"].title == "Позже"
    store(connection, article(1, title="Исправлено", origin=Origin(source="cms")))
    assert articles.records(connection, ["n1"])["n1"].title == "Исправлено"


def test_one_address_from_two_sources_is_one_story_under_its_first_id(connection: Connection) -> None:
    page = article(1, id="https://vestnik.example/2026/11/1", origin=Origin(source="pages"))
    record = article(1, title="Из ленты", updated=NOW, origin=Origin(source="wire"))
    store(connection, page)
    assert counts(store(connection, record)) == (0, 1, 0)
    assert articles.count(connection) == 1
    found = articles.find(connection, "https://vestnik.example/2026/11/1")
    assert found is not None
    assert (found.id, found.title) == (page.id, "Из ленты")


def test_two_stories_of_one_source_may_share_an_address(connection: Connection) -> None:
    store(connection, article(1), article(2, url="https://vestnik.example/2026/11/1"))
    assert articles.count(connection) == 2


def test_origin_alone_makes_no_new_revision(connection: Connection) -> None:
    store(connection, article(1, origin=Origin(source="a", file="x")))
    assert counts(store(connection, article(1, origin=Origin(source="a", file="y")))) == (0, 0, 1)


def test_heads_come_in_order_and_from_where_one_looks(connection: Connection) -> None:
    store(connection, *(article(n) for n in (3, 1, 2)))

    def ids(**where: object) -> list[str]:
        return [head.id for head in articles.heads(connection, **where)]  # type: ignore[arg-type]

    two = NOW - timedelta(minutes=2)
    assert ids() == ["n1", "n2", "n3"]
    assert ids(newest_first=False) == ["n3", "n2", "n1"]
    assert ids(since=two.timestamp()) == ["n1", "n2"]
    assert ids(until=two.timestamp()) == ["n3"]
    assert ids(beyond=(two.timestamp(), "n2")) == ["n3"]
    assert ids(beyond=(two.timestamp(), "n2"), newest_first=False) == ["n1"]


def test_stories_of_one_instant_have_a_fixed_order(connection: Connection) -> None:
    store(connection, *(article(n, published=NOW) for n in (2, 3, 1)))
    assert [head.id for head in articles.heads(connection)] == ["n3", "n2", "n1"]
    beyond = articles.heads(connection, beyond=(NOW.timestamp(), "n2"))
    assert [head.id for head in beyond] == ["n1"]


def test_what_falls_due_between_two_instants(connection: Connection) -> None:
    hour = timedelta(hours=1)
    store(
        connection,
        article(1, published=NOW + hour),
        article(2, embargo=NOW + hour),
        article(3, expires=NOW + hour),
        article(4),
    )
    assert {head.id for head in articles.due(connection, NOW, NOW + hour)} == {"n1", "n2", "n3"}
    assert articles.due(connection, NOW + hour, NOW + 2 * hour) == []
    assert articles.next_instant(connection, NOW) == (NOW + hour).timestamp()
    assert articles.next_instant(connection, NOW + hour) is None


def test_a_story_is_found_by_id_and_by_address(connection: Connection) -> None:
    store(connection, article(1))
    assert articles.find(connection, "n1") == articles.find(connection, "https://vestnik.example/2026/11/1")
    assert articles.find(connection, "https://vestnik.example/") is None
    assert articles.nearest(connection, "2026/11") == ["n1"]
    assert articles.nearest(connection, "100%_") == []


def test_more_records_than_one_statement_takes(connection: Connection) -> None:
    stored = store(connection, *(article(n) for n in range(1, 1203)))
    ids = [f"n{n}" for n in range(1, 1203)]
    assert stored.added == articles.count(connection) == 1202
    assert len(articles.records(connection, ids)) == len(articles.heads_of(connection, ids)) == 1202


def test_stories_are_counted_within_a_span(connection: Connection) -> None:
    store(connection, article(1), article(2), article(3))
    two = (NOW - timedelta(minutes=2)).timestamp()
    assert (articles.count(connection, since=two), articles.count(connection, until=two)) == (2, 1)
    oldest = (NOW - timedelta(minutes=3)).timestamp()
    assert articles.span(connection) == (oldest, (NOW - timedelta(minutes=1)).timestamp())


def test_a_failed_transaction_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(RuntimeError), archive.transaction() as connection:
        store(connection, article(1))
        raise RuntimeError
    with archive.transaction() as connection:
        assert articles.count(connection) == 0
        assert articles.span(connection) is None


def test_an_archive_of_another_scheme_is_refused(tmp_path: Path) -> None:
    url = archive_url(tmp_path / "archive.db")
    with open_archive(url) as archive, archive.transaction() as connection:
        connection.execute(about.update().values(value="99"))
    with pytest.raises(ArchiveError, match="scheme 99"), open_archive(url):
        pass


@pytest.mark.parametrize(
    "url", ["archive.db", "oracle9://x", "postgresql+nothing://x", "mysql://a:b@c/d", ":"]
)
def test_a_url_that_names_no_database_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="is no database that archives are kept in"), open_archive(url):
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
