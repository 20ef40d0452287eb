"""RSS for Flipboard."""

from __future__ import annotations

from feeds.targets.flipboard import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="flipboard",
        title="RSS for Flipboard",
        summary="full text and a large picture for Flipboard",
        platform="Flipboard",
        spec="https://about.flipboard.com/publishers/",
        media_type="application/rss+xml",
        limit=facts.LIMIT,
        writer="feeds.targets.flipboard.writer:WRITER",
        rules="feeds.targets.flipboard.rules:RULES",
        robots=(("FlipboardRSS", "FlipboardProxy"),),
    ),
)
