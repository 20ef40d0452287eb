"""RSS with the full text, for Mail.ru News."""

from __future__ import annotations

from feeds.targets.mailru import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="mailru",
        title="RSS with mailru:full-text",
        summary="full text for Mail.ru News",
        platform="Mail.ru",
        spec="https://news.mail.ru/",
        media_type="application/rss+xml",
        limit=facts.LIMIT,
        writer="feeds.targets.mailru.writer:WRITER",
        rules="feeds.targets.mailru.rules:RULES",
        signs={"mailru:full-text": 5},
    ),
)
