"""The rules of RSS 2.0, its profile's advice, and the extensions that live feeds use."""

from __future__ import annotations

from feeds.targets.rss.rules import channel, conduct, document, links, story, text
from feeds.targets.rss.rules.base import RULES

__all__ = ["RULES", "channel", "conduct", "document", "links", "story", "text"]
