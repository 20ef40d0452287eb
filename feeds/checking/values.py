"""Forms of values: each says what is wrong with a text, or None. They know no target."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from urllib.parse import urlsplit

from feeds.checking.iso import LANGUAGES_2, LANGUAGES_3
from feeds.checking.structure import Value
from feeds.checking.uris import PLAIN

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ZONES = {
    "UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip

_RFC822 = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s*)?(\d{1,2})\s+"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(\d{4}|\d{2})\s+"
    r"(\d{2}):(\d{2})(?::(\d{2}))?\s+([+-]\d{4}|[A-Z]{1,4})"
)
_RFC3339 = re.compile(r"(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})")
_W3C = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*|[xi]-[a-zA-Z0-9]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|\"[^\"]*\"))*")


@lru_cache(maxsize=512)
def rfc822(text: str) -> datetime | None:
    """The instant of an RFC 822 date with English names and a zone; None where it is none.

    A weekday that does not match the date is left to `rfc822_weekday`.
    """
    match = _RFC822.fullmatch(text.strip())
    if not match:
        return None
    _, day, month, year, hour, minute, second, zone = match.groups()
    offset = _offset(zone)
    if offset is None:
        return None
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)
    try:
        return datetime(
            full, MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second or 0), tzinfo=offset
        )
    except ValueError:
        return None


def _offset(zone: str) -> timezone | None:
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[3:])
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))
    return timezone(timedelta(minutes=ZONES[zone])) if zone in ZONES else None


def rfc822_weekday(text: str) -> str | None:
    """The weekday that an RFC 822 date should name, where it names another; else None."""
    match, moment = _RFC822.fullmatch(text.strip()), rfc822(text)
    if not match or not moment or not match[1]:
        return None
    right = DAYS[moment.weekday()]
    return None if match[1] == right else right


def rfc3339(text: str) -> datetime | None:
    """The instant of an RFC 3339 date-time with upper-case T and Z; None where it is none."""
    if not _RFC3339.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def w3c(text: str) -> datetime | None:
    """The instant of a W3C date-time (year, month, day, or a time with a zone); None where it is none."""
    if not _W3C.fullmatch(text):
        return None
    padded = text if len(text) > 7 else (text + "-01-01")[:10] if len(text) == 4 else text + "-01"
    try:
        moment = datetime.fromisoformat(padded)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def absolute_url(text: str) -> str | None:
    """An http or https address with a host."""
    if PLAIN.fullmatch(text):
        return None
    if not text:
        return "is empty"
    if any(character in text for character in ' \t\r\n<>"{}|\\^`'):
        return f"is no address: {text[:80]!r} has characters that an address may not have"
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  (raises where it is none)
    except ValueError:
        return f"is no address: {text[:80]!r}"
    if not parts.scheme:
        return f"is relative: {text[:80]!r}"
    if parts.scheme.lower() not in ("http", "https"):
        return f"is no http(s) address: {text[:80]!r}"
    return None if parts.hostname else f"names no host: {text[:80]!r}"


def nonblank(text: str) -> str | None:
    """Any text."""
    return None if text else "is empty"


def language(text: str) -> str | None:
    """A BCP 47 tag by its form."""
    return None if _LANGUAGE.fullmatch(text) else f"is no language tag: {text[:40]!r}"


def known_language(text: str) -> str | None:
    """A BCP 47 tag whose language is one of ISO 639, or a private one."""
    if not text:
        return "is empty"
    first, _, rest = text.partition("-")
    if first.lower() in {"x", "i"} or first.lower() in LANGUAGES_2 or first.lower() in LANGUAGES_3:
        return language(text) if rest or len(first) > 1 else f"is no language tag: {text!r}"
    if "_" in text and known_language(text.replace("_", "-")) is None:
        return f"is no language tag: {text[:40]!r}; the parts have a hyphen between them"
    return f"is no language tag: {text[:40]!r}"


def media_type(text: str) -> str | None:
    """A media type, parameters allowed."""
    return None if _MEDIA_TYPE.fullmatch(text) else f"is no media type: {text[:60]!r}"


def one_of(values: Container[str], said: str) -> Value:
    """One of some words; `said` lists them for the message."""
    return lambda text: None if text in values else f"is {text[:60]!r}, not one of {said}"


def number(text: str) -> str | None:
    """A decimal number, not negative."""
    return None if re.fullmatch(r"\d{1,18}(?:\.\d{0,18})?", text) else f"is no number: {text[:40]!r}"


def at_most(characters: int) -> Value:
    """A text of limited length."""

    def judge(text: str) -> str | None:
        return f"has {len(text)} characters, more than {characters}" if len(text) > characters else None

    return judge


def matching(pattern: str, said: str) -> Value:
    """A text of a form; `said` is what it should be, with its article."""
    form = re.compile(pattern)
    return lambda text: None if form.fullmatch(text) else f"is {text[:60]!r}, not {said}"


def integer(least: int, most: int | None = None) -> Value:
    """A whole number in a range."""

    def judge(text: str) -> str | None:
        if not re.fullmatch(r"[+-]?\d{1,18}", text):
            return f"is no whole number: {text[:40]!r}"
        if int(text) < least:
            return f"is {text}, less than {least}"
        return f"is {text}, more than {most}" if most is not None and int(text) > most else None

    return judge
