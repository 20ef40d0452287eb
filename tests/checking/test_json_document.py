"""JSON is read once, whatever it holds, and every value can be found again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.checking.json_document import JSON_FEED, JsonDocument, Value

TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    found = [(path, data)]
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, inner in members:
        found += paths(inner, (*path, key))
    return found


def at(text: str, place: tuple[int, int]) -> str:
    """What stands at a place, counted the other way round than the document counts."""
    line, column = place
    return "\n".join(text.replace("\r\n", "\n").split("\n")[line - 1 :])[column - 1 :]


def only(source: bytes) -> tuple[str, int, int, str]:
    document = JsonDocument(source)
    assert len(document.faults) == 1, document.faults
    fault = document.faults[0]
    assert fault.hint
    return (fault.severity, *document.place(fault), fault.message)


@given(tree=TREES, indent=st.sampled_from([None, 0, 2, "\t"]), ascii_only=st.booleans())
def test_every_value_stands_where_its_place_says(tree: Any, indent: Any, ascii_only: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    document = JsonDocument(text.encode("utf-8", "surrogatepass"))
    assert document.root is not None
    for path, data in paths(tree):
        read, _ = json.JSONDecoder().raw_decode(at(text, document.place(Value(data, path))))
        assert read == data


@given(source=st.binary(max_size=200))
def test_no_bytes_are_too_strange(source: bytes) -> None:
    document = JsonDocument(source)
    assert document.root is not None or document.faults
    for fault in document.faults:
        line, column = document.place(fault)
        assert line >= 1
        assert column >= 1


@given(tree=TREES, cut=st.floats(0, 1))
def test_what_python_refuses_is_refused_and_the_reverse(tree: Any, cut: float) -> None:
    text = json.dumps(tree)
    text = text[: int(len(text) * cut)]
    try:
        json.loads(text)
        sound = True
    except ValueError:
        sound = False
    assert (JsonDocument(text.encode()).root is not None) == sound


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", ("error", 1, 1, "the document is empty")),
        (b"\n<!DOCTYPE html><html></html>", ("error", 2, 1, "the document is a page or XML, not JSON")),
        (b'{"a": 1', ("error", 1, 8, "the document breaks off before its end")),
        (b'{\n  "a": 1,\n}', ("error", 2, 9, "a comma stands before a closing bracket")),
        (b'{"a": [1, 2 , ]}', ("error", 1, 13, "a comma stands before a closing bracket")),
        (b'{"a": NaN}', ("error", 1, 7, "NaN and Infinity are no JSON")),
        (b'{"a": -Infinity}', ("error", 1, 7, "NaN and Infinity are no JSON")),
        (b'\xef\xbb\xbf{"a": 1}', ("error", 1, 1, "a byte order mark stands before the JSON")),
        (b'{"a": 1,\n "a": 2}', ("warning", 2, 2, "the key 'a' is there more than once in one object")),
        (b'{"a": "x"} {"b": 1}', ("error", 1, 12, "something stands after the end of the JSON")),
        (b"{'a': 1}", ("error", 1, 2, "texts and keys stand in double quotes in JSON")),
        (b'{\n// note\n"a": 1}', ("error", 2, 1, "JSON has no comments")),
        (b'{"a" 1}', ("error", 1, 6, "the colon after a key is missing")),
        (b'{"a": "say "so""}', ("error", 1, 13, "a comma or a closing bracket is missing")),
        (
            b'{"a": "one\ntwo"}',
            ("error", 1, 11, "a line break or another control character stands inside a text"),
        ),
        (b'{"a": "\\d"}', ("error", 1, 8, "a backslash begins no known escape")),
        (b'{"a": "x}', ("error", 1, 7, "a text has no end")),
        (b'{"a": \n"\xc3\xa9\xe9"}', ("error", 2, 3, "byte 0xe9 is no UTF-8")),
        ('{"a": 1}'.encode("utf-16"), ("error", 1, 1, "the document is UTF-16, not UTF-8")),
        (b'{"a": "cut \\ud83d"}', ("warning", 1, 7, "the text holds half of a character (a lone surrogate)")),
        (b'{"a": 1e999}', ("error", 1, 7, "the number is too large to be read")),
    ],
)  # fmt: skip
def test_a_fault_is_named_where_it_stands(source: bytes, said: tuple[str, int, int, str]) -> None:
    assert only(source) == said


def test_a_comma_too_many_does_not_hide_the_rest() -> None:
    document = JsonDocument(b'{"a": [1, 2,],\n "b": "x,]",\n}')
    assert document.root is not None
    assert document.root.data == {"a": [1, 2], "b": "x,]"}
    assert [document.place(f) for f in document.faults] == [(1, 12), (2, 12)]


def test_escaped_emoji_and_backslashes_are_whole_characters() -> None:
    assert not JsonDocument(b'{"a": "\\ud83d\\ude00", "b": "\\\\ud83d"}').faults


def test_hostile_depth_and_length_end_in_a_fault() -> None:
    assert only(b"[" * 500_000 + b"]" * 500_000)[:2] == ("error", 1)
    assert only(b'{"items": [{"id": ' + b"9" * 1_000_000 + b"}]}")[:3] == ("error", 1, 19)
    assert only(b'{"a": 1, ' + b'"b": "' + b"x\\n" * 500_000)[3] == "a text has no end"
    assert JsonDocument(b"[" * 200 + b"]" * 200).root is not None


def test_faults_of_one_kind_are_counted_out() -> None:
    assert len(JsonDocument(b"[" + b"NaN," * 500 + b"1]").faults) == 10


def test_line_ends_of_every_kind_count_once() -> None:
    document = JsonDocument(b'{\r\n"a": 1,\r"b": 2,\n"c": 3}')
    assert document.root is not None
    assert [document.place(document.root.one(key)) for key in "abc"] == [(2, 6), (3, 6), (4, 6)]


def test_a_value_is_walked_as_an_element_is() -> None:
    document = JsonDocument(
        b'{"title": " T ", "n": null, "author": {"name": "A"}, "tags": ["x", "y"],'
        b' "items": [{"id": 7}, "stray", {"id": "b\\ud83d", "on": true}]}'
    )
    channel = document.channel(JSON_FEED)
    assert channel is not None
    assert channel.text("title") == "T"
    assert (channel.one("n"), channel.get("n"), channel.all("n"), channel.text("n")) == (None, None, [], "")
    assert [v.data for v in channel.all("tags")] == ["x", "y"]
    assert [v.text("name") for v in channel.all("author")] == ["A"]
    items = document.items(channel, JSON_FEED)
    assert [(v.index, v.text("id"), v.text("on")) for v in items] == [(0, "7", ""), (2, "b\ufffd", "")]
    assert [v.data for v in document.below(channel, ["author", "name"])] == ["A"]
    assert document.place(items[1]) == (1, document.text.index('{"id": "b') + 1)


def test_what_is_no_object_is_no_channel() -> None:
    assert JsonDocument(b"[1]").channel(JSON_FEED) is None
    assert JsonDocument(b"{").channel(JSON_FEED) is None
    channel = JsonDocument(b'{"items": {"id": 1}}').channel(JSON_FEED)
    assert channel is not None
    assert JsonDocument(b"{}").items(channel, JSON_FEED) == []


def test_html_is_read_as_content() -> None:
    root = JsonDocument(b'{"content_html": "<p>One <b>two</b></p>"}').root
    assert root is not None
    member = root.one("content_html")
    assert member is not None
    assert root.content(member).shown == "One two"
    assert root.content(Value(3, ())).shown == ""
