"""Rolling back: a feed is as it was, stays so, and goes on as if nothing had been."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import archive_url
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from newsrooms import Newsroom
from records import NOW, article

from feeds.archive import holds, kept, states
from feeds.archive.archive import open_archive
from feeds.archive.holds import Hold
from feeds.article import Article
from feeds.build.explain import explain
from feeds.build.lookback import Cause
from feeds.build.plan import plans
from feeds.build.run import foresee

HOUR = timedelta(hours=1)
FEEDS = (
    "{target: rss, path: rss.xml, limit: 4}",
    "{target: json-feed, path: feed.json}",
    "{target: sitemap, path: sitemap.xml}",
    "{target: atom, path: atom.xml, limit: 3, archives: day}",
)
PATHS = ("rss.xml", "feed.json", "sitemap.xml", "atom.xml")


class Past:
    """A newsroom, its archive's past, and what its output was."""

    def __init__(self, folder: Path) -> None:
        self.newsroom = Newsroom(folder, FEEDS)

    def opened(self) -> Any:
        return open_archive(archive_url(self.newsroom.folder / "archive.db"))

    def roll_back(self, feed: str, number: int) -> None:
        with self.opened() as archive, archive.transaction() as connection:
            holds.enter(connection, Hold(feed, number, NOW.timestamp()))

    def release(self, feed: str) -> None:
        with self.opened() as archive, archive.transaction() as connection:
            assert holds.release(connection, feed)
            states.released(connection, feed)

    def editions(self, feed: str) -> list[kept.Kept]:
        with self.opened() as archive, archive.transaction() as connection:
            return kept.editions_of(connection, feed)

    def documents(self, feed: str, number: int) -> dict[str, bytes]:
        with self.opened() as archive, archive.transaction() as connection:
            return {f.edition.document: f.content for f in kept.documents(connection, feed, number)}

    def out(self, feed: str) -> dict[str, bytes]:
        """The documents of a feed that are out."""
        stem, _, ending = feed.rpartition(".")
        files = self.newsroom.files()
        return {p: c for p, c in files.items() if p.startswith(stem) and p.endswith(ending)}


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path)


def thrice(past: Past) -> list[dict[str, dict[str, bytes]]]:
    """Three builds, with what each feed was after them."""
    was = []
    for count in (2, 5, 8):
        past.newsroom.write(article(n) for n in range(1, count + 1))
        past.newsroom.build(NOW + count * HOUR)
        was.append({feed: past.out(feed) for feed in PATHS})
    return was


@pytest.mark.parametrize("feed", PATHS)
def test_a_feed_is_as_it_was_and_stays_so_while_others_go_on(past: Past, feed: str) -> None:
    was = thrice(past)
    number = past.editions(feed)[-1].number
    past.roll_back(feed, number)
    report = past.newsroom.build(NOW + 9 * HOUR)
    assert past.newsroom.states(report)[feed] == "published"
    assert past.out(feed) == was[0][feed]
    past.newsroom.write(article(n) for n in range(1, 12))
    later = past.newsroom.build(NOW + 12 * HOUR)
    assert past.newsroom.states(later)[feed] == "unchanged"
    assert past.out(feed) == was[0][feed]
    told = {f.path: f.rolled_back for f in later.feeds}
    assert told == {path: number if path == feed else None for path in PATHS}
    assert all(past.out(other) != was[2][other] for other in PATHS if other not in (feed, "rss.xml"))
    assert later.clean


@pytest.mark.parametrize("feed", PATHS)
def test_a_feed_that_is_released_is_as_a_cold_build_makes_it(past: Past, tmp_path: Path, feed: str) -> None:
    thrice(past)
    past.roll_back(feed, past.editions(feed)[-1].number)
    past.newsroom.build(NOW + 9 * HOUR)
    past.newsroom.write(article(n) for n in range(1, 12))
    past.newsroom.build(NOW + 10 * HOUR)
    past.release(feed)
    past.newsroom.build(NOW + 11 * HOUR)
    cold = Past(tmp_path / "cold")
    cold.newsroom.write(article(n) for n in range(1, 12))
    cold.newsroom.build(NOW + 11 * HOUR)
    assert past.newsroom.files() == cold.newsroom.files()


def test_editions_before_and_after_have_numbers_of_their_own(past: Past) -> None:
    thrice(past)
    past.roll_back("rss.xml", 1)
    past.newsroom.build(NOW + 9 * HOUR)
    past.newsroom.build(NOW + 10 * HOUR)
    past.release("rss.xml")
    past.newsroom.build(NOW + 11 * HOUR)
    told = [(e.number, e.again, e.count) for e in past.editions("rss.xml")]
    assert told == [(4, None, 4), (3, 1, 2), (2, None, 4), (1, None, 2)]
    assert past.documents("rss.xml", 3) == past.documents("rss.xml", 1)


def test_what_was_withdrawn_or_has_expired_does_not_come_back(past: Past) -> None:
    first, second, third = article(1), article(2, expires=NOW + 5 * HOUR), article(3)
    past.newsroom.write([first, second, third])
    past.newsroom.build(NOW)
    past.newsroom.write([first, second, article(3, withdrawn="ошибка", updated=NOW)])
    past.newsroom.build(NOW + HOUR)
    past.roll_back("rss.xml", 1)
    report = past.newsroom.build(NOW + 2 * HOUR)
    content = past.newsroom.files()["rss.xml"]
    assert third.url.encode() not in content
    assert second.url.encode() in content
    assert report.feeds[0].wake == second.expires
    past.newsroom.build(NOW + 6 * HOUR)
    content = past.newsroom.files()["rss.xml"]
    assert second.url.encode() not in content
    assert first.url.encode() in content
    withdrawn = [article(n, withdrawn="ошибка", updated=NOW) for n in (1, 3)]
    past.newsroom.write([*withdrawn, second])
    past.newsroom.build(NOW + 7 * HOUR)
    assert b"<item>" not in past.newsroom.files()["rss.xml"]
    assert past.documents("rss.xml", 1)["rss.xml"].count(b"<item>") == 3


def test_a_file_that_somebody_changed_is_put_back(past: Past) -> None:
    was = thrice(past)
    past.roll_back("rss.xml", 1)
    past.newsroom.build(NOW + 9 * HOUR)
    (past.newsroom.folder / "output/rss.xml").write_text("<rss/>")
    past.newsroom.build(NOW + 9 * HOUR)
    assert past.out("rss.xml") == was[0]["rss.xml"]


def test_an_edition_that_is_lost_leaves_what_is_out(past: Past) -> None:
    was = thrice(past)
    past.roll_back("rss.xml", 77)
    report = past.newsroom.build(NOW + 9 * HOUR)
    assert report.feeds[0].message == "edition 77 is not kept any more; what is out stays"
    assert report.feeds[0].entries == 4
    assert past.out("rss.xml") == was[2]["rss.xml"]


def test_why_and_plan_say_that_a_feed_is_held(past: Past) -> None:
    thrice(past)
    past.roll_back("rss.xml", 1)
    past.newsroom.build(NOW + 9 * HOUR)
    configuration = past.newsroom.configuration
    with past.opened() as archive:
        intents = {i.plan.path: i for i in foresee(configuration, archive, NOW + 9 * HOUR).intents}
        assert intents["rss.xml"].extent == "nothing"
        assert "rolled back to edition 1" in intents["rss.xml"].reason
        with archive.transaction() as connection:
            answers = [explain(connection, article(n), plans(configuration)[0], NOW) for n in (1, 8)]
    assert [answer.published for answer in answers] == [True, False]
    assert all(answer.code == "rolled-back" and "edition 1" in answer.reason for answer in answers)


def test_a_feed_that_is_no_longer_configured_is_forgotten(past: Past) -> None:
    thrice(past)
    past.roll_back("rss.xml", 1)
    past.newsroom.feeds = past.newsroom.feeds[1:]
    past.newsroom.build(NOW + 9 * HOUR)
    assert past.editions("rss.xml") == []
    with past.opened() as archive, archive.transaction() as connection:
        assert holds.held(connection) == {}


def test_nothing_is_kept_where_nothing_is_wanted(past: Past) -> None:
    past.newsroom.feeds[-1] += "\nhistory: {editions: 0}"
    thrice(past)
    assert all(past.editions(feed) == [] for feed in PATHS)


def test_what_was_out_before_anything_was_kept_is_kept_with_the_first_edition(past: Past) -> None:
    """As after an upgrade, or where somebody turns keeping on again: nothing is missing of any edition."""
    plain = past.newsroom.feeds[-1]
    for turn, on in enumerate((False, True, True, False, True)):
        past.newsroom.feeds[-1] = plain + ("" if on else "\nhistory: {editions: 0}")
        past.newsroom.write(article(n, published=NOW - timedelta(days=9 - n)) for n in range(turn + 4))
        past.newsroom.build(NOW + turn * HOUR)
        for feed in PATHS:
            editions = past.editions(feed)
            assert bool(editions) is on
            if on:
                assert past.documents(feed, editions[0].number) == past.out(feed)


def test_the_cause_of_an_edition_is_told(past: Past) -> None:
    thrice(past)
    causes = [e.cause for e in past.editions("rss.xml")]
    assert (causes[0], causes[-1]) == ("stories came or changed", "it was never built")
    cause = Cause("stories came", "feeds build, vera", {"n1": "cms article.updated n1", "n2": "wire n2"})
    assert cause.of(["n7"]) == "stories came (feeds build, vera)"
    assert cause.of(["n1", "n2", "n3"]) == "cms article.updated n1, wire n2 (feeds build, vera)"
    many = Cause("", tellers={f"n{n}": f"cms n{n}" for n in range(9)})
    assert many.of([f"n{n}" for n in range(9)]) == "cms n0, cms n1, cms n2 and 6 more"


class Steps(RuleBasedStateMachine):
    """A newsroom whose editors roll back and release while stories come and change."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="lookback-"))
        self.past = Past(self.folder / "steps")
        self.stories: dict[str, Article] = {}
        self.was: dict[tuple[str, int], dict[str, bytes]] = {}
        self.held: dict[str, int] = {}
        self.now = NOW
        self.colds = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(number=st.integers(1, 9), minutes=st.integers(0, 4000))
    def publish(self, number: int, minutes: int) -> None:
        self.stories[f"n{number}"] = article(number, published=self.now - timedelta(minutes=minutes))

    @rule(number=st.integers(1, 9), title=st.sampled_from(["Липы", "Скамьи"]))
    def rewrite(self, number: int, title: str) -> None:
        if f"n{number}" in self.stories:
            published = self.stories[f"n{number}"].published
            self.stories[f"n{number}"] = article(number, published=published, title=title, updated=self.now)

    @rule(minutes=st.integers(1, 3000))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @precondition(lambda self: self.was)
    @rule(data=st.data())
    def roll_back(self, data: st.DataObject) -> None:
        feed, number = data.draw(st.sampled_from(sorted(self.was)))
        self.past.roll_back(feed, number)
        self.held[feed] = number

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        feed = data.draw(st.sampled_from(sorted(self.held)))
        self.past.release(feed)
        del self.held[feed]

    @invariant()
    def every_edition_is_as_it_was_and_every_feed_as_it_should_be(self) -> None:
        newsroom = self.past.newsroom
        newsroom.write(self.stories.values())
        newsroom.build(self.now, confirmed=PATHS)
        cold = Newsroom(self.folder / f"cold{self.colds}", FEEDS)
        self.colds += 1
        cold.write(self.stories.values())
        cold.build(self.now)
        wanted = cold.files()
        for feed in PATHS:
            out = self.past.out(feed)
            if feed in self.held:
                assert out == self.was[feed, self.held[feed]]
            else:
                assert out == {path: wanted[path] for path in out}
            self.was.setdefault((feed, self.past.editions(feed)[0].number), out)
        shutil.rmtree(cold.folder)
        for (feed, number), documents in self.was.items():
            assert self.past.documents(feed, number) == documents


HISTORIES = {"sqlite": 6, "postgresql": 2}


def test_what_was_stays_as_it_was_whatever_happens(kept_in: str) -> None:
    bounds = settings(
        max_examples=HISTORIES[kept_in],
        stateful_step_count=8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking builds for hours
    )
    run_state_machine_as_test(Steps, settings=bounds)
