"""What holds of every writer, whatever the story."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import ARTICLES, bare, channel, document, hostile, rich, setting

from feeds.article import Article
from feeds.syndication.forms import legal, uri
from feeds.targets import registry

WRITTEN = sorted(name for name, target in registry.targets().items() if target.writer)
SITEMAPS = ("google-news", "sitemap")
XML = [name for name in WRITTEN if name != "json-feed"]
SYNDICATED = [name for name in XML if name not in SITEMAPS]


def folded(text: str) -> str:
    """Text as a reader that folds white space has it."""
    return " ".join(text.split())


def told(root: ET.Element) -> tuple[str, str]:
    """Headline and address of the only story of a feed."""
    atom = "{http://www.w3.org/2005/Atom}"
    if root.tag == "rss":
        return root.findtext("channel/item/title") or "", root.findtext("channel/item/link") or ""
    link = root.find(f"{atom}entry/{atom}link")
    assert link is not None
    return root.findtext(f"{atom}entry/{atom}title") or "", link.get("href") or ""


def attributes(root: ET.Element) -> set[str]:
    names = ("href", "src", "url", "uri", "img")
    return {value for element in root.iter() for name, value in element.attrib.items() if name in names}


def test_every_target_but_the_closed_one_is_written() -> None:
    assert set(registry.targets()) - set(WRITTEN) == {"turbo"}


@pytest.mark.parametrize("target", WRITTEN)
def test_the_same_story_gives_the_same_bytes(target: str) -> None:
    stories = [rich(), bare(), hostile()]
    assert document(target, *stories) == document(target, *stories)


@pytest.mark.parametrize("target", XML)
@pytest.mark.parametrize("stories", [(), (bare(),), (rich(), bare(), hostile())], ids=len)
def test_documents_are_well_formed(target: str, stories: tuple[Article, ...]) -> None:
    root = ET.fromstring(document(target, *stories))
    local = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert sum(
        local.count(name) for name in ("item", "entry", "url") if name != "url" or target in SITEMAPS
    ) == len(stories)


@pytest.mark.parametrize("stories", [(), (bare(),), (rich(), bare(), hostile())], ids=len)
def test_a_json_feed_is_json(stories: tuple[Article, ...]) -> None:
    assert len(json.loads(document("json-feed", *stories))["items"]) == len(stories)


@pytest.mark.parametrize("target", XML)
def test_a_fragment_declares_no_namespaces(target: str) -> None:
    item = registry.writer(target).item(rich(), setting(target))
    assert b"xmlns" not in item
    assert item.endswith(b">\n")
    assert item.startswith(b"  ")


@pytest.mark.parametrize("target", XML)
def test_addresses_are_absolute(target: str) -> None:
    found = attributes(ET.fromstring(document(target, rich(), bare())))
    assert [a for a in found if not re.match(r"https?://[^/]+", a)] == []


@pytest.mark.parametrize("target", WRITTEN)
@settings(max_examples=25, deadline=None)
@given(story=ARTICLES)
def test_any_story_gives_a_document_that_is_read_back(target: str, story: Article) -> None:
    written = document(target, story)
    if target == "json-feed":
        item = json.loads(written)["items"][0]
        assert (item["url"], item["title"]) == (uri(story.url), legal(story.title))
        return
    root = ET.fromstring(written)
    if target in SITEMAPS:
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        assert root.findtext(f"{space}url/{space}loc") == uri(story.url)
        return
    parsed = feedparser.parse(written)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert len(parsed.entries) == 1
    title, link = told(root)
    assert link == uri(story.url)
    assert folded(title) == folded(legal(story.title))


@pytest.mark.parametrize("target", SYNDICATED)
def test_a_reader_sees_headline_address_date_and_lead(target: str) -> None:
    (entry,) = feedparser.parse(document(target, rich())).entries
    assert entry.title == "Мост через Заречку закрыли до «первых морозов» & ветра"
    if target != "yandex-news":  # feedparser takes the links of yandex:related for the story's own
        assert entry.link == "https://listok.example/2026/11/most"
    assert tuple(entry.published_parsed)[:6] == (2026, 11, 23, 7, 0, 0)
    assert entry.summary == "Ремонт продлится три недели."
    assert entry.id == "tag:listok.example,2026:20117"


@pytest.mark.parametrize("target", SYNDICATED)
def test_a_feed_names_itself_and_its_hubs(target: str) -> None:
    feed = feedparser.parse(document(target)).feed
    links = {(link.rel, link.href) for link in feed.links}
    assert ("self", "https://feeds.listok.example/feed") in links
    assert ("hub", "https://hub.example/") in links
    assert (feed.title, feed.link, feed.language) == ("Заречный листок", "https://listok.example/", "ru")


@pytest.mark.parametrize("target", [name for name in SYNDICATED if name != "atom"])
def test_a_feed_without_stories_has_no_date(target: str) -> None:
    root = ET.fromstring(document(target, updated=None))
    assert root.find("channel/lastBuildDate") is None
    assert root.find("channel/pubDate") is None


@pytest.mark.parametrize("target", WRITTEN)
def test_refusals_are_said_in_words(target: str) -> None:
    writer = registry.writer(target)
    refusals = [writer.refuse(story, setting(target)) for story in (rich(), bare(), hostile())]
    for refusal in filter(None, refusals):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", refusal.code)
        assert len(refusal.reason.split()) > 4
    assert writer.refuse(rich(body=rich().body * 2), setting(target)) is None


@pytest.mark.parametrize("target", WRITTEN)
def test_an_item_depends_on_the_setting_alone(target: str) -> None:
    writer = registry.writer(target)
    chosen = setting(target)
    frames = [channel(target, chosen), channel(target, chosen, title="Другой", language="en", hubs=())]
    items = [writer.item(rich(), frame.setting) for frame in frames]
    assert items[0] == items[1]


OPTIONS: dict[str, list[dict[str, Any]]] = {
    "rss": [{"full_text": False}, {"ttl": 15}],
    "atom": [{"full_text": False}],
    "json-feed": [{"full_text": False}],
    "yandex-news": [{"genre": "message"}],
    "dzen": [{"format": "post", "index": False, "comments": "none", "draft": True}],
    "dzen-news": [{"content_type": "news_only"}],
    "google-news": [{"images": False}],
    "sitemap": [{"images": False, "videos": False, "translations": False}],
    "vk": [{"full_text": False}],
    "smartnews": [
        {"logo": "https://listok.example/l.png", "logo_dark": "https://listok.example/d.png", "ttl": 5}
    ],
}


@pytest.mark.parametrize("target", WRITTEN)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_options_change_what_is_written(target: str, data: st.DataObject) -> None:
    if target not in OPTIONS:
        assert registry.target(target).options.__struct_fields__ == ()
        return
    options = data.draw(st.sampled_from(OPTIONS[target]))
    story = rich(genre=None)
    assert document(target, story, chosen=setting(target, **options)) != document(target, story)
