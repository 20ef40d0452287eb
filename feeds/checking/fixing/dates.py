"""Dates in another form than their element's: written in it, where there is one way only to read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from feeds.checking.dates import internet, internet_fault, loose, rss_fault, rss_oddity, w3c_fault
from feeds.checking.values import DAYS, MONTHS, ZONES, rfc822
from feeds.intake.dates import read_date

WITNESSES = ("UTC", "America/New_York", "Asia/Tokyo", "Europe/Moscow")
"""Zones of readers who understand a date that names none in different ways; some put the month first."""

_TIME = re.compile(r"\d{1,2}[:.]\d{2}|T\d{4}|^\d{9,}")
_NAMED = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,5})\s*(?:\([^()]*\))?\s*$")
_SOUND = frozenset({*ZONES, "MSK", "МСК"})
"""Names of zones that mean one thing."""


def rss(text: str, zone: str | None) -> str | None:
    """A date as RSS wants it; None where it is so already, or cannot be made out."""
    if not (rss_fault(text) or rss_oddity(text)):
        return None
    moment = _moment(text, zone)
    return rfc822_written(moment) if moment else None


def atom(text: str, zone: str | None) -> str | None:
    """A date as Atom and JSON Feed want it; None where it is so already, or cannot be made out."""
    if internet_fault(text) is None:
        return None
    moment = internet(text.strip().upper()) or _moment(text, zone)
    return rfc3339_written(moment) if moment else None


def w3c(text: str, zone: str | None) -> str | None:
    """A date as sitemaps and Dublin Core want it; None where it is so already, or cannot be made out."""
    if w3c_fault(text) is None:
        return None
    moment = internet(text.strip().upper()) or _moment(text, zone)
    return rfc3339_written(moment) if moment else None


Repair = Callable[[str, "str | None"], "str | None"]


def rfc822_written(moment: datetime) -> str:
    """A moment in the form of RFC 822, its offset kept."""
    day = f"{DAYS[moment.weekday()]}, {moment.day:02d} {MONTHS[moment.month - 1]} {moment.year:04d}"
    return f"{day} {moment:%H:%M:%S} {moment:%z}"


def rfc3339_written(moment: datetime) -> str:
    """A moment in the form of RFC 3339, its offset kept."""
    written = moment.isoformat(timespec="seconds")
    return f"{written[:-6]}Z" if written.endswith("+00:00") else written


def _moment(text: str, zone: str | None) -> datetime | None:
    """The one instant that a text can mean; `zone` is that of dates which name none."""
    stripped = " ".join(text.split())
    if (certain := loose(stripped) or rfc822(stripped)) is not None:
        return certain
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
