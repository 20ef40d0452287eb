"""What a JSON feed may be told."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

VERSION = "https://jsonfeed.org/version/1.1"
LIMIT = 50


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the feed is written."""

    full_text: Annotated[bool, Meta(description="the whole story, not only its lead")] = True
