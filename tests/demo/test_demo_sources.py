"""The demo publication's sources are what they claim to be."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import msgspec
import pytest
import yaml
from demo_stories import (
    ALL,
    DOZEN,
    DUMPS,
    HELD_IDS,
    HOME,
    PAGES,
    RECORDS,
    SITE,
    SOURCES,
    TYPOGRAPHY,
    WIRE,
    WITHOUT_YO,
    Story,
    cards,
    declared,
    dump_story,
    json_ld,
    page_story,
    tree,
)

from feeds.article import Article

OLD = ("albatrosy-ledogryzy.html", "winter-ferry.html")
NOW = datetime.fromisoformat("2026-11-24T12:00:00+03:00")
PLAYERS = {"vk.com", "www.youtube.com", "rutube.ru"}
HOSTS = PLAYERS | {
    "vestnik.example", "feeds.vestnik.example", "stat.vestnik.example", "hub.example",
    "ok.ru", "connect.ok.ru", "dzen.ru", "t.me", "news.google.com", "schema.org", "ogp.me", "www.w3.org",
}  # fmt: skip
TARGETS = {
    "rss", "atom", "json-feed", "yandex-news", "dzen", "dzen-news", "google-news", "sitemap", "vk", "ok",
}  # fmt: skip
RUSSIAN = [story for story in ALL if story.language == "ru"]


class Balance(HTMLParser):
    """Notes each tag that is closed in the wrong place, or never."""

    VOID = frozenset({"img", "meta", "link", "br", "input", "hr", "source"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> in line {self.getpos()[0]}")


def names(story: Story) -> str:
    return story.file


def test_a_dozen_stories_one_of_them_english_and_three_held() -> None:
    assert (len(PAGES), len(DUMPS), len(RECORDS)) == (5, 2, 8)
    assert Counter(story.language for story in DOZEN) == {"ru": 11, "en": 1}
    assert len(HELD_IDS) == 3


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_are_in_the_encoding_that_they_declare(page: Path) -> None:
    data = page.read_bytes()
    assert declared(page) == ("windows-1251" if page.name in OLD else "utf-8")
    assert data.decode(declared(page)).encode(declared(page)) == data
    assert "\ufffd" not in data.decode(declared(page))
    if page.name in OLD:
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_are_well_built(page: Path) -> None:
    balance = Balance()
    balance.feed(page.read_bytes().decode(declared(page)))
    assert (balance.wrong, balance.open) == ([], [])
    document = tree(page)
    for query in ("//h1", '//link[@rel="canonical"]', "//title", '//*[@itemprop="articleBody"]'):
        assert len(document.xpath(query)) == 1, query
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", [p for p in PAGES if p.name not in OLD], ids=lambda page: page.name)
def test_json_ld_and_open_graph_agree_with_the_page(page: Path) -> None:
    document, story = tree(page), page_story(page)
    article = next(block for block in json_ld(page) if block["@type"] == "NewsArticle")
    graph = {m.get("property"): m.get("content") for m in document.xpath("//meta[@property]")}
    assert article["headline"] == graph["og:title"] == story.title
    assert article["url"] == graph["og:url"] == story.url
    assert article["identifier"] == story.id
    assert article["description"] == graph["og:description"]
    assert datetime.fromisoformat(article["datePublished"]) == story.published
    assert graph["article:published_time"] == article["datePublished"]
    assert graph["article:modified_time"] == article["dateModified"]
    assert [a["name"] for a in article["author"]] == document.xpath('//a[@rel="author"]/text()')
    assert article["commentCount"] == len(document.xpath('//article[@class="comment"]'))
    assert article["keywords"] == document.xpath('//a[@rel="tag"]/text()')
    assert graph["og:image"] == article["image"][0]["url"]
    for image in article["image"]:
        assert image["width"] >= 700
        assert re.fullmatch(r"[1-9]\d{4,} B", image["contentSize"])
    shown = document.xpath("//article//figure//img/@data-src | //article//figure/img/@src")
    known = {image["url"] for image in article["image"]}
    assert {SITE + source for source in shown if not source.startswith("data:")} == known


@pytest.mark.parametrize("page", [p for p in PAGES if p.name in OLD], ids=lambda page: page.name)
def test_old_pages_have_microdata_and_neither_json_ld_nor_open_graph(page: Path) -> None:
    document = tree(page)
    assert document.xpath('//*[@itemtype="https://schema.org/NewsArticle"]//h1[@itemprop="headline"]')
    assert not document.xpath("//meta[@property]")
    assert json_ld(page) == []
    assert not document.xpath("//@datetime")
    widths = document.xpath('//td[@id="center"]//img/@width')
    assert len(widths) == 2
    assert all(int(width) >= 700 for width in widths)


def test_pages_link_to_stories_that_there_are() -> None:
    known = {story.url for story in ALL}
    for page in PAGES:
        links = tree(page).xpath('//aside//a/@href | //div[@class="block-link"]/a/@href')
        assert links, page.name
        assert {SITE + link for link in links} <= known - {page_story(page).url}, page.name


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.name)
def test_dumps_hold_what_a_scraper_leaves(dump: Path) -> None:
    lines = dump.read_text(encoding="utf-8").split("\n")
    story = dump_story(dump)
    assert lines[0].startswith(f" date {story.published.date()} ")
    assert any("при финансовой поддержке" in line for line in lines[1:5])
    assert len(cards(lines)) == 3
    assert cards(lines) <= {other.title for other in ALL} - {story.title}
    assert sum(line.startswith("Видео ©") for line in lines) == 1
    assert any(re.search("— всё это в разделе «.+» на vestnik.example", line) for line in lines)
    assert lines[-1].strip() == "avatar"
    assert "BannerImage" in lines


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_records_have_the_shape_of_an_article(record: dict[str, Any]) -> None:
    assert set(record) <= {field.encode_name for field in msgspec.structs.fields(Article)}
    article = msgspec.convert(record, Article)
    assert article.published.utcoffset() == timedelta(hours=3)
    assert [image.role for image in article.images].count("cover") == 1
    for image in article.images:
        assert image.type == "image/jpeg"
        assert image.width is not None
        assert image.width >= 700
        assert image.height
        assert image.length
    body = lxml.html.fragment_fromstring(record["body"], create_parent="div")
    shown = [SITE + source for source in body.xpath(".//img/@src")]
    assert shown == [image.url for image in article.images if image.role != "cover"]
    played = {SITE + source for source in body.xpath(".//video/@src")}
    assert played <= {video.url for video in article.videos}


def test_ids_and_addresses_are_unique() -> None:
    ids = [story.id for story in ALL if story.id]
    urls = [story.url for story in ALL]
    assert len(ids) == len(set(ids))
    assert len(urls) == len(set(urls))
    assert len({story.title for story in ALL}) == len(ALL)


def test_dates_make_every_window_matter() -> None:
    ages = [NOW - story.published for story in DOZEN]
    assert sum(age <= timedelta(hours=24) for age in ages) >= 5
    assert sum(age <= timedelta(hours=48) for age in ages) >= 7
    assert sum(timedelta(hours=48) < age <= timedelta(hours=72) for age in ages) >= 1
    assert sum(timedelta(hours=72) < age <= timedelta(days=8) for age in ages) >= 1
    assert max(ages) > timedelta(days=8)
    assert min(NOW - story.published for story in ALL) >= timedelta(minutes=30)


def test_one_story_of_each_special_kind() -> None:
    articles = [msgspec.convert(record, Article) for record in RECORDS]
    assert [a.embargo.year for a in articles if a.embargo] == [2099]
    assert [NOW < a.expires < NOW + timedelta(days=2) for a in articles if a.expires] == [True]
    assert sum(a.withdrawn is not None for a in articles) == 1
    assert sum(a.only is not None for a in articles) == 1
    assert sum(bool(a.except_) for a in articles) == 1
    assert sum(a.rating == "adult" for a in articles) == 1
    assert {a.genre for a in articles} >= {"flash", "message", "article", "opinion"}
    for article in articles:
        assert {*(article.only or ()), *article.except_} <= TARGETS
        assert article.updated is None or article.published < article.updated < NOW


def test_bodies_hold_all_kinds_of_blocks() -> None:
    bodies = [tree(page).xpath('//*[@itemprop="articleBody"]')[0] for page in PAGES]
    bodies += [lxml.html.fragment_fromstring(record["body"], create_parent="div") for record in RECORDS]
    found: Counter[str] = Counter()
    for body in bodies:
        found.update({element.tag for element in body.iter(lxml.etree.Element)})
        found.update(urlsplit(source).hostname or "" for source in body.xpath(".//iframe/@src"))
        found.update(body.xpath(".//div[contains(@class, 'gallery')]") and ["gallery"])
    wanted = {"h2", "ul", "ol", "table", "blockquote", "figure", "figcaption", "video", "noscript", "gallery"}
    assert wanted | PLAYERS <= set(found)


@pytest.mark.parametrize("story", ALL, ids=names)
def test_bodies_are_as_long_as_stories_are(story: Story) -> None:
    flash = any(record["id"] == story.id and record.get("genre") == "flash" for record in RECORDS)
    least, most = (350, 600) if flash else (900, 2500)
    assert least <= len(story.text) <= most


def test_no_two_stories_share_a_text() -> None:
    where: dict[tuple[str, ...], str] = {}
    for story in ALL:
        words = re.findall(r"\w+", story.text.lower())
        for n in range(len(words) - 5):
            assert where.setdefault(tuple(words[n : n + 6]), story.file) == story.file, words[n : n + 6]


@pytest.mark.parametrize("story", RUSSIAN, ids=names)
@pytest.mark.parametrize(
    "wrong",
    [pytest.param(pattern, id=name) for name, pattern in TYPOGRAPHY.items()],
)
def test_russian_typography(story: Story, wrong: str) -> None:
    assert [text for text in story.words if re.search(wrong, text)] == []


@pytest.mark.parametrize("story", RUSSIAN, ids=names)
def test_russian_quotes_come_in_pairs(story: Story) -> None:
    for text in story.words:
        assert re.sub(r"[^«»]", "", text) in ("", "«»" * text.count("«")), text


@pytest.mark.parametrize("story", RUSSIAN, ids=names)
def test_russian_words_keep_their_yo(story: Story) -> None:
    assert [text for text in story.words if WITHOUT_YO.search(text)] == []
    assert any("ё" in text for text in story.words)


def test_english_typography() -> None:
    (story,) = [story for story in ALL if story.language == "en"]
    for text in story.words:
        assert not re.search(r"[\"'`а-яё]| [-–] | — |  ", text), text
        assert re.sub(r"[^“”]", "", text) in ("", "“”" * text.count("“")), text


@pytest.mark.parametrize("file", [*PAGES, *DUMPS, *WIRE, HOME / "feeds.yaml"], ids=lambda file: file.name)
def test_nothing_points_at_a_real_outlet(file: Path) -> None:
    text = file.read_bytes().decode(declared(file) if file.suffix == ".html" else "utf-8")
    found = {urlsplit(address).hostname for address in re.findall(r"https?://[^\s\"'<>\\]+", text)}
    assert found <= HOSTS


def test_the_configuration_reads_every_source_and_publishes_to_ten_targets() -> None:
    configuration = yaml.safe_load((HOME / "feeds.yaml").read_text(encoding="utf-8"))
    assert [source["kind"] for source in configuration["sources"]] == ["html", "text", "records", "records"]
    matched = [
        file
        for source in configuration["sources"]
        for file in HOME.glob(source["path"])
        if file.parent.name != "desk"
    ]
    there = [file for file in SOURCES.rglob("*") if file.is_file() and file.parent.name != "desk"]
    assert sorted(matched) == sorted(there)
    assert Counter(feed["target"] for feed in configuration["feeds"]) == Counter([*TARGETS, "rss"])
    sections = [
        feed["select"]["sections"] for feed in configuration["feeds"] if "sections" in feed.get("select", {})
    ]
    assert sections == [["Город"]]
    assert configuration["publication"]["url"] == SITE + "/"
    assert "hubs" not in configuration
