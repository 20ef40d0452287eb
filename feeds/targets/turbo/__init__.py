"""Yandex's Turbo pages, closed in 2025: old feeds can be checked, none is written."""

from __future__ import annotations

from feeds.targets.target import Target

TARGETS = (
    Target(
        name="turbo",
        title="RSS for Turbo pages",
        summary="closed by Yandex in 2025: for checking old feeds only",
        platform="Yandex",
        spec="https://yandex.ru/dev/turbo/doc/ru/",
        media_type="application/rss+xml",
        rules="feeds.targets.turbo.rules:RULES",
        signs={"turbo:content": 6},
        robots=(("YandexBot", "Yandex"),),
        obedient=True,
    ),
)
