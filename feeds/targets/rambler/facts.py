"""What Rambler News asks of a feed."""

from __future__ import annotations

LIMIT = 50
TAGS: frozenset[str] = frozenset(
    {
        "p", "br", "a", "b", "strong", "i", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4",
    }
)  # fmt: skip
"""What rambler:fulltext may hold."""
