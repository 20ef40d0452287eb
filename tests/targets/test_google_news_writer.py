"""Google's news sitemap as it is written, held against the schemas where they are at hand."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from stories import ARTICLES, bare, document, hostile, rich, setting

from feeds.article import Article
from feeds.publication import Publication
from feeds.targets import registry

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
N = "{http://www.google.com/schemas/sitemap-news/0.9}"
I = "{http://www.google.com/schemas/sitemap-image/1.1}"  # noqa: E741


def url(story: Article, publication: Publication | None = None) -> ET.Element:
    chosen = setting("google-news", *([publication] if publication else []))
    found = ET.fromstring(document("google-news", story, chosen=chosen)).find(f"{S}url")
    assert found is not None
    return found


def test_the_schemas_are_kept(sitemap_schema: etree.XMLSchema) -> None:
    sitemap_schema.assertValid(
        etree.fromstring(document("google-news", rich(), bare(), hostile(url="https://x.example/1")))
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=ARTICLES)
def test_the_schemas_are_kept_for_any_story(sitemap_schema: etree.XMLSchema, story: Article) -> None:
    sitemap_schema.assertValid(etree.fromstring(document("google-news", story)))


def test_what_google_is_told() -> None:
    found = url(rich())
    assert found.findtext(f"{S}loc") == "https://listok.example/2026/11/most"
    assert found.findtext(f"{S}lastmod") == "2026-11-23T10:20:00+03:00"
    news = found.find(f"{N}news")
    assert news is not None
    assert [child.tag.removeprefix(N) for child in news] == ["publication", "publication_date", "title"]
    assert news.findtext(f"{N}publication/{N}name") == "Заречный листок"
    assert news.findtext(f"{N}publication/{N}language") == "ru"
    assert news.findtext(f"{N}publication_date") == "2026-11-23T10:00:00+03:00"
    assert news.findtext(f"{N}title") == "Мост через Заречку закрыли до «первых морозов» & ветра"
    assert [e.text for e in found.iter(f"{I}loc")] == [
        "https://listok.example/plan.png",
        "https://listok.example/bridge.jpg",
    ]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "en"), ("zh-CN", "zh-cn"), ("zh_TW", "zh-tw"), ("zh-Hant", "zh-tw"), ("zh", "zh-cn"),
        ("fil", "fil"), ("PT-br", "pt"), (None, "ru"), ("русский", "ru"),
    ],
)  # fmt: skip
def test_languages_are_written_as_google_does(language: str | None, written: str) -> None:
    assert url(rich(language=language)).findtext(f".//{N}language") == written


def test_a_language_that_nobody_knows_is_english() -> None:
    publication = Publication(name="Листок", url="https://listok.example/", language="?")
    assert url(rich(language=None), publication).findtext(f".//{N}language") == "en"


def test_a_story_with_too_long_an_address_is_refused() -> None:
    writer = registry.writer("google-news")
    fits = rich(url="https://listok.example/".ljust(2047, "a"))
    assert writer.refuse(fits, setting("google-news")) is None
    refusal = writer.refuse(rich(url=fits.url + "a"), setting("google-news"))
    assert refusal is not None
    assert refusal.code == "address-long"


def test_an_empty_window_gives_an_empty_list() -> None:
    assert len(ET.fromstring(document("google-news"))) == 0


def test_urls_are_counted_by_their_plain_tag() -> None:
    assert document("google-news", rich(), bare()).count(b"<url>") == 2
