"""Dates in words and in digits, read token by token: a text with a word that no date has is no date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import NamedTuple

from feeds.intake.dates.words import DAYS_AGO, HALVES, MONTHS, SILENT, ZONES

_TOKEN = re.compile(
    r"""
      (?P<ymd> (?P<y>\d{4}) (?P<s>[-./]) (?P<m>\d{1,2}) (?P=s) (?P<d>\d{1,2}) (?!\d) )
    | (?P<dmy> (?P<a>\d{1,2}) (?P<sign>[-./]) (?P<b>\d{1,2}) (?P=sign) (?P<year>\d{4}|\d{2}) (?![\d:]) )
    | (?P<time> (?P<hour>\d{1,2}) : (?P<minute>\d{2}) (?: : (?P<second>\d{2}) (?:[.,]\d+)? )? (?!\d) )
    | (?P<offset> (?: (?:UTC|GMT) \s? )? (?P<plus>[+\-−]) (?P<oh>\d{1,2}) (?: :? (?P<om>\d{2}) )? (?![\d:]) )
    | (?P<number> \d{1,4} ) (?: (?:st|nd|rd|th|-?го|-?е|-?ое) \b | (?!\d) )
    | (?P<word> [^\W\d_]+ (?: [.'’] [^\W\d_]+ )* ) \.?
    | (?P<space> [\s,;:|•·/()\[\]—–\-«».]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_JAVASCRIPT = re.compile(r"(?<=[+-]\d{4}) \([^()]*\)$")  # «GMT+0300 (Moscow Standard Time)»


class Stated(NamedTuple):
    """What a text states: a day, a time (midnight where there is none), and a zone where it names one."""

    moment: datetime
    zone: int | str | None
    rest: str


class _Parts:
    """What the tokens of one text have given so far."""

    def __init__(self, today: date | None, *, month_first: bool) -> None:
        self.today = today
        self.month_first = month_first
        self.numbers: list[str] = []
        self.month: int | None = None
        self.before_month = 0  # how many of the numbers stood before the month
        self.day: date | None = None
        self.slashed: re.Match[str] | None = None
        self.time: time | None = None
        self.half: int | None = None
        self.zone: int | str | None = None
        self.after_number = False

    def take(self, token: re.Match[str]) -> bool:
        """Takes a token in; False where no date has it there."""
        kind = token.lastgroup
        if kind == "space":
            return True
        taken = bool(getattr(self, f"_{kind}")(token))
        self.after_number = kind == "number"
        return taken

    def _number(self, token: re.Match[str]) -> bool:
        self.numbers.append(token["number"])
        return len(self.numbers) <= 3

    def _ymd(self, token: re.Match[str]) -> bool:
        return self._found(_date(int(token["y"]), int(token["m"]), int(token["d"])))

    def _dmy(self, token: re.Match[str]) -> bool:
        """Which of the two numbers is the month may hang on an «a.m.» that comes later."""
        free = self.slashed is None
        self.slashed = token
        return free

    def _time(self, token: re.Match[str]) -> bool:
        if self.time is not None:
            return False
        try:
            self.time = time(int(token["hour"]), int(token["minute"]), int(token["second"] or 0))
        except ValueError:
            return False
        return True

    def _offset(self, token: re.Match[str]) -> bool:
        minutes = int(token["oh"]) * 60 + int(token["om"] or 0)
        if self.time is None or minutes > 14 * 60:
            return False
        self.zone = minutes if token["plus"] == "+" else -minutes
        return True

    def _word(self, token: re.Match[str]) -> bool:
        word = token["word"].casefold().replace("’", "'")
        if word in MONTHS:
            free = self.month is None
            self.month, self.before_month = MONTHS[word], len(self.numbers)
            return free
        if word in DAYS_AGO:
            return self._found(self.today - timedelta(days=DAYS_AGO[word]) if self.today else None)
        if word in HALVES:
            return self._take_half(HALVES[word])
        if word in ZONES:
            self.zone = ZONES[word] if self.zone is None else self.zone
            return True
        return word in SILENT

    def _take_half(self, half: int) -> bool:
        """«a.m.» or «p.m.», after a time or after the number of an hour."""
        if self.time is None and self.after_number:
            hour = int(self.numbers.pop())
            self.time = time(hour) if hour < 24 else None
        if self.time is None or self.half is not None or not 1 <= self.time.hour <= 12:
            return False
        self.half = half
        self.time = self.time.replace(hour=self.time.hour % 12 + half)
        return True

    def _found(self, day: date | None) -> bool:
        if day is None or self.day is not None:
            return False
        self.day = day
        return True

    def moment(self) -> datetime | None:
        """The day and the time that the tokens make, if they make one."""
        days = [day for day in (self.day, self._numeric(), self._named()) if day]
        if len(days) != 1 or (self.month is None and self.numbers):
            return None
        if self.slashed and self.month:
            return None
        return datetime.combine(days[0], self.time or time())

    def _numeric(self) -> date | None:
        if self.slashed is None:
            return None
        first, second, year = (int(self.slashed[name]) for name in ("a", "b", "year"))
        year = _full(year) if len(self.slashed["year"]) == 2 else year
        if self.slashed["sign"] == ".":
            return _date(year, second, first) or _date(year, first, second)
        if self.half is not None or self.month_first:
            first, second = second, first
        return _date(year, second, first) or _date(year, first, second)

    def _named(self) -> date | None:
        """The date around a month's name: day and year, in whichever order, or a day of a year to find."""
        if self.month is None:
            return None
        years = [n for n in self.numbers if len(n) == 4]
        others = [int(n) for n in self.numbers if len(n) < 3]
        if len(years) + len(others) != len(self.numbers):
            return None
        if len(years) == 1 and len(others) == 1:
            return _date(int(years[0]), self.month, others[0])
        if len(others) == 2 and not years and self.before_month == 1:
            return _date(_full(others[1]), self.month, others[0])
        return self._recent(others[0]) if len(others) == 1 and not years else None

    def _recent(self, day: int) -> date | None:
        """The newest such day that is not after `today`."""
        if self.today is None or self.month is None:
            return None
        years = range(self.today.year, max(self.today.year - 9, 0), -1)
        found = (_date(year, self.month, day) for year in years)
        return next((d for d in found if d and d <= self.today), None)


def _full(year: int) -> int:
    """A year of two digits as POSIX reads it."""
    return year + (2000 if year < 69 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stated(text: str, today: date | None, *, month_first: bool, whole: bool = True) -> Stated | None:
    """The date that a text states, all of it (`whole`) or at its beginning; None where it states none."""
    text = _JAVASCRIPT.sub("", text)
    parts = _Parts(today, month_first=month_first)
    end = 0
    found: Stated | None = None
    for token in _tokens(text):
        if not parts.take(token):
            break
        end = token.end()
        # A number behind a date may be of something else: «16 October 2020, 8 min read».
        if not whole and (moment := parts.moment()):
            found = Stated(moment, parts.zone, text[end:])
    if not whole:
        return found
    moment = parts.moment() if end == len(text) else None
    return Stated(moment, parts.zone, "") if moment else None


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a text, up to the first sign that begins none."""
    position = 0
    while match := _TOKEN.match(text, position):
        yield match
        position = match.end()


@cache
def offset(minutes: int) -> timezone:
    """A zone of that many minutes east of Greenwich."""
    return timezone(timedelta(minutes=minutes))
