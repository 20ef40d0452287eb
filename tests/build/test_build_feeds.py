"""A build: what goes out, what is kept from going out and why, and what stays when something is wrong."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from databases import archive_url
from newsrooms import Newsroom
from records import NOW, PARAGRAPH, article

from feeds.archive import editions
from feeds.archive.archive import open_archive
from feeds.article import Image
from feeds.build.explain import explain
from feeds.build.plan import plans

HOUR = timedelta(hours=1)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def titles(newsroom: Newsroom, path: str = "rss.xml") -> list[str]:
    return [e.text or "" for e in ET.fromstring(newsroom.files()[path]).iterfind("channel/item/title")]


def links(newsroom: Newsroom, path: str = "rss.xml") -> list[str]:
    return [e.text or "" for e in ET.fromstring(newsroom.files()[path]).iterfind("channel/item/link")]


def why(newsroom: Newsroom, number: int, path: str) -> tuple[bool, str, str]:
    """Whether a feed has a story, and the code and words of the reason."""
    plan = next(p for p in plans(newsroom.configuration) if p.path == path)
    with (
        open_archive(archive_url(newsroom.folder / "archive.db")) as archive,
        archive.transaction() as connection,
    ):
        answer = explain(connection, article(number), plan, NOW)
    return answer.published, answer.code, answer.reason


def test_every_feed_is_published_and_nothing_twice(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 6))
    first = newsroom.build(NOW)
    assert first.clean
    assert set(newsroom.states(first).values()) == {"published"}
    assert len(newsroom.files()) == 11  # ten feeds, and the sitemap's one part
    marks = newsroom.marks()
    second = newsroom.build(NOW)
    assert set(newsroom.states(second).values()) == {"unchanged"}
    assert [f.entries for f in second.feeds] == [f.entries for f in first.feeds]
    assert newsroom.marks() == marks


def test_only_what_changed_is_rendered_again(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 21))
    assert sum(f.rendered for f in newsroom.build(NOW).feeds) > 20
    newsroom.write(article(n) for n in range(21))
    second = {feed.path: feed.rendered for feed in newsroom.build(NOW).feeds}
    assert second["rss.xml"] == second["atom.xml"] == second["sitemap.xml"] == 1
    assert second["first.xml"] == 0


def test_changing_one_feeds_options_renders_only_that_feed_again(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 6))
    newsroom.build(NOW)
    newsroom.feeds[3] = "{target: atom, path: atom.xml, limit: 30, options: {full_text: false}}"
    again = {feed.path: (feed.state, feed.rendered) for feed in newsroom.build(NOW).feeds}
    assert again["atom.xml"] == ("published", 5)
    del again["atom.xml"]
    assert set(again.values()) == {("unchanged", 0)}


def test_a_lost_archive_gives_the_same_files(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 6))
    newsroom.build(NOW)
    marks = newsroom.marks()
    newsroom.build(NOW, archive="another.db")
    assert newsroom.marks() == marks


def test_several_processes_give_the_same_files(newsroom: Newsroom, tmp_path: Path) -> None:
    other = Newsroom(tmp_path / "other")
    stories = [article(n, published=NOW - n * 20 * HOUR) for n in range(1, 40)]
    for room in (newsroom, other):
        room.write(stories[:20])
        room.write(stories[20:], "more.jsonl")
    newsroom.build(NOW)
    other.build(NOW, processes=2)
    assert newsroom.files() == other.files()


# ---- quarantine


def test_a_story_that_a_platform_would_refuse_is_kept_back_there_alone(newsroom: Newsroom) -> None:
    short = article(2, body="<p>Коротко.</p>", lead=None)
    newsroom.write([article(1), short])
    report = newsroom.build(NOW)
    assert len(links(newsroom)) == 2
    assert len(links(newsroom, "dzen/channel.xml")) == 1
    published, code, reason = why(newsroom, 2, "dzen/channel.xml")
    assert (published, code) == (False, "text-short")
    assert "300" in reason
    assert report.clean  # a story that a target has no place for is nobody's mistake


def test_two_stories_with_one_address(newsroom: Newsroom) -> None:
    """Yandex takes an address for the story's name: the second one is kept back, the others go out."""
    twin = article(3, url=article(2).url)
    newsroom.write([article(1), article(2), twin])
    report = newsroom.build(NOW)
    yandex = next(feed for feed in report.feeds if feed.path == "yandex/news.xml")
    assert yandex.state == "published"
    assert len(yandex.quarantined) == 1
    assert len(links(newsroom, "yandex/news.xml")) == 2
    newsroom.write([article(1), article(2), article(3)])
    assert len(links_after(newsroom, "yandex/news.xml")) == 3


def links_after(newsroom: Newsroom, path: str) -> list[str]:
    newsroom.build(NOW)
    return links(newsroom, path)


def test_the_last_good_version_stays(newsroom: Newsroom) -> None:
    good = article(1)
    newsroom.write([good, article(2)])
    newsroom.build(NOW)
    bad = article(1, title="Источник", images=(Image(url="https://vestnik.example/новое фото.jpg\u0000"),))
    with open_archive(archive_url(newsroom.folder / "archive.db")) as archive:
        newsroom.write([bad, article(2)])
        newsroom.build(NOW)
        with archive.transaction() as connection:
            assert editions.edition(connection, "rss.xml") is not None
    assert "Источник" in titles(newsroom)  # readers' feeds take it, illegal characters and all left out


def test_one_bad_story_in_the_sources_takes_nothing_down(newsroom: Newsroom) -> None:
    newsroom.write([article(1)])
    newsroom.write_raw(
        b'{"title": "\xd0\xb1\xd0\xb5\xd0\xb7 \xd0\xb0\xd0\xb4\xd1\x80\xd0\xb5\xd1\x81\xd0\xb0"',
        "broken.jsonl",
    )
    newsroom.write_raw({"url": "https://vestnik.example/x", "title": "Без даты"}, "dateless.json")
    newsroom.write_raw(b"\x89PNG\r\n\x1a\n" + bytes(100), "picture.json")
    newsroom.write_raw(b"a: [1, 2", "broken.yaml")
    report = newsroom.build(NOW)
    assert {Path(r.file or "").name for r in report.rejections} == {
        "broken.jsonl", "dateless.json", "picture.json", "broken.yaml",
    }  # fmt: skip
    assert not report.clean
    assert len(links(newsroom)) == 1
    again = newsroom.build(NOW)
    assert len(again.rejections) == 4  # still so, though the files were not read again


def test_a_hostile_story_is_harmless(newsroom: Newsroom) -> None:
    record = {
        "id": "9", "url": "https://vestnik.example/9", "published": "2026-11-24T11:00:00+03:00", "rating": "nonadult",
        "title": "Плохо \u0001 <script>alert(1)</script> ]]> &nbsp;", "language": "ru",
        "body": f"<p onclick=x>{PARAGRAPH}</p><script>alert(1)</script><iframe src='javascript:x'></iframe>"
        f"]]>{PARAGRAPH}",
    }  # fmt: skip
    newsroom.write_raw(record, "hostile.json")
    newsroom.write([article(1)])
    newsroom.build(NOW)
    for path, content in newsroom.files().items():
        assert b"<script" not in content, path
        assert b"onclick" not in content, path
        if path.endswith(".xml"):
            ET.fromstring(content)
    assert "https://vestnik.example/9" in links(newsroom)


# ---- time


def test_stories_come_and_go_with_time(newsroom: Newsroom) -> None:
    newsroom.write([article(1), article(2, embargo=NOW + HOUR), article(3, expires=NOW + 2 * HOUR)])
    report = newsroom.build(NOW)
    assert links(newsroom) == [article(1).url, article(3).url]
    assert why(newsroom, 2, "rss.xml")[1] == "embargo"
    wakes = {feed.path: feed.wake for feed in report.feeds}
    assert wakes["rss.xml"] == NOW + HOUR
    newsroom.build(NOW + HOUR)
    assert links(newsroom) == [article(n).url for n in (1, 2, 3)]
    newsroom.build(NOW + 2 * HOUR)
    assert links(newsroom) == [article(n).url for n in (1, 2)]


def test_the_news_sitemap_forgets_after_48_hours(newsroom: Newsroom) -> None:
    newsroom.write([article(1), article(2)])
    report = newsroom.build(NOW)
    google = next(feed for feed in report.feeds if feed.path == "google-news.xml")
    oldest = article(2).published + timedelta(hours=48)
    assert google.wake == oldest
    newsroom.build(oldest + timedelta(seconds=1))
    assert article(2).url.encode() not in newsroom.files()["google-news.xml"]
    assert article(1).url.encode() in newsroom.files()["google-news.xml"]


def test_a_withdrawn_story_leaves_every_feed_and_atom_a_tombstone(newsroom: Newsroom) -> None:
    newsroom.write([article(1), article(2)])
    newsroom.build(NOW)
    newsroom.write([article(1), article(2, withdrawn="ошибка в фактах", updated=NOW)])
    newsroom.build(NOW)
    for path, content in newsroom.files().items():
        if path != "atom.xml":
            assert article(2).url.encode() not in content, path
    root = ET.fromstring(newsroom.files()["atom.xml"])
    (tombstone,) = root.iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert tombstone.get("when") == "2026-11-24T09:00:00Z"
    assert why(newsroom, 2, "rss.xml")[2] == "withdrawn: ошибка в фактах"


# ---- collapse


def test_a_collapse_is_held_until_it_is_confirmed(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 25))
    newsroom.build(NOW)
    before = newsroom.files()
    newsroom.feeds[3] = "{target: atom, path: atom.xml, limit: 30, select: {sections: [Спорт]}}"
    report = newsroom.build(NOW)
    atom = next(feed for feed in report.feeds if feed.path == "atom.xml")
    assert atom.state == "held"
    assert atom.message == "24 of 24 stories of the last edition are gone at once"
    assert newsroom.files() == before
    assert newsroom.states(newsroom.build(NOW))["atom.xml"] == "held"
    assert newsroom.states(newsroom.build(NOW, confirmed=["atom.xml"]))["atom.xml"] == "published"
    assert newsroom.files()["atom.xml"] != before["atom.xml"]


def test_new_ids_for_all_stories_are_held(newsroom: Newsroom) -> None:
    newsroom.feeds = ["{target: rss, path: rss.xml, limit: 50}"]
    newsroom.write(article(n) for n in range(1, 25))
    newsroom.build(NOW)
    newsroom.write([article(n, withdrawn="переехала") for n in range(1, 25)])
    newsroom.write([article(n, id=f"x{n}") for n in range(1, 25)], "again.jsonl")
    report = newsroom.build(NOW)
    assert report.feeds[0].message == "24 of 24 stories have another id than in the last edition"


def test_stories_may_leave_for_ordinary_reasons(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 25))
    newsroom.build(NOW)
    report = newsroom.build(NOW + timedelta(days=30))
    assert "held" not in newsroom.states(report).values()
    assert b"<url>" not in newsroom.files()["google-news.xml"]


# ---- configuration


def test_a_feed_that_is_no_longer_configured_is_taken_away(newsroom: Newsroom) -> None:
    newsroom.write([article(1)])
    newsroom.build(NOW)
    newsroom.feeds = [feed for feed in newsroom.feeds if "dzen" not in feed and "sitemap.xml" not in feed]
    newsroom.build(NOW)
    left = newsroom.files()
    assert not any("dzen" in path or path.startswith("sitemap") for path in left)
    assert not (newsroom.folder / "output/dzen").exists()
    assert "rss.xml" in left


def test_a_file_that_somebody_changed_is_made_again(newsroom: Newsroom) -> None:
    newsroom.write([article(1)])
    newsroom.build(NOW)
    good = newsroom.files()
    (newsroom.folder / "output/rss.xml").write_text("<rss/>")
    (newsroom.folder / "output/sitemap-2026-11.xml").unlink()
    report = newsroom.build(NOW)
    assert newsroom.files() == good
    states = newsroom.states(report)
    assert (states["rss.xml"], states["atom.xml"]) == ("published", "unchanged")


def test_an_empty_newsroom_has_empty_feeds(newsroom: Newsroom) -> None:
    report = newsroom.build(NOW)
    assert report.clean
    assert len(newsroom.files()) == 10
    assert all(feed.entries == 0 for feed in report.feeds)
