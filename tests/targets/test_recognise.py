"""A document is taken for what it was made for, broken or misspelt as it may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from feeds.checking.document import Document
from feeds.checking.json_document import JsonDocument
from feeds.targets import registry
from feeds.targets.check import check
from feeds.targets.recognise import recognised

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def rss(spaces: str = "", item: str = "", channel: str = "") -> str:
    return f"<rss version='2.0' {spaces}><channel>{channel}<item>{item}</item></channel></rss>"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (rss(), "rss"),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "rss"),
        ("<RSS><channel/></RSS>", "rss"),
        ("<channel><item/></channel>", "rss"),
        ("", "rss"),
        ("<!DOCTYPE html><html/>", "rss"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "rss"),
        (f"<feed xmlns='{ATOM}'/>", "atom"),
        (f"<entry xmlns='{ATOM}'/>", "atom"),
        ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom"),
        ("<feed/>", "atom"),
        (f"<feed xmlns='{ATOM}'><title>cut", "atom"),
        (f"<urlset xmlns='{SITEMAP}'/>", "sitemap"),
        (f"<sitemapindex xmlns='{SITEMAP}/'/>", "sitemap"),
        (f"<urlset xmlns='{SITEMAP}' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'/>", "sitemap"),
        ((f"<urlset xmlns='{SITEMAP}' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
         "<news:news/></url></urlset>"), "google-news"),
        ((f"<urlset xmlns='{SITEMAP}' xmlns:n='https://www.google.com/schemas/sitemap-news/0.9/'><url>"
         "<n:news/></url></urlset>"), "google-news"),
        (rss("xmlns:yandex='http://news.yandex.ru'"), "yandex-news"),
        (rss("xmlns:y='news.yandex.ru'", "<y:full-text/>"), "yandex-news"),
        (rss("", "<yandex:full-text/>"), "yandex-news"),
        (rss("xmlns:yandex='http://news.yandex.ru' xmlns:turbo='http://turbo.yandex.ru'", "<turbo:content/>"),
         "turbo"),
        (rss("", "<turbo:content>cut").partition("cut")[0], "turbo"),
        (rss("", "<category>format-article</category>"), "dzen"),
        (rss("", "<category>Город</category>"), "rss"),
        (rss("", "<contentType>news</contentType>"), "dzen-news"),
        (rss("xmlns:mailru='http://news.mail.ru'", "<mailru:full-text/>"), "mailru"),
        (rss("xmlns:rambler='http://news.rambler.ru/'", "<rambler:fulltext/>"), "rambler"),
        (rss("xmlns:snf='http://www.smartnews.be/snf'"), "smartnews"),
        (rss("xmlns:mi='http://schemas.ingestion.microsoft.com/common/'"), "msn"),
    ],
)  # fmt: skip
def test_recognised(source: str, target: str) -> None:
    assert recognised(Document(source.encode())) == target


def test_json_is_json_feed() -> None:
    assert recognised(JsonDocument(b"[1")) == "json-feed"


@pytest.mark.parametrize("name", sorted(registry.targets()))
def test_its_own_example(name: str) -> None:
    rules = registry.rules(name)
    target = registry.target(name)
    if rules.target != name:
        pytest.skip("checked by the rules of another")
    data = rules.example.encode()
    document = JsonDocument(data) if name == "json-feed" else Document(data)
    assert recognised(document) == (name if target.signs or target.generic or name == "json-feed" else "rss")


def test_shared_cases(shared: Path) -> None:
    cases = shared / "cases" / "dialects"
    right = wrong = 0
    for line in (cases / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["format"] in {"json-feed", "vk", "ok", "flipboard"}:  # these three are plain RSS to look at
            continue
        taken = recognised(Document((cases / "cases" / row["path"]).read_bytes()))
        right, wrong = (right + 1, wrong) if taken == row["format"] else (right, wrong + 1)
    assert wrong * 20 < right


def test_the_check_of_a_document_is_that_of_its_target() -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 11, 23, tzinfo=UTC)
    data = rss("xmlns:rambler='http://news.rambler.ru'", "<rambler:fulltext/>").encode()
    assert check(data, now=now) == check(data, "rambler", now=now)


def test_the_librarys_call() -> None:
    import feeds
    from feeds.errors import UsageError

    found = feeds.check(b"<rss version='2.0'><channel/></rss>")
    assert {f.code for f in found} >= {"RSS004"}
    assert all(f.hint and f.spec for f in found)
    with pytest.raises(UsageError):
        feeds.check(b"", "rsss")
