"""Dates in another form than their element's: written in it, where there is one way only to read them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from feeds.checking.dates import internet, internet_fault, loose, rss_fault, rss_oddity, w3c_fault
from feeds.checking.values import DAYS, MONTHS, ZONES, rfc822
from feeds.intake.dates import read_date

WITNESSES = ("UTC", "America/New_York", "Asia/Tokyo", "Europe/Moscow")
"""Zones of readers who understand a date that names none in different ways; some put the month first."""

_TIME = re.compile(r"\d{1,2}[:.]\d{2}|T\d{4}|^\d{9,}")
_NAMED = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,5})\s*(?:\([^()]*\))?\s*$")
_SOUND = frozenset({*ZONES, "MSK", "МСК"})
"""Names of zones that mean one thing."""


PATIENCE = 20
"""Dates of one shape that are tried in vain; no more of them are."""

_DIGIT = re.compile(r"\d")

Kind = Literal["rss", "atom", "w3c"]


class Dates:
    """Repairs the dates of one document; `zone` is the time zone of those that name none.

    Its methods give a date in the form of its element, or None: it is so already, or cannot be made out.
    """

    def __init__(self, zone: str | None) -> None:
        self._zone = zone
        self._vain: Counter[str] = Counter()

    def repaired(self, kind: Kind, text: str) -> str | None:
        """A date as an element of a kind wants it."""
        repair: dict[Kind, Callable[[str], str | None]] = {
            "rss": self.rss,
            "atom": self.atom,
            "w3c": self.w3c,
        }
        return repair[kind](text)

    def rss(self, text: str) -> str | None:
        """As RSS wants it."""
        if not (rss_fault(text) or rss_oddity(text)):
            return None
        moment = self._moment(text)
        return rfc822_written(moment) if moment else None

    def atom(self, text: str) -> str | None:
        """As Atom and JSON Feed want it."""
        return self._internet(text) if internet_fault(text) is not None else None

    def w3c(self, text: str) -> str | None:
        """As sitemaps and Dublin Core want it."""
        return self._internet(text) if w3c_fault(text) is not None else None

    def _internet(self, text: str) -> str | None:
        moment = internet(text.strip().upper()) or self._moment(text)
        return rfc3339_written(moment) if moment else None

    def _moment(self, text: str) -> datetime | None:
        """The one instant that a text can mean."""
        stripped = " ".join(text.split())
        if (certain := loose(stripped) or rfc822(stripped)) is not None:
            return certain
        shape = _DIGIT.sub("0", stripped)
        if self._vain[shape] >= PATIENCE:
            return None
        moment = _made_out(stripped, self._zone)
        self._vain[shape] += moment is None
        return moment


def rfc822_written(moment: datetime) -> str:
    """A moment in the form of RFC 822, its offset kept."""
    day = f"{DAYS[moment.weekday()]}, {moment.day:02d} {MONTHS[moment.month - 1]} {moment.year:04d}"
    return f"{day} {moment:%H:%M:%S} {moment:%z}"


def rfc3339_written(moment: datetime) -> str:
    """A moment in the form of RFC 3339, its offset kept."""
    written = moment.isoformat(timespec="seconds")
    return f"{written[:-6]}Z" if written.endswith("+00:00") else written


def _made_out(stripped: str, zone: str | None) -> datetime | None:
    """The instant of a date in another form, by several readers."""
    named = _NAMED.search(stripped)
    if not _TIME.search(stripped) or (named and named[1].upper() not in _SOUND and not _is_word(named[1])):
        return None
    readings = [read_date(stripped, timezone=witness) for witness in WITNESSES]
    sure = [reading for reading in readings if reading is not None]
    if len(sure) < len(readings):
        return None
    if len({(reading, reading.utcoffset()) for reading in sure}) == 1:
        return sure[0]
    if zone is None or len({reading.replace(tzinfo=None) for reading in sure}) > 1:
        return None
    return read_date(stripped, timezone=zone)


def _is_word(name: str) -> bool:
    """Whether a word at the end is a part of the date, and not the name of a zone."""
    return name.lower() in {"am", "pm"} or name.title()[:3] in MONTHS
