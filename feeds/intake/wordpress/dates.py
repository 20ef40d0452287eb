"""WordPress keeps each time twice, as its clock showed it and in UTC; the two tell the offset."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any


def with_offset(local: Any, universal: Any) -> str | None:
    """The site's own time with its offset; None where the two times do not tell it."""
    try:
        here = datetime.fromisoformat(local)
        there = datetime.fromisoformat(universal)
    except (TypeError, ValueError):
        return None
    if here.tzinfo or there.tzinfo:
        return None
    shift = round((here - there) / timedelta(minutes=15)) * timedelta(minutes=15)
    if abs(shift) > timedelta(hours=14):
        return None
    return here.replace(tzinfo=timezone(shift)).isoformat()
