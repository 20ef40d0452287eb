"""From stories that lack facts to feeds that have them: only what is concerned is made anew."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
from databases import archive_url
from lxml import etree
from newsrooms import Newsroom
from photographs import Photographs, photographs
from pictures import made
from records import NOW, article
from sqlalchemy import text

from feeds.archive import articles, media
from feeds.archive.archive import open_archive
from feeds.article import Article, Image
from feeds.build.run import BuildReport
from feeds.publication import Media

FEEDS = (
    "{target: rss, path: rss.xml, limit: 10}",
    "{target: rss, path: sport.xml, select: {sections: [Спорт]}}",
    "{target: dzen, path: dzen.xml}",
)
LOCAL = Media(fetch=True, allow_private=("127.0.0.1",))


class Room(Newsroom):
    """A newsroom whose pictures are on a server."""

    def __init__(self, folder: Path, setting: Media = LOCAL, feeds: tuple[str, ...] = FEEDS) -> None:
        super().__init__(folder, feeds)
        self.setting = setting

    @property
    def configuration(self) -> Any:
        return msgspec.structs.replace(super().configuration, media=self.setting)

    def known(self) -> dict[str, media.KnownFile]:
        with (
            open_archive(archive_url(self.folder / "archive.db")) as store,
            store.transaction() as connection,
        ):
            return {file.url: file for file in media.every(connection)}

    def record(self, name: str) -> Article:
        with (
            open_archive(archive_url(self.folder / "archive.db")) as store,
            store.transaction() as connection,
        ):
            return articles.records(connection, [name], origins=True)[name]


def pictured(number: int, *urls: str, **changes: Any) -> Article:
    """A story with pictures of which nothing is known, and which its text shows."""
    images = tuple(Image(url=url, role="inline" if n else "cover") for n, url in enumerate(urls))
    body = article().body + "".join(f'<figure><img src="{url}"></figure>' for url in urls)
    return article(number, images=images, body=body, **changes)


def rendered(report: BuildReport) -> dict[str, int]:
    return {feed.path: feed.rendered for feed in report.feeds}


def test_a_build_measures_and_the_feeds_say_it(tmp_path: Path) -> None:
    wide, narrow = made("JPEG", 1600, 900), made("PNG", 320, 200)
    with photographs({"/wide.jpg": wide, "/narrow": narrow}) as shown:
        room = Room(tmp_path)
        room.write([pictured(1, shown.url("/wide.jpg")), pictured(2, shown.url("/narrow")), article(3)])
        report = room.build(NOW)
    assert report.clean
    assert (len(report.media.files), report.media.failed, report.media.waiting) == (2, [], 0)
    record = room.record("n1")
    assert record.images[0] == Image(
        url=shown.url("/wide.jpg"), role="cover", type="image/jpeg", width=1600, height=900, length=len(wide)
    )
    assert 'width="1600" height="900"' in record.body
    assert record.origin
    assert record.origin.source == "wire"
    tree = etree.fromstring(room.files()["rss.xml"])
    enclosures = {e.get("url"): dict(e.attrib) for e in tree.iter("enclosure")}
    assert enclosures[shown.url("/narrow")]["type"] == "image/png"
    assert enclosures[shown.url("/narrow")]["length"] == str(len(narrow))
    dzen = room.files()["dzen.xml"].decode()
    assert "/wide.jpg" in dzen
    assert "/narrow" not in dzen, "a picture that is known to be narrower than 700 pixels stays out"


def test_facts_that_come_later_change_only_what_shows_the_file(tmp_path: Path) -> None:
    with photographs({}) as shown:
        room = Room(tmp_path)
        room.write([pictured(1, shown.url("/a.jpg")), article(2), article(3, section="Спорт", images=())])
        first = room.build(NOW)
        assert [file.problem for file in first.media.failed] == ["answers with status 404"]
        marks = room.marks()
        assert room.build(NOW + timedelta(hours=1)).media.files == []
        assert room.marks() == marks
        shown.files["/a.jpg"] = made("JPEG", 1000, 500)
        later = room.build(NOW + timedelta(hours=30))
    assert later.media.stories == 1
    assert rendered(later) == {"rss.xml": 1, "sport.xml": 0, "dzen.xml": 1}
    assert room.marks()["sport.xml"] == marks["sport.xml"]
    assert room.marks()["rss.xml"] != marks["rss.xml"]
    cold = Room(tmp_path / "cold")
    cold.write([room.record("n1"), article(2), article(3, section="Спорт", images=())])
    cold.build(NOW + timedelta(hours=30))
    assert cold.files() == room.files(), "what was found out is as if the source had said it"


def test_a_source_that_is_read_again_keeps_what_is_known(tmp_path: Path) -> None:
    with photographs({"/a.jpg": made("JPEG", 1000, 500), "/b.jpg": made("JPEG", 800, 400)}) as shown:
        room = Room(tmp_path)
        room.write([pictured(1, shown.url("/a.jpg"))])
        room.build(NOW)
        marks = room.marks()
        room.write([pictured(1, shown.url("/a.jpg")), article(2, section="Спорт", images=())])
        again = room.build(NOW)
        assert (again.sources[0].changed, again.media.files) == (0, [])
        assert room.record("n1").images[0].width == 1000
        assert room.marks()["dzen.xml"] == marks["dzen.xml"] or again.feeds[2].rendered == 1
        room.write([pictured(1, shown.url("/a.jpg"), title="Другой заголовок")])
        assert room.build(NOW).sources[0].changed == 1
        assert room.record("n1").images[0].width == 1000
        room.write([pictured(1, shown.url("/b.jpg"))])
        assert [f.url for f in room.build(NOW).media.files] == [shown.url("/b.jpg")]
        assert room.record("n1").images[0].width == 800
        room.write(
            [
                article(
                    1,
                    images=(Image(url=shown.url("/b.jpg"), type="image/jpeg", width=5, height=5, length=5),),
                )
            ]
        )
        room.build(NOW)
        assert room.record("n1").images[0].width == 5, "what a source says in full is believed"


def test_a_file_that_is_exchanged_is_noticed(tmp_path: Path) -> None:
    with photographs({"/a.jpg": made("JPEG", 1000, 500)}) as shown:
        room = Room(tmp_path)
        room.write([pictured(1, shown.url("/a.jpg"))])
        room.build(NOW)
        assert len(shown.asked) == 1
        room.build(NOW + timedelta(hours=25))
        assert len(shown.asked) == 2
        assert room.known()[shown.url("/a.jpg")].due == (NOW + timedelta(hours=50, minutes=1)).timestamp()
        shown.files["/a.jpg"] = made("JPEG", 400, 200)
        report = room.build(NOW + timedelta(days=8))
    assert report.media.stories == 1
    assert room.record("n1").images[0].width == 400
    with open_archive(archive_url(tmp_path / "archive.db")) as store, store.transaction() as connection:
        assert connection.execute(text("SELECT count(*) FROM revisions")).scalar_one() == 2


def test_one_file_of_many_stories_is_asked_for_once(tmp_path: Path) -> None:
    with photographs({"/a.jpg": made("JPEG", 1000, 500)}) as shown:
        room = Room(tmp_path)
        room.write([pictured(n, shown.url("/a.jpg")) for n in range(1, 6)])
        assert room.build(NOW).media.stories == 5
        room.write([pictured(n, shown.url("/a.jpg")) for n in range(1, 8)])
        room.build(NOW)
        assert len(shown.asked) == 1
        assert room.record("n7").images[0].width == 1000


def test_no_more_is_looked_at_than_may_be_and_the_newest_first(tmp_path: Path) -> None:
    with photographs({f"/{n}.png": made("PNG", n, n) for n in range(1, 10)}) as shown:
        room = Room(tmp_path, msgspec.structs.replace(LOCAL, most=3))
        room.write([pictured(n, shown.url(f"/{n}.png")) for n in range(1, 10)])
        report = room.build(NOW)
        assert report.media.waiting == 6
        assert {request.path for request in shown.asked} == {"/1.png", "/2.png", "/3.png"}
        for _ in range(3):
            report = room.build(NOW)
        assert (report.media.waiting, len(shown.asked)) == (0, 9)


def test_nothing_is_asked_unless_the_configuration_says_so(tmp_path: Path) -> None:
    with photographs({"/a.jpg": made("JPEG", 1000, 500)}) as shown:
        room = Room(tmp_path, Media())
        room.write([pictured(1, shown.url("/a.jpg"))])
        room.build(NOW)
        room.setting = Media(fetch=True)
        assert "this very machine" in (room.build(NOW).media.failed[0].problem or "")
        room.setting = LOCAL
        room.build(NOW, measuring=False)
        assert not shown.asked
        assert "width" not in room.record("n1").body


def test_files_in_a_folder_need_no_server(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(made("JPEG", 1000, 500))
    room = Room(tmp_path, Media(files={"https://vestnik.example/img/": str(folder)}))
    room.write([pictured(1, "https://vestnik.example/img/a.jpg", "https://other.example/b.jpg")])
    report = room.build(NOW)
    assert ([file.url for file in report.media.files], report.media.failed) == (
        ["https://vestnik.example/img/a.jpg"],
        [],
    )
    assert [image.width for image in room.record("n1").images] == [1000, None]
    room.setting = msgspec.structs.replace(room.setting, files={"https://other.example/": str(folder)})
    assert [f.problem for f in room.build(NOW).media.failed] == ["is not in its folder"]


def test_stories_of_an_older_archive_are_taken_up(tmp_path: Path) -> None:
    with photographs({"/a.jpg": made("JPEG", 1000, 500)}) as shown:
        room = Room(tmp_path, Media())
        room.write([pictured(1, shown.url("/a.jpg"))])
        room.build(NOW)
        with open_archive(archive_url(tmp_path / "archive.db")) as store, store.transaction() as connection:
            connection.execute(text("UPDATE articles SET lacking = NULL"))
        room.setting = LOCAL
        assert room.build(NOW).media.stories == 1


def test_a_story_that_is_withdrawn_keeps_its_files(tmp_path: Path) -> None:
    from feeds.archive import storing

    with photographs({"/a.jpg": made("JPEG", 1000, 500)}) as shown:
        room = Room(tmp_path)
        room.write([pictured(1, shown.url("/a.jpg"))])
        room.build(NOW)
        with open_archive(archive_url(tmp_path / "archive.db")) as store, store.transaction() as connection:
            storing.withdraw(connection, [("n1", "ошибка")], now=NOW)
            storing.restore(connection, ["n1"], now=NOW)
        shown.files["/a.jpg"] = made("JPEG", 400, 200)
        room.build(NOW + timedelta(days=3))
    assert room.record("n1").withdrawn is None
    assert room.record("n1").images[0].width == 400


def test_a_newer_story_gives_a_lost_file_another_chance(tmp_path: Path) -> None:
    with photographs({}) as shown:
        room = Room(tmp_path)
        room.write([pictured(5, shown.url("/a.jpg"))])
        for days in (0, 2, 5, 20):
            room.build(NOW + timedelta(days=days))
        assert room.known()[shown.url("/a.jpg")].due is None
        shown.files["/a.jpg"] = made("JPEG", 1000, 500)
        assert room.build(NOW + timedelta(days=40)).media.files == []
        room.write([pictured(5, shown.url("/a.jpg")), pictured(1, shown.url("/a.jpg"))])
        assert room.build(NOW + timedelta(days=40)).media.stories == 2


def test_the_command_measures_all_that_waits(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from feeds.cli import commands

    def run(*words: str) -> Any:
        return CliRunner().invoke(commands, [*words, "-c", str(tmp_path / "feeds.yaml")])

    with photographs({f"/{n}.png": made("PNG", n, n) for n in range(1, 8)}) as shown:
        configuration(tmp_path, shown, most=3)
        run("build", "--no-media")
        assert not shown.asked
        done = run("media", "--json")
        found = [json.loads(line) for line in done.stdout.splitlines()]
        assert sorted(file["width"] for file in found if file["width"]) == list(range(1, 8))
        assert done.exit_code == 1, "one of them is not there"
        problems = [json.loads(line) for line in run("media", "--problems", "--json").stdout.splitlines()]
        assert [(p["url"], p["problem"]) for p in problems] == [
            (shown.url("/gone.png"), "answers with status 404")
        ]
        assert run("media", "--known").stdout.count(".png") == 8
        asked = len(shown.asked)
        assert run("media").stdout.count(".png") == 0
        run("media", "--again")
        assert len(shown.asked) == asked + 8
        run("build", "--no-media")
        lengths = re.findall(
            r'<enclosure [^>]*length="(\d+)"', (tmp_path / "output/rss.xml").read_text(encoding="utf-8")
        )
        assert sorted(map(int, lengths)) == [0, *sorted(map(len, shown.files.values()))]
    text_ = (tmp_path / "feeds.yaml").read_text(encoding="utf-8")
    (tmp_path / "feeds.yaml").write_text(text_.partition("\n")[2], encoding="utf-8")
    refused = run("media")
    assert "allows no file to be looked at" in str(refused.exception)


def configuration(folder: Path, shown: Photographs, most: int) -> None:
    from newsrooms import CONFIGURATION

    said = f"media: {{fetch: true, allow_private: [127.0.0.1], most: {most}}}\n"
    (folder / "feeds.yaml").write_text(
        said + CONFIGURATION + "  - {target: rss, path: rss.xml}\n", encoding="utf-8"
    )
    room = Newsroom(folder)
    room.write(
        [pictured(n, shown.url(f"/{n}.png")) for n in range(1, 8)] + [pictured(9, shown.url("/gone.png"))]
    )
