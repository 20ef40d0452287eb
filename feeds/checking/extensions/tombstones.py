"""Tombstones of RFC 6721: entries that were taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from feeds.checking import uris
from feeds.checking.dates import internet, internet_fault
from feeds.checking.document import ATOM, View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import READ, extension, fact, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute

_COMMENT = "<at:comment>Withdrawn by the desk</at:comment>"
_STONE = (
    '<at:deleted-entry ref="tag:harbour.example,2026:1" when="2026-11-21T09:00:00Z">'
    f"<at:by><name>Ida Moen</name></at:by>{_COMMENT}</at:deleted-entry>"
)
_ENTRY_ID = "<id>tag:harbour.example,2026:2</id>"

AT = replace(
    extension("at", "Tombstones", "AT", "https://www.rfc-editor.org/rfc/rfc6721"),
    shape=ATOM,
    example=f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
  <id>tag:harbour.example,2026:feed</id>
  <title>Harbour Post</title>
  <updated>2026-11-22T18:05:00Z</updated>
  {_STONE}
  <entry>
    {_ENTRY_ID}
    <title>Ferry service resumes after storm</title>
    <updated>2026-11-22T18:05:00Z</updated>
  </entry>
</feed>
""",
)
once(AT, _COMMENT)
row(
    AT,
    "at:deleted-entry",
    "channel",
    many=True,
    attributes=(
        Attribute(name="ref", required="AT003", value=uris.absolute, invalid="AT003"),
        Attribute(name="when", required="AT003", value=internet_fault, invalid="AT003"),
    ),
)
row(AT, "at:by", "//at:deleted-entry")
row(AT, "atom:name", "//at:by", missing="AT003", many=True)
row(AT, "at:comment", "//at:deleted-entry", attributes=(Attribute(name="type"),), opaque=True)
fact(
    AT,
    "003",
    "form",
    summary="A tombstone names the entry by its id (ref) and the time when it was taken back (when).",
    hint='Write <at:deleted-entry ref="id of the entry" when="2026-11-21T09:00:00Z"/>.',
    bad=Change(' when="2026-11-21T09:00:00Z"', ' when="21.11.2026"'),
    good=Change(' when="2026-11-21T09:00:00Z"', ' when="2026-11-21T12:00:00+03:00"'),
)


@AT.rule(
    "AT004",
    "at-void",
    "warning",
    on="feed",
    summary="An entry that was taken back is not in the feed with a later date.",
    hint="Take the tombstone out where the entry is back, or the entry where it is gone.",
    read=READ,
    bad=Change('ref="tag:harbour.example,2026:1"', 'ref="tag:harbour.example,2026:2"'),
)
def void(channel: View, context: Context) -> Iterator[Problem]:
    """A tombstone that its own entry makes void."""
    stones = channel.all("at:deleted-entry")
    if not stones:
        return
    entries = {item.text("atom:id"): item for item in context.items}
    for stone in stones:
        entry = entries.get((stone.get("ref") or "").strip())
        if entry is None:
            continue
        when, updated = internet(stone.get("when") or ""), internet(entry.text("atom:updated"))
        if when and updated and updated > when:
            yield Problem(stone, "the tombstone is void: its entry is in the feed with a later date")


@AT.rule(
    "AT005",
    "at-twice",
    "warning",
    on="channel",
    summary="There is one tombstone for an entry.",
    hint="Keep the one with the later date.",
    read=READ,
    bad=Change(_STONE, _STONE * 2),
)
def twice(channel: View, context: Context) -> Iterator[Problem]:
    """A second one for the same entry."""
    seen: set[str] = set()
    for stone in channel.all("at:deleted-entry"):
        ref = stone.get("ref") or ""
        if ref in seen:
            yield Problem(stone, f"there is a tombstone for {ref[:80]!r} already", attribute="ref")
        seen.add(ref)
