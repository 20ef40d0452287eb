"""Media RSS 1.5.1: pictures, sounds and films of a story."""

from __future__ import annotations

from feeds.checking.extensions.media import rules
from feeds.checking.extensions.media.table import MEDIA

__all__ = ["MEDIA", "rules"]
