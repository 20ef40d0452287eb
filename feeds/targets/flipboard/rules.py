"""The rules of RSS apply."""

from __future__ import annotations

from feeds.targets.rss.rules import RULES

__all__ = ["RULES"]
