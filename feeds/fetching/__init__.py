"""Safe fetching: what lies at an address, within bounds, and never at an address that is not public.

Failures that are to be expected are values: nothing here raises because of what an address, a name server, a
server or its answer is like.
"""

from __future__ import annotations

from feeds.fetching.answer import Answer, Failure, Fetched, Headers
from feeds.fetching.fetcher import Bounds, Fetcher

__all__ = ["Answer", "Bounds", "Failure", "Fetched", "Fetcher", "Headers"]
