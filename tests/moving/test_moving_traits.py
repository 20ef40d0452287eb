"""What stories show of the program that made their feed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from feeds.comparison.stories import Story
from feeds.moving.addresses import Former, base_of, placed
from feeds.moving.traits import ids, oldest_first, section, window
from feeds.moving.traits import timezone as zone_of

START = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def stories(*stated: str | None, link: str = "https://x.example/{}") -> list[Story]:
    return [Story(stated=one, link=link.format(n), page=link.format(n)) for n, one in enumerate(stated)]


@pytest.mark.parametrize(
    ("stated", "template"),
    [
        (["https://x.example/?p=1", "https://x.example/?p=22", "https://x.example/?p=3"], "https://x.example/?p={id}"),
        (["urn:x:7:a", "urn:x:8:a", "urn:x:91:a"], "urn:x:{id}:a"),
        (["https://x.example/2026/1", "https://x.example/2025/2", "https://x.example/2026/3"], None),
        (["https://x.example/0", "https://x.example/1", "https://x.example/2"], "{url}"),
        (["1", "2", "3"], "{id}"),
        (["a b", "urn:x:1"], "{id}"),
        (["urn:uuid:a1", "urn:uuid:b2", "urn:uuid:c3"], None),
        (["urn:x:1", "urn:x:2"], None),
        ([None, None], None),
        ([], None),
        (["https://x.example/?p={1}", "https://x.example/?p={2}", "https://x.example/?p={3}"], "{id}"),
    ],
)  # fmt: skip
def test_ids(stated: list[str | None], template: str | None) -> None:
    assert ids(stories(*stated)) == template


def dated(*moments: datetime) -> list[Story]:
    return [Story(published=moment) for moment in moments]


@pytest.mark.parametrize(
    ("language", "hours", "zone"),
    [
        ("ru", (3, 3), "Europe/Moscow"),
        ("ru-RU", (5, 5), "Asia/Yekaterinburg"),
        ("en", (0, 1), "Europe/London"),
        ("en", (-5, -4), "America/New_York"),
        ("de", (1, 2), "Europe/Berlin"),
        ("xx", (3, 3), "Europe/Moscow"),
        ("en", (0, 0), "UTC"),
        ("ru", (-7, -7), "Etc/GMT+7"),
    ],
)
def test_the_time_zone_is_the_one_that_fits_in_winter_and_in_summer(
    language: str, hours: tuple[int, int], zone: str
) -> None:
    winter, summer = (timezone(timedelta(hours=h)) for h in hours)
    moments = (datetime(2026, 1, 10, tzinfo=winter), datetime(2026, 7, 10, tzinfo=summer))
    assert zone_of(dated(*moments), language) == zone


def test_an_odd_offset_and_no_dates_are_utc() -> None:
    assert zone_of(dated(datetime(2026, 1, 1, tzinfo=timezone(timedelta(minutes=17)))), "ru") == "UTC"
    assert zone_of([], "ru") == "UTC"


def test_the_order_is_that_of_most_neighbours() -> None:
    rising = [START + timedelta(hours=n) for n in range(5)]
    assert oldest_first(dated(*rising))
    assert not oldest_first(dated(*rising[::-1]))
    assert not oldest_first(dated(rising[4], *rising[3::-1]))
    assert not oldest_first(dated(*rising[:2]))


@pytest.mark.parametrize(
    ("count", "reach", "span"),
    [
        (37, 46, 48),
        (37, 30, None),
        (40, 46, None),
        (300, 46, None),
        (37, 170, 192),
        (2, 46, None),
        (37, 23, 24),
    ],
)
def test_windows(count: int, reach: int, span: int | None) -> None:
    moments = [START - timedelta(hours=reach) * n / (count - 1) for n in range(count)]
    assert window(dated(*moments), START) == (timedelta(hours=span) if span else None)


def test_a_section_is_one_that_all_stories_are_in() -> None:
    assert section([Story(section="Город"), Story(section="город"), Story(section="Город")]) == "Город"
    assert section([Story(section="Город"), Story(), Story(section="Город")]) is None
    assert section([Story(section="Город")]) is None


# ---- addresses


@pytest.mark.parametrize(
    ("address", "path", "former", "lost"),
    [
        ("https://x.example/rss.xml", "rss.xml", None, None),
        ("https://x.example/export/news.rss", "export/news.rss", None, None),
        ("https://x.example/feed/", "feed.xml", "feed/", None),
        ("https://x.example/feed", "feed.xml", "feed", None),
        ("https://x.example/rss.php", "rss.xml", "rss.php", None),
        ("https://x.example/", "feed.xml", None, None),
        ("https://x.example/?feed=rss2", "rss2.xml", None, "https://x.example/?feed=rss2"),
        ("https://other.example/a.xml", "a.xml", None, "https://other.example/a.xml"),
        (None, "saved.xml", None, None),
    ],
)
def test_paths_stay_as_far_as_they_can(
    address: str | None, path: str, former: str | None, lost: str | None
) -> None:
    [one] = placed([Former(address, "saved.xml", ".xml")], "https://x.example/")
    assert (one.path, one.former, one.lost) == (path, former, lost)


def test_no_two_paths_are_alike_and_the_first_address_gives_the_base() -> None:
    formers = [Former(f"https://x.example/{p}", "f", ".xml") for p in ("rss", "rss/", "rss.php", "rss.xml")]
    paths = [one.path for one in placed(formers, "https://x.example/")]
    assert paths == ["rss.xml", "rss-2.xml", "rss-3.xml", "rss-4.xml"]
    assert base_of([Former(None, "a", ".xml"), *formers], "https://home.example/") == "https://x.example/"
    assert base_of([Former(None, "a", ".xml")], "https://home.example/n/") == "https://home.example/"
