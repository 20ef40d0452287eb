from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from rule_examples import (
    changed,
    check_table,
    codes,
    findings,
    hold_example,
    hold_respelt,
    hold_rule,
    said,
    with_examples,
)

from feeds.targets.atom.rules import RULES
from feeds.targets.atom.rules import base as lines
from feeds.targets.check import check

EACH = [pytest.param(rule, id=rule.code) for rule in with_examples(RULES)]


def test_example_is_valid() -> None:
    hold_example(RULES)


def test_table() -> None:
    check_table(RULES)


def test_example_may_be_spelt_otherwise() -> None:
    hold_respelt(RULES, RULES.example)


def test_every_rule_has_an_example() -> None:
    assert [rule.code for rule in RULES.own if rule.bad is None] == []


@pytest.mark.parametrize("rule", EACH)
class TestRules:
    def test_examples(self, rule) -> None:
        hold_rule(RULES, rule)

    def test_bad_example_is_bad_in_any_spelling(self, rule) -> None:
        if rule.on != "document" and rule.code != "ATOM020":
            hold_respelt(RULES, changed(RULES, rule.bad), now=rule.now)


def judged(find: str, put: str) -> list[str]:
    return said(RULES, find, put, now=lines.NOW, url=lines.URL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22T18:04:00Z", []),
        ("2026-11-22T18:04:00.25+03:00", []),
        ("2016-12-31T23:59:60Z", []),
        ("2026-11-22T18:04Z", ["error ATOM007"]),
        ("2026-11-22T18:04:00", ["error ATOM007"]),
        ("2026-11-22t18:04:00z", ["error ATOM007"]),
        ("2026-11-22 18:04:00Z", ["error ATOM007"]),
        ("2026-11-22T18:04:00+0300", ["error ATOM007"]),
        ("2026-02-30T18:04:00Z", ["error ATOM007"]),
        ("2026-11-22T24:04:00Z", ["error ATOM007"]),
        ("20261122T180400Z", ["error ATOM007"]),
        ("2026-11-22", ["error ATOM007"]),
        (" 2026-11-22T18:04:00Z\n", ["error ATOM007"]),
        ("", ["error ATOM007"]),
        ("2036-11-22T18:04:00Z", ["warning ATOM025"]),
        ("1989-11-22T18:04:00Z", ["warning ATOM025"]),
    ],
)
def test_dates(text, expected) -> None:
    found = judged(lines.ENTRY_UPDATED, f"<updated>{text}</updated>")
    assert [e for e in found if "ATOM024" not in e] == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (lines.FEED_ID, "<id/>", ["error ATOM008"]),
        (lines.FEED_ID, "<id> tag:harbour.example,2026:feed</id>", ["error ATOM008"]),
        (lines.FEED_ID, "<id>https://harbour.example</id>", ["warning ATOM009"]),
        (lines.FEED_ID, lines.FEED_ID * 2, ["error ATOM002"]),
        (lines.FEED_TITLE, "", ["error ATOM002"]),
        (lines.FEED_TITLE, "<title/>", ["warning ATOM089"]),
        (lines.FEED_TITLE, '<title type="">Post</title>', ["warning ATOM086"]),
        (lines.FEED_TITLE, '<title type="HTML">Post</title>', ["error ATOM015"]),
        (lines.FEED_TITLE, "<title><b>Post</b></title>", ["error ATOM017"]),
        (lines.FEED_TITLE, "<Title>Post</Title>", ["error ATOM002", "error ATOM023"]),
        (lines.SUBTITLE, lines.SUBTITLE * 2, ["error ATOM061"]),
        (lines.SUBTITLE, '<tagline xmlns="http://purl.org/atom/ns#">x</tagline>', ["info ATOM075"]),
        (lines.SUBTITLE, "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'/>",
         ["error ATOM023"]),
        (lines.FEED_AUTHOR, "<author/>", ["error ATOM014"]),
        (lines.FEED_AUTHOR, "<author><name>A</name><name>B</name></author>", ["error ATOM061"]),
        (lines.FEED_AUTHOR, "<author><name>A</name><url>/</url></author>", ["error ATOM023"]),
        (lines.FEED_AUTHOR, "<author><name>A</name><uri>a b</uri></author>", ["error ATOM064"]),
        (lines.FEED_AUTHOR, "<author><name>&lt;b&gt;A&lt;/b&gt;</name></author>", ["warning ATOM067"]),
        (lines.FEED_AUTHOR, "<author><name>A</name><x:y xmlns:x='urn:example:y'/></author>", ["info ATOM075"]),
        (lines.SELF, lines.SELF.replace('href="https://harbour.example', 'href="'), ["warning ATOM013"]),
        (lines.SELF, lines.SELF.replace('href="https://harbour.example', 'xml:base="https://harbour.example/" '
                                        'href="'), []),
        (lines.SELF, lines.SELF.replace("https://", "http://"), ["warning ATOM013"]),
        (lines.HOME, "<link/>", ["error ATOM014"]),
        (lines.HOME, lines.HOME.replace('hreflang="en"', 'hreflang="english"'), ["error ATOM022"]),
        (lines.HOME, lines.HOME.replace("rel=", 'length="12k" rel='), ["error ATOM022"]),
        (lines.HOME, lines.HOME.replace("rel=", 'title=" " rel='), ["warning ATOM081"]),
        (lines.HOME, lines.HOME.replace('"https://harbour.example/"', '"a b"'), ["error ATOM022"]),
        (lines.HOME, lines.HOME.replace("/>", "><x:y xmlns:x='urn:example:y'/></link>"), ["info ATOM075"]),
        (lines.HOME, lines.HOME.replace("alternate", ""), ["warning ATOM021"]),
        (lines.HOME, lines.HOME.replace("alternate", "http://www.iana.org/assignments/relation/via"), []),
        (lines.GENERATOR, "<generator/>", ["warning ATOM065"]),
        (lines.ICON, "<icon>\n/icon.png</icon>", ["error ATOM064"]),
        (lines.ICON, "<icon/>", ["error ATOM064"]),
        (lines.CATEGORY, "<category/>", ["error ATOM014"]),
        (lines.CATEGORY, lines.CATEGORY.replace("https://harbour.example/topics", "topics"), ["error ATOM064"]),
        (lines.CATEGORY, lines.CATEGORY.replace("Transport", "&lt;b&gt;Transport&lt;/b&gt;"),
         ["warning ATOM067"]),
        (lines.ENTRY_TITLE, "<title type='xhtml'>Ferry</title>", ["error ATOM016"]),
        (lines.ENTRY_LINK, lines.ENTRY_LINK.replace("alternate", "next"), ["warning FH006"]),
        (lines.ENTRY_LINK, lines.ENTRY_LINK.replace('rel="alternate"', "") * 2, ["error ATOM012"]),
        (lines.SUMMARY, "<summary type='text/html'>x</summary>", ["error ATOM015"]),
        (lines.CATEGORY, "<category term=''/>", ["warning ATOM065"]),
        (lines.SUMMARY, "<summary xml:base='https://harbour.example/' type='html'>&lt;a href='/x'>y&lt;/a></summary>",
         ["info ATOM070"]),
        (lines.SUMMARY, "<summary>x &amp;amp; y</summary>", ["warning ATOM067"]),
        (lines.SUMMARY, "<summary type='html'>&lt;a href='/x'&gt;</summary>", ["warning ATOM069", "warning ATOM070"]),
        (lines.CONTENT, lines.CONTENT * 2, ["error ATOM061"]),
        (lines.CONTENT, "<content type='text/plain'>&lt;b&gt;x&lt;/b&gt;</content>", ["warning ATOM067"]),
        (lines.CONTENT, "<content type='application/pdf'>%PDF</content>", ["error ATOM019"]),
        (lines.CONTENT, "<content type='message/rfc822'>x</content>", ["error ATOM019"]),
        (lines.CONTENT, "<content type='image/svg+xml'><svg xmlns='http://www.w3.org/2000/svg'/></content>", []),
        (lines.CONTENT, "<content type='html' src='/x.html'/>", ["error ATOM019"]),
        (lines.CONTENT, "<content src='/x.html'/>", ["warning ATOM086"]),
        (lines.CONTENT, "<content src='/x.html' type='text/html'> x </content>", ["error ATOM018"]),
        (lines.CONTENT, "<content type='text/html'>&lt;html&gt;&lt;/html&gt;</content>", ["warning ATOM068"]),
        (lines.SECOND_AUTHOR, "<contributor><name/></contributor>", ["warning ATOM065"]),
        (lines.SOURCE, f"{lines.SOURCE}{lines.SOURCE}", ["error ATOM061"]),
        (lines.SOURCE, "<source/>", ["warning ATOM071"] * 3),
        (lines.SOURCE, lines.SOURCE.replace("</source>", "<entry/></source>"), ["error ATOM023"]),
        (lines.SECOND_ID, "<id>harbour.example/2</id>", ["error ATOM008"]),
        (lines.SECOND_ID, lines.ENTRY_ID, ["warning ATOM010"]),
    ],
)  # fmt: skip
def test_values(find, put, expected) -> None:
    assert judged(find, put) == expected


DIV = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{}</div></content>'


@pytest.mark.parametrize(
    ("xhtml", "expected"),
    [
        ("<p>One</p>", []),
        ("<script>x()</script>", ["warning ATOM090"]),
        ("<P>One</P>", ["warning ATOM090"]),
        ("<foo>One</foo>", ["warning ATOM090"]),
        ("<p onclick='x()'>One</p>", ["warning ATOM090"]),
        ("<p style='position: fixed'>One</p>", ["warning ATOM090"]),
        ("<a href='/x'>One</a>", ["warning ATOM090"]),
        ("<a href='javascript:x()'>One</a>", ["warning ATOM090"]),
        ("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", ["warning ATOM090"]),
        ("<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>", []),
        ("<a:id xmlns:a='http://www.w3.org/2005/Atom'/>", ["error ATOM090", "warning ATOM072"]),
        ("<x:y xmlns:x='urn:example:y'/>", ["info ATOM075"]),
    ],
)
def test_xhtml(xhtml, expected) -> None:
    assert judged(lines.XHTML, DIV.format(xhtml)) == expected


@pytest.mark.parametrize(
    ("find", "put", "code"),
    [
        (DIV.format(""), lines.XHTML.replace('<div xmlns="http://www.w3.org/1999/xhtml">', "").replace("</div>", ""),
         "ATOM016"),
        ("", lines.XHTML.replace("<div ", "x<div "), "ATOM016"),
        ("", lines.XHTML.replace("</div>", "</div><div xmlns='http://www.w3.org/1999/xhtml'/>"), "ATOM016"),
        ("", '<content type="xhtml">text</content>', "ATOM016"),
    ],
)  # fmt: skip
def test_divs(find, put, code) -> None:
    assert f"error {code}" in judged(lines.XHTML, put)


def test_all_entries_of_one_id_cannot_be_told_apart() -> None:
    entry = RULES.example[RULES.example.index("  <entry>") : RULES.example.index("</entry>") + 8]
    source = RULES.example[: RULES.example.index("  <entry>")] + entry * 3 + "</feed>"
    found = [f for f in findings(RULES, source, now=lines.NOW, url=lines.URL) if f.code == "ATOM010"]
    assert [f.severity for f in found] == ["error", "error"]


def test_an_entry_by_itself_needs_its_own_author() -> None:
    entry = RULES.example[RULES.example.index("  <entry>") : RULES.example.index("</entry>") + 8].strip()
    alone = entry.replace("<entry>", '<entry xmlns="http://www.w3.org/2005/Atom">')
    assert codes(findings(RULES, alone), least="warning") == {"ATOM004": 1}
    signed = alone.replace("</entry>", f"{lines.SECOND_AUTHOR}</entry>")
    assert codes(findings(RULES, signed), least="warning") == {}


@pytest.mark.parametrize(
    "source",
    [
        "<feed/>",
        '<feed xmlns="http://www.w3.org/2005/atom"/>',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title></feed>',
        "<rss><channel/></rss>",
    ],
)
def test_other_formats_are_named(source) -> None:
    assert codes(findings(RULES, source), least="warning") == {"ATOM001": 1}


BEYOND_THE_SCHEMA = {
    "ATOM004", "ATOM005", "ATOM006", "ATOM007", "ATOM008", "ATOM010", "ATOM012", "ATOM017", "ATOM019", "ATOM022",
    "ATOM064", "ATOM077", "ATOM078",
}  # fmt: skip
"""What RFC 4287 asks in words, or by forms that its schema takes for any text."""

STRICTER_SCHEMA = {"xml-lang-blank.xml", "bogus_svg_element.xml"}
"""An empty xml:lang is XML's own way to say none; an unknown element of SVG is no breach of Atom."""


def test_verdicts_are_those_of_the_schema(shared: Path) -> None:
    schema = etree.RelaxNG(etree.parse(shared / "schemas" / "atom.rng"))
    seen = 0
    for path in sorted(shared.rglob("*.xml")):
        data = path.read_bytes()
        if b"http://www.w3.org/2005/Atom" not in data:
            continue
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            continue
        if etree.QName(root).namespace != "http://www.w3.org/2005/Atom":
            continue
        seen += 1
        found = check(data, "atom", now=datetime(2026, 11, 23, tzinfo=UTC))
        errors = {f.code for f in found if f.severity == "error"}
        if schema.validate(root.getroottree()):
            assert not {code for code in errors if code.startswith("ATOM")} - BEYOND_THE_SCHEMA, path
        elif path.name not in STRICTER_SCHEMA:
            assert errors, path
    assert seen > 100
