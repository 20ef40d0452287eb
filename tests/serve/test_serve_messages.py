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


# ---- other programs' events

POST = {
    "id": "65a1",
    "url": "https://vestnik.example/fonari/",
    "slug": "fonari",
    "title": "Фонари",
    "status": "published",
    "published_at": "2026-11-24T10:00:00.000Z",
    "html": '<p>Горят.</p><figure class="kg-card kg-image-card"><img src="https://vestnik.example/f.jpg"></figure>',
    "tags": [{"name": "Город"}, {"name": "#скрытый"}],
}
DRAFT = {**POST, "status": "draft"}


@pytest.mark.parametrize(
    ("value", "stories", "withdrawn"),
    [
        ({"post": {"current": POST, "previous": {}}}, ("65a1",), None),
        ({"post": {"current": POST, "previous": {"title": "Фонарь"}}}, ("65a1",), None),
        (
            {"post": {"current": DRAFT, "previous": {"status": "published"}}},
            ("65a1",),
            "unpublished in Ghost",
        ),
        ({"post": {"current": DRAFT, "previous": {}}}, ("65a1",), "unpublished in Ghost"),
        ({"post": {"current": {**DRAFT, "published_at": None}, "previous": {"title": "Фонарь"}}}, (), None),
        ({"post": {"current": {}, "previous": POST}}, ("65a1",), "deleted in Ghost"),
        ({"post": {"current": {}, "previous": DRAFT}}, (), None),
        ({"post": {"current": {**POST, "status": "scheduled"}, "previous": {"status": "draft"}}}, (), None),
        ({"tag": {"current": {"name": "Город"}, "previous": {}}}, (), None),
        ({"member": {"current": {"name": "Анна"}, "previous": {}}}, (), None),
    ],
)
def test_ghosts_events_are_understood(value: Any, stories: tuple[str, ...], withdrawn: str | None) -> None:
    found = said(value, enveloped=False)
    assert isinstance(found, Understood)
    assert (found.kind, found.stories) == ("article.updated", stories)
    assert [article.withdrawn for article in found.articles] == [withdrawn] * len(stories)
    assert [(a.section, a.tags, a.url) for a in found.articles] == [("Город", (), POST["url"])] * len(stories)


ENTRY = {
    "id": 7,
    "url": "https://vestnik.example/7",
    "title": "Фонари",
    "content": "<p>Горят.</p>",
    "createdAt": "2026-11-24T09:00:00.000Z",
    "publishedAt": "2026-11-24T10:00:00.000Z",
}
MAPPING = {
    "id": "to_string(entry.id)",
    "url": "join('', ['https://vestnik.example/', entry.slug])",
    "title": "entry.headline",
    "published": "entry.publishedAt",
    "html": "entry.text",
}


@pytest.mark.parametrize(
    ("event", "changes", "stories", "withdrawn"),
    [
        ("entry.publish", {}, ("7",), None),
        ("entry.update", {}, ("7",), None),
        ("entry.create", {"publishedAt": None}, (), None),
        ("entry.update", {"publishedAt": None}, (), None),
        ("entry.unpublish", {"publishedAt": None}, ("7",), "unpublished in Strapi"),
        ("entry.delete", {}, ("7",), "deleted in Strapi"),
        ("media.create", {}, (), None),
    ],
)
@pytest.mark.parametrize("mapped", [False, True])
def test_strapis_events_are_understood(
    event: str,
    changes: dict[str, Any],
    stories: tuple[str, ...],
    withdrawn: str | None,
    mapped: bool,
) -> None:
    entry = {**ENTRY, **changes}
    if mapped:
        own = {"slug": "7", "headline": entry.pop("title"), "text": entry.pop("content")}
        entry = {**entry, **own} | {"url": "nowhere"}
    value = {"event": event, "model": "article", "entry": entry}
    circumstances = Circumstances(mapping=MAPPING if mapped else None)
    found = understand(json.dumps(value).encode(), circumstances, enveloped=False)
    assert isinstance(found, Understood)
    assert (found.stories, [a.withdrawn for a in found.articles]) == (stories, [withdrawn] * len(stories))
    assert [(a.title, a.url) for a in found.articles] == [("Фонари", ENTRY["url"])] * len(stories)


def test_a_push_to_a_repository_rebuilds() -> None:
    repository = {"full_name": "vestnik/site"}
    pushed = {"ref": "refs/heads/main", "commits": [], "repository": repository}
    assert said(pushed, enveloped=False) == Understood("rebuild")
    assert said({"zen": "Keep it simple.", "hook_id": 1, "repository": repository}, enveloped=False) == (
        Understood("article.updated")
    )
    assert said({"action": "opened", "issue": {}, "repository": repository}, enveloped=False) == (
        Understood("article.updated")
    )


def test_an_event_with_a_broken_record_says_why() -> None:
    found = said({"event": "entry.publish", "entry": {"id": 7}}, enveloped=False)
    assert isinstance(found, Refused)
    assert found.status == 422
    broken = {"post": {"current": {"id": "1", "status": "published"}, "previous": {}}}
    assert isinstance(said(broken, enveloped=False), Refused)


_EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "post": st.fixed_dictionaries({}, optional={"current": JSON, "previous": JSON}),
        "event": st.sampled_from(["entry.update", "entry.delete", "media.x", "other"]),
        "entry": JSON,
        "repository": JSON,
        "zen": JSON,
        "ref": JSON,
    },
)


@given(_EVENTS)
def test_no_event_raises(value: Any) -> None:
    assert isinstance(said(value, enveloped=False), Understood | Refused)
