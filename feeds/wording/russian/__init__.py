"""Russian: the tables of each part, put together."""

from __future__ import annotations

from feeds.wording.russian.preview import PREVIEW, READABLE, WHY
from feeds.wording.russian.reasons import REASONS
from feeds.wording.russian.status import PAGES, STATUS
from feeds.wording.russian.subscribe import CHANNELS, SUBSCRIBE, TARGETS

PHRASES: dict[str, str] = {**REASONS}
"""What is said elsewhere in finished sentences."""

TEXTS: dict[str, str] = {**SUBSCRIBE, **CHANNELS, **TARGETS, **PAGES, **STATUS, **PREVIEW, **READABLE, **WHY}
"""What pages and commands say."""
