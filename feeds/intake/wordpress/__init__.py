"""Texts as WordPress keeps them: block comments, shortcodes, blank lines for paragraphs; as plain HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from feeds.intake.embeds import embedded
from feeds.intake.wordpress.paragraphs import paragraphs
from feeds.intake.wordpress.shortcodes import Library, expanded

__all__ = ["NO_CATEGORY", "Library", "html_of"]

NO_CATEGORY = frozenset(
    {"uncategorized", "без рубрики", "без категории", "allgemein", "non classé", "sin categoría"}
)
"""How WordPress calls the category of what has none."""

LONGEST = 4_000_000
"""Characters; a longer text is no story."""

_MARK = re.compile(r"<!--\s*(?:more[^>]*|nextpage|noteaser)\s*-->", re.IGNORECASE)
_EMBED = re.compile(
    r"(<(?:div|figure)[^<>]{0,300}class=\"[^<>\"]{0,300}wp-block-embed[^<>\"]{0,300}\"[^<>]{0,300}>)\s{0,50}"
    r"(?:<div[^<>]{0,300}>)?\s{0,50}(https?://[^\s<>\"]+)\s{0,50}(?:</div>)?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^[ \t]{0,20}(?:<p>[ \t]{0,20})?(https?://[^\s<>\"\[\]]+)[ \t]{0,20}(?:</p>[ \t]{0,20})?\r?$",
    re.MULTILINE,
)


def html_of(
    content: str, attachments: Mapping[str, Mapping[str, Any]] | None = None, own: Sequence[str] = ()
) -> str:
    """The HTML of a text.

    `attachments` are the pictures and files of the site by their ids, `own` the ids of those that
    belong to the story: a gallery that names no pictures shows these.
    """
    content = content[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    blocks = "<!-- wp:" in content
    content = _EMBED.sub(
        lambda match: f"{match[1]}{embedded(match[2])}", _MARK.sub("\n\n", _without_marks(content))
    )
    content = expanded(content, Library(attachments or {}, own))
    content = _ALONE.sub(lambda match: embedded(match[1]), content)
    return content if blocks else paragraphs(content)


def _without_marks(content: str) -> str:
    """The text without the comments that tell where blocks begin and end."""
    parts: list[str] = []
    position = 0
    while (start := content.find("<!-- ", position)) >= 0:
        end = content.find("-->", start)
        if end < 0:
            break
        is_mark = content.startswith(("wp:", "/wp:"), start + 5)
        parts.append(content[position : start if is_mark else start + 5])
        position = end + 3 if is_mark else start + 5
    return "".join([*parts, content[position:]])
