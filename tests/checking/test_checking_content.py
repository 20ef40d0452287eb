"""HTML inside of an element is cut at its markup, and each tag is known for what it is."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from feeds.checking.content import Content
from feeds.checking.demands.fulltext import within
from feeds.checking.tags import Tag, tag

PIECES = [
    "<p>", "</p>", "<br/>", "<b class='x y'>", "</B>", "<a href=\"/x?a=1&amp;b=2\">", "</a>", "<img src=x.jpg alt='>'>",
    "<!-- <p> -->", "<!doctype html>", "<?php echo '>' ?>", "<", ">", "<3", "a < b", "&lt;p&gt;", "&nbsp;", "мост",
    " ", "\n", "'", '"', "<p", "</", "<li>", "</ul>", "<ul>", "<figure\n  id=f>", "</figure>", "--", "=",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(TEXTS)
def test_the_parts_are_the_text(source: str) -> None:
    content = Content(source)
    assert "".join(content.parts) == source
    for number, known in enumerate(content.tags):
        assert source.startswith(known.raw, content.offset(number))
    for key in ("p", "/p", "b", "/b", "img"):
        assert content.numbers(key) == [n for n, known in enumerate(content.tags) if known.key == key]
    assert set(content.distinct) == set(content.tags)
    assert all(mark.end == mark.offset + len(mark.tag.raw) for mark in content.starts("p", "a", "img"))


class Reader(HTMLParser):
    """Another reader of the same tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for key, value in attrs:
            attributes.setdefault(key, value or "")
        self.found.append((name, attributes))

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(name, attrs)


NAMES = st.sampled_from(["href", "src", "data-block", "CLASS", "alt"])
VALUES = st.text(st.sampled_from("aя 1/:?=.&;<>"), max_size=6)
QUOTED = st.tuples(NAMES, st.sampled_from(['"', "'"]), VALUES).map(lambda t: f"{t[0]}={t[1]}{t[2]}{t[1]}")
BARE = st.tuples(NAMES, st.text(st.sampled_from("a1:.-"), min_size=1, max_size=4)).map("=".join)


@given(
    st.sampled_from(["p", "IMG", "h2", "video"]),
    st.lists(QUOTED | BARE | NAMES, max_size=4),
    st.sampled_from(["", " ", " /"]),
)
def test_attributes_are_those_that_another_reader_finds(name: str, attributes: list[str], end: str) -> None:
    raw = f"<{' '.join([name, *attributes])}{end}>"
    reader = Reader()
    reader.feed(raw)
    assert (Tag(raw).name, Tag(raw).attributes) == reader.found[0]


@pytest.mark.parametrize(
    ("raw", "name", "closing", "opens"),
    [
        ("<p>", "p", False, True),
        ("<P\n>", "p", False, True),
        ("</P >", "p", True, False),
        ("<br>", "br", False, False),
        ("<p/>", "p", False, False),
        ("<!-- x -->", "", False, False),
        ("<p", "", False, False),
        ("<o:p>", "o:p", False, True),
    ],
)
def test_tags(raw, name, closing, opens) -> None:
    known = tag(raw)
    assert (known.name, known.closing, known.opens) == (name, closing, opens)


def test_long_tags_are_known_too() -> None:
    raw = f'<a href="https://zarya.example/{"x" * 500}">'
    assert tag(raw).attributes["href"].endswith("xxx")
    assert tag(raw) is not tag(raw)
    assert tag("<b>") is tag("<b>")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("", ""),
        ("a < b &amp; c", "a < b & c"),
        ("<p>Мо<b>ст</b></p><p>через\nЛаду</p>", "Мост через Ладу"),
        ("один<br>два<br />три", "один два три"),
        ("<!-- <p>нет</p> -->да<!", "да"),
        ("&nbsp;&#160; &laquo;да&raquo;", "«да»"),
        ("3 <b", "3 <b"),
        ("<p title='a > b'>да", "да"),
        ("<?xml version='1.0'?>да", "да"),
    ],
)
def test_what_a_page_shows(source, shown) -> None:
    assert Content(source).shown == shown


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "да", "нет", "&amp;"]),
        max_size=15,
    ).map("".join)
)
def test_a_page_shows_what_another_parser_reads(source: str) -> None:
    read = "".join(lxml_html.fromstring(f"<div>{source}</div>").itertext())
    assert Content(source).shown.replace(" ", "") == read


def test_nesting() -> None:
    content = Content("<b>1</b><ul><li><b>2</b><li>3<ul><li><i>4</i></ul><b>5</b></ul><b>6</b>")
    inside = within(content, "li", frozenset({"b", "i"}))
    assert [mark.name for mark in inside] == ["b", "i", "b"]
    assert len(within(content, "li", frozenset({"b"}), inverted=True)) == 2
    assert within(content, "figure", frozenset({"b"})) == []
