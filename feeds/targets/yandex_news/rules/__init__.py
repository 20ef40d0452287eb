"""The rules of feeds with yandex:full-text."""

from __future__ import annotations

from feeds.targets.yandex_news.rules import frame, fulltext, media, story
from feeds.targets.yandex_news.rules.base import RULES

__all__ = ["RULES", "frame", "fulltext", "media", "story"]
