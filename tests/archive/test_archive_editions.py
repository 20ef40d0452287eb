"""Editions, decisions, states and files are replaced as a whole and come back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from databases import archive_url
from records import NOW
from sqlalchemy import Connection, func, select

from feeds.archive import editions, files, states
from feeds.archive.archive import open_archive
from feeds.archive.editions import Decision, Edition, Listed
from feeds.archive.files import KnownFile
from feeds.archive.schema import decisions
from feeds.archive.states import State
from feeds.checking.finding import Finding
from feeds.intake.draft import Rejection

FINDING = Finding(severity="error", code="DZ031", message="the text is short", line=3, index=0)
LISTED = Listed("a", "https://e.example/a", "1", 5.5, "d", 10, 6.5, 7.5)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_archive(archive_url(tmp_path / "archive.db")) as archive, archive.transaction() as made:
        yield made


def test_an_edition_takes_the_place_of_the_one_before(connection: Connection) -> None:
    first = Edition(
        document="rss.xml", feed="rss.xml", number=1, recipe="r", size=3, modified=2**62, head=10,
        separator=1, updated=NOW, count=1, items=(LISTED,), findings=(FINDING,),
    )  # fmt: skip
    second = Edition(document="rss.xml", feed="rss.xml", number=2, recipe="s", size=4)
    editions.enter(connection, first)
    assert editions.of_feed(connection, "rss.xml") == {"rss.xml": first}
    assert editions.edition(connection, "rss.xml") == first
    outer = msgspec.structs.replace(first, items=(), findings=())
    assert editions.documents(connection, "rss.xml") == {"rss.xml": outer}
    editions.enter(connection, second)
    assert editions.of_feed(connection, "rss.xml") == {"rss.xml": second}
    editions.drop(connection, ["rss.xml"])
    assert editions.of_feed(connection, "rss.xml") == {}
    assert editions.edition(connection, "rss.xml") is None


def test_packed_items_are_the_items(connection: Connection) -> None:
    listed = tuple(Listed(f"n{n}", "https://e.example/«ё»", "r", n / 3, "d", n, 1.5) for n in range(5))
    made = Edition(document="sitemap.xml", feed="sitemap.xml", number=1, recipe="r", size=9, items=listed)
    packed = made.packed
    assert (len(packed.items), packed.items[1], packed.items[-2:]) == (5, listed[1], listed[-2:])
    assert list(packed.items) == list(listed)
    assert packed.opened == made
    editions.enter(connection, packed)
    assert editions.edition(connection, "sitemap.xml") == made


def test_decisions_are_those_of_the_last_build(connection: Connection) -> None:
    held = Decision(outcome="held", code="embargo", reason="under embargo", until=NOW)
    bad = Decision(outcome="quarantined", code="DZ031", reason="short", revision="r", findings=(FINDING,))
    editions.decide(connection, "rss.xml", {"a": held, "b": held})
    editions.decide(connection, "rss.xml", {"b": bad, "c": held})
    assert editions.decided(connection, "rss.xml", "a") is None
    assert editions.decisions_of(connection, "rss.xml") == {"b": bad, "c": held}
    assert editions.decisions_of(connection, "rss.xml", ["c", "d"]) == {"c": held}
    assert editions.decided(connection, "atom.xml", "c") is None
    assert connection.execute(select(func.count()).select_from(decisions)).scalar_one() == 2


def test_decisions_about_some_leave_the_others(connection: Connection) -> None:
    held = Decision(outcome="held", code="embargo", reason="under embargo", until=NOW)
    editions.decide(connection, "sitemap.xml", {"a": held, "b": held})
    editions.decide(connection, "sitemap.xml", {"c": held}, among={"a", "c"})
    assert set(editions.decisions_of(connection, "sitemap.xml")) == {"b", "c"}


def test_a_state_takes_the_place_of_the_one_before(connection: Connection) -> None:
    first = State(feed="rss.xml", key="k", sequence=3, now=5.0, wake=9.0, frontier=(4.0, "a"))
    states.enter(connection, first)
    states.enter(connection, State(feed="atom.xml", key="k", sequence=3, now=5.0, message="held"))
    assert states.states(connection)["rss.xml"] == first
    second = State(feed="rss.xml", key="k", sequence=4, now=6.0)
    states.enter(connection, second)
    assert states.states(connection)["rss.xml"] == second
    states.forget(connection, ["atom.xml"])
    assert set(states.states(connection)) == {"rss.xml"}


def test_files_come_back_and_are_forgotten(connection: Connection) -> None:
    rejection = Rejection(code="no-url", reason="states no address", file="a.jsonl", line=2)
    one = KnownFile(
        source="wire", path="a.jsonl", key="k", size=5, modified=2**62, digest="d", lines=3,
        rejections=(rejection,),
    )  # fmt: skip
    two = KnownFile(source="wire", path="b.jsonl", key="k", size=5, modified=1, digest="e")
    files.note(connection, [one, two])
    assert files.of_source(connection, "wire") == {"a.jsonl": one, "b.jsonl": two}
    newer = msgspec.structs.replace(one, size=6)
    files.note(connection, [newer])
    files.forget(connection, [two])
    assert files.of_source(connection, "wire") == {"a.jsonl": newer}
    assert files.of_source(connection, "cms") == {}
