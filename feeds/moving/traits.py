"""What the stories of a feed show of the program that made it: its ids, its clock, its window, its selection."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from feeds.comparison.stories import Story

FEWEST = 3
"""Stories from which on something that all of them share is no accident."""

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")

ZONES: dict[str, tuple[str, ...]] = {
    "ru": (
        "Europe/Moscow", "Europe/Kaliningrad", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk",
        "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ),
    "uk": ("Europe/Kyiv",),
    "be": ("Europe/Minsk",),
    "kk": ("Asia/Almaty",),
    "de": ("Europe/Berlin",),
    "fr": ("Europe/Paris", "America/Montreal"),
    "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Santiago"),
    "it": ("Europe/Rome",),
    "pt": ("Europe/Lisbon", "America/Sao_Paulo"),
    "pl": ("Europe/Warsaw",),
    "tr": ("Europe/Istanbul",),
    "fi": ("Europe/Helsinki",),
    "ja": ("Asia/Tokyo",),
    "zh": ("Asia/Shanghai",),
    "en": (
        "Europe/London", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
        "Australia/Sydney", "Pacific/Auckland", "Asia/Kolkata",
    ),
}  # fmt: skip
"""Where languages are mostly written: the zones that are tried, the likeliest first."""

ELSEWHERE = (
    "Europe/Berlin", "Europe/Helsinki", "Europe/Moscow", "Europe/London", "Asia/Dubai", "Asia/Tashkent",
    "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
    "Pacific/Auckland", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Sao_Paulo", "America/Argentina/Buenos_Aires",
)  # fmt: skip

WINDOWS = tuple(timedelta(hours=hours) for hours in (24, 48, 72, 7 * 24, 8 * 24, 14 * 24, 30 * 24))
ROUND = frozenset({5, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 75, 80, 100, 120, 128, 150, 200})
"""Counts of stories that somebody chose; any multiple of a hundred is one too."""

FULL = 0.8
"""The part of a window that its stories reach back at least."""


def ids(stories: Sequence[Story]) -> str | None:
    """How the feed writes ids, as a template for those of new stories; None for no way in particular."""
    stated = [story.stated for story in stories if story.stated]
    if not stated:
        return None
    if any(not IRI.fullmatch(one) for one in stated):
        return "{id}"
    if all(story.stated in (story.link, story.page) for story in stories if story.stated):
        return "{url}"
    return _around_numbers(stated) if len(stated) >= FEWEST else None


def _around_numbers(stated: Sequence[str]) -> str | None:
    """The template of ids that differ in one number only."""
    first = stated[0]
    for match in reversed(list(re.finditer(r"[0-9]+", first))):
        before, after = first[: match.start()], first[match.end() :]
        pattern = re.compile(f"{re.escape(before)}[0-9]+{re.escape(after)}")
        if before and "{" not in first and all(pattern.fullmatch(one) for one in stated):
            return f"{before}{{id}}{after}"
    return None


def timezone(stories: Iterable[Story], language: str) -> str:
    """The zone in which the feed's dates are written; UTC where they are in that, or say nothing."""
    moments = [s.published for s in stories if s.published and s.published.utcoffset()]
    if not moments:
        return "UTC"
    likely = (*ZONES.get(language.partition("-")[0], ()), *ELSEWHERE)
    for name in likely:
        zone = ZoneInfo(name)
        if all(moment.astimezone(zone).utcoffset() == moment.utcoffset() for moment in moments):
            return name
    return _fixed(moments)


def _fixed(moments: Iterable[datetime]) -> str:
    """A zone of the commonest offset, where that is a number of hours."""
    [(offset, _)] = Counter(moment.utcoffset() for moment in moments).most_common(1)
    hours, rest = divmod(offset or timedelta(), timedelta(hours=1))
    return "UTC" if rest else f"Etc/GMT{-hours:+d}"


def oldest_first(stories: Sequence[Story]) -> bool:
    """Whether the feed begins with its oldest story."""
    moments = [story.published for story in stories if story.published]
    rising = sum(a < b for a, b in pairwise(moments))
    falling = sum(a > b for a, b in pairwise(moments))
    return len(moments) >= FEWEST and rising > falling


def window(stories: Sequence[Story], seen: datetime) -> timedelta | None:
    """The age at which stories seem to leave the feed: a usual one that they fill, where their number is no usual one.

    `seen` is when the feed was like this.
    """
    moments = [story.published for story in stories if story.published]
    if len(stories) < FEWEST or len(stories) in ROUND or len(stories) % 100 == 0 or not moments:
        return None
    age = seen - min(moments)
    return next((span for span in WINDOWS if FULL * span <= age <= span), None)


def section(stories: Sequence[Story]) -> str | None:
    """The section that all stories are in."""
    named = {story.section.casefold(): story.section for story in stories if story.section}
    same = len(named) == 1 and all(story.section for story in stories)
    return next(iter(named.values())) if same and len(stories) >= FEWEST else None


def language(stories: Sequence[Story]) -> str | None:
    """The language that all stories are in."""
    found = {story.language for story in stories}
    return found.pop() if len(found) == 1 and len(stories) >= FEWEST else None


def announces(stories: Sequence[Story]) -> bool:
    """Whether the feed announces its stories only, and tells none of them."""
    return len(stories) >= FEWEST and not any(story.told for story in stories)
