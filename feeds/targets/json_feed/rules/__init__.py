"""The rules of JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from feeds.targets.json_feed.rules import feed, items, members
from feeds.targets.json_feed.rules.base import RULES

__all__ = ["RULES", "feed", "items", "members"]
