"""Every form of date that newsrooms use, to aware datetimes: pure, and never a guess.

ISO 8601 and RFC 822 are read on the spot, other forms by the grammar of this package; what is left
(a month's name in another language) goes to dateparser, which is told to want a whole date.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from datetime import timezone as fixed
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from feeds.errors import UsageError
from feeds.intake.dates.grammar import Stated, offset, stated
from feeds.intake.dates.words import MONTH_FIRST, MONTHS

SHORTEST = 5  # «вчера», «5 мая»
LONGEST = 100  # characters; a date with a weekday and labels has half of them
FIRST_YEAR, LAST_YEAR = 1700, 2199  # years beyond them are a database's way to say «none»

_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+"
    r"(\d{2}):(\d{2})(?::(\d{2}))?\s+(?:(GMT|UTC|UT|Z)|([+-])(\d{2})(\d{2}))"
)
_COMPACT = re.compile(r"(?:19|20)\d{6}(?:T?\d{6}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_UNIX = re.compile(r"(\d{9,10}|\d{12,13}|\d{15,16})(?:\.\d+)?")
_LATER_THAN_1973 = 100_000_000
_FOREIGN = re.compile(
    r"(?=.*\b(?:19|20)\d\d(?!\d))(?=.*(?<!\d)\d{1,2}(?!\d))(?=.*(?:[^\W\d_]{3}|[\u3040-\u9fff]))", re.DOTALL
)
_LONGEST_FOREIGN = 60
_LANGUAGES = (
    *(
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
        "pl",
        "tr",
        "nb",
        "da",
        "sv",
        "fi",
        "cs",
        "sk",
        "hr",
        "sr",
        "sl",
        "ro",
    ),
    *(
        "hu",
        "el",
        "bg",
        "mk",
        "lt",
        "lv",
        "et",
        "uk",
        "be",
        "kk",
        "az",
        "ka",
        "hy",
        "id",
        "vi",
        "ja",
        "zh",
        "ko",
    ),
    *("ar", "he", "hi", "en", "ru"),
)


class Leading(NamedTuple):
    """The date that a line begins with, and what stands behind it."""

    moment: datetime
    rest: str


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name.

    Raises:
        UsageError: there is none.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        hint = "Write an IANA name, as in Europe/Moscow."
        raise UsageError(f"there is no time zone {name!r}", hint=hint) from None


def read_date(text: str, *, timezone: str, today: date | None = None) -> datetime | None:
    """The instant that a text states, with the offset that it states; None where it states none.

    A date without a zone is local in `timezone` (the first of two equal times in autumn, the time
    after the gap in spring), one without a time is its midnight. «сегодня», «вчера» and dates
    without a year are read against `today`, and never lie after it.

    Raises:
        UsageError: there is no such time zone.
    """
    text = text.strip()
    if not SHORTEST <= len(text) <= LONGEST:
        return None
    return (
        _iso(text, timezone)
        or _rfc822(text)
        or _digits(text, timezone)
        or _worded(text, timezone, today)
        or _foreign(text, timezone)
    )


def leading_date(text: str, *, timezone: str, today: date | None = None) -> Leading | None:
    """The date with which a line begins, and the rest of the line; None where it begins with none."""
    text = text.strip()
    found = stated(text[:LONGEST], today, month_first=_month_first(timezone), whole=False)
    moment = _placed(found, timezone) if found else None
    return Leading(moment, found.rest + text[LONGEST:]) if found and moment else None


def settled(moment: datetime, timezone: str) -> datetime | None:
    """A datetime as records hold it: aware, its offset in whole minutes; None for a year that none means."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if moment.tzinfo is None:
        return _local(moment, zone(timezone))
    shift = moment.utcoffset() or timedelta()
    if isinstance(moment.tzinfo, fixed) and not shift.seconds % 60:
        return moment
    return moment.astimezone(offset(_minutes(shift)))


def _local(moment: datetime, place: ZoneInfo) -> datetime:
    """A wall clock's time: the first of two equal ones; one that the clock skips moves on by the gap."""
    before = place.utcoffset(moment) or timedelta()
    after = place.utcoffset(moment.replace(fold=1)) or timedelta()
    if before < after:
        return (moment + (after - before)).replace(tzinfo=offset(_minutes(after)))
    return moment.replace(tzinfo=offset(_minutes(before)))


def _minutes(shift: timedelta) -> int:
    return round(shift.total_seconds() / 60)


def _iso(text: str, timezone: str) -> datetime | None:
    if text[4:5] != "-" or text[7:8] != "-":
        return None
    try:
        return settled(datetime.fromisoformat(text), timezone)
    except ValueError:
        return None


def _rfc822(text: str) -> datetime | None:
    match = _RFC822.fullmatch(text)
    if not match:
        return None
    day, name, year, hour, minute, second, named, sign, east, more = match.groups()
    month = MONTHS.get(name.lower())
    shift = 0 if named else int(east) * 60 + int(more)
    if month is None or shift > 14 * 60:
        return None
    place = UTC if not shift else offset(shift if sign == "+" else -shift)
    try:
        moment = datetime(int(year), month, int(day), int(hour), int(minute), int(second or 0), tzinfo=place)
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _digits(text: str, timezone: str) -> datetime | None:
    """`20251127T101400+0300`, `20251127`, or the seconds, milliseconds or microseconds of Unix."""
    if not text[0].isdigit():
        return None
    if _COMPACT.fullmatch(text):
        return _compact(text, timezone)
    match = _UNIX.fullmatch(text)
    return unix(float(text)) if match else None


def _compact(text: str, timezone: str) -> datetime | None:
    day, rest = text[:8], text[8:].removeprefix("T")
    try:
        return settled(datetime.fromisoformat(f"{day}T{rest}" if rest else day), timezone)
    except ValueError:
        return None


def unix(number: float) -> datetime | None:
    """The instant of Unix seconds, milliseconds or microseconds; None for a number that is none of them."""
    for scale in (1, 1_000, 1_000_000):
        seconds = number / scale
        if _LATER_THAN_1973 <= seconds < 43 * _LATER_THAN_1973:
            return datetime.fromtimestamp(round(seconds, 6), UTC)
    return None


def _worded(text: str, timezone: str, today: date | None) -> datetime | None:
    found = stated(text, today, month_first=_month_first(timezone))
    return _placed(found, timezone) if found else None


def _month_first(timezone: str) -> bool:
    return timezone.startswith(MONTH_FIRST)


def _placed(found: Stated, timezone: str) -> datetime | None:
    if isinstance(found.zone, int):
        return settled(found.moment.replace(tzinfo=offset(found.zone)), timezone)
    return settled(found.moment, found.zone or timezone)


def _foreign(text: str, timezone: str) -> datetime | None:
    """A whole date with words that the grammar does not know, read by dateparser."""
    if len(text) > _LONGEST_FOREIGN or not _FOREIGN.match(text):
        return None
    try:
        moment = _last_resort().get_date_data(text).date_obj
    except Exception:  # a text that nothing else could read may break what reads everything
        return None
    return settled(moment, timezone) if moment else None


@cache
def _last_resort() -> Any:
    from dateparser.date import DateDataParser

    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # never seen, since no part is missing; else it is the clock
        "TIMEZONE": "UTC",
    }
    return DateDataParser(
        languages=_LANGUAGES, try_previous_locales=False, use_given_order=True, settings=settings
    )
