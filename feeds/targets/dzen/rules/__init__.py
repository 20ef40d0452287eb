"""The rules of Dzen: of a channel's feed, and of the seamless one."""

from __future__ import annotations

from feeds.targets.dzen.rules import conduct, content, frame, media, news, story
from feeds.targets.dzen.rules.base import RULES
from feeds.targets.dzen.rules.news import NEWS_RULES

__all__ = ["NEWS_RULES", "RULES", "conduct", "content", "frame", "media", "news", "story"]
