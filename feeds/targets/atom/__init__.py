"""Atom 1.0 for readers and aggregators in general."""

from __future__ import annotations

from feeds.targets.atom import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="atom",
        title="Atom 1.0",
        summary="for readers and aggregators in general, with tombstones",
        platform="any reader",
        spec="https://www.rfc-editor.org/rfc/rfc4287",
        media_type="application/atom+xml",
        limit=facts.LIMIT,
        archives=True,
        options=facts.Options,
        writer="feeds.targets.atom.writer:WRITER",
        rules="feeds.targets.atom.rules:RULES",
        roots=("atom:feed", "atom:entry"),
        generic=True,
        robots=(("Feedly",), ("Inoreader",)),
    ),
)
