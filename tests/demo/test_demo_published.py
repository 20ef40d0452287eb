"""The demo and the seed, published to every channel and read back by other people's parsers."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from time import struct_time
from typing import Any, NamedTuple

import feedparser
import pytest
from demo_stories import HOME, SOURCES
from lxml import etree
from msgspec.structs import replace

from feeds import check
from feeds.archive.archive import open_archive
from feeds.build.explain import explain
from feeds.build.plan import plans
from feeds.build.run import BuildReport, build
from feeds.configuration import load
from feeds.publication import Configuration

NOW = datetime.fromisoformat("2026-11-24T20:00:00+03:00")
SEED_NOW = datetime.fromisoformat("2025-11-27T12:00:00+03:00")
SYNDICATED = (
    "rss.xml",
    "atom.xml",
    "yandex/news.xml",
    "dzen/channel.xml",
    "dzen/news.xml",
    "vk.xml",
    "ok.xml",
)


ELSEWHERE = {"https://vestnik.example/2026/11/22/noyabr-u-morya"}
"""The story that is for some feeds only."""


class Published(NamedTuple):
    """A publication that was built: where it is, what became of it, when."""

    folder: Path
    configuration: Configuration
    report: BuildReport
    now: datetime

    def documents(self) -> list[Path]:
        """The documents that went out."""
        return sorted(p for p in (self.folder / "output").rglob("*") if p.suffix in (".xml", ".json"))

    def read(self, path: str) -> Any:
        """A document as feedparser reads it."""
        return feedparser.parse((self.folder / "output" / path).read_bytes())

    def stories(self) -> dict[str, dict[str, Any]]:
        """The stories of the JSON Feed, by their addresses."""
        feed = json.loads((self.folder / "output/feed.json").read_bytes())
        return {item["url"]: item for item in feed["items"]}


def published(folder: Path, now: datetime) -> Published:
    configuration = replace(load(folder / "feeds.yaml"), output=str(folder / "output"))
    with open_archive(f"sqlite:///{folder / 'archive.db'}") as archive:
        return Published(folder, configuration, build(configuration, archive, now, processes=1), now)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(SOURCES, folder / "sources", ignore=shutil.ignore_patterns("*.jsonl"))
    for lines in SOURCES.glob("wire/*.jsonl"):
        shutil.copy(lines, folder / "sources/wire")
    shutil.copy(HOME / "feeds.yaml", folder)
    return published(folder, NOW)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Published:
    folder = tmp_path_factory.mktemp("seed")
    shutil.copytree(shared / "seeds", folder, dirs_exist_ok=True)
    return published(folder, SEED_NOW)


@pytest.fixture(params=["demo", "seed"])
def any_of_them(request: pytest.FixtureRequest) -> Published:
    made: Published = request.getfixturevalue(request.param)
    return made


def test_every_channel_is_out_and_nothing_was_refused(any_of_them: Published) -> None:
    report = any_of_them.report
    assert report.clean
    assert {feed.target for feed in report.feeds} == {
        "rss", "atom", "json-feed", "yandex-news", "dzen", "dzen-news", "google-news", "sitemap", "vk", "ok",
    }  # fmt: skip
    assert [feed.path for feed in report.feeds if not feed.entries] == []


def test_no_rule_objects_to_any_document(any_of_them: Published) -> None:
    for document in any_of_them.documents():
        found = check(document.read_bytes(), now=any_of_them.now)
        assert [f for f in found if f.severity == "error"] == [], document


@pytest.mark.parametrize("path", SYNDICATED)
def test_another_parser_reads_the_same_stories(any_of_them: Published, path: str) -> None:
    read, stories = any_of_them.read(path), any_of_them.stories()
    assert not read.bozo, read.get("bozo_exception")
    assert read.entries
    for entry in read.entries:
        link = entry.links[
            0
        ].href  # feedparser's own link is the last one, of a related story in Yandex's dialect
        if link in ELSEWHERE:
            continue
        story = stories[link]
        assert entry.title == story["title"]
        assert moment(entry.published_parsed) == datetime.fromisoformat(story["date_published"])


def test_sitemaps_are_valid_by_their_schemas(any_of_them: Published, sitemap_schema: etree.XMLSchema) -> None:
    parts = [document for document in any_of_them.documents() if "sitemap-" in document.name]
    assert parts
    for document in [*parts, any_of_them.folder / "output/google-news.xml"]:
        sitemap_schema.assertValid(etree.parse(document))


def test_the_sitemap_index_is_valid_and_names_its_parts(any_of_them: Published, shared: Path) -> None:
    index = etree.parse(any_of_them.folder / "output/sitemap.xml")
    etree.XMLSchema(etree.parse(shared / "schemas/siteindex.xsd")).assertValid(index)
    base = any_of_them.configuration.base_url
    for named in index.findall("{*}sitemap/{*}loc"):
        assert named.text
        assert (any_of_them.folder / "output" / named.text.removeprefix(base)).is_file()


def test_atom_is_valid_by_its_grammar(any_of_them: Published, atom_grammar: etree.RelaxNG) -> None:
    atom_grammar.assertValid(etree.parse(any_of_them.folder / "output/atom.xml"))


def test_a_second_build_touches_nothing(any_of_them: Published) -> None:
    before = {d: (d.read_bytes(), d.stat().st_mtime_ns) for d in any_of_them.documents()}
    again = published(any_of_them.folder, any_of_them.now)
    assert {feed.state for feed in again.report.feeds} == {"unchanged"}
    assert {d: (d.read_bytes(), d.stat().st_mtime_ns) for d in any_of_them.documents()} == before


def test_each_story_has_an_answer_for_each_feed(demo: Published) -> None:
    from feeds.archive import articles

    with (
        open_archive(f"sqlite:///{demo.folder / 'archive.db'}") as archive,
        archive.transaction() as connection,
    ):
        for name in ("20414", "20433", "https://vestnik.example/p/robot-krabik"):
            article = articles.find(connection, name)
            assert article
            answers = [explain(connection, article, plan, NOW) for plan in plans(demo.configuration)]
            assert len(answers) == len(demo.configuration.feeds)
            assert all(answer.reason for answer in answers)
            there = {a.feed for a in answers if a.published}
            assert "rss.xml" in there
            assert ("atom.xml" in there) is (article.url in demo.stories())


def moment(parsed: struct_time) -> datetime:
    return datetime(*parsed[:6], tzinfo=UTC)
