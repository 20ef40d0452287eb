"""Apple's podcast tags."""

from __future__ import annotations

from feeds.checking.extensions.itunes import rules
from feeds.checking.extensions.itunes.table import ITUNES

__all__ = ["ITUNES", "rules"]
