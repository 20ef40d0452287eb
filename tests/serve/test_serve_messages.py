"""What webhooks' messages say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.draft import Circumstances
from feeds.serve.messages import KINDS, Refused, Understood, understand

RECORD = {
    "id": "1",
    "url": "https://vestnik.example/1",
    "title": "Фонари",
    "published": "2026-11-24T10:00:00+03:00",
}


def said(value: Any, **options: Any) -> Understood | Refused:
    return understand(json.dumps(value).encode(), Circumstances(), **options)


@pytest.mark.parametrize("kind", ["article.published", "article.updated"])
def test_a_record_and_a_list_of_records(kind: str) -> None:
    one = said({"type": kind, "data": RECORD})
    assert isinstance(one, Understood)
    assert (one.kind, one.stories, one.dry_run) == (kind, ("1",), False)
    two = said(
        {
            "type": kind,
            "data": [RECORD, {**RECORD, "id": "2", "url": "https://vestnik.example/2"}],
            "dry_run": True,
        }
    )
    assert isinstance(two, Understood)
    assert (two.stories, two.dry_run) == (("1", "2"), True)


@pytest.mark.parametrize("data", [{"id": "7"}, {"id": 7}, {"url": "7"}, [{"id": "7", "reason": 5}]])
@pytest.mark.parametrize("kind", ["article.withdrawn", "article.reinstated"])
def test_stories_are_named_by_id_or_address(kind: str, data: Any) -> None:
    found = said({"type": kind, "data": data})
    assert isinstance(found, Understood)
    assert found.stories == ("7",)


def test_a_rebuild_needs_nothing_else() -> None:
    assert said({"type": "rebuild"}) == Understood("rebuild")


def test_other_programs_send_bare_records() -> None:
    found = said(RECORD, enveloped=False)
    assert isinstance(found, Understood)
    assert (found.kind, found.stories) == ("article.updated", ("1",))
    assert said({"x": 1}, enveloped=False) != found


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("x", 400), (7, 400), ([RECORD], 400), ({}, 422), ({"type": None}, 422), ({"type": ["rebuild"]}, 422),
        ({"type": "article.published", "data": []}, 422), ({"type": "article.published", "data": "x"}, 422),
        ({"type": "article.published", "data": {**RECORD, "title": " "}}, 422),
        ({"type": "article.published", "data": [RECORD, {"id": "2"}]}, 422),
        ({"type": "article.withdrawn", "data": {"reason": "x"}}, 422), ({"type": "article.withdrawn", "data": {"id": True}}, 422),
        ({"type": "article.withdrawn", "data": [{"id": "1"}, 5]}, 422),
    ],
)  # fmt: skip
def test_a_refusal_has_a_status_and_a_reason(value: Any, status: int) -> None:
    refused = said(value)
    assert isinstance(refused, Refused)
    assert refused.status == status
    assert refused.reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from([*KINDS, "other", None]), JSON, st.booleans())
def test_no_message_raises(kind: str | None, data: Any, enveloped: bool) -> None:
    assert isinstance(said({"type": kind, "data": data}, enveloped=enveloped), Understood | Refused)
    assert isinstance(said(data, enveloped=enveloped), Understood | Refused)


@given(st.binary(max_size=60))
def test_no_bytes_raise(body: bytes) -> None:
    assert isinstance(understand(body, Circumstances()), Understood | Refused)
