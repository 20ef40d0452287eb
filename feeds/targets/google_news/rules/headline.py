"""What newsrooms' templates hang onto headlines: the outlet, the author, the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

_MONTHS = (
    ("january", "jan", "января"), ("february", "feb", "февраля"), ("march", "mar", "марта"),
    ("april", "apr", "апреля"), ("may", "may", "мая"), ("june", "jun", "июня"), ("july", "jul", "июля"),
    ("august", "aug", "августа"), ("september", "sep", "сентября"), ("october", "oct", "октября"),
    ("november", "nov", "ноября"), ("december", "dec", "декабря"),
)  # fmt: skip
_NUMBERS = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))

_SEPARATOR = r"(?:\s*[|•·»/]\s*|\s+[–—-]\s*|\s*[–—]\s+|\s*[:;,]\s+)"
_NAME = r"[A-ZА-ЯЁ][\w.'’-]*(?:\s+[A-ZА-ЯЁ][\w.'’-]*){0,3}"
_BYLINE = r"(?:[Bb]y|BY|[Aa]uthor:|[Аа]втор:|[Тт]екст:)"
_BYLINES = re.compile(rf"(?:{_SEPARATOR}|\(){_BYLINE}\s+{_NAME}\)?$|^{_BYLINE}\s+{_NAME}{_SEPARATOR}")
_AUTHORS = ("by", "By", "BY", "uthor:", "втор:", "екст:")
_YEAR = re.compile(r"\d{4}")
"""What every byline and every date has in it; few titles do."""

_DATES = re.compile(
    rf"\b(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y2>\d{{4}})|"
    rf"(?P<d3>\d{{1,2}})\.?\s+(?P<m3>{_MONTH})\.?,?\s+(?P<y3>\d{{4}})|"
    rf"(?P<m4>{_MONTH})\.?\s+(?P<d4>\d{{1,2}}),?\s+(?P<y4>\d{{4}}))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:^|{_SEPARATOR}|[(\[]\s*)$")
_AFTER = re.compile(rf"^(?:$|{_SEPARATOR}|\s*[)\]])")


def may_be_set_off(title: str, names: tuple[str, ...]) -> bool:
    """Whether a closer look at a title is worth it: few have in them what every addition has."""
    for word in _AUTHORS:
        if word in title:
            return True
    folded = title.lower()
    for name in names:
        if name and name.lower() in folded:
            return True
    return _YEAR.search(title) is not None


def set_off(title: str, names: tuple[str, ...], published: datetime | None) -> Iterator[str]:
    """What a title names that is no part of the headline: "the publication", "its author", "a date".

    A name or a date counts where punctuation sets it off at either end, so that headlines about the
    outlet or about a day are left alone; the date of publication counts anywhere.
    """
    if any(_hangs_on(title, name) for name in set(names) if name):
        yield "the publication"
    if _BYLINES.search(title):
        yield "its author"
    if _dated(title, published):
        yield "a date"


def _hangs_on(title: str, name: str) -> bool:
    said = re.escape(name)
    pattern = rf"^{said}(?:$|{_SEPARATOR})|{_SEPARATOR}{said}$|[(\[]\s*{said}\s*[)\]]$"
    return re.search(pattern, title, re.IGNORECASE) is not None


def _dated(title: str, published: datetime | None) -> bool:
    for match in _DATES.finditer(title):
        before, after = title[: match.start()], title[match.end() :]
        at_an_end = not before.strip(" ([") or not after.strip(" )]")
        if at_an_end and _BEFORE.search(before) and _AFTER.search(after):
            return True
        day = _day(match)
        if day and published and abs(day - published.date()) <= timedelta(days=1):
            return True
    return False


def _day(match: re.Match[str]) -> date | None:
    year, month, number = next(
        (match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]) for n in range(1, 5) if match[f"y{n}"]
    )
    try:
        return date(int(year), _NUMBERS.get(month.lower()) or int(month), int(number))
    except ValueError:
        return None
