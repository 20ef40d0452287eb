"""RSS with the full text, for Yandex (Fresh content) and the older News on Dzen."""

from __future__ import annotations

from feeds.targets.target import Target
from feeds.targets.yandex_news import facts

TARGETS = (
    Target(
        name="yandex-news",
        title="RSS with yandex:full-text",
        summary="full text for Yandex search's fresh content and the older News on Dzen",
        platform="Yandex",
        spec="https://yandex.ru/support/webmaster/en/search-appearance/fresh-content",
        media_type="application/rss+xml",
        window=facts.WINDOW,
        limit=facts.LIMIT,
        options=facts.Options,
        writer="feeds.targets.yandex_news.writer:WRITER",
        rules="feeds.targets.yandex_news.rules:RULES",
        signs={"yandex:full-text": 5, "yandex:genre": 4},
        robots=(("YandexNews", "Yandex"), ("YandexBot", "Yandex")),
        obedient=True,
    ),
)
