"""Rules about each story: id, content, dates, attachments, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from feeds.checking import values
from feeds.checking.engine import Context
from feeds.checking.json_document import Value
from feeds.checking.rule import Change, Problem
from feeds.targets.json_feed.rules.base import NOW, RULES, kind_of

CLOCK_SKEW = timedelta(minutes=10)

_ID = '"id": "zarya-48211"'
_TEXT = '"content_text": "The library stays open at night."'
_DATE = '"2026-11-22T18:30:00.250Z"'
_MODIFIED = '"2026-11-23T10:05:00+03:00"'
_TAGS = '"tags": ["bridge", "transport"]'
_TYPE = '"mime_type": "audio/mpeg"'
_LEAP = re.compile(r"(T\d{2}:\d{2}):60")


def moment(text: str) -> datetime | None:
    """The instant of an RFC 3339 date; t, z and a leap second are allowed there."""
    return values.rfc3339(_LEAP.sub(r"\1:59", text.upper()))


@RULES.rule(
    "JF005",
    "id",
    "error",
    on="item",
    summary="Each item has an id.",
    hint="Give every story an id that never changes, such as its address. Readers drop items without one.",
    now=NOW,
    bad=Change(f"{_ID},", ""),
    good=Change(_ID, '"id": "48211"'),
)
def identity(item: Value, context: Context) -> Iterator[Problem]:
    """No id, an empty one, or what cannot be made one."""
    said = item.one("id")
    if said is None:
        yield Problem(item, "the item has no id")
    elif isinstance(said.data, bool | list | dict):
        yield Problem(said, f"id is {kind_of(said.data)}, not a text")
    elif not item.text("id"):
        yield Problem(said, "id is empty")


@RULES.rule(
    "JF006",
    "id-text",
    "warning",
    on="item",
    summary="The id is a text.",
    hint="Put the id in quotes: readers turn numbers into texts, each in its own way.",
    now=NOW,
    bad=Change(_ID, '"id": 48211'),
    good=Change(_ID, '"id": "48211"'),
)
def identity_text(item: Value, context: Context) -> Iterator[Problem]:
    """A number."""
    said = item.one("id")
    if said is not None and isinstance(said.data, int | float) and not isinstance(said.data, bool):
        yield Problem(said, f"id is a number: {item.text('id')[:40]}")


@RULES.rule(
    "JF007",
    "id-unique",
    "error",
    on="feed",
    summary="No two items have the same id.",
    hint="Keep one entry for each story; readers show only one of those that share an id.",
    now=NOW,
    bad=Change(_ID, '"id": " https://zarya.example/2026/11/bridge "'),
    good=Change(_ID, '"id": "https://zarya.example/2026/11/bridge#2"'),
)
def identity_unique(channel: Value, context: Context) -> Iterator[Problem]:
    """The second item of an id and every further one."""
    first: dict[str, int] = {}
    for n, item in enumerate(context.items, start=1):
        name = item.text("id")
        if name and first.setdefault(name, n) != n:
            yield Problem(item.one("id"), f"item {first[name]} has the id {name[:200]!r} already")


@RULES.rule(
    "JF008",
    "content",
    "error",
    on="item",
    summary="Each item has content_html or content_text.",
    hint="Put the story into content_html, or its text into content_text; a summary alone is not enough.",
    now=NOW,
    bad=Change(_TEXT, '"summary": "The library stays open at night."'),
    good=Change(_TEXT, f'{_TEXT}, "content_html": "<p>The library stays open at night.</p>"'),
)
def content(item: Value, context: Context) -> Iterator[Problem]:
    """Neither of the two, or both empty."""
    said = [member for name in ("content_html", "content_text") if (member := item.one(name))]
    texts = [member.data for member in said if isinstance(member.data, str)]
    if not texts:
        where = said[0] if said else item
        yield Problem(where, "the item has neither content_html nor content_text")
    elif not any(text.strip() for text in texts):
        yield Problem(said[0], "the content is empty", severity="warning")


@RULES.rule(
    "JF009",
    "date",
    "error",
    on="item",
    summary="date_published and date_modified are RFC 3339 dates, with a zone.",
    hint="Write 2026-11-22T17:40:00+01:00: year-month-day, T, hours:minutes:seconds, zone (Z for UTC).",
    now=NOW,
    bad=Change(_DATE, '"Sun, 22 Nov 2026 18:30:00 GMT"'),
    good=Change(_DATE, '"2026-11-22t18:30:00-00:00"'),
)
def date(item: Value, context: Context) -> Iterator[Problem]:
    """Another form."""
    for name in ("date_published", "date_modified"):
        said = item.one(name)
        if said is None:
            continue
        if not isinstance(said.data, str):
            yield Problem(said, f"{name} is {kind_of(said.data)}, not a text")
        elif moment(said.data) is None:
            yield Problem(said, f"{name} is no RFC 3339 date: {said.data[:60]!r}")


@RULES.rule(
    "JF016",
    "attachment",
    "error",
    on="item",
    summary="An attachment has a url and a mime_type; its size and duration are numbers.",
    hint='Write [{"url": "https://...", "mime_type": "audio/mpeg", "size_in_bytes": 1200345}].',
    now=NOW,
    bad=Change("1200345", '"1200345"'),
    good=Change("1200345", "0"),
)
def attachment(item: Value, context: Context) -> Iterator[Problem]:
    """Another shape, something missing, or what is no number."""
    said = item.one("attachments")
    if said is None:
        return
    if not isinstance(said.data, list):
        yield Problem(said, f"attachments is {kind_of(said.data)}, not an array")
    for entry in said.elements:
        if isinstance(entry.data, dict):
            yield from _attachment(entry)
        else:
            yield Problem(entry, f"the attachment is {kind_of(entry.data)}, not an object")


def _attachment(entry: Value) -> Iterator[Problem]:
    for name in ("url", "mime_type"):
        member = entry.one(name)
        if member is None:
            yield Problem(entry, f"the attachment has no {name}")
        elif not isinstance(member.data, str):
            yield Problem(member, f"{name} is {kind_of(member.data)}, not a text")
        elif name == "mime_type" and (fault := values.media_type(member.data)):
            yield Problem(member, f"mime_type {fault}", severity="error" if not member.data else "warning")
    for name in ("size_in_bytes", "duration_in_seconds"):
        member = entry.one(name)
        if member is None:
            continue
        if isinstance(member.data, bool) or not isinstance(member.data, int | float):
            yield Problem(member, f"{name} is {kind_of(member.data)}, not a number")
        elif member.data < 0:
            yield Problem(member, f"{name} is negative: {member.data}")


@RULES.rule(
    "JF017",
    "tags",
    "error",
    on="item",
    summary="tags is an array of texts.",
    hint='Write "tags": ["bridge", "transport"], not one text with commas.',
    now=NOW,
    bad=Change(_TAGS, '"tags": "bridge, transport"'),
    good=Change(_TAGS, '"tags": []'),
)
def tags(item: Value, context: Context) -> Iterator[Problem]:
    """Another shape, or strays in the array."""
    said = item.one("tags")
    if said is None:
        return
    if not isinstance(said.data, list):
        yield Problem(said, f"tags is {kind_of(said.data)}, not an array")
    for tag in said.elements:
        if not isinstance(tag.data, str):
            yield Problem(tag, f"the tag is {kind_of(tag.data)}, not a text")


@RULES.rule(
    "JF026",
    "date-order",
    "warning",
    on="item",
    summary="A story is published first and modified after that, and neither lies in the future.",
    hint="See whether the dates are swapped, and whether the server's clock and time zone are right.",
    now=NOW,
    bad=Change(_MODIFIED, '"2026-11-23T08:39:59+03:00"'),
    good=Change(_MODIFIED, '"2026-11-23T05:40:00Z"'),
)
def date_order(item: Value, context: Context) -> Iterator[Problem]:
    """The two dates, and now."""
    published, modified = moment(item.text("date_published")), moment(item.text("date_modified"))
    if published and modified and modified < published:
        said = f"date_modified {item.text('date_modified')} is before date_published"
        yield Problem(item.one("date_modified"), said)
    for name, when in (("date_published", published), ("date_modified", modified)):
        if when and when > context.now + CLOCK_SKEW:
            yield Problem(item.one(name), f"{name} lies in the future: {item.text(name)}")
