"""Dzen: a channel's RSS, and the seamless RSS of a channel and News."""

from __future__ import annotations

from feeds.targets.dzen import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="dzen",
        title="RSS for a Dzen channel",
        summary="articles or posts for a channel on Dzen; its first feed needs ten stories",
        platform="Dzen",
        spec="https://dzen.ru/help/ru/website/rss-modify",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        most=facts.MOST,
        options=facts.ChannelOptions,
        writer="feeds.targets.dzen.writer:WRITER",
        rules="feeds.targets.dzen.rules:RULES",
        signs={f"category={word}": 4 for group in facts.DIRECTIVES for word in group},
        robots=(("YandexBot", "Yandex"), ("*",)),
    ),
    Target(
        name="dzen-news",
        title="Seamless RSS for Dzen",
        summary="one feed for News on Dzen and for the channel",
        platform="Dzen",
        spec="https://dzen.ru/help/ru/news/seamless/rss.html",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        most=facts.MOST,
        options=facts.NewsOptions,
        writer="feeds.targets.dzen.writer:NEWS_WRITER",
        rules="feeds.targets.dzen.rules:NEWS_RULES",
        signs={"contentType": 9},
        robots=(("YandexBot", "Yandex"), ("*",)),
    ),
)
