"""The rules of Atom 1.0."""

from __future__ import annotations

from feeds.checking.document import ATOM
from feeds.checking.rule import Change, RuleSet
from feeds.checking.structure import Row
from feeds.checking.values import nonblank

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:harbour.example,2026:feed</id>
  <title>Harbour Post</title>
  <updated>2026-11-22T18:05:00Z</updated>
  <author><name>Harbour Post</name></author>
</feed>
"""

RULES = RuleSet(
    target="atom",
    title="Atom 1.0",
    prefix="ATOM",
    spec="https://www.rfc-editor.org/rfc/rfc4287",
    example=EXAMPLE,
    shape=ATOM,
    structure=(Row(on="channel", name="id", missing="ATOM002", value=nonblank, invalid="ATOM002"),),
)

RULES.facts(
    "ATOM002",
    "feed",
    "error",
    on="channel",
    summary="The feed has an id.",
    hint="Write an IRI that never changes into the feed's <id>.",
    bad=Change("<id>tag:harbour.example,2026:feed</id>", ""),
)
