"""What feeds.yaml makes an exception of: what goes out with it, and what no longer does when its day has passed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from newsrooms import Newsroom
from records import NOW, article

from feeds.build.run import BuildReport, FeedReport

FEEDS = (
    "{target: yandex-news, path: news.xml}",
    "{target: yandex-news, path: other.xml}",
    "{target: sitemap, path: s.xml}",
)
LAST = NOW.date() + timedelta(days=2)
MIDNIGHT = NOW.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=3)
"""When that day ends."""


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(tmp_path, FEEDS)
    made.write([article(1), article(2), article(3, url=article(2).url)])
    return made


def checks(newsroom: Newsroom, *entries: str, kind: str = "severity") -> None:
    newsroom.feeds[-1] = (
        FEEDS[-1] + f"\nchecks:\n  {kind}:\n" + "".join(f"    - {entry}\n" for entry in entries)
    )


def feed(report: BuildReport, path: str = "news.xml") -> FeedReport:
    return next(one for one in report.feeds if one.path == path)


def test_an_error_that_counts_less_lets_a_story_out_until_its_last_day(newsroom: Newsroom) -> None:
    (code,) = {decision.code for decision in feed(newsroom.build(NOW)).quarantined.values()}
    entry = f"{{code: {code}, feed: news.xml, level: warning, until: {LAST}, reason: the address is shared}}"
    checks(newsroom, entry)
    report = newsroom.build(NOW)
    assert (feed(report).entries, feed(report).quarantined) == (3, {})
    assert feed(report).wake == MIDNIGHT
    assert {f.severity for f in feed(report).findings if f.code == code} == {"warning"}
    assert len(feed(report, "other.xml").quarantined) == 1
    before = newsroom.build(MIDNIGHT - timedelta(seconds=1))
    assert (feed(before).state, feed(before).entries) == ("unchanged", 3)
    after = newsroom.build(MIDNIGHT)
    assert len(feed(after).quarantined) == 1
    assert newsroom.files()["news.xml"].count(b"<item") == 2


def test_a_warning_that_counts_as_an_error_keeps_stories_in(newsroom: Newsroom) -> None:
    newsroom.feeds[0] = "{target: dzen, path: news.xml}"
    newsroom.write([article(1), article(2, images=())])
    assert feed(newsroom.build(NOW)).quarantined == {}
    checks(newsroom, "{code: DZ040, level: error, reason: the desk wants a picture in each}")
    strict = feed(newsroom.build(NOW))
    assert (strict.entries, list(strict.quarantined)) == (1, [article(2).id])
    checks(newsroom, "{code: DZ040, feed: other.xml, level: error, reason: there alone}")
    assert feed(newsroom.build(NOW)).entries == 2


def test_what_is_ignored_is_not_told_but_an_error_stays_one(newsroom: Newsroom) -> None:
    (code,) = {decision.code for decision in feed(newsroom.build(NOW)).quarantined.values()}
    checks(newsroom, f"{{code: {code}, reason: we know}}", kind="ignore")
    assert len(feed(newsroom.build(NOW)).quarantined) == 1
