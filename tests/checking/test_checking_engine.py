"""The engine asks each element what the table and the rules ask of its kind, wherever it stands, and once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from feeds.checking.document import ATOM, RSS, Document, View
from feeds.checking.engine import Context, Run
from feeds.checking.rule import Problem, RuleSet
from feeds.checking.structure import Attribute, Row, Vocabulary

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


def rule_set(*rows: Row, codes: str = "", **facts: Any) -> RuleSet:
    rules = RuleSet(
        target="t", title="T", prefix="T", spec="https://t.example/", example="", shape=RSS, **facts
    )
    rules.structure = rows
    for code in codes.split():
        rules.facts(code, code.lower(), "error", on="item", summary="It is so.", hint="Make it so.")
    return rules


def context() -> Context:
    return Context(now=datetime(2026, 11, 23, tzinfo=UTC))


def said(rules: RuleSet, channel: str, scope: Any = "document", root: str = "rss version='2.0'") -> list[str]:
    source = f"<{root} {MEDIA}>\n{channel}\n</{root.split(maxsplit=1)[0]}>".encode()
    run = Run(rules, Document(source), context())
    return sorted(f"{f.line}:{f.column} {f.code} {f.message}" for f in run.findings(scope))


@pytest.mark.parametrize(
    ("row", "channel", "expected"),
    [
        (Row(on="channel", name="title", missing="T1"), "<channel/>", ["2:1 T1 <channel> has no <title>"]),
        (Row(on="document", name="channel", missing="T1"), "<item/>", ["1:1 T1 <rss> has no <channel>"]),
        (
            Row(on="item", name="guid", repeated="T1"),
            "<channel><item><guid/><guid/>\n<guid/></item></channel>",
            ["2:23 T1 guid is there more than once", "3:1 T1 guid is there more than once"],
        ),
        (
            Row(on="item/media:group", name="media:title", missing="T1"),
            "<channel><item><media:group><media:title/></media:group><media:group/></item></channel>",
            ["2:57 T1 <media:group> has no <media:title>"],
        ),
        (
            Row(on=("channel", "item"), name="a", value=lambda text: text and "is full", invalid="T1"),
            "<channel><a>x</a><b><a>x</a></b><item><a/><a>y</a></item></channel>",
            ["2:10 T1 a is full", "2:43 T1 a is full"],
        ),
        (
            Row(on="channel", name="title", before=("item",), misplaced="T1"),
            "<channel><title/><item/><title/></channel>",
            ["2:25 T1 title stands after <item>, it belongs before it"],
        ),
        (
            Row(on="channel", name="image", stray="T1"),
            "<channel>free<image>caught<url/></image></channel>",
            ["2:14 T1 text stands directly in <image>: 'caught'"],
        ),
        (
            Row(
                on="item",
                name="enclosure",
                attributes=(
                    Attribute(name="url", required="T1", value=lambda text: text and "is long", invalid="T1"),
                ),
            ),
            "<channel><item><enclosure/><enclosure\n type='x' url='y'/></item></channel>",
            ["2:16 T1 enclosure has no url", "3:11 T1 url of enclosure is long"],
        ),
    ],
)
def test_a_row_is_held(row: Row, channel: str, expected: list[str]) -> None:
    assert said(rule_set(row, codes="T1"), channel) == expected


def test_a_row_holds_wherever_its_parent_may_stand() -> None:
    rules = rule_set(
        Row(on=("item", "item/media:group"), name="media:content"),
        Row(on="//media:content", name="media:title", repeated="T1"),
        codes="T1",
    )
    pair = "<media:title/><media:title/>"
    content = f"<media:content>{pair}</media:content>"
    channel = f"<channel>{content}<item>{content}<media:group>{content}{pair}</media:group></item></channel>"
    assert [line.split()[1] for line in said(rules, channel)] == ["T1", "T1"]


def test_what_no_table_lists_is_a_mistake_only_in_a_vocabulary_that_is_known_in_full() -> None:
    rules = rule_set(
        Row(on="document", name="channel"),
        Row(on="channel", name="item"),
        Row(on=("channel", "item"), name="pubDate", attributes=(Attribute(name="isPermaLink"),)),
        Row(on="item", name="media:title"),
        codes="T1 T2 T3 T4",
        vocabularies=(
            Vocabulary(uri="", unknown="T1", attribute="T2", bare="T4"),
            Vocabulary(uri="http://search.yahoo.com/mrss/", unknown="T3"),
        ),
    )
    channel = """<channel><pubdate/><pubDate isPermalink='' xml:lang='' media:x=''/><media:title/>
<x:a xmlns:x='urn:x'><x:b/><c/></x:a><media:what/><item><pubDate><b/></pubDate></item></channel>"""
    assert said(rules, channel) == [
        "2:10 T1 <pubdate> is no element that may stand in <channel>: is <pubDate> meant?",
        "2:29 T2 'isPermalink' is no attribute of pubDate: it is spelt isPermaLink",
        "2:68 T3 <media:title> does not belong in <channel>, but in item",
        "3:28 T4 <c> inside of <x:a> is in no namespace",
        "3:38 T3 <media:what> is no element that may stand in <channel>",
        "3:66 T1 <b> is no element that may stand in <pubDate>",
    ]
    assert said(rule_set(Row(on="item", name="title"), codes="T1"), channel) == []


def test_opaque_elements_are_not_looked_into() -> None:
    frame = (Row(on="document", name="channel"), Row(on="channel", name="item"))
    rows = (Row(on="item", name="body", opaque=True), Row(on="item/body", name="p", repeated="T1"))
    rules = rule_set(*frame, *rows, codes="T1", vocabularies=(Vocabulary(uri="", unknown="T1"),))
    assert said(rules, "<channel><item><body><p/><p/><q/></body></item></channel>") == []


def test_rules_get_what_they_asked_for_and_a_dialect_its_own_words() -> None:
    base = rule_set(Row(on="item", name="title", missing="B2"), codes="B2")

    @base.rule("B1", "seen", "warning", on="item/media:group/media:content", summary="S.", hint="H.")
    def seen(content: View, context: Context) -> Iterator[Problem]:
        assert content.parent
        assert content.parent.parent
        yield Problem(content, f"{content.index} {content.parent.element.tag[-5:]}", severity="error")
        yield Problem(None, str(content.parent.parent.text("title")), severity="info")

    channel = """<channel><item><title>T</title></item>
<item><media:group><media:content/></media:group></item></channel>"""
    assert said(base, channel) == ["0:0 B1 ", "3:20 B1 1 group", "3:50 B2 <item> has no <title>"]
    assert said(base, channel, "feed") == []
    dialect = rule_set(base=base, recoded={"B2": {"code": "D2", "hint": "D."}}, regraded={"B1": "info"})
    found = list(Run(dialect, Document(f"<rss {MEDIA}>{channel}</rss>".encode()), context()).findings("item"))
    assert {(f.code, f.severity) for f in found} == {("B1", "info"), ("D2", "error")}
    assert [f.code for f in Run(rule_set(base=base, without=frozenset({"B1"})), Document(
        f"<rss {MEDIA}>{channel}</rss>".encode()), context()).findings()] == ["B2"]  # fmt: skip


def test_what_is_declared_later_is_heeded() -> None:
    rules = rule_set(Row(on="item", name="title", missing="T1"), codes="T1")
    assert len(said(rules, "<channel><item/></channel>")) == 1
    rules.structure += (Row(on="item", name="link", missing="T1"),)
    assert len(said(rules, "<channel><item/></channel>")) == 2


def test_rules_on_the_document_speak_where_there_is_no_channel_too() -> None:
    rules = rule_set(Row(on="channel", name="title", missing="T1"), codes="T1")

    @rules.rule("T2", "root", "error", on="document", summary="S.", hint="H.")
    def root(view: View, context: Context) -> Iterator[Problem]:
        yield Problem(view, str(view.element.tag))

    assert said(rules, "<item/>") == ["1:1 T2 rss"]
    assert said(rules, "<channel><title/></channel>") == ["2:1 T2 channel"]
    assert said(rules, "<channel/>", root="feed") == ["1:1 T2 feed"]


def test_an_entry_by_itself_is_a_story_without_a_channel() -> None:
    rules = RuleSet(target="t", title="T", prefix="T", spec="https://t.example/", example="", shape=ATOM)
    rules.structure = (Row(on="item", name="id", missing="T1"), Row(on="channel", name="id", missing="T2"))
    for code in ("T1", "T2"):
        rules.facts(code, code, "error", on="item", summary="S.", hint="H.")
    source = b'<entry xmlns="http://www.w3.org/2005/Atom"/>'
    assert [f.code for f in Run(rules, Document(source), context()).findings()] == ["T1"]
