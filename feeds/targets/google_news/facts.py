"""What Google asks of a news sitemap."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msgspec import Meta, Struct

WINDOW = timedelta(hours=48)
MOST = 1000
LANGUAGE = r"zh-cn|zh-tw|[a-z]{2,3}"
"""Pattern of news:language."""


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said of a story."""

    images: Annotated[bool, Meta(description="its pictures too")] = True
