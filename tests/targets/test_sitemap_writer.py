"""Sitemaps as they are written, held against the schemas where they are at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from stories import ARTICLES, PUBLISHED, UPDATED, bare, channel, document, hostile, rich, setting

from feeds.article import Article, Image, Link, Video
from feeds.targets import registry
from feeds.targets.target import Part, PartedWriter

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
I = "{http://www.google.com/schemas/sitemap-image/1.1}"  # noqa: E741
V = "{http://www.google.com/schemas/sitemap-video/1.1}"
X = "{http://www.w3.org/1999/xhtml}"


def url(story: Article, **options: object) -> ET.Element:
    found = ET.fromstring(document("sitemap", story, chosen=setting("sitemap", **options))).find(f"{S}url")
    assert found is not None
    return found


def test_the_schemas_are_kept(sitemap_schema: etree.XMLSchema) -> None:
    stories = rich(), rich(rating="adult"), bare(), hostile(url="https://x.example/1")
    sitemap_schema.assertValid(etree.fromstring(document("sitemap", *stories)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=ARTICLES)
def test_the_schemas_are_kept_for_any_story(sitemap_schema: etree.XMLSchema, story: Article) -> None:
    sitemap_schema.assertValid(etree.fromstring(document("sitemap", story)))


def test_the_index_is_valid(shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "schemas/siteindex.xsd"))
    schema.assertValid(etree.fromstring(index()))


def index() -> bytes:
    writer = cast("PartedWriter", registry.writer("sitemap"))
    parts = [
        Part("https://feeds.listok.example/sitemap-2026-10.xml", PUBLISHED),
        Part(
            "https://feeds.listok.example/sitemap-2026-11.xml?a=1&b",
            datetime(2026, 11, 23, 7, 20, tzinfo=UTC),
        ),
    ]
    return writer.index(channel("sitemap"), parts)


def test_the_index_lists_the_parts_and_their_last_change() -> None:
    found = [(e.findtext(f"{S}loc"), e.findtext(f"{S}lastmod")) for e in ET.fromstring(index())]
    assert found == [
        ("https://feeds.listok.example/sitemap-2026-10.xml", "2026-11-23T10:00:00+03:00"),
        ("https://feeds.listok.example/sitemap-2026-11.xml?a=1&b", "2026-11-23T07:20:00+00:00"),
    ]


def test_the_target_lies_in_parts_by_month() -> None:
    target = registry.target("sitemap")
    assert target.layout == "monthly"
    assert target.most is not None
    assert target.most <= 50_000


def test_a_story_is_listed_with_its_last_change() -> None:
    found = url(rich())
    assert [child.tag for child in found][:2] == [f"{S}loc", f"{S}lastmod"]
    assert found.findtext(f"{S}lastmod") == UPDATED.isoformat()


def test_versions_in_other_languages_list_each_other_and_themselves() -> None:
    found = [(e.get("rel"), e.get("hreflang"), e.get("href")) for e in url(rich()).findall(f"{X}link")]
    assert found == [
        ("alternate", "ru", "https://listok.example/2026/11/most"),
        ("alternate", "en", "https://listok.example/en/bridge"),
        ("alternate", "tt-RU", "https://listok.example/tt/kuper"),
    ]


def test_a_story_in_one_language_lists_no_versions() -> None:
    assert url(rich(translations=())).find(f"{X}link") is None
    assert url(rich(translations=(Link(url="https://x.example/", language="ru"),))).find(f"{X}link") is None


def test_pictures_once() -> None:
    image = Image(url="https://listok.example/a.jpg")
    assert [e.text for e in url(rich(images=(image, image))).iter(f"{I}loc")] == [
        "https://listok.example/a.jpg"
    ]


def test_no_more_pictures_than_google_takes() -> None:
    images = tuple(Image(url=f"https://listok.example/{n}.jpg") for n in range(1001))
    assert len(list(url(rich(images=images)).iter(f"{I}loc"))) == 1000


def test_a_video() -> None:
    (video,) = url(rich()).findall(f"{V}video")
    assert [(child.tag.removeprefix(V), child.text) for child in video] == [
        ("thumbnail_loc", "https://listok.example/bridge-video.jpg"),
        ("title", "Как чинят мост"),
        ("description", "Съёмка с берега"),
        ("content_loc", "https://listok.example/bridge.mp4"),
        ("player_loc", "https://player.example/7"),
        ("duration", "63"),
        ("publication_date", "2026-11-23T10:00:00+03:00"),
    ]


@pytest.mark.parametrize(
    "video",
    [
        Video(thumbnail="https://listok.example/t.jpg"),
        Video(url="https://listok.example/2026/11/most", thumbnail="https://listok.example/t.jpg"),
    ],
)
def test_a_video_that_google_cannot_find_is_left_out(video: Video) -> None:
    assert url(rich(videos=(video,))).find(f"{V}video") is None


def test_a_video_without_a_picture_has_the_storys() -> None:
    video = Video(url="https://listok.example/v.mp4", duration=30_000)
    found = url(rich(videos=(video,))).find(f"{V}video")
    assert found is not None
    assert found.findtext(f"{V}thumbnail_loc") == "https://listok.example/bridge.jpg"
    assert found.find(f"{V}duration") is None
    assert url(rich(videos=(video,), images=())).find(f"{V}video") is None


def test_a_video_for_adults_says_so() -> None:
    assert url(rich(rating="adult")).findtext(f".//{V}family_friendly") == "no"


def test_what_is_not_wanted_is_not_told() -> None:
    found = url(rich(), images=False, videos=False, translations=False)
    assert [child.tag for child in found] == [f"{S}loc", f"{S}lastmod"]


def test_addresses_are_encoded() -> None:
    assert url(rich(url="https://вестник.рф/дождь?a=1&b=ё")).findtext(f"{S}loc") == (
        "https://xn--b1agjinxh.xn--p1ai/%D0%B4%D0%BE%D0%B6%D0%B4%D1%8C?a=1&b=%D1%91"
    )


def test_urls_are_counted_by_their_plain_tag() -> None:
    assert document("sitemap", rich(), bare()).count(b"<url>") == 2
