"""SmartNews' rules for SmartFormat."""

from __future__ import annotations

from feeds.targets.smartnews.rules import body, frame, story
from feeds.targets.smartnews.rules.base import RULES

__all__ = ["RULES", "body", "frame", "story"]
