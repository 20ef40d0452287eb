"""What an examination finds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from msgspec import Struct

State = Literal["well", "warning", "error"]


class Remark(Struct, frozen=True, kw_only=True):
    """One thing that was looked at: which, how it is, what is known of it, and what helps where it is not well."""

    about: str
    state: State = "well"
    said: str
    hint: str | None = None


def ago(moment: datetime | float, now: datetime) -> str:
    """How long ago an instant was, roughly."""
    then = moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment, tz=UTC)
    seconds = (now - then).total_seconds()
    if seconds < 0:
        return "in the future"
    for unit, length in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if seconds >= length:
            count = int(seconds // length)
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "a moment ago"


def size(count: float) -> str:
    """A number of bytes, roughly."""
    for unit in ("bytes", "KiB", "MiB", "GiB"):
        if count < 1024 or unit == "GiB":
            break
        count /= 1024
    return f"{count:.0f} {unit}" if unit == "bytes" or count >= 10 else f"{count:.1f} {unit}"
