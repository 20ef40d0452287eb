"""Each known fault of feedgen 1.0.0 is closed: every test here fails with feedgen's own classes."""

from __future__ import annotations

import locale
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from feeds.syndication.entry import Entry
from feeds.syndication.extension import Extension
from feeds.syndication.generator import Generator
from feeds.syndication.node import Node

MOSCOW = timezone(timedelta(hours=3))
MOMENT = datetime(2026, 3, 1, 10, 5, 7, tzinfo=MOSCOW)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


class Dialect(Extension):
    prefixes = ("dc", "media")


def generator() -> Generator:
    made = Generator(Dialect)
    made.id("https://vestnik.example/feed")
    made.title("Вестник")
    made.description("Новости")
    made.link(href="https://vestnik.example/")
    return made


def entry(**changes: Any) -> Entry:
    made = Entry(Dialect)
    made.id("urn:story:1")
    made.title("Фонари")
    made.link(href="https://vestnik.example/1", type="text/html")
    made.published(MOMENT)
    made.updated(MOMENT)
    return made


def rss(*entries: Entry, **options: Any) -> ET.Element:
    feed = generator()
    for one in entries:
        feed.add_entry(one)
    return ET.fromstring(feed.rss_str(**options))


def atom(*entries: Entry, **options: Any) -> ET.Element:
    feed = generator()
    feed.updated(MOMENT)
    for one in entries:
        feed.add_entry(one)
    return ET.fromstring(feed.atom_str(**options))


def item(made: Entry) -> ET.Element:
    found = rss(made).find("channel/item")
    assert found is not None
    return found


def test_links_of_an_atom_entry_keep_their_attributes() -> None:
    made = entry()
    given = {
        "href": "https://vestnik.example/1.mp4",
        "rel": "enclosure",
        "type": "video/mp4",
        "hreflang": "ru",
        "title": "Видео",
        "length": "42",
    }
    made.link(**given)
    links = atom(made).findall(f"{ATOM}entry/{ATOM}link")
    assert [link.attrib for link in links] == [
        {"href": "https://vestnik.example/1", "rel": "alternate", "type": "text/html"},
        given,
    ]


def test_links_of_an_entry_may_have_any_relation() -> None:
    made = entry()
    made.link(href="https://vestnik.example/1#comments", rel="replies")
    assert [link.get("rel") for link in atom(made).findall(f"{ATOM}entry/{ATOM}link")] == [
        "alternate",
        "replies",
    ]


def test_links_of_a_feed_keep_their_attributes() -> None:
    feed = generator()
    feed.updated(MOMENT)
    feed.link(href="https://vestnik.example/atom.xml", rel="self", type="application/atom+xml", title="Мы")
    links = ET.fromstring(feed.atom_str()).findall(f"{ATOM}link")
    assert links[1].attrib == {
        "href": "https://vestnik.example/atom.xml",
        "rel": "self",
        "type": "application/atom+xml",
        "title": "Мы",
    }


def test_the_link_of_a_feed_is_its_page_whatever_link_came_last() -> None:
    feed = generator()
    feed.link(href="https://vestnik.example/rss.xml", rel="self")
    feed.link(href="https://hub.example/", rel="hub")
    assert ET.fromstring(feed.rss_str()).findtext("channel/link") == "https://vestnik.example/"


def test_a_feed_without_a_date_names_none() -> None:
    assert rss().find("channel/lastBuildDate") is None
    with pytest.raises(ValueError, match="updated"):
        generator().atom_str()


def test_an_entry_without_a_date_names_none() -> None:
    made = Entry()
    made.title("Фонари")
    made.link(href="https://vestnik.example/1")
    assert item(made).find("pubDate") is None
    made.id("urn:story:1")
    with pytest.raises(ValueError, match="Required"):
        made.atom_entry()


def test_dates_of_rss_keep_their_offset_and_those_of_atom_are_in_utc() -> None:
    feed = generator()
    feed.updated(MOMENT)
    feed.add_entry(entry())
    root = ET.fromstring(feed.rss_str())
    assert root.findtext("channel/lastBuildDate") == "Sun, 01 Mar 2026 10:05:07 +0300"
    assert root.findtext("channel/item/pubDate") == "Sun, 01 Mar 2026 10:05:07 +0300"
    found = ET.fromstring(feed.atom_str())
    said = [found.findtext(f"{ATOM}{path}") for path in ("updated", f"entry/{ATOM}updated")]
    assert [*said, found.findtext(f"{ATOM}entry/{ATOM}published")] == ["2026-03-01T07:05:07Z"] * 3


def test_the_locale_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> str:
        msg = "the locale was touched"
        raise AssertionError(msg)

    monkeypatch.setattr(locale, "setlocale", refuse)
    feed = generator()
    feed.updated(MOMENT)
    feed.add_entry(entry())
    assert b"Sun, 01 Mar 2026" in feed.rss_str()


def test_every_enclosure_is_written() -> None:
    made = entry()
    made.enclosure("https://vestnik.example/1.jpg", media_type="image/jpeg", length=10)
    made.enclosure("https://vestnik.example/2.jpg", media_type="image/jpeg", length=20)
    assert [e.attrib for e in item(made).findall("enclosure")] == [
        {"url": "https://vestnik.example/1.jpg", "length": "10", "type": "image/jpeg"},
        {"url": "https://vestnik.example/2.jpg", "length": "20", "type": "image/jpeg"},
    ]


def test_an_enclosure_of_unknown_length_says_zero_in_rss_and_nothing_in_atom() -> None:
    made = entry()
    made.enclosure("https://vestnik.example/1.jpg", media_type="image/jpeg", length=None)
    enclosure = item(made).find("enclosure")
    assert enclosure is not None
    assert enclosure.get("length") == "0"
    assert atom(made).findall(f"{ATOM}entry/{ATOM}link")[1].get("length") is None


def test_content_is_html_in_atom_and_a_section_in_rss() -> None:
    made = entry()
    made.description("коротко")
    made.content("<p>Текст</p>")
    content = atom(made).find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert (content.get("type"), content.text) == ("html", "<p>Текст</p>")
    feed = generator()
    feed.add_entry(made)
    assert "<content:encoded><![CDATA[<p>Текст</p>]]></content:encoded>" in feed.rss_str().decode()


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_an_illegal_character_never_stops_a_feed(bad: str) -> None:
    made = Entry(Dialect)
    made.id(f"urn:story:{bad}1")
    made.title(f"Фона{bad}ри")
    made.link(href=f"https://vestnik.example/{bad}1", title=f"Страни{bad}ца")
    made.author(name=f"Ан{bad}на")
    made.category(term=f"го{bad}род")
    made.description(f"корот{bad}ко")
    made.content(f"<p>Тек{bad}ст</p>")
    made.add(Node("media:text", f"под{bad}пись", {"type": f"pla{bad}in"}))
    made.updated(MOMENT)
    found = item(made)
    assert found.findtext("title") == "Фонари"
    assert found.findtext(CONTENT) == "<p>Текст</p>"
    assert found.findtext("description") == "коротко"
    assert found.findtext("category") == "город"
    assert found.findtext(CREATOR) == "Анна"
    assert atom(made).findtext(f"{ATOM}entry/{ATOM}content") == "<p>Текст</p>"


def test_the_end_of_a_section_inside_content_is_escaped() -> None:
    made = entry()
    made.description("коротко")
    made.content("<p>a]]>b</p>")
    assert item(made).findtext(CONTENT) == "<p>a]]&gt;b</p>"


def test_an_author_without_an_address_is_named() -> None:
    made = entry()
    made.author([{"name": "Анна Примерова"}, {"name": "Пётр", "email": "p@vestnik.example"}])
    found = item(made)
    assert [creator.text for creator in found.findall(CREATOR)] == ["Анна Примерова", "Пётр"]
    assert found.find("author") is None


@pytest.mark.parametrize("content_first", [True, False])
def test_a_description_leaves_the_content_alone(content_first: bool) -> None:
    made = entry()
    if content_first:
        made.content("<p>Текст</p>")
    made.description("коротко")
    if not content_first:
        made.content("<p>Текст</p>")
    found = atom(made)
    assert found.findtext(f"{ATOM}entry/{ATOM}content") == "<p>Текст</p>"
    assert found.findtext(f"{ATOM}entry/{ATOM}summary") == "коротко"


def test_what_a_setter_is_given_is_not_changed() -> None:
    made, feed = entry(), generator()
    links = [{"href": "https://vestnik.example/2"}]
    authors = [{"name": "Анна"}]
    categories = [{"term": "город"}]
    made.link(links)
    made.author(authors)
    made.category(categories)
    made.contributor(authors)
    feed.link(links)
    feed.author(authors)
    made.link()[0]["href"] = "changed"
    assert links == [{"href": "https://vestnik.example/2"}]
    assert authors == [{"name": "Анна"}]
    assert categories == [{"term": "город"}]


def test_a_feed_without_extensions_has_none_in_its_entries() -> None:
    made = entry()
    made.author(name="Анна")
    made.add(Node("media:credit", "Пресс-служба"))
    assert rss(made).find("channel/item/{http://search.yahoo.com/mrss/}credit") is not None
    assert [child.tag for child in rss(made, extensions=False).findall("channel/item/*")] == [
        "title",
        "link",
        "guid",
        "pubDate",
    ]
    assert b"media" not in ET.tostring(atom(made, extensions=False))


def test_feedgens_own_extensions_can_be_imported_after_ours() -> None:
    program = "import feeds.syndication, feedgen.ext.dc; print('imported')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "imported\n", done.stderr


def test_feedgens_own_extensions_work_in_our_entries() -> None:
    feed = generator()
    feed.load_extension("podcast")
    made = entry()
    feed.add_entry(made)
    made.podcast.itunes_duration(63)
    assert b"<itunes:duration>63</itunes:duration>" in feed.rss_str()


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="timezone"):
        entry().published(datetime(2026, 3, 1))


def test_the_generator_names_itself_without_a_version() -> None:
    feed = generator()
    feed.updated(datetime(2026, 3, 1, tzinfo=UTC))
    element = ET.fromstring(feed.atom_str()).find(f"{ATOM}generator")
    assert element is not None
    assert (element.text, element.attrib) == ("feeds", {})
