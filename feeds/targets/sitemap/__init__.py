"""Sitemaps of everything: an index, and a part for each month."""

from __future__ import annotations

from feeds.targets.sitemap import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="sitemap",
        title="Sitemap",
        summary="everything ever published, for search engines: an index and a part for each month",
        platform="search engines",
        spec="https://www.sitemaps.org/protocol.html",
        media_type="application/xml",
        most=facts.PART,
        layout="monthly",
        options=facts.Options,
        writer="feeds.targets.sitemap.writer:WRITER",
        rules="feeds.targets.sitemap.rules:RULES",
        roots=("sitemap:urlset", "sitemap:sitemapindex"),
        generic=True,
        robots=(("Googlebot",), ("bingbot",), ("YandexBot", "Yandex")),
        obedient=True,
    ),
)
