"""The rules of sitemaps: the protocol's, and those of Google's extensions of it."""

from __future__ import annotations

from feeds.targets.sitemap.rules import document, entries, hreflang, media
from feeds.targets.sitemap.rules.base import RULES

__all__ = ["RULES", "document", "entries", "hreflang", "media"]
