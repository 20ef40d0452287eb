"""When feeds are polled, hour by hour; when sources were read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import archive_url
from hypothesis import given
from hypothesis import strategies as st

from feeds.archive import polls, readings, rhythms
from feeds.archive.archive import Archive, open_archive
from feeds.archive.inbox import open_inbox
from feeds.archive.polls import Poll
from feeds.archive.readings import SourceReading
from feeds.archive.rhythms import HOURS, Rhythm


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Archive]:
    with open_inbox(archive_url(tmp_path / "archive.db")) as opened:
        yield opened


def poll(agent: str, hour: int, count: int = 1, feed: str = "rss.xml") -> Poll:
    return Poll(feed=feed, agent=agent, first=hour * 3600.0, last=hour * 3600.0 + 5, count=count)


def note(inbox: Archive, *new: Poll) -> None:
    with inbox.transaction() as connection:
        polls.add(connection, new)
        rhythms.add(connection, new)


def test_polls_count_in_their_hours(inbox: Archive) -> None:
    note(inbox, poll("Feedly", 1000, 3), poll("Yandex", 1000))
    note(inbox, poll("Feedly", 1002, 2), poll("Feedly", 1002, feed="atom.xml"))
    with inbox.transaction() as connection:
        feeds = rhythms.of_feeds(connection)
        agents = rhythms.of_agents(connection, [("rss.xml", "Feedly"), ("rss.xml", "Nobody")])
    assert feeds["rss.xml"].until(1002)[-3:] == (4, 0, 2)
    assert feeds["atom.xml"].until(1002)[-3:] == (0, 0, 1)
    assert agents[("rss.xml", "Feedly")].until(1003)[-4:] == (3, 0, 2, 0)
    assert set(agents) == {("rss.xml", "Feedly")}


def test_agents_that_are_forgotten_take_their_rhythm_along(inbox: Archive) -> None:
    note(inbox, poll("Feedly", 1000))
    with inbox.transaction() as connection:
        connection.execute(polls.polls.delete())
    note(inbox, poll("Yandex", 1001))
    with inbox.transaction() as connection:
        assert not rhythms.of_agents(connection, [("rss.xml", "Feedly")])
        assert sum(rhythms.of_feeds(connection)["rss.xml"].until(1001)) == 2


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 9)), max_size=40), st.integers(0, 260))
def test_a_rhythm_is_the_count_of_each_hour(polled: list[tuple[int, int]], now: int) -> None:
    rhythm = Rhythm("f", "a", polled[0][0] if polled else 0)
    for hour, count in polled:
        rhythm = rhythm.with_more(hour, count)
    now = max(now, rhythm.hour)
    # what came too late, when the hours had moved beyond it, does not count
    newest = polled[0][0] if polled else 0
    kept: dict[int, int] = {}
    for hour, count in polled:
        newest = max(newest, hour)
        if hour > newest - HOURS:
            kept[hour] = kept.get(hour, 0) + count
    assert rhythm.until(now) == tuple(kept.get(hour, 0) for hour in range(now - HOURS + 1, now + 1))


def test_a_source_remembers_when_it_last_brought_something(tmp_path: Path) -> None:
    with open_archive(archive_url(tmp_path / "a.db")) as archive, archive.transaction() as connection:
        readings.note(connection, SourceReading(source="wire", moment=100.0, added=2))
        readings.note(connection, SourceReading(source="wire", moment=200.0, rejected=1))
        found = readings.last(connection)["wire"]
    assert (found.moment, found.brought, found.added, found.rejected) == (200.0, 100.0, 0, 1)


def test_a_version_changes_when_others_write(tmp_path: Path, kept_in: str) -> None:
    url = archive_url(tmp_path / "a.db")
    with open_archive(url) as one, open_archive(url) as other:
        if kept_in != "sqlite":
            assert one.version() is None, "it does not tell"
            return
        before = one.version()
        assert one.version() == before
        with other.transaction() as connection:
            readings.note(connection, SourceReading(source="wire", moment=1.0))
        assert one.version() != before
