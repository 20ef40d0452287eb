"""The rules of feeds for Turbo pages, kept for the feeds that are still about."""

from __future__ import annotations

from feeds.targets.turbo.rules import content, frame, item
from feeds.targets.turbo.rules.base import RULES

__all__ = ["RULES", "content", "frame", "item"]
