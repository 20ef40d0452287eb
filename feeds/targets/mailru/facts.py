"""What is known of Mail.ru News's format."""

from __future__ import annotations

LIMIT = 50
ENCLOSURES = 6
TAGS: frozenset[str] = frozenset({"p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li", "blockquote"})
"""What mailru:full-text may hold."""
