"""Russian: the tables of each part, put together."""

from __future__ import annotations

import re

from feeds.wording.russian.findings import FINDINGS
from feeds.wording.russian.preview import CHECK, PREVIEW, READABLE, WHY
from feeds.wording.russian.reasons import REASONS
from feeds.wording.russian.refusals import FILES, HINTS, MESSAGES, PARSERS, STORIES
from feeds.wording.russian.rules import RULES
from feeds.wording.russian.status import PAGES, STATUS
from feeds.wording.russian.subscribe import CHANNELS, SUBSCRIBE, TARGETS
from feeds.wording.values import NARROW


def _typeset(table: dict[str, str]) -> dict[str, str]:
    """The table with dashes that never begin a line, and thousands that stay together."""
    return {
        english: re.sub(r"(?<=\d) (?=\d{3}(?!\d))", NARROW, russian.replace(" —", "\u00a0—"))
        for english, russian in table.items()
    }


PHRASES: dict[str, str] = _typeset(
    {**REASONS, **FINDINGS, **FILES, **PARSERS, **STORIES, **HINTS, **MESSAGES}
)
"""What is said elsewhere in finished sentences."""

TEXTS: dict[str, str] = _typeset(
    {**SUBSCRIBE, **CHANNELS, **TARGETS, **PAGES, **STATUS, **PREVIEW, **READABLE, **WHY, **CHECK, **RULES}
)
"""What pages and commands say."""
