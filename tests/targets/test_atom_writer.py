"""Atom as it is written, held against the RELAX NG grammar of RFC 4287 where it is at hand."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from stories import ARTICLES, RETRACTION, UPDATED, bare, document, hostile, rich, setting

from feeds.article import Article

A = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}"
THR = "{http://purl.org/syndication/thread/1.0}"


@pytest.fixture(scope="module")
def entry() -> ET.Element:
    found = ET.fromstring(document("atom", rich())).find(f"{A}entry")
    assert found is not None
    return found


def test_the_grammar_of_the_rfc_is_kept(atom_grammar: etree.RelaxNG) -> None:
    written = document("atom", rich(), bare(), hostile(language="ru"), retractions=(RETRACTION,))
    atom_grammar.assertValid(etree.fromstring(written))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=ARTICLES)
def test_the_grammar_is_kept_for_any_story(atom_grammar: etree.RelaxNG, story: Article) -> None:
    atom_grammar.assertValid(etree.fromstring(document("atom", story)))


def test_dates_are_in_utc(entry: ET.Element) -> None:
    assert entry.findtext(f"{A}published") == "2026-11-23T07:00:00Z"
    assert entry.findtext(f"{A}updated") == "2026-11-23T07:20:00Z"


def test_a_change_before_publication_counts_for_nothing() -> None:
    root = ET.fromstring(document("atom", rich(published=UPDATED, updated=rich().published)))
    assert root.findtext(f"{A}entry/{A}updated") == "2026-11-23T07:20:00Z"


def test_titles_are_plain_text(entry: ET.Element) -> None:
    title = entry.find(f"{A}title")
    assert title is not None
    assert title.get("type", "text") == "text"
    assert title.text == rich().title


def test_links(entry: ET.Element) -> None:
    assert [dict(link.attrib) for link in entry.findall(f"{A}link")] == [
        {"href": "https://listok.example/2026/11/most", "rel": "alternate", "type": "text/html"},
        {
            "href": "https://listok.example/bridge.jpg",
            "rel": "enclosure",
            "type": "image/jpeg",
            "length": "184320",
        },
        {
            "href": "https://listok.example/bridge.mp4",
            "rel": "enclosure",
            "type": "video/mp4",
            "length": "9000000",
        },
        {
            "href": "https://listok.example/2025/most",
            "rel": "related",
            "type": "text/html",
            "title": "Мост осмотрели",
        },
        {
            "href": "https://listok.example/2026/11/most#comments",
            "rel": "replies",
            "type": "text/html",
            f"{THR}count": "12",
        },
    ]
    assert entry.findtext(f"{THR}total") == "12"


def test_the_content_is_escaped_html(entry: ET.Element) -> None:
    content = entry.find(f"{A}content")
    assert content is not None
    assert content.get("type") == "html"
    assert (content.text or "").startswith("<figure><img")
    assert len(content) == 0


def test_authors_have_pages_and_no_addresses(entry: ET.Element) -> None:
    assert [a.findtext(f"{A}name") for a in entry.findall(f"{A}author")] == ["Вера Лугова", "Пётр Ёлкин"]
    assert entry.findtext(f"{A}author/{A}uri") == "https://listok.example/a/lugova"
    assert entry.find(f"{A}author/{A}email") is None


def test_the_outlet_is_the_author_of_a_story_without_one() -> None:
    root = ET.fromstring(document("atom", bare()))
    assert root.findtext(f"{A}entry/{A}author/{A}name") == "Заречный листок"
    assert root.findtext(f"{A}author/{A}email") == "news@listok.example"


def test_categories_have_labels(entry: ET.Element) -> None:
    found = [(c.get("term"), c.get("label")) for c in entry.findall(f"{A}category")]
    assert found == [("Город", "Город"), ("мосты", "мосты"), ("ремонт", "ремонт")]


def test_the_lead_is_told_from_a_summary_made_from_the_text(entry: ET.Element) -> None:
    abstract = "{http://purl.org/dc/terms/}abstract"
    assert entry.findtext(abstract) == "Ремонт продлится три недели."
    other = ET.fromstring(document("atom", rich(lead=None))).find(f"{A}entry")
    assert other is not None
    assert other.find(abstract) is None
    assert other.findtext(f"{A}summary")


def test_summary_and_rights(entry: ET.Element) -> None:
    assert entry.findtext(f"{A}summary") == "Ремонт продлится три недели."
    assert entry.findtext(f"{A}rights") == "Листок, 2026"


def test_the_feed_keeps_its_id_and_shows_its_marks() -> None:
    root = ET.fromstring(document("atom", rich()))
    assert root.findtext(f"{A}id") == "https://feeds.listok.example/feed"
    assert root.findtext(f"{A}icon") == "https://listok.example/square.png"
    assert root.findtext(f"{A}logo") == "https://listok.example/logo.png"
    assert root.findtext(f"{A}rights") == "© Заречный листок"
    assert root.findtext(f"{A}updated") == "2026-11-23T07:20:00Z"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"


def test_a_retraction_leaves_a_tombstone_before_the_entries() -> None:
    root = ET.fromstring(document("atom", rich(), retractions=(RETRACTION,)))
    stone = root.find(f"{TOMBSTONE}deleted-entry")
    assert stone is not None
    assert stone.attrib == {"ref": "tag:listok.example,2026:7", "when": "2026-11-23T09:00:00Z"}
    assert stone.findtext(f"{TOMBSTONE}comment") == "Ошибка"
    tags = [child.tag for child in root]
    assert tags.index(stone.tag) < tags.index(f"{A}entry")


def test_a_tombstone_names_the_id_that_the_entry_had() -> None:
    written = ET.fromstring(document("atom", rich(id="7"), retractions=(RETRACTION,)))
    stone = written.find(f"{TOMBSTONE}deleted-entry")
    assert stone is not None
    assert stone.get("ref") == written.findtext(f"{A}entry/{A}id")


def test_a_retraction_is_a_change_of_the_feed() -> None:
    root = ET.fromstring(document("atom", rich(), retractions=(RETRACTION,)))
    assert root.findtext(f"{A}updated") == "2026-11-23T09:00:00Z"


def test_a_feed_that_never_held_anything_has_a_date_all_the_same() -> None:
    assert ET.fromstring(document("atom", updated=None)).findtext(f"{A}updated") == "2000-01-01T00:00:00Z"


def test_a_feed_of_leads_has_no_content() -> None:
    written = document("atom", rich(), chosen=setting("atom", full_text=False))
    assert ET.fromstring(written).find(f"{A}entry/{A}content") is None
    assert feedparser.parse(written).entries[0].summary == "Ремонт продлится три недели."
