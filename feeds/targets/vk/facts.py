"""What is known of VK's RSS import."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msgspec import Meta, Struct

WINDOW = timedelta(hours=72)
LIMIT = 50
WALL_POSTS = 50
"""Posts that a community's wall takes in a day."""

IMAGE_TYPES: frozenset[str] = frozenset({"image/jpeg", "image/png"})
TAGS: frozenset[str] = frozenset(
    {"p", "h2", "h3", "b", "i", "a", "ul", "ol", "li", "blockquote", "figure", "img", "figcaption"}
)
"""What content:encoded may safely hold."""


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the feed is written."""

    full_text: Annotated[bool, Meta(description="the whole story, for the import as VK articles")] = True
