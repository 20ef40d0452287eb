"""SmartFormat: RSS for SmartNews."""

from __future__ import annotations

from feeds.targets.smartnews import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="smartnews",
        title="SmartFormat 2.2",
        summary="full text for SmartNews, with word of what was taken back",
        platform="SmartNews",
        spec="https://publishers.smartnews.com/hc/en-us/articles/56500436151065",
        media_type="application/rss+xml",
        limit=facts.LIMIT,
        most=facts.MOST,
        options=facts.Options,
        writer="feeds.targets.smartnews.writer:WRITER",
        rules="feeds.targets.smartnews.rules:RULES",
        signs={"snf:logo": 8, "snf:analytics": 7, "snf:video": 7},
    ),
)
