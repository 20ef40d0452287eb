"""RSS for tools that post into groups on OK."""

from __future__ import annotations

from feeds.targets.ok import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="ok",
        title="RSS for OK",
        summary="plain text and a link for tools that post into a group on OK",
        platform="OK",
        spec="https://ok.ru/page/okmedia/api/",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        limit=facts.LIMIT,
        writer="feeds.targets.ok.writer:WRITER",
        rules="feeds.targets.ok.rules:RULES",
    ),
)
