"""A build in steps gives what one build of everything gives, whatever happened in which order."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from newsrooms import ARCHIVED, FEEDS, Newsroom
from records import NOW, article

from feeds.article import Article

NUMBERS = st.integers(1, 14)
MINUTES = st.integers(-120, 300) | st.integers(-3000, 90000)
SECTIONS = st.sampled_from(["Город", "Спорт", None])


class Steps(RuleBasedStateMachine):
    """A newsroom that writes, changes, withdraws, waits and reconfigures, building after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="steps-"))
        self.newsroom = Newsroom(self.folder / "steps", (*FEEDS, *ARCHIVED))
        self.stories: dict[str, Article] = {}
        self.now = NOW
        self.colds = 0
        self.built = False

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(
        number=NUMBERS, minutes=MINUTES, section=SECTIONS, tags=st.sampled_from([(), ("свет",), ("парки",)])
    )
    def publish(self, number: int, minutes: int, section: str | None, tags: tuple[str, ...]) -> None:
        published = self.now - timedelta(minutes=minutes)
        self._put(number, published=published, section=section, tags=tags)

    @rule(number=NUMBERS, minutes=st.integers(-60, 600))
    def embargo(self, number: int, minutes: int) -> None:
        self._change(number, embargo=self.now + timedelta(minutes=minutes))

    @rule(number=NUMBERS, minutes=st.integers(-60, 600))
    def expire(self, number: int, minutes: int) -> None:
        self._change(number, expires=self.now + timedelta(minutes=minutes))

    @rule(number=NUMBERS, reason=st.sampled_from(["ошибка", None]))
    def withdraw(self, number: int, reason: str | None) -> None:
        self._change(number, withdrawn=reason)

    @rule(number=NUMBERS, title=st.sampled_from(["Фонари", "Липы", "Скамейки у воды"]))
    def rewrite(self, number: int, title: str) -> None:
        self._change(number, title=title, updated=self.now)

    @rule(number=NUMBERS, excluded=st.sampled_from([(), ("rss",), ("sitemap", "atom.xml")]))
    def exclude(self, number: int, excluded: tuple[str, ...]) -> None:
        self._change(number, except_=excluded)

    @rule(minutes=st.integers(1, 400) | st.integers(1000, 6000))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(limit=st.integers(1, 6))
    def reconfigure(self, limit: int) -> None:
        self.newsroom.feeds[0] = f"{{target: rss, path: rss.xml, limit: {limit}}}"

    @rule()
    def lose_a_file(self) -> None:
        (self.newsroom.folder / "output/rss.xml").unlink(missing_ok=True)

    def _put(self, number: int, **facts: Any) -> None:
        story = article(number, **facts)
        self.stories[story.id] = story

    def _change(self, number: int, **facts: Any) -> None:
        story = self.stories.get(f"n{number}")
        if story is not None:
            kept = {
                name: getattr(story, name) for name in ("published", "section", "tags", "embargo", "expires")
            }
            self._put(number, **{**kept, **facts})

    @invariant()
    def stepwise_is_as_cold(self) -> None:
        self.newsroom.write(self.stories.values())
        confirmed = [feed.path for feed in self.newsroom.configuration.feeds]
        report = self.newsroom.build(self.now, confirmed=confirmed)
        stepwise = self.newsroom.files()
        cold = Newsroom(self.folder / f"cold{self.colds}", self.newsroom.feeds)
        self.colds += 1
        cold.write(self.stories.values())
        whole = cold.build(self.now)
        assert stepwise == cold.files()
        wakes = {feed.path: feed.wake for feed in whole.feeds if feed.target != "sitemap"}
        assert {feed.path: feed.wake for feed in report.feeds if feed.target != "sitemap"} == wakes
        shutil.rmtree(cold.folder)
        marks = self.newsroom.marks()
        again = self.newsroom.build(self.now)
        assert set(self.newsroom.states(again).values()) <= {"unchanged"}
        assert self.newsroom.marks() == marks


HISTORIES = {"sqlite": 8, "postgresql": 2}


def test_steps_and_a_cold_build_come_to_the_same(kept_in: str) -> None:
    bounds = settings(
        max_examples=HISTORIES[kept_in],
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Steps, settings=bounds)


def test_feeds_are_of_every_shape() -> None:
    assert len(FEEDS) == 10
    assert isinstance(NOW, datetime)
