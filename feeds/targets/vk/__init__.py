"""RSS for the import into a VK community."""

from __future__ import annotations

from feeds.targets.target import Target
from feeds.targets.vk import facts

TARGETS = (
    Target(
        name="vk",
        title="RSS for VK",
        summary="the RSS import of a VK community",
        platform="VK",
        spec="https://vk.com/faq17968",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        limit=facts.LIMIT,
        options=facts.Options,
        writer="feeds.targets.vk.writer:WRITER",
        rules="feeds.targets.vk.rules:RULES",
    ),
)
