"""The rules of Atom 1.0, and the extensions that live feeds use."""

from __future__ import annotations

from feeds.targets.atom.rules import content, document, entries, links, structure, text
from feeds.targets.atom.rules.base import RULES

__all__ = ["RULES", "content", "document", "entries", "links", "structure", "text"]
