"""RSS with the full text, for Rambler News."""

from __future__ import annotations

from feeds.targets.rambler import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="rambler",
        title="RSS with rambler:fulltext",
        summary="full text for Rambler News",
        platform="Rambler",
        spec="https://help.rambler.ru/news/novosti-pravila-oformleniya-novostnogo-potoka/4",
        media_type="application/rss+xml",
        limit=facts.LIMIT,
        writer="feeds.targets.rambler.writer:WRITER",
        rules="feeds.targets.rambler.rules:RULES",
        signs={"rambler:fulltext": 5},
    ),
)
