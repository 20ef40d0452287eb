"""Dates of feeds, as their specifications have them and as programs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from feeds.checking.values import rfc822, rfc822_weekday, rfc3339, w3c

AHEAD = timedelta(minutes=10)
"""How far a date may lie in the future: clocks differ."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""There were no feeds before."""

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{4}-\d{2}-\d{2}.*"), "is in ISO form"),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}.*"), "is all numbers"),
    (re.compile(r"\d{9,}"), "counts seconds"),
    (re.compile(r".*[а-яёА-ЯЁ].*"), "has Cyrillic letters: the names of days and months are English"),
)
_COMMENT = re.compile(r"\([^()]*\)")
_LOOSE = re.compile(
    r"(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*,?\s*)?(\d{1,2})\s+"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+(\d{4}|\d{2})\s+"
    r"(\d{2}:\d{2}(?::\d{2})?)\s*([+-]\d{4}|ut|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|[a-ik-z])"
)
_STRICT = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UT)"
)
_MILITARY = {letter: f"{n:+03d}00" for n, letter in enumerate("abcdefghiklm", 1)} | {
    letter: f"{-n:+03d}00" for n, letter in enumerate("nopqrstuvwxy", 1)
}


@lru_cache(maxsize=512)
def loose(text: str) -> datetime | None:
    """The instant of a date of RFC 822 in any of its obsolete or sloppy forms; None where it is none."""
    bare = text
    for _ in range(8):
        if "(" not in bare:
            break
        bare = _COMMENT.sub(" ", bare)
    match = _LOOSE.fullmatch(bare.strip().lower())
    if not match:
        return None
    _, day, month, year, time, zone = match.groups()
    zone = _MILITARY.get(zone, "+0000" if zone == "z" else zone.upper())
    leap = time[:-2] + "59" if time.count(":") == 2 and time.endswith(":60") else time
    return rfc822(f"{day} {month.title()} {year} {leap} {zone}")


def rss_fault(text: str) -> str | None:
    """What keeps a text from being a date of RSS: an RFC 822 date with a zone, on the day that it names."""
    if not text:
        return "is empty"
    if loose(text) is None:
        return f"{form_of(text)}: {text[:60]!r}"
    weekday = rfc822_weekday(text)
    return f"names the wrong day of the week, it is {weekday}: {text[:60]!r}" if weekday else None


def rss_oddity(text: str) -> str | None:
    """A form that not all programs can read, though RFC 822 allows it."""
    if _STRICT.fullmatch(text) or loose(text) is None:
        return None
    match = _LOOSE.fullmatch(text.lower())
    if match is None:
        return f"has comments in it: {text[:60]!r}"
    if len(match[4]) == 2:
        return f"has a year of two digits: {text[:60]!r}"
    if match[6][0] not in "+-" and match[6] not in {"gmt", "ut"}:
        return f"names the zone {match[6].upper()}, which not all programs know: {text[:60]!r}"
    return f"is not spelt as in Mon, 23 Nov 2026 10:00:00 +0300: {text[:60]!r}"


def form_of(text: str) -> str:
    """What form a date is in that is no RFC 822 date, in words that follow its name."""
    if rfc822(f"{text} +0000"):
        return "has no time zone"
    zoned = re.sub(r"\s+\S+$", " +0000", text)
    if rfc822(zoned):
        return "has an unknown time zone; write it as +0300"
    said = (meaning for pattern, meaning in _FORMS if pattern.fullmatch(text))
    return next(said, "is no RFC 822 date")


@lru_cache(maxsize=512)
def internet(text: str) -> datetime | None:
    """The instant of an RFC 3339 date-time; None where it is none. A leap second is the one before it."""
    return rfc3339(re.sub(r"^(.{17})60", r"\g<1>59", text) if text[17:19] == "60" else text)


def internet_fault(text: str) -> str | None:
    """What keeps a text from being an RFC 3339 date-time."""
    if internet(text) is not None:
        return None
    if not text:
        return "is empty"
    bare = text.strip()
    if bare != text and internet(bare):
        return "has white space around it"
    if internet(bare.upper()):
        return f"has a small t or z: {text[:60]!r}"
    if internet(f"{bare}Z"):
        return f"has no time zone: {text[:60]!r}"
    return f"is no RFC 3339 date, as 2026-11-23T10:00:00+03:00: {text[:60]!r}"


def w3c_fault(text: str) -> str | None:
    """What keeps a text from being a W3C date."""
    if not text:
        return "is empty"
    return None if w3c(text) else f"is no W3C date, as 2026-11-23 or 2026-11-23T10:00+03:00: {text[:60]!r}"


def iso_fault(text: str) -> str | None:
    """What keeps a text from being an ISO 8601 date, a time without a zone included."""
    return None if w3c(text) or w3c(f"{text}Z") else f"is no ISO 8601 date: {text[:60]!r}"


def implausible(moment: datetime | None, now: datetime) -> str | None:
    """That a date lies in the future, or before there were feeds."""
    if moment is None:
        return None
    if moment > now + AHEAD:
        return "lies in the future"
    return "lies before 1990" if moment < EARLIEST else None
