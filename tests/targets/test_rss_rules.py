from __future__ import annotations

import pytest
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

from feeds.targets.rss.rules import RULES
from feeds.targets.rss.rules import base as lines

EACH = [pytest.param(rule, id=rule.code) for rule in with_examples(RULES)]
ORDERED = {"RSS029"}
"""Rules about the order of a story's elements: spelling it otherwise is another document."""


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
        if rule.on != "document" and rule.code not in ORDERED:
            hold_respelt(RULES, changed(RULES, rule.bad), now=rule.now)


ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"


def judged(find: str, put: str) -> list[str]:
    return said(RULES, find, put, now=lines.NOW, url=lines.URL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sun, 22 Nov 2026 17:40:00 +0000", []),
        ("22 Nov 2026 17:40 GMT", []),
        ("Sun, 22 Nov 2026 17:40:00 UT", []),
        ("Sun, 1 Nov 2026 17:40:60 -0330", []),
        ("Sun, 22 Nov 2026 17:40:00 EST", ["warning RSS017"]),
        ("Sun, 22 Nov 2026 17:40:00 Z", ["warning RSS017"]),
        ("Sun, 22 Nov 2026 17:40:00 A", ["warning RSS017"]),
        ("Sun, 22 Nov 26 17:40:00 +0000", ["warning RSS017"]),
        ("sun,  22 nov 2026 17:40:00 +0000", ["warning RSS017"]),
        ("Sun, 22 Nov (the (very) day) 2026 17:40:00 +0000 (UTC)", ["warning RSS017"]),
        ("Mon, 22 Nov 2026 17:40:00 +0000", ["error RSS016"]),
        ("Sun, 32 Nov 2026 17:40:00 +0000", ["error RSS016"]),
        ("Sun, 22 Nov 2026 25:40:00 +0000", ["error RSS016"]),
        ("Sun, 22 Nov 2026 17:40:00", ["error RSS016"]),
        ("Sun, 22 Nov 2026 17:40:00 J", ["error RSS016"]),
        ("Sun, 22 Nov 2026 17:40:00 MSK", ["error RSS016"]),
        ("Вс, 22 ноя 2026 17:40:00 +0000", ["error RSS016"]),
        ("2026-11-22", ["error RSS016"]),
        ("1795369200", ["error RSS016"]),
        ("", ["error RSS016"]),
        ("Mon, 23 Nov 2026 09:10:01 +0000", ["warning RSS018"]),
        ("Sun, 31 Dec 1989 23:59:59 +0000", ["warning RSS018"]),
    ],
)
def test_dates(text, expected) -> None:
    assert judged(lines.DATE, f"<pubDate>{text}</pubDate>") == expected
    if expected != ["warning RSS018"]:
        put = f"<lastBuildDate>{text}</lastBuildDate>"
        assert [e for e in judged(lines.BUILT, put) if "RSS018" not in e] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("desk@harbour.example (Ida Moen)", []),
        ("почта@заря.example (Ида)", []),
        ("desk@harbour.example", ["warning RSS066"]),
        ("Ida Moen &lt;desk@harbour.example&gt;", ["warning RSS066"]),
        ("desk@harbour.example, Ida Moen", ["warning RSS066"]),
        ("mailto:desk%40harbour.example?subject=x", ["warning RSS066"]),
        ("Ida Moen", ["error RSS019"]),
        ("", ["error RSS019"]),
        ("@harbour", ["error RSS019"]),
        ("desk@harbour.example (Ida &amp;eacute; Moen)", ["warning RSS032"]),
    ],
)
def test_contacts(text, expected) -> None:
    for name in ("author", "managingEditor", "webMaster"):
        place = lines.SECOND_AUTHOR if name == "author" else lines.EDITOR
        assert judged(place, f"<{name}>{text}</{name}>") == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (lines.TITLE, "<title/>", ["error RSS004"]),
        (lines.TITLE, "", ["error RSS004"]),
        (lines.DESCRIPTION, "<description>&lt;b&gt;News&lt;/b&gt;</description>", ["warning RSS032"]),
        (lines.LINK, "<link/>", ["error RSS035"]),
        (lines.LINK, "<Link>https://harbour.example/</Link>", ["error RSS004", "error RSS008"]),
        (lines.LINK, lines.LINK * 2, ["error RSS009"]),
        (lines.LANGUAGE, "", ["warning RSS005"]),
        (lines.LANGUAGE, "<language/>", ["error RSS005"]),
        (lines.LANGUAGE, "<language>en_GB</language>", ["error RSS005"]),
        (lines.LANGUAGE, "<language>x-harbour</language>", []),
        (lines.TTL, "<ttl/>", ["error RSS022"]),
        (lines.TTL, "<ttl>0</ttl>", ["error RSS022"]),
        (lines.TTL, "<ttl>1.5</ttl>", ["error RSS022"]),
        (lines.TTL, f"{lines.TTL}<pubdate/>", ["error RSS008"]),
        (lines.TTL, f"{lines.TTL}<dc:format/><dc:format/>", ["error DC002"]),
        (lines.TTL, f"{lines.TTL}<dc:what/>", ["error DC001"]),
        (lines.TTL, f"{lines.TTL}<guid/>", ["error RSS008"]),
        (lines.CLOUD, lines.CLOUD.replace('"80"', '"0"'), ["error RSS026"]),
        (lines.CLOUD, lines.CLOUD.replace('"80"', '"http"'), ["error RSS026"]),
        (lines.CLOUD, "<cloud/>", ["error RSS026"] * 5),
        (lines.CLOUD, lines.CLOUD.replace("port=", "Port="), ["error RSS026", "error RSS051"]),
        (lines.IMAGE_SIZE, "<width>0</width><height>401</height>", ["error RSS024"] * 2),
        (lines.IMAGE_SIZE, "<width>144</width><height>400</height>", []),
        (lines.IMAGE_SIZE, "a picture", ["error RSS053"]),
        (lines.IMAGE, "<image/>", ["error RSS024"] * 3),
        (lines.SKIPPED, "<skipHours/><skipDays/>", ["error RSS023"] * 2),
        (lines.SKIPPED, "<skipDays><day>sunday</day></skipDays>", ["error RSS023"]),
        (lines.SKIPPED, "<skipDays><day>Sunday</day><day>Sunday</day></skipDays>", ["error RSS023"]),
        (lines.SKIPPED, "<skipHours><hour>24</hour></skipHours>", ["warning RSS023"]),
        (lines.SKIPPED, "<skipHours><hour>0</hour><hour>24</hour></skipHours>",
         ["error RSS023", "warning RSS023"]),
        (lines.SKIPPED, "<skipHours><hour>1.5</hour><hours>2</hours></skipHours>",
         ["error RSS008", "error RSS023"]),
        (lines.SELF, lines.SELF.replace('href="https://harbour.example', 'href="'), ["warning RSS007"]),
        (lines.SELF, lines.SELF.replace("application/rss+xml", "text/html"), ["warning RSS007"]),
        (lines.SELF, lines.SELF.replace('type="application/rss+xml"', ""), []),
        (lines.SELF, lines.SELF.replace('type="application/rss+xml"', 'type="rss"'), ["error RSS063"]),
        (lines.SELF, lines.SELF.replace("feed.xml", "feed.xml#top"), []),
        (lines.HUB, lines.HUB.replace('rel="hub"', 'rel=""'), ["warning RSS047"]),
        (lines.HUB, lines.HUB.replace("href=", "url="), ["error RSS051", "error RSS063"]),
        (lines.HUB, f"{lines.HUB}<atom:entry/>", ["error RSS008"]),
        (lines.HUB, f"{lines.HUB}<x:y xmlns:x='https://harbour.example/x'><z/></x:y>",
         ["error RSS052", "info RSS058"]),
        (lines.HUB, f"{lines.HUB}<media:title xmlns:media='https://search.yahoo.com/mrss'/>",
         ["error RSS057"]),
        (lines.ITEM_TITLE, "<title/>", ["warning RSS054"]),
        (lines.ITEM_TITLE, "<title>Ferry <b>resumes</b></title>", ["error RSS008"]),
        (lines.ITEM_TITLE, "<title>Ferry&amp;nbsp;resumes</title>", ["warning RSS032"]),
        (lines.ITEM_TITLE, "<title>&lt;a</title>", []),
        (lines.ITEM_TITLE, "<title>Nice &lt;gorilla&gt;, what's he weigh?</title>", []),
        (lines.ITEM_LINK, "<link>harbour.example/2026</link>", ["error RSS035"]),
        (lines.ITEM_LINK, "<link>https://harbour.example/a b</link>", ["error RSS035"]),
        (lines.GUID, "<guid>48211</guid>", ["error RSS013"]),
        (lines.GUID, '<guid isPermaLink="false">48211</guid>', ["warning RSS014"]),
        (lines.GUID, "<guid/>", ["warning RSS054"]),
        (lines.GUID, '<guid isPermaLink="True">https://harbour.example/1</guid>', ["error RSS015"]),
        (lines.GUID, "<guid>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</guid>", ["error RSS013"]),
        (lines.SECOND_GUID, f"<guid isPermaLink='false'> {lines.GUID[26:]}", ["error RSS012"]),
        (lines.ENCLOSURE, "<enclosure/>", ["error RSS020"] * 3),
        (lines.ENCLOSURE, lines.ENCLOSURE.replace("184320", "-1"), ["error RSS020"]),
        (lines.ENCLOSURE, lines.ENCLOSURE.replace("184320", ""), ["error RSS020"]),
        (lines.ENCLOSURE, lines.ENCLOSURE.replace("https://", "ftp://"), ["error RSS020"]),
        (lines.ENCLOSURE, lines.ENCLOSURE.replace("audio/mpeg", "mp3"), ["error RSS020"]),
        (lines.CREATOR, f"{lines.CREATOR}<dc:subject>Sea</dc:subject>", ["warning RSS031"]),
        (lines.CREATOR, f"{lines.CREATOR}<atom:content>Sea</atom:content>", ["warning RSS031"]),
        (lines.CREATOR, f'{lines.CREATOR}<body xmlns="http://www.w3.org/1999/xhtml"/>', ["warning RSS031"]),
        (lines.CREATOR, f"{lines.CREATOR}<atom:published>2026-11-22T18:05:00Z</atom:published>",
         ["warning RSS031"]),
        (lines.SECOND_TITLE, f"{lines.SECOND_TITLE} and more", ["error RSS053"]),
        ("  <channel>", "news <channel>", ["error RSS053"]),
        (lines.ENCLOSURE, lines.ENCLOSURE.replace("/>", ">ferry</enclosure>"), ["error RSS053"]),
        (lines.CREATOR, "<dc:creator><dc:title>Ida</dc:title></dc:creator>", ["error DC001"]),
        (lines.CREATOR, "<dc:creator><atom:name>Ida</atom:name></dc:creator>", ["error DC001"]),
        (lines.TTL, f"{lines.TTL}<itunes:new_feed_url xmlns:itunes='{ITUNES}'/>",
         ["error ITUNES001"] + ["warning ITUNES008"] * 3),
        (lines.TTL, f"{lines.TTL}<itunes:chorus xmlns:itunes='{ITUNES}'/>",
         ["warning ITUNES001"] + ["warning ITUNES008"] * 3),
    ],
)  # fmt: skip
def test_values(find, put, expected) -> None:
    assert judged(find, put) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3 < 5 & 7 > 6", []),
        ("<p>One<br>two<p>three<ul><li>a<li>b</ul>", []),
        ("<table><tr><td>a<td>b<tr><td>c</table>", []),
        ("<svg><linearGradient/><path d='M0 0'/></svg>", []),
        ("<P><EM>One</em></P><!-- <script> -->", []),
        ("<b><i>one</b></i>", ["warning RSS055"] * 2),
        ("</div>", ["warning RSS055"]),
        ("<p>one</p", ["warning RSS055"]),
        ("<blink2>one</blink2>", ["warning RSS055"]),
        ("<my-element>one</my-element>", []),
        ("<?php echo ?>", ["warning RSS055"]),
        ("<!DOCTYPE html><html><body>one</body></html>", ["warning RSS034"] * 2 + ["warning RSS055"]),
        ("<script>alert(1)</script>", ["warning RSS034"]),
        ("<SCRIPT SRC=//x.example/y.js></SCRIPT>", ["warning RSS034"]),
        ("<?import namespace='t'>", ["warning RSS034"]),
        ("<iframe src='https://video.example/1'></iframe>", ["warning RSS034"]),
        ("<img src='https://x.example/1.png'onerror=alert(1)>", ["warning RSS034"]),
        ("<a href='java\nscript:alert(1)'>x</a>", ["warning RSS034"]),
        ("<a href='&#106;avascript:alert(1)'>x</a>", ["warning RSS034"]),
        ("<a href='data:text/html,x'>x</a><img src='data:image/png;base64,AA=='>", ["warning RSS034"]),
        ("<p style='position:absolute'>x</p>", ["warning RSS034"]),
        ("<p style='mso-list: l0'>x</p>", ["warning RSS034"]),
        ("<p style='width: exp/**/ression(alert(1))'>x</p>", ["warning RSS034"]),
        ("<p style='background: url(https://x.example/)'>x</p>", ["warning RSS034"]),
        ("<p style='color'>x</p>", ["warning RSS034"]),
        ("<p style='color: red; ; --mine: 1; margin:0 auto!important'>x</p>", []),
        ("<a href='/1'>x</a><a href='/1'>y</a><img src='2.png'>", ["warning RSS033"] * 2),
        ("<a href='#x'>x</a><a href='//x.example/'>x</a><a name='y'>y</a>", []),
        ("<a href=''>x</a><a href='tel:+7495'>x</a>", []),
    ],
)
def test_html(body, expected) -> None:
    assert judged(lines.TEXT, f"<description><![CDATA[{body}]]></description>") == expected


def test_html_is_told_where_it_stands() -> None:
    text = '<description>\n&lt;p&gt;One&lt;/p&gt;\n  &lt;img src="a.png"&gt;</description>'
    source = RULES.example.replace(lines.TEXT, text)
    found = [f for f in findings(RULES, source, now=lines.NOW, url=lines.URL) if f.code == "RSS033"]
    start = source[: source.index(text)].count("\n") + 1
    assert [(f.line, f.column) for f in found] == [(start + 2, 3)]


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("", {"error": {"RSS002"}}),
        ('version="2.0"', {}),
        ('version="0.92"', {"warning": {"RSS002"}}),
        ('version="1.0"', {"error": {"RSS002"}}),
        ('version="2.0" xmlns="http://backend.userland.com/rss2"', {"error": {"RSS002"}}),
        ('version="2.0" lang="en"', {"error": {"RSS051"}}),
    ],
)
def test_roots(root, expected) -> None:
    found = findings(RULES, RULES.example.replace('version="2.0"', root), now=lines.NOW, url=lines.URL)
    graded: dict[str, set[str]] = {}
    for finding in found:
        graded.setdefault(finding.severity, set()).add(finding.code)
    assert graded == expected


@pytest.mark.parametrize(
    "source",
    [
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
        '<feed xmlns="http://www.w3.org/2005/Atom"/>',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>',
        "<channel><title>T</title></channel>",
        "<RSS><channel/></RSS>",
    ],
)
def test_other_formats_are_named(source) -> None:
    found = codes(findings(RULES, source), least="error")
    assert found == {"RSS002": 1}


def test_a_feed_without_a_channel_says_so() -> None:
    found = codes(findings(RULES, '<rss version="2.0"><item/></rss>'))
    assert found == {"RSS003": 1, "RSS008": 1}


def test_items_before_the_channels_own_elements_are_told_once() -> None:
    item = f"<item>{lines.ITEM_TITLE}<guid>https://harbour.example/{{}}</guid></item>"
    put = item.format(1) + item.format(2) + lines.TTL
    assert judged(lines.TTL, put) == ["warning RSS028"]


def test_misplaced_elements_are_told_where_they_belong() -> None:
    source = RULES.example.replace(lines.ITEM_TITLE, f"{lines.ITEM_TITLE}{lines.TTL}", 1)
    messages = [
        f.message for f in findings(RULES, source, now=lines.NOW, url=lines.URL) if f.code == "RSS008"
    ]
    assert messages == ["<ttl> does not belong in <item>, but in channel"]


def test_html_that_is_not_escaped_is_told_to_be() -> None:
    source = RULES.example.replace(lines.ITEM_TITLE, "<title>The <b>noon</b> ferry <nonn/></title>", 1)
    hints = {
        f.message: f.hint for f in findings(RULES, source, now=lines.NOW, url=lines.URL) if f.code == "RSS008"
    }
    assert "&lt;b&gt;" in (hints["<b> is no element that may stand in <title>"] or "")
    assert "slip" in (hints["<nonn> is no element that may stand in <title>"] or "")
