"""What the sitemap protocol and Google's extensions of it ask."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

URLS = 50_000
"""Addresses that one document may hold."""

PART = 10_000
"""Addresses that our parts hold at most: with pictures and videos they stay well below `BYTES`."""

BYTES = 52_428_800
LOC_CHARACTERS = 2047
IMAGES = 1000
VIDEO_DESCRIPTION_CHARACTERS = 2048
VIDEO_SECONDS = 28_800
VIDEO_TAGS = 32


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said of a story besides its address."""

    images: Annotated[bool, Meta(description="its pictures")] = True
    videos: Annotated[bool, Meta(description="its videos")] = True
    translations: Annotated[bool, Meta(description="its versions in other languages")] = True
