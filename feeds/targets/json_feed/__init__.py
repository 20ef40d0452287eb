"""JSON Feed 1.1."""

from __future__ import annotations

from feeds.targets.json_feed import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="json-feed",
        title="JSON Feed 1.1",
        summary="for readers and programs that prefer JSON",
        platform="any reader",
        spec="https://www.jsonfeed.org/version/1.1/",
        media_type="application/feed+json",
        suffix=".json",
        limit=facts.LIMIT,
        options=facts.Options,
        writer="feeds.targets.json_feed.writer:WRITER",
        rules="feeds.targets.json_feed.rules:RULES",
        roots=(),
        robots=(("Feedly",), ("Inoreader",)),
    ),
)
