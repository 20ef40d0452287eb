"""Dates and spans of time in words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from feeds.wording.plural import form

MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
}

UNITS: tuple[tuple[int, str, str, str], ...] = (
    (365 * 86400, "year", "year|years", "год|года|лет"),
    (30 * 86400, "month", "month|months", "месяц|месяца|месяцев"),
    (86400, "day", "day|days", "день|дня|дней"),
    (3600, "hour", "hour|hours", "час|часа|часов"),
    (60, "minute", "minute|minutes", "минуту|минуты|минут"),
)
"""Units of time: seconds, a name, the forms in English and, after «через», in Russian."""

SPANS: dict[str, str] = {
    "day": "сутки|суток|суток",
    "hour": "час|часа|часов",
    "minute": "минуту|минуты|минут",
}
"""The units of windows after «за последние»."""

JUST_NOW = 45
"""Seconds that are as good as now."""

_STATED = re.compile(
    r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)(?:(?P<offset>[+-]\d\d:\d\d)| \((?P<zone>[\w/+-]+)\))?"
)
_SPAN = re.compile(r"(?:(\d+) )?(day|hour|minute)s?")


def day(moment: datetime, language: str) -> str:
    """24 November 2026, 24 ноября 2026."""
    return f"{moment.day} {MONTHS[language][moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """12:00."""
    return f"{moment:%H:%M}"


def full(moment: datetime, language: str) -> str:
    """24 ноября 2026, 12:00."""
    return f"{day(moment, language)}, {clock(moment)}"


def near(moment: datetime, now: datetime, language: str) -> str:
    """As much of a date as is not plain from today's: 12:00; 24 ноября, 12:00; 24 ноября 2025, 12:00."""
    today = now.astimezone(moment.tzinfo)
    if moment.date() == today.date():
        return clock(moment)
    if moment.year == today.year:
        return f"{moment.day} {MONTHS[language][moment.month - 1]}, {clock(moment)}"
    return full(moment, language)


def since(seconds: float, language: str) -> str:
    """How long ago something was, or how soon it will be where that is negative."""
    distance = abs(seconds)
    if distance < JUST_NOW:
        return {"en": "just now", "ru": "только что"}[language] if seconds >= 0 else _soon(language)
    size, _, english, russian = next((u for u in UNITS if distance >= u[0]), UNITS[-1])
    number = max(1, int(distance / size + 0.5))
    word = form(language, number, russian if language == "ru" else english)
    if language == "ru":
        return f"{number} {word} назад" if seconds >= 0 else f"через {number} {word}"
    return f"{number} {word} ago" if seconds >= 0 else f"in {number} {word}"


def _soon(language: str) -> str:
    return {"en": "in a moment", "ru": "сейчас"}[language]


def every(seconds: float, language: str) -> str:
    """How often something comes: 30 s, 5 min, 2 h."""
    units = {"en": ("s", "min", "h", "d"), "ru": ("с", "мин", "ч", "дн.")}[language]
    for size, unit in ((86400, units[3]), (3600, units[2]), (60, units[1])):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f}\u00a0{unit}"
    return f"{max(seconds, 1):.0f}\u00a0{units[0]}"


def stated(text: str, language: str) -> str:
    """A moment as the program's English states it, in a language; what is no such moment stays as it is."""
    match = _STATED.fullmatch(text)
    if match is None or language == "en":
        return text
    try:
        said = full(datetime.fromisoformat(match[1]), language)
    except ValueError:
        return text
    zone = f"UTC{match['offset']}" if match["offset"] else match["zone"]
    return f"{said} ({ZONES.get(zone, zone)})" if zone else said


def stated_day(text: str, language: str) -> str:
    """A day as the program's English states it, in a language; what is no such day stays as it is."""
    if language == "en":
        return text
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {MONTHS[language][found.month - 1]} {found.year}"


ZONES: dict[str, str] = {
    "UTC": "по Гринвичу",
    "UTC+00:00": "по Гринвичу",
    "Europe/Moscow": "по Москве",
    "Europe/Kaliningrad": "по Калининграду",
    "Europe/Samara": "по Самаре",
    "Europe/Minsk": "по Минску",
    "Asia/Yekaterinburg": "по Екатеринбургу",
    "Asia/Omsk": "по Омску",
    "Asia/Novosibirsk": "по Новосибирску",
    "Asia/Krasnoyarsk": "по Красноярску",
    "Asia/Irkutsk": "по Иркутску",
    "Asia/Yakutsk": "по Якутску",
    "Asia/Vladivostok": "по Владивостоку",
    "Asia/Magadan": "по Магадану",
    "Asia/Kamchatka": "по Камчатке",
    "Asia/Almaty": "по Алма-Ате",
    "Asia/Tashkent": "по Ташкенту",
}
"""Whose time it is, in Russian."""


def span(text: str, language: str) -> str:
    """A window as the program's English states it, behind «за последние»: 48 часов."""
    match = _SPAN.fullmatch(text)
    if match is None or language == "en":
        return text
    number = int(match[1] or 1)
    word = form(language, number, SPANS[match[2]])
    return word if match[1] is None else f"{number} {word}"


def local(moment: datetime, zone: str) -> datetime:
    """A moment on a zone's clock."""
    return moment.astimezone(ZoneInfo(zone))


def window(delta: timedelta, language: str) -> str:
    """A span of time: 48 hours, 8 days."""
    hours = int(delta.total_seconds()) // 3600
    if hours % 24 or hours <= 48:
        return f"{hours} {form(language, hours, 'час|часа|часов' if language == 'ru' else 'hour|hours')}"
    days = hours // 24
    return f"{days} {form(language, days, 'день|дня|дней' if language == 'ru' else 'day|days')}"
