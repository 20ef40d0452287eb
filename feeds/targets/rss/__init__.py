"""RSS 2.0 for readers and aggregators in general."""

from __future__ import annotations

from feeds.targets.rss import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="rss",
        title="RSS 2.0",
        summary="for readers and aggregators in general",
        platform="any reader",
        spec="https://www.rssboard.org/rss-specification",
        media_type="application/rss+xml",
        limit=facts.LIMIT,
        archives=True,
        options=facts.Options,
        writer="feeds.targets.rss.writer:WRITER",
        rules="feeds.targets.rss.rules:RULES",
        generic=True,
        robots=(("Feedly",), ("Inoreader",)),
    ),
)
