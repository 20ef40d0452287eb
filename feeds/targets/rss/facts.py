"""What RSS 2.0 allows, and what a feed of it may be told."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

LIMIT = 50


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the feed is written."""

    full_text: Annotated[bool, Meta(description="the whole story, not only its lead")] = True
    modified: Annotated[
        bool,
        Meta(
            description="when a story changed, in dcterms:modified: some readers show it as the story's date"
        ),
    ] = False
    ttl: Annotated[int, Meta(ge=1, description="minutes for which a reader may keep the feed")] | None = None
