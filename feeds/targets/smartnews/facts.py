"""What SmartFormat asks of a feed."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

LIMIT = 50
MOST = 100
FEED_BYTES = 1_000_000
DESCRIPTION_CHARACTERS = 30
LOGO_WIDTH, LOGO_HEIGHT = 700, 100
THUMBNAIL_PIXELS = 1500
STATES: frozenset[str] = frozenset({"active", "deleted"})

Url = Annotated[str, Meta(min_length=1, description="PNG of 700×100 pixels, transparent")]


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the feed is written."""

    logo: Url | None = None
    logo_dark: Url | None = None
    ttl: Annotated[int, Meta(ge=1, description="minutes for which SmartNews may keep the feed")] | None = None
