"""The rules of MSN's Partner Hub."""

from __future__ import annotations

from feeds.targets.msn.rules import body, frame, media, story
from feeds.targets.msn.rules.base import RULES

__all__ = ["RULES", "body", "frame", "media", "story"]
