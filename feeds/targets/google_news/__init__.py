"""Google's news sitemap: the last 48 hours."""

from __future__ import annotations

from feeds.targets.google_news import facts
from feeds.targets.target import Target

TARGETS = (
    Target(
        name="google-news",
        title="News sitemap",
        summary="the last 48 hours for Google News",
        platform="Google News",
        spec="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap",
        media_type="application/xml",
        window=facts.WINDOW,
        most=facts.MOST,
        options=facts.Options,
        writer="feeds.targets.google_news.writer:WRITER",
        rules="feeds.targets.google_news.rules:RULES",
        roots=("sitemap:urlset",),
        signs={"news:news": 5},
        robots=(("Googlebot-News", "Googlebot"), ("Googlebot",)),
        obedient=True,
    ),
)
