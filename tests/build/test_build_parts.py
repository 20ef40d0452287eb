"""A sitemap in parts: by month, by day where a month is crowded, and never written again without need."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from newsrooms import Newsroom
from records import NOW, article

from feeds.build import layout, spans
from feeds.targets import registry

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = timedelta(days=1)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path, ["{target: sitemap, path: maps/sitemap.xml}"])


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of three addresses, as if months had tens of thousands of stories."""
    from dataclasses import replace

    parts = replace(registry.target("sitemap"), most=3)
    known = {**registry.targets(), "sitemap": parts}
    monkeypatch.setattr(registry, "targets", lambda: known)


def addresses(content: bytes) -> list[str]:
    return [element.text or "" for element in etree.fromstring(content).iter(f"{SITEMAP}loc")]


def listed(newsroom: Newsroom) -> list[str]:
    """The parts' paths that the index names."""
    base = "https://feeds.vestnik.example/"
    return [address.removeprefix(base) for address in addresses(newsroom.files()["maps/sitemap.xml"])]


def test_there_is_a_part_for_each_month(newsroom: Newsroom) -> None:
    newsroom.write(article(n, published=NOW - n * 20 * DAY) for n in range(4))
    newsroom.build(NOW)
    parts = ["maps/sitemap-2026-09.xml", "maps/sitemap-2026-10.xml", "maps/sitemap-2026-11.xml"]
    assert listed(newsroom) == parts
    assert set(newsroom.files()) == {*parts, "maps/sitemap.xml"}
    urls = [url for part in parts for url in addresses(newsroom.files()[part])]
    assert sorted(urls) == sorted(article(n).url for n in range(4))


def test_a_closed_part_is_not_written_again(newsroom: Newsroom) -> None:
    newsroom.write(article(n, published=NOW - n * 20 * DAY) for n in range(4))
    newsroom.build(NOW)
    before = newsroom.marks()
    newsroom.write([*(article(n, published=NOW - n * 20 * DAY) for n in range(4)), article(9)])
    report = newsroom.build(NOW)
    assert report.feeds[0].rendered == 1
    after = newsroom.marks()
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"maps/sitemap.xml", "maps/sitemap-2026-11.xml"} - {
        path for path in ("maps/sitemap.xml",) if after[path] == before[path]
    }


def test_a_story_that_moves_to_another_month_leaves_the_first(newsroom: Newsroom) -> None:
    newsroom.write([article(1), article(2, published=NOW - 40 * DAY), article(3, published=NOW - 40 * DAY)])
    newsroom.build(NOW)
    newsroom.write([article(1), article(2, published=NOW - DAY), article(3, published=NOW - DAY)])
    newsroom.build(NOW)
    assert listed(newsroom) == ["maps/sitemap-2026-11.xml"]
    assert set(newsroom.files()) == {"maps/sitemap.xml", "maps/sitemap-2026-11.xml"}
    assert len(addresses(newsroom.files()["maps/sitemap-2026-11.xml"])) == 3


@pytest.mark.usefixtures("small_parts")
def test_a_crowded_month_has_a_part_for_each_day(newsroom: Newsroom) -> None:
    stories = [article(n, published=NOW - n * DAY) for n in range(1, 4)]
    newsroom.write(stories)
    newsroom.build(NOW)
    assert listed(newsroom) == ["maps/sitemap-2026-11.xml"]
    stories.append(article(4, published=NOW - 4 * DAY))
    newsroom.write(stories)
    newsroom.build(NOW)
    days = [f"maps/sitemap-2026-11-{day}.xml" for day in (20, 21, 22, 23)]
    assert listed(newsroom) == days
    assert set(newsroom.files()) == {*days, "maps/sitemap.xml"}
    marks = newsroom.marks()
    newsroom.write([*stories, article(5, published=NOW - 4 * DAY - timedelta(minutes=1))])
    newsroom.build(NOW)
    after = newsroom.marks()
    assert {path for path in after if after[path] != marks.get(path)} == {days[0]}


@pytest.mark.usefixtures("small_parts")
def test_a_part_of_a_day_that_is_gone_or_made_otherwise_comes_back(newsroom: Newsroom) -> None:
    newsroom.write(article(n, published=NOW - n * DAY) for n in range(1, 6))
    newsroom.build(NOW)
    before = newsroom.files()
    assert len(before) == 6
    for path in ("maps/sitemap-2026-11-20.xml", "maps/sitemap-2026-11-22.xml"):
        (newsroom.folder / "output" / path).unlink()
    assert newsroom.build(NOW).feeds[0].state == "published"
    assert newsroom.files() == before
    newsroom.feeds = ["{target: sitemap, path: maps/sitemap.xml, options: {images: false}}"]
    assert newsroom.build(NOW).feeds[0].rendered == 5
    assert not any(b"image:loc" in content for content in newsroom.files().values())


@pytest.mark.usefixtures("small_parts")
def test_a_crowded_day_has_several_parts(newsroom: Newsroom, tmp_path: Path) -> None:
    stories = [article(n, published=NOW - timedelta(minutes=n)) for n in range(1, 8)]
    newsroom.write(stories)
    newsroom.build(NOW)
    assert set(listed(newsroom)) == {f"maps/sitemap-2026-11-24{n}.xml" for n in ("", "-2", "-3")}
    late = article(20, published=NOW - timedelta(minutes=600))
    newsroom.write([*stories, late])
    newsroom.build(NOW)
    cold = Newsroom(tmp_path / "cold", newsroom.feeds)
    cold.write([*stories, late])
    cold.build(NOW)
    assert newsroom.files() == cold.files()
    newsroom.write(stories[:2])
    newsroom.write([article(n, withdrawn="снята", updated=NOW) for n in (3, 4, 5, 6, 7, 20)], "b.jsonl")
    newsroom.build(NOW)
    assert listed(newsroom) == ["maps/sitemap-2026-11-24.xml"]


def test_the_months_cover_time_without_gaps() -> None:
    first, last = (NOW - 800 * DAY).timestamp(), NOW.timestamp()
    months = list(spans.months(first, last))
    assert all(one.end == two.start for one, two in pairwise(months))
    assert months[0].start <= first < months[0].end
    assert months[-1].start <= last < months[-1].end
    for month in months:
        days = list(spans.days(month))
        assert (days[0].start, days[-1].end) == (month.start, month.end)


def test_a_part_is_no_larger_than_it_may_be(monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom) -> None:
    monkeypatch.setattr(layout, "BYTES", 800)
    newsroom.write(article(n) for n in range(1, 6))
    newsroom.build(NOW)
    assert len(listed(newsroom)) > 1
    assert sum(len(addresses(newsroom.files()[part])) for part in listed(newsroom)) == 5


def test_so_many_changes_that_they_fill_the_memory_are_looked_at_as_a_whole(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feeds.build.run.MOST", 3)
    stories = [article(n, published=NOW - n * 20 * DAY) for n in range(4)]
    newsroom.write(stories)
    newsroom.build(NOW)
    embargoed = article(20, published=NOW - 30 * DAY, embargo=NOW + DAY)
    more = [article(n, published=NOW - n * 9 * DAY) for n in range(5, 10)]
    newsroom.write([*stories, *more, embargoed])
    report = newsroom.build(NOW)
    assert (report.feeds[0].rendered, report.feeds[0].state) == (5, "published")
    assert report.feeds[0].decisions[embargoed.id].code == "embargo"
    cold = Newsroom(tmp_path / "cold", newsroom.feeds)
    cold.write([*stories, *more, embargoed])
    cold.build(NOW)
    assert newsroom.files() == cold.files()
    later = newsroom.build(NOW + 2 * DAY)
    assert (later.feeds[0].rendered, later.feeds[0].decisions) == (1, {})
