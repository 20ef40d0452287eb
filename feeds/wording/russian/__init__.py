"""Russian: the tables of each part, put together."""

from __future__ import annotations

from feeds.wording.russian.reasons import REASONS

PHRASES: dict[str, str] = {**REASONS}
"""What is said elsewhere in finished sentences."""

TEXTS: dict[str, str] = {}
"""What pages and commands say."""
