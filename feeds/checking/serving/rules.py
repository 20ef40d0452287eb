"""Every rule of serving."""

from __future__ import annotations

from feeds.checking.serving import caching, describing, discovery, reaching
from feeds.checking.serving.base import HTTP, judged

__all__ = ["HTTP", "caching", "describing", "discovery", "judged", "reaching"]
