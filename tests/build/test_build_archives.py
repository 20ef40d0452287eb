"""Feeds with archives (RFC 5005): nothing that leaves the feed is lost to who follows the links."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from databases import archive_url
from lxml import etree
from newsrooms import Newsroom
from records import article

from feeds import check

NOW = datetime.fromisoformat("2026-11-24T12:00:00+00:00")
FH = "{http://purl.org/syndication/history/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://feeds.vestnik.example/"


def newsroom(folder: Path, length: str = "day", target: str = "rss", limit: int = 2) -> Newsroom:
    return Newsroom(folder, [f"{{target: {target}, path: all.xml, limit: {limit}, archives: {length}}}"])


def hours_ago(*hours: int) -> list:
    return [article(n, published=NOW - timedelta(hours=ago)) for n, ago in enumerate(hours, 1)]


class Document:
    """A document of a feed, as a reader that follows archives sees it."""

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data)
        self.archive = next(self.root.iter(f"{FH}archive"), None) is not None
        above = self.root[0] if self.root.tag == "rss" else self.root
        links = above.findall(f"{ATOM}link")
        self.links = {link.get("rel"): (link.get("href") or "").removeprefix(BASE) for link in links}
        items = [*self.root.iter("item"), *self.root.iter(f"{ATOM}entry")]
        self.stories = [
            int((i.findtext("guid") or i.findtext(f"{ATOM}id") or "").rpartition("n")[2]) for i in items
        ]


def documents(made: Newsroom) -> dict[str, Document]:
    return {path: Document(data) for path, data in made.files().items()}


@pytest.mark.parametrize("target", ["rss", "atom"])
@pytest.mark.parametrize("length", ["day", "month"])
def test_who_follows_the_links_finds_every_story_once_or_more(
    tmp_path: Path, length: str, target: str
) -> None:
    made = newsroom(tmp_path, length, target)
    made.write(hours_ago(1, 3, 5, 20, 30, 31, 80, 900, 2000, 2001))
    made.build(NOW)
    found = documents(made)
    newest = found["all.xml"]
    assert not newest.archive
    assert "current" not in newest.links
    seen, at = list(newest.stories), newest
    way = []
    while (before := at.links.get("prev-archive")) is not None:
        assert found[before].archive
        assert found[before].links["current"] == "all.xml"
        assert found[before].links["self"] == before
        behind = found[before].links.get("next-archive")
        assert behind == (way[-1] if way else None)
        way.append(before)
        at = found[before]
        seen += at.stories
    assert set(seen) == set(range(1, 11))
    assert {"all.xml", *way} == set(found)
    for path, data in made.files().items():
        assert check(data, now=NOW, url=BASE + path) == []


def test_the_feed_holds_all_that_is_in_no_archive_yet(tmp_path: Path) -> None:
    made = newsroom(tmp_path)
    made.write(hours_ago(1, 2, 3, 4, 30))
    made.build(NOW)
    assert documents(made)["all.xml"].stories == [1, 2, 3, 4]
    made.build(NOW + timedelta(hours=13))
    found = documents(made)
    assert found["all.xml"].stories == [1, 2]
    assert found["all-2026-11-24.xml"].stories == [1, 2, 3, 4]
    assert found["all-2026-11-23.xml"].links["next-archive"] == "all-2026-11-24.xml"


def test_a_closed_archive_is_never_written_again_unless_a_story_of_it_changed(tmp_path: Path) -> None:
    made = newsroom(tmp_path)
    stories = hours_ago(1, 30, 54, 78, 102)
    made.write(stories)
    made.build(NOW)
    before = made.marks()
    made.write([*stories, article(9, published=NOW - timedelta(minutes=1))])
    made.build(NOW)
    assert {path for path, mark in made.marks().items() if before[path] != mark} == {"all.xml"}
    before = made.marks()
    stories[2] = article(3, published=stories[2].published, title="Иначе")
    made.write([*stories, article(9, published=NOW - timedelta(minutes=1))])
    made.build(NOW)
    changed = {path for path, mark in made.marks().items() if before[path] != mark}
    assert changed == {"all-2026-11-22.xml"}


def test_wakes_when_the_open_day_closes(tmp_path: Path) -> None:
    made = newsroom(tmp_path)
    made.write(hours_ago(1))
    (feed,) = made.build(NOW).feeds
    assert feed.wake == datetime.fromisoformat("2026-11-25T00:00:00+00:00")


@pytest.mark.parametrize(
    "after", ["{target: rss, path: all.xml}", "{target: rss, path: all.xml, archives: month}"]
)
def test_documents_that_are_no_longer_there_are_taken_away(tmp_path: Path, after: str) -> None:
    made = newsroom(tmp_path)
    made.write(hours_ago(1, 30, 900))
    made.build(NOW)
    made.feeds = [after]
    made.build(NOW)
    cold = Newsroom(tmp_path / "cold", [after])
    cold.write(hours_ago(1, 30, 900))
    cold.build(NOW)
    assert made.files() == cold.files()


def test_what_leaves_the_feed_for_an_archive_has_not_left(tmp_path: Path) -> None:
    from feeds.archive import history
    from feeds.archive.archive import open_archive

    made = newsroom(tmp_path)
    stories = hours_ago(1, 2, 3)
    made.write(stories)
    made.build(NOW)
    made.build(NOW + timedelta(days=1))
    made.write([*stories[:2], article(3, published=stories[2].published, withdrawn="ошибка")])
    made.build(NOW + timedelta(days=1, hours=1))
    with open_archive(archive_url(tmp_path / "archive.db")) as archive, archive.transaction() as connection:
        stays = {f"n{n}": history.appearances_of(connection, f"n{n}")[0] for n in (1, 2, 3)}
    assert [name for name, stay in stays.items() if stay.left is not None] == ["n3"]
