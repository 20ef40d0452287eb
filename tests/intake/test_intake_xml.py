"""XML from outside: mended where that is safe, never expanded, always bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.draft import Rejection
from feeds.intake.xml import Broken, Tree, read
from feeds.intake.xml.names import name_of, prefix_of
from feeds.intake.xml.node import Node, inner


def tree(source: str | bytes) -> Node:
    found = read(source.encode() if isinstance(source, str) else source)
    assert isinstance(found, Tree), found
    return Node(found.root)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a>x&nbsp;y &mdash; z</a>", "x\u00a0y — z"),
        ("<a>Рога & копыта</a>", "Рога & копыта"),
        ("<a>AT&T;</a>", "AT&T;"),
        ("<a>1 < 2</a>", "1 < 2"),
        ("<a>Сорок слов о погоде\x01, и ещё&#2; два&#xFFFF;</a>", "Сорок слов о погоде, и ещё два"),
        ("<a>&amp;nbsp;</a>", "&nbsp;"),
        ("<a><![CDATA[&nbsp; & <b>]]> &copy;</a>", "&nbsp; & <b> ©"),
        ("<a>\x93да\x94 &#151; нет</a>", "“да” — нет"),
        ('\ufeff \n<?xml version="1.0"?>\n<a>x</a>', "x"),
        ("Warning: something in line 3\n<a>x</a>", "x"),
        ('<?xml version="1.0" encoding="koi8-r"?><a>Юг</a>', "Юг"),
        ('<!DOCTYPE a SYSTEM "http://x.example/a.dtd" [<!ENTITY b "c>]">]><a>x</a>', "x"),
    ],
)
def test_faults_that_can_be_understood_are_put_right(source: str, text: str) -> None:
    assert tree(source).text == text


def test_prefixes_that_nobody_declared_mean_what_they_usually_mean() -> None:
    root = tree('<rss><dc:creator>Анна</dc:creator><x:y z:w="1"/></rss>')
    assert [name_of(child) for child in root.element] == ["dc:creator", "other-x:y"]


@pytest.mark.parametrize(
    ("uri", "prefix"),
    [
        ("http://search.yahoo.com/mrss", "media"),
        ("https://search.yahoo.com/mrss/", "media"),
        ("news.yandex.ru", "yandex"),
        ("http://news.rambler.ru/", "rambler"),
        ("http://wordpress.org/export/1.2/", "wp"),
        ("http://wordpress.org/export/1.2/excerpt/", "excerpt"),
        ("http://purl.org/atom/ns#", "atom"),
        ("http://purl.org/rss/1.0/", ""),
        ("http://nobody.example/", None),
    ],
)
def test_namespaces_are_known_however_they_are_written(uri: str, prefix: str | None) -> None:
    assert prefix_of(uri) == prefix


def test_lines_are_those_of_the_file() -> None:
    source = '<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY x "y">\n]>\n<a>\n<b>&x;</b></a>'
    assert tree(source).one("b").line == 6  # type: ignore[union-attr]


def test_no_entity_is_ever_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    root = tree(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>')
    assert root.text == "&l9;"


def test_no_file_is_ever_included() -> None:
    root = tree('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a b="&x;">&x;</a>')
    assert root.text == "&x;"


def test_what_is_broken_beyond_that_is_told_with_its_line() -> None:
    found = read(b"<a>\n<b>\n</a>")
    assert isinstance(found, Broken)
    assert found.line == 3
    assert found.rejection().code == "broken-xml"
    assert "mismatch" in found.rejection().reason


@pytest.mark.parametrize("data", [b"", b"  \n", b"hello", b"\x89PNG\r\n\x1a\n\0\0", b"{}"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    assert isinstance(read(data), Rejection)


@pytest.mark.parametrize(
    "source",
    ["<a>" * 100_000, "<a " * 100_000, "<![CDATA[" * 100_000, "<!--" * 100_000, "<!DOCTYPE a [" + "<!--" * 100_000,
     "<a>" + "x" * 11_000_000 + "</a>", "<a>" + "&" * 300_000 + "</a>", '<a b="' + "<" * 100_000 + '"/>',
     "<a>" + "&#0;" * 100_000 + "</a>", "<?" * 100_000],
    ids=["deep", "tags", "cdata", "comments", "doctype", "long", "ampersands", "attribute", "references", "pis"],
)  # fmt: skip
def test_hostile_documents_are_bounded(source: str) -> None:
    assert isinstance(read(source.encode()), Tree | Broken | Rejection)


@given(st.binary(max_size=200) | st.text("<>&;![]-?/ab=\"'#x0 \n", max_size=60).map(str.encode))
def test_reading_never_raises(data: bytes) -> None:
    assert isinstance(read(data), Tree | Broken | Rejection)


def test_the_markup_inside_is_html_again() -> None:
    source = '<a xmlns:h="http://www.w3.org/1999/xhtml">x &lt; <h:p class="q&amp;">y<h:br/>z</h:p><!-- no -->&amp;</a>'
    assert inner(tree(source)) == 'x &lt; <p class="q&amp;">y<br>z</p>&amp;'


def test_bases_are_read_against_each_other() -> None:
    source = '<a xml:base="http://x.example/a/"><b xml:base="b/"><c/></b></a>'
    [c] = tree(source).at("b/c")
    assert c.base() == "http://x.example/a/b/"
    assert c.base("http://other.example/") == "http://x.example/a/b/"
    assert tree("<a/>").base("http://other.example/") == "http://other.example/"
