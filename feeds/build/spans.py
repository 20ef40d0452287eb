"""Months and days of UTC, by which feeds are parted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A month or a day of UTC: its name in a part's path, and the seconds between which it lies."""

    name: str
    start: float
    end: float


def month_of(moment: float) -> Span:
    """The month that an instant lies in."""
    first = _midnight(moment).replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Span(f"{first:%Y-%m}", first.timestamp(), following.timestamp())


def day_of(moment: float) -> Span:
    """The day that an instant lies in."""
    start = _midnight(moment)
    return Span(f"{start:%Y-%m-%d}", start.timestamp(), (start + timedelta(days=1)).timestamp())


def _midnight(moment: float) -> datetime:
    return datetime.fromtimestamp(moment, tz=UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def months(first: float, last: float) -> Iterator[Span]:
    """Every month from one instant to another."""
    span = month_of(first)
    while span.start <= last:
        yield span
        span = month_of(span.end)


def days(month: Span) -> Iterator[Span]:
    """Every day of a month."""
    span = day_of(month.start)
    while span.start < month.end:
        yield span
        span = day_of(span.end)


def span_of(length: Literal["day", "month"], moment: float) -> Span:
    """The day or the month that an instant lies in."""
    return day_of(moment) if length == "day" else month_of(moment)
