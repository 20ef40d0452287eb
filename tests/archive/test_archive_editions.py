"""Fragments, editions and decisions are replaced as a whole and come back as they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from records import NOW
from sqlalchemy import Connection, func, select

from feeds.archive import editions, fragments
from feeds.archive.archive import open_archive
from feeds.archive.editions import Decision, Edition, Listed
from feeds.archive.fragments import Fragment, Refused
from feeds.archive.schema import decisions
from feeds.checking.finding import Finding

FINDING = Finding(severity="error", code="DZ031", message="the text is short", line=3, index=0)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with open_archive("sqlite:///:memory:") as archive, archive.transaction() as made:
        yield made


def test_fragments_come_back_and_are_replaced(connection: Connection) -> None:
    good = Fragment(article="a", revision="1", good_revision="1", item=b"<item/>")
    bad = Fragment(article="b", revision="2", findings=(FINDING,))
    refused = Fragment(article="c", revision="1", refusal=Refused("short", "the text is short"))
    fragments.keep(connection, "rss:1", [good, bad, refused])
    assert fragments.kept(connection, "rss:1", ["a", "b", "c", "d"]) == {"a": good, "b": bad, "c": refused}
    assert (good.good, bad.good, refused.good) == (True, False, False)
    newer = Fragment(article="a", revision="2", good_revision="1", item=b"<item/>", findings=(FINDING,))
    fragments.keep(connection, "rss:1", [newer])
    assert fragments.kept(connection, "rss:1", ["a"]) == {"a": newer}
    assert not newer.good


def test_settings_that_are_no_longer_used_are_forgotten(connection: Connection) -> None:
    one = Fragment(article="a", revision="1", good_revision="1", item=b"x")
    for setting in ("rss:1", "rss:2"):
        fragments.keep(connection, setting, [one])
    fragments.forget(connection, ["rss:2"])
    assert fragments.kept(connection, "rss:1", ["a"]) == {}
    assert fragments.kept(connection, "rss:2", ["a"]) == {"a": one}


def test_an_edition_takes_the_place_of_the_one_before(connection: Connection) -> None:
    first = Edition(
        document="rss.xml", feed="rss.xml", number=1, recipe="r", digest="d", size=3, updated=NOW,
        items=(Listed("a", "https://e.example/a", "1"),), findings=(FINDING,),
    )  # fmt: skip
    second = Edition(document="rss.xml", feed="rss.xml", number=2, recipe="s", digest="e", size=4)
    editions.enter(connection, first)
    assert editions.of_feed(connection, "rss.xml") == {"rss.xml": first}
    editions.enter(connection, second)
    assert editions.of_feed(connection, "rss.xml") == {"rss.xml": second}
    editions.drop(connection, ["rss.xml"])
    assert editions.of_feed(connection, "rss.xml") == {}


def test_decisions_are_those_of_the_last_build(connection: Connection) -> None:
    held = Decision(outcome="held", code="embargo", reason="under embargo", until=NOW)
    bad = Decision(outcome="quarantined", code="DZ031", reason="short", findings=(FINDING,))
    editions.decide(connection, "rss.xml", {"a": held, "b": held})
    editions.decide(connection, "rss.xml", {"b": bad, "c": held})
    assert editions.decided(connection, "rss.xml", "a") is None
    assert editions.decided(connection, "rss.xml", "b") == bad
    assert editions.decided(connection, "rss.xml", "c") == held
    assert editions.decided(connection, "atom.xml", "c") is None
    assert connection.execute(select(func.count()).select_from(decisions)).scalar_one() == 2
