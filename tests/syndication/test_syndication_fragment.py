"""Documents joined from fragments are the documents that the generator itself writes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.syndication import fragment
from feeds.syndication.entry import Entry
from feeds.syndication.extension import Extension
from feeds.syndication.generator import Generator
from feeds.syndication.node import Node


class Plain(Extension):
    pass


class Rich(Extension):
    prefixes = ("dc", "media", "georss", "yandex", "thr")


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=ZONES)
TEXT = st.text(min_size=1, max_size=12)
VISIBLE = TEXT.map(lambda text: "x" + text)
ATTRIBUTES = st.dictionaries(st.sampled_from(["url", "type", "width"]), TEXT, max_size=3)
NAMES = st.sampled_from(["media:credit", "media:text", "dc:source"])
LEAVES = st.tuples(NAMES, TEXT, ATTRIBUTES).map(lambda facts: Node(*facts))
NODES = st.builds(
    lambda name, children, text, cdata: Node(
        name, None if children else text, {}, tuple(children), cdata=cdata
    ),
    st.sampled_from(["media:group", "yandex:related", "category"]),
    st.lists(LEAVES, max_size=3),
    TEXT,
    st.booleans(),
)


@st.composite
def entries(draw: st.DrawFn, extension: type[Extension]) -> Entry:
    made = Entry(extension)
    made.id(draw(VISIBLE))
    made.title(draw(VISIBLE))
    made.link(href="https://vestnik.example/" + draw(TEXT), hreflang="ru")
    made.published(draw(MOMENTS))
    made.updated(draw(MOMENTS))
    if draw(st.booleans()):
        made.description(draw(VISIBLE))
    if draw(st.booleans()):
        made.description("x")
        made.content(draw(VISIBLE))
    for size in draw(st.lists(st.none() | st.integers(0, 10**9), max_size=3)):
        made.enclosure("https://vestnik.example/a.jpg", media_type="image/jpeg", length=size)
    for term in draw(st.lists(VISIBLE, max_size=3)):
        made.category(term=term)
    if extension is Rich:
        for name in draw(st.lists(VISIBLE, max_size=2)):
            made.author(name=name)
        made.add(*draw(st.lists(NODES | LEAVES, max_size=4)))
    return made


def generator(extension: type[Extension]) -> Generator:
    made = Generator(extension)
    made.id("https://vestnik.example/feed")
    made.title("Вестник & Ко")
    made.description("Новости")
    made.link(href="https://vestnik.example/")
    made.link(href="https://feeds.vestnik.example/feed.xml", rel="self", type="application/rss+xml")
    made.updated(datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=3))))
    made.add(Node("category", "фид"))
    return made


@pytest.mark.parametrize("extension", [Plain, Rich])
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_joined_fragments_are_the_generators_own_document(
    extension: type[Extension], data: st.DataObject
) -> None:
    stories = data.draw(st.lists(entries(extension), max_size=5))
    whole = generator(extension)
    for story in stories:
        whole.add_entry(story)
    head, tail = fragment.rss_frame(generator(extension))
    joined = head + b"".join(fragment.rss_item(story) for story in stories) + tail
    assert joined == whole.rss_str(pretty=True)
    head, tail = fragment.atom_frame(generator(extension))
    joined = head + b"".join(fragment.atom_item(story) for story in stories) + tail
    assert joined == whole.atom_str(pretty=True)
    assert len(ET.fromstring(joined)) == 8 + len(stories)


def test_a_fragment_declares_no_namespaces_of_its_own() -> None:
    made = Entry(Rich)
    made.title("Фонари")
    made.add(Node("media:credit", "Анна"), Node("yandex:genre", "message"))
    assert b"xmlns" not in fragment.rss_item(made)


def test_a_document_reads_well() -> None:
    made = Entry(Rich)
    made.title("Фонари")
    made.add(Node("media:group", children=(Node("media:credit", "Анна"),)))
    assert fragment.rss_item(made).decode() == (
        "    <item>\n"
        "      <title>Фонари</title>\n"
        "      <media:group>\n"
        "        <media:credit>Анна</media:credit>\n"
        "      </media:group>\n"
        "    </item>\n"
    )


def test_a_frame_is_cut_from_a_generator_without_entries_only() -> None:
    feed = generator(Plain)
    feed.title("Вестник")
    head, tail = fragment.rss_frame(feed)
    assert (head + tail) == feed.rss_str(pretty=True)
    assert tail.strip() == b"</channel>\n</rss>"
