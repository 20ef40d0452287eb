"""Google's rules for news sitemaps, on top of those of every sitemap."""

from __future__ import annotations

from feeds.targets.google_news.rules import publication_dates, stories
from feeds.targets.google_news.rules.base import RULES

__all__ = ["RULES", "publication_dates", "stories"]
