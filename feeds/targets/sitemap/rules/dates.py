"""W3C dates as sitemaps use them: what is wrong with one, and between which instants it lies."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from feeds.checking import values

CLOCK_SKEW = timedelta(minutes=5)
"""How far ahead of the check a time may lie: clocks differ."""

_EAST = timedelta(hours=14)
"""How much sooner a day begins where it begins first."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_TIME_WITHOUT_ZONE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?")
_TIME_WITHOUT_SECONDS = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})")
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[A-Za-z]{3,},|\d{1,2} [A-Za-z]{3}"), "is an RFC 822 date"),
    (re.compile(r"\d{4}-\d{2}-\d{2} +\d"), "has a space where a T belongs"),
    (re.compile(r".*T.*[+-]\d{4}$"), "has a zone without a colon"),
    (re.compile(r"\d{4}-\d{2}-\d{2}T.*[tz]$|\d{4}-\d{2}-\d{2}t"), "has a small t or z"),
    (re.compile(r"\d{9,}$"), "is a number of seconds"),
    (re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[./]"), "is written with dots or slashes"),
)

FORM = "Write it as 2026-11-22T17:40:00+01:00: year-month-day, T, the time and its zone; or the day alone."


class Span(NamedTuple):
    """The first and the last instant that a date may mean; one and the same where it has a time.

    A day without a time begins where it begins first on earth, and ends with the day of UTC.
    """

    earliest: datetime
    latest: datetime


moment = lru_cache(maxsize=64)(values.w3c)
"""The instant of a W3C date; several rules ask for each."""


@lru_cache(maxsize=64)
def exact(text: str) -> datetime | None:
    """The instant of a date with a time, seconds and a zone, as schemas take it and most dates are."""
    if not _EXACT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def fault(text: str) -> str | None:
    """What keeps a text from being a W3C date, in words that follow the element's name."""
    if moment(text):
        return None
    if not text:
        return "is empty"
    if _TIME_WITHOUT_ZONE.fullmatch(text):
        return f"has a time but no zone: {text!r}"
    said = next((words for shape, words in _SHAPES if shape.match(text)), None)
    return f"is no W3C date: {text[:40]!r}" + (f" ({said})" if said else "")


def lacks_zone(text: str) -> bool:
    """Whether a time is there, but not its zone."""
    return bool(_TIME_WITHOUT_ZONE.fullmatch(text))


def lacks_seconds(text: str) -> bool:
    """Whether a time is there, but not its seconds: a W3C date that the schemas do not take."""
    return bool(_TIME_WITHOUT_SECONDS.fullmatch(text) and moment(text))


def lacks_day(text: str) -> bool:
    """Whether only a year, or a year and a month, are there."""
    return len(text) in (4, 7) and moment(text) is not None


def span(text: str) -> Span | None:
    """When the date is; None where it names no day."""
    if sure := exact(text):
        return Span(sure, sure)
    when = moment(text)
    if when is None:
        return None
    if not _DATE.fullmatch(text):
        return Span(when, when) if len(text) > 10 else None
    return Span(when - _EAST, when + timedelta(days=1))


def is_future(text: str, now: datetime) -> bool:
    """Whether the date lies ahead, even for the earliest zone and a slow clock."""
    if (sure := exact(text)) is not None:
        return sure > now + CLOCK_SKEW
    when = span(text)
    return when is not None and when.earliest > now + CLOCK_SKEW


def is_past(text: str, moment: datetime) -> bool:
    """Whether the date lies before an instant, even for the latest zone."""
    if (sure := exact(text)) is not None:
        return sure < moment
    when = span(text)
    return when is not None and when.latest < moment
