"""Repairs that are safe to make by program: where there is one way only to understand what was meant."""

from __future__ import annotations

from feeds.checking.fixing.fix import Fixed, fixed

__all__ = ["Fixed", "fixed"]
