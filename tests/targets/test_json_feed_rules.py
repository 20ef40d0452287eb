from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_examples import changed

from feeds.checking.finding import Finding
from feeds.checking.rule import Change
from feeds.targets.check import check
from feeds.targets.json_feed.rules import RULES
from feeds.targets.json_feed.rules.base import EXAMPLE, NOW

URL = "https://zarya.example/feed.json"
EACH = [pytest.param(rule, id=rule.code) for rule in RULES.rules()]


def found(source: str | bytes, *, url: str | None = None, now: str = NOW) -> list[Finding]:
    data = source.encode() if isinstance(source, str) else source
    return check(data, "json-feed", now=datetime.fromisoformat(now), url=url)


def told(findings: list[Finding]) -> list[str]:
    return sorted(f"{f.severity} {f.code}" for f in findings)


def with_feed(**members: Any) -> str:
    """The example with other members of the feed; None takes one out."""
    return _changed(json.loads(EXAMPLE), members)


def with_item(**members: Any) -> str:
    """The example with other members of its first item."""
    feed = json.loads(EXAMPLE)
    _change(feed["items"][0], members)
    return json.dumps(feed)


def _changed(feed: dict[str, Any], members: dict[str, Any]) -> str:
    _change(feed, members)
    return json.dumps(feed)


def _change(there: dict[str, Any], members: dict[str, Any]) -> None:
    for name, value in members.items():
        if value is ...:
            there.pop(name, None)
        else:
            there[name] = value


def test_example_is_valid() -> None:
    assert found(EXAMPLE, url=URL) == []


def test_table() -> None:
    rules = list(RULES.rules())
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.bad is not None
        assert rule.good is not None
        assert rule.spec.startswith("https://")
        assert len(rule.hint.split()) > 4


@pytest.mark.parametrize("rule", EACH)
def test_examples(rule) -> None:
    bad = found(changed(RULES, rule.bad), url=rule.url)
    assert rule.code in {f.code for f in bad if f.severity == rule.severity}
    assert {f.code for f in bad if f.severity == "error"} <= {rule.code}
    assert all(f.line for f in bad)
    good = found(changed(RULES, rule.good), url=rule.url)
    assert [f for f in good if f.code == rule.code and f.severity == rule.severity] == []
    assert [f for f in good if f.severity != "info"] == []


@pytest.mark.parametrize("rule", EACH)
def test_spelling_changes_nothing(rule) -> None:
    """Other white space, other order, other escapes: the same findings."""
    if rule.code in {"JF001", "JF022"} or not isinstance(rule.bad, Change):
        return
    source = changed(RULES, rule.bad)
    plain = Counter((f.code, f.severity) for f in found(source, url=rule.url))
    data = json.loads(source)
    for text in (
        json.dumps(data),
        json.dumps(data, indent=7, ensure_ascii=False).replace("\n", "\r\n"),
        json.dumps(dict(reversed(data.items())), separators=(",", ":")),
    ):
        assert Counter((f.code, f.severity) for f in found(text, url=rule.url)) == plain


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"version": "https://jsonfeed.org/version/1"}, []),
        ({"version": "http://jsonfeed.org/version/1.1"}, ["error JF002"]),
        ({"version": "https://www.jsonfeed.org/version/1.1"}, ["error JF002"]),
        ({"version": "https://jsonfeed.org/version/1.1/"}, ["error JF002"]),
        ({"version": "https://jsonfeed.org/version/2"}, ["error JF002"]),
        ({"version": 1.1}, ["error JF002"]),
        ({"version": None}, ["error JF002"]),
        ({"version": ...}, ["error JF002"]),
        ({"title": ...}, ["error JF003"]),
        ({"title": None}, ["error JF003"]),
        ({"title": ["Zarya"]}, ["error JF003"]),
        ({"title": " "}, ["warning JF003"]),
        ({"title": "<b>Zarya</b>"}, ["warning JF021"]),
        ({"items": ...}, ["error JF004"]),
        ({"items": {}}, ["error JF004"]),
        ({"items": None}, ["error JF004"]),
        ({"items": [1, "a", None, []]}, ["error JF004"] * 4),
        ({"home_page_url": ...}, ["warning JF010"]),
        ({"feed_url": None}, ["warning JF010"]),
        ({"feed_url": "feed.json"}, ["error JF011", "warning JF025"]),
        ({"feed_url": "https://zarya.example/other.json"}, ["warning JF025"]),
        ({"home_page_url": "zarya.example"}, ["error JF011"]),
        ({"icon": "//cdn.zarya.example/icon.png"}, ["error JF011"]),
        ({"favicon": 64}, ["error JF011"]),
        ({"favicon": ""}, ["error JF011"]),
        ({"next_url": URL}, ["error JF012"]),
        ({"next_url": f"{URL}?page=2"}, []),
        ({"next_url": "?page=2"}, ["error JF011"]),
        ({"authors": {"name": "Zarya"}}, ["error JF013"]),
        ({"authors": [{}]}, ["error JF013"]),
        ({"authors": ["Zarya"]}, ["error JF013"]),
        ({"authors": [{"name": ""}]}, ["error JF013"]),
        ({"authors": [{"nickname": "Z"}]}, ["error JF013", "warning JF020"]),
        ({"authors": []}, []),
        ({"authors": ..., "author": {"name": "Zarya"}}, ["warning JF014"]),
        ({"author": {"name": "Zarya"}}, ["info JF014"]),
        ({"version": "https://jsonfeed.org/version/1", "authors": ..., "author": {"name": "Z"}}, []),
        ({"hubs": {}}, ["error JF015"]),
        ({"hubs": [{}]}, ["error JF015"] * 2),
        ({"hubs": [{"type": "WebSub", "url": "/hub"}]}, ["error JF011"]),
        ({"hubs": ["https://hub.example/"]}, ["error JF015"]),
        ({"expired": "true"}, ["error JF018"]),
        ({"expired": 1}, ["error JF018"]),
        ({"expired": True}, []),
        ({"language": "russian"}, ["warning JF019"]),
        ({"language": "ru_RU"}, ["warning JF019"]),
        ({"language": ""}, ["warning JF019"]),
        ({"language": 7}, ["warning JF019"]),
        ({"language": "zh-Hant-TW"}, []),
        ({"language": "x-zarya"}, []),
        ({"copyright": "Zarya"}, ["warning JF020"]),
        ({"_zarya": {"copyright": "Zarya"}}, []),
        ({"_za.rya": {}}, ["warning JF020"]),
        ({"_1": {}}, ["warning JF020"]),
        ({"_": {}}, ["warning JF020"]),
        ({"description": "News &amp; weather"}, ["info JF021"]),
        ({"description": "News&nbsp;of the day"}, ["warning JF021"]),
        ({"description": "a < b > c, <see>"}, []),
        ({"description": 5}, ["error JF027"]),
        ({"user_comment": "<p>for people</p>"}, []),
        ({"user_comment": []}, ["error JF027"]),
    ],
)
def test_feeds(members, expected) -> None:
    assert told(found(with_feed(**members), url=URL)) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"id": ...}, ["error JF005"]),
        ({"id": None}, ["error JF005"]),
        ({"id": " \n"}, ["error JF005"]),
        ({"id": {}}, ["error JF005"]),
        ({"id": True}, ["error JF005"]),
        ({"id": 0}, ["warning JF006"]),
        ({"id": 48211.5}, ["warning JF006"]),
        ({"id": "zarya-48211"}, ["error JF007"]),
        ({"id": "zarya-48211 "}, ["error JF007"]),
        ({"id": "Zarya-48211"}, []),
        ({"content_html": ...}, ["error JF008"]),
        ({"content_html": None}, ["error JF008"]),
        ({"content_html": 7}, ["error JF008", "error JF027"]),
        ({"content_html": " "}, ["warning JF008"]),
        ({"content_html": ..., "content_text": "The bus <b>crosses</b>."}, []),
        ({"date_published": "2026-11-23"}, ["error JF009"]),
        ({"date_published": "2026-11-23T08:40:00"}, ["error JF009"]),
        ({"date_published": "2026-11-23T08:40Z"}, ["error JF009"]),
        ({"date_published": "2026-11-23 08:40:00Z"}, ["error JF009"]),
        ({"date_published": "2026-11-23T08:40:00+0300"}, ["error JF009"]),
        ({"date_published": "2026-02-30T08:40:00Z"}, ["error JF009"]),
        ({"date_published": "2026-11-23T24:00:00Z"}, ["error JF009"]),
        ({"date_published": 1795369200}, ["error JF009"]),
        ({"date_published": ""}, ["error JF009"]),
        ({"date_published": "2026-11-22t18:30:00.123456789z"}, []),
        ({"date_published": "2016-12-31T23:59:60Z"}, []),
        ({"date_published": "2026-11-23T10:05:01+03:00"}, ["warning JF026"]),
        ({"date_modified": "2026-11-23T12:09:59+03:00"}, []),
        ({"date_modified": "2026-11-23T12:11:00+03:00"}, ["warning JF026"]),
        ({"url": "/2026/11/bridge"}, ["error JF011"]),
        ({"url": "https://zarya.example/мост"}, []),
        ({"url": "https://zarya.example/a b"}, ["error JF011"]),
        ({"external_url": "mailto:desk@zarya.example"}, []),
        ({"image": "bridge.jpg"}, ["error JF011"]),
        ({"banner_image": None}, []),
        ({"authors": {"name": "Anna"}}, ["error JF013"]),
        ({"authors": ..., "author": {"name": "Anna"}}, ["warning JF014"]),
        ({"authors": [{"name": "Anna", "avatar": "orlova.jpg"}]}, ["error JF011"]),
        ({"attachments": {}}, ["error JF016"]),
        ({"attachments": [7]}, ["error JF016"]),
        ({"attachments": [{"mime_type": "audio/mpeg"}]}, ["error JF016"]),
        ({"attachments": [{"url": "https://zarya.example/1.mp3"}]}, ["error JF016"]),
        ({"attachments": [{"url": "1.mp3", "mime_type": "audio/mpeg"}]}, ["error JF011"]),
        ({"attachments": [{"url": "https://z.example/1", "mime_type": ""}]}, ["error JF016"]),
        ({"attachments": [{"url": "https://z.example/1", "mime_type": "mp3"}]}, ["warning JF016"]),
        ({"attachments": [{"url": "https://z.example/1", "mime_type": "a/b", "size_in_bytes": "9"}]}, ["error JF016"]),
        ({"attachments": [{"url": "https://z.example/1", "mime_type": "a/b", "duration_in_seconds": True}]},
         ["error JF016"]),
        ({"attachments": [{"url": "https://z.example/1", "mime_type": "a/b", "size_in_bytes": -1}]}, ["error JF016"]),
        ({"tags": "bridge, transport"}, ["error JF017"]),
        ({"tags": ["bridge", 7, None]}, ["error JF017"] * 2),
        ({"tags": {"bridge": 1}}, ["error JF017"]),
        ({"tags": ["<b>"]}, []),
        ({"language": "en_GB"}, ["warning JF019"]),
        ({"published": "today"}, ["warning JF020"]),
        ({"summary": "<p>First.</p>"}, ["warning JF021"]),
        ({"title": "Bridge&hellip;"}, ["warning JF021"]),
        ({"title": ["Bridge"]}, ["error JF027"]),
    ],
)  # fmt: skip
def test_items(members, expected) -> None:
    assert told(found(with_item(**members), url=URL)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ["error JF001"]),
        ("[]", ["error JF002"]),
        ("[{}]", ["error JF002"]),
        ('"feed"', ["error JF002"]),
        ("null", ["error JF002"]),
        ("\ufeff" + EXAMPLE, ["error JF001"]),
        (EXAMPLE[:-3], ["error JF001"]),
        (EXAMPLE + "}", ["error JF001"]),
        (EXAMPLE.replace('"ru",', '"ru", // Russian'), ["error JF001"]),
        (EXAMPLE.replace('"ru"', "'ru'"), ["error JF001"]),
        (EXAMPLE.replace("124.5", "NaN"), ["error JF001"]),
        (EXAMPLE.replace('"en"\n', '"en",\n'), ["error JF001"]),
        (EXAMPLE.replace('"language": "ru",', '"language": "ru", "language": "ru",'), ["warning JF001"]),
        (EXAMPLE.replace('Zarya",', 'Zarya\nPost",', 1), ["error JF001"]),
    ],
)
def test_documents(source, expected) -> None:
    assert [e for e in told(found(source, url=URL)) if "JF" in e] == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1251", "utf-32"])
def test_json_is_utf_8(encoding: str) -> None:
    data = EXAMPLE.replace("Zarya", "Заря").encode(encoding)
    assert "error JF001" in told(found(data))


def test_sizes() -> None:
    room = 250_000 - len(with_feed(user_comment=""))
    assert told(found(with_feed(user_comment="x" * room), url=URL)) == []
    assert told(found(with_feed(user_comment="x" * (room + 1)), url=URL)) == ["info JF022"]
    assert told(found(with_feed(user_comment="x" * 1_000_000), url=URL)) == ["warning JF022"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = [*json.loads(EXAMPLE), *json.loads(EXAMPLE)["items"][0], "hubs", "expired", "next_url", "author"]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4), st.booleans())
def test_any_value_gets_an_answer(members: dict[str, Any], of_item: bool) -> None:
    for finding in found(with_item(**members) if of_item else with_feed(**members), url=URL):
        assert finding.code.startswith("JF")
        assert finding.hint


KNOWN = {
    "danmactough-invalid-missing-version.json": {"JF002"},
    "danmactough-invalid-incorrect-version.json": {"JF002"},
    "danmactough-invalid-missing-title.json": {"JF003"},
    "danmactough-invalid-missing-items.json": {"JF004"},
    "danmactough-invalid-missing-item-id.json": {"JF005"},
    "danmactough-invalid-missing-item-content.json": {"JF008"},
    "danmactough-invalid-home-page-url-format.json": {"JF011"},
}
"""What is wrong with feeds that were broken on purpose; the others are whole."""


def test_real_feeds(shared: Path) -> None:
    for path in sorted((shared / "samples" / "json-feed").glob("*.json")):
        errors = {f.code for f in found(path.read_bytes()) if f.severity == "error"}
        fixture = {"JF002"} if path.name.startswith("gofeed-") else set()  # "version": "1.1", no address
        assert errors == KNOWN.get(path.name, fixture), path
