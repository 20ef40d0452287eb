"""Former editions: as many as are wanted, for as long as is wanted, each as it was, and nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from databases import archive_url
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import Connection, func, select
from test_archive_blocks import body, document

from feeds.archive import kept
from feeds.archive.archive import open_archive
from feeds.archive.editions import Edition, Listed
from feeds.archive.kept import DAY, Bounds, Change, Moves
from feeds.archive.schema import kept as table
from feeds.archive.schema import kept_blocks, kept_documents

WIDE = Bounds(50, 30, 2**30)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_archive(archive_url(tmp_path / "archive.db")) as archive, archive.transaction() as made:
        yield made


class Feed:
    """A feed of one document, and what it was."""

    def __init__(self, connection: Connection, bounds: Bounds = WIDE) -> None:
        self.connection = connection
        self.bounds = bounds
        self.items: tuple[Listed, ...] = ()
        self.was: dict[int, bytes] = {}
        self.number = 0

    def publish(self, numbers: list[int], moment: float = 0.0, again: int | None = None) -> bytes:
        """A new edition with these stories."""
        edition, content = document([body(n, 3000 + n) for n in numbers])
        named = zip(edition.items, numbers, strict=True)
        items = tuple(replace(item, id=f"n{n}", url=f"https://e.example/{n}") for item, n in named)
        self.number += 1
        edition = replace(edition, number=self.number, recipe=f"r{numbers}", items=items)
        kept.keep(
            self.connection, "rss.xml", [Change(edition, content, self.items)], {},
            number=self.number, moment=moment, bounds=self.bounds, totals=(len(items), len(content)), again=again,
        )  # fmt: skip
        self.items, self.was[self.number] = items, content
        return content

    def had(self) -> dict[int, bytes]:
        """The editions that are kept, with their bytes."""
        found = {}
        for edition in kept.editions_of(self.connection, "rss.xml"):
            [former] = kept.documents(self.connection, "rss.xml", edition.number)
            found[edition.number] = former.content
        return found


def test_every_edition_is_as_it_was(connection: Connection) -> None:
    feed = Feed(connection)
    for numbers in ([1, 2, 3], [4, 1, 2], [], [4, 1, 2], [9]):
        feed.publish(numbers)
    assert feed.had() == feed.was
    counts = [(e.added, e.gone, e.changed) for e in kept.editions_of(connection, "rss.xml")]
    assert counts == [(1, 3, 0), (3, 0, 0), (0, 3, 0), (1, 1, 0), (3, 0, 0)]


def test_a_story_that_reads_otherwise_is_counted_as_changed(connection: Connection) -> None:
    first, content = document([b"one", b"two"])
    second, later = document([b"one", b"2wo"])
    for number, (edition, said, before) in enumerate([(first, content, ()), (second, later, first.items)], 1):
        kept.keep(
            connection, "rss.xml", [Change(edition, said, before)], {},
            number=number, moment=0, bounds=WIDE, totals=(2, 9),
        )  # fmt: skip
    newest = kept.editions_of(connection, "rss.xml")[0]
    assert (newest.added, newest.gone, newest.changed) == (0, 0, 1)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 12), unique=True, max_size=8), max_size=12), st.integers(1, 5))
def test_no_more_are_kept_than_wanted_and_nothing_is_left_of_the_others(
    versions: list[list[int]], most: int
) -> None:
    with open_archive("sqlite:///:memory:") as archive, archive.transaction() as connection:
        feed = Feed(connection, Bounds(most, 30, 2**30))
        for numbers in versions:
            feed.publish(numbers)
        newest = dict(list(feed.was.items())[-most:])
        assert feed.had() == newest
        needed = {
            former.edition.number for n in newest for former in kept.documents(connection, "rss.xml", n)
        }
        there = {row.number for row in connection.execute(select(kept_documents.c.number))}
        assert there == needed
        kept.forget(connection, ["rss.xml"])
        for one in (kept_documents, kept_blocks, table):
            assert connection.execute(select(func.count()).select_from(one)).scalar() == 0


def test_an_edition_is_kept_for_days_after_another_followed(connection: Connection) -> None:
    feed = Feed(connection, Bounds(50, 30, 2**30))
    for number, day in enumerate((0, 1, 50, 60, 75)):
        feed.publish([number], moment=day * DAY)
    assert sorted(feed.had()) == [2, 3, 4, 5]  # the first was followed 74 days ago, the second 25
    feed.publish([9], moment=82 * DAY)
    assert sorted(feed.had()) == [3, 4, 5, 6]


def test_the_newest_two_are_kept_however_old(connection: Connection) -> None:
    feed = Feed(connection, Bounds(50, 1, 2**30))
    for day in (0, 100, 200):
        feed.publish([day], moment=day * DAY)
    assert sorted(feed.had()) == [2, 3]


def test_no_more_bytes_are_kept_than_wanted_but_the_newest_two_stay(connection: Connection) -> None:
    def size() -> int:
        return connection.execute(select(func.sum(kept_blocks.c.size))).scalar() or 0

    feed = Feed(connection, Bounds(50, 30, 2000))
    for number in range(30):
        feed.publish([number, number + 100])
    kept_now = feed.had()
    assert 2 <= len(kept_now) < 30
    assert list(kept_now) == list(range(30, 30 - len(kept_now), -1))
    assert size() <= 2000
    assert kept_now == {number: feed.was[number] for number in kept_now}
    tight = Feed(connection, Bounds(50, 30, 1))
    tight.number, tight.was = feed.number, feed.was
    tight.publish([1])
    assert len(tight.had()) == 2


def test_the_edition_that_a_feed_is_held_at_is_never_forgotten(connection: Connection) -> None:
    feed = Feed(connection, Bounds(3, 30, 2**30))
    for number in range(1, 4):
        feed.publish([number])
    for number in range(4, 9):
        feed.publish([number], again=1)
    assert sorted(feed.had()) == [1, 6, 7, 8]
    assert feed.had()[1] == feed.was[1]


def test_instants_name_the_edition_that_was_out(connection: Connection) -> None:
    feed = Feed(connection)
    for moment in (100.0, 200.0, 300.0):
        feed.publish([int(moment)], moment=moment)

    def at(seconds: float) -> int | None:
        found = kept.at(connection, "rss.xml", datetime.fromtimestamp(seconds, tz=UTC))
        return found.number if found else None

    assert [at(99), at(100), at(250), at(1000)] == [None, 1, 2, 3]


def test_documents_come_and_go_with_editions(connection: Connection) -> None:
    """A feed in parts: each edition has the parts of its time, changed in it or long before."""

    def part(name: str, content: bytes, number: int) -> Change:
        edition = Edition(
            document=name, feed="sitemap.xml", number=number, recipe=content.decode(), size=len(content)
        )
        return Change(edition, content, ())

    def keep(changes: list[Change], dropped: list[str]) -> None:
        kept.keep(
            connection, "sitemap.xml", changes, dict.fromkeys(dropped, ()),
            number=0, moment=0, bounds=WIDE, totals=(0, 0),
        )  # fmt: skip

    keep([part("sitemap.xml", b"1", 1), part("sitemap-a.xml", b"a", 1)], [])
    keep([part("sitemap-b.xml", b"b", 1)], [])
    keep([part("sitemap-b.xml", b"B", 2)], ["sitemap-a.xml"])
    found = [
        {f.edition.document: f.content for f in kept.documents(connection, "sitemap.xml", n)}
        for n in (1, 2, 3)
    ]
    assert found == [
        {"sitemap.xml": b"1", "sitemap-a.xml": b"a"},
        {"sitemap.xml": b"1", "sitemap-a.xml": b"a", "sitemap-b.xml": b"b"},
        {"sitemap.xml": b"1", "sitemap-b.xml": b"B"},
    ]
    assert kept.feed_of(connection, "sitemap-b.xml") == "sitemap.xml"
    assert kept.feed_of(connection, "other.xml") is None


def items(*said: str) -> list[Listed]:
    """Items of stories named by their first letter."""
    return [Listed(one[0], f"https://e.example/{one[0]}", "1", 5.0, one, 9, 6.0) for one in said]


@pytest.mark.parametrize(
    ("documents", "counts"),
    [
        ([([], ["a1", "b1"])], ("ab", "", "")),
        ([(["a1", "b1"], ["b1"]), ([], ["a1"])], ("", "", "")),  # from the newest to the month's archive
        ([([], ["a2"]), (["a1", "b1"], ["b1"])], ("", "", "a")),
        ([(["a1"], ["a1"]), ([], ["a1", "b1"])], ("b", "", "")),  # in both
        ([(["a1"], ["a2"]), (["a1"], [])], ("", "", "a")),
        ([(["a1"], []), (["a1", "b1"], ["a1", "c1"])], ("c", "b", "")),
    ],
)
def test_what_came_went_and_changed_is_counted_over_all_documents(
    documents: list[tuple[list[str], list[str]]], counts: tuple[str, str, str]
) -> None:
    moves = Moves()
    for before, after in documents:
        moves.take(items(*before), items(*after))
    assert tuple("".join(sorted(names)) for names in moves.told()) == counts


def test_an_edition_of_fifty_stories_costs_little_more_than_its_news(connection: Connection) -> None:
    feed = Feed(connection)
    feed.publish(list(range(50)))
    before = connection.execute(select(func.count()).select_from(kept_blocks)).scalar() or 0
    for number in range(50, 60):
        feed.publish(list(range(number - 49, number + 1)))
    after = connection.execute(select(func.count()).select_from(kept_blocks)).scalar() or 0
    assert after - before <= 30
    assert feed.had() == feed.was
