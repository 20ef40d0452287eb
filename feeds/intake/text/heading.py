"""Where a dump's story begins: its headline, and the date that stands beside it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from feeds.intake.dates import leading_date
from feeds.intake.text.lines import Line, known

_HEADER = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})\b\s*(.*)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[-–—|•·/»:]")
_MAY_BE_DATE = re.compile(r"[\W_]*(?:\d|[^\W\d_]{2,14}\.?,?\s+(?:в\s+|at\s+)?\d)")

_NEAR = 3  # lines between a headline and its date
_AHEAD = 8  # lines below a headline in which its text begins
_LONGEST_TITLE = 300


class Header(NamedTuple):
    """The first line of a dump: the day it was taken for, and what the page called itself."""

    day: date
    title: str
    line: Line


class Dated(NamedTuple):
    """A line that begins with a date."""

    position: int
    moment: datetime
    text: str


class Heading(NamedTuple):
    """Where the headline stands among the lines, and the line of its date."""

    position: int
    date: Dated | None


def header(first: Line) -> Header | None:
    """The dump's own first line, where it has one."""
    match = _HEADER.fullmatch(first.text)
    if not match:
        return None
    try:
        return Header(date.fromisoformat(match[1]), match[2].strip(), first)
    except ValueError:
        return None


def dated(lines: list[Line], timezone: str, today: date | None) -> list[Dated]:
    """The lines that begin with a date and say little else."""
    found: list[Dated] = []
    for position, line in enumerate(lines):
        if line.words > 14 or not _MAY_BE_DATE.match(line.text):
            continue
        leading = leading_date(line.text, timezone=timezone, today=today)
        if leading and not line.text[: len(line.text) - len(leading.rest)].isdecimal():
            text = line.text[: len(line.text) - len(leading.rest)].strip(" ,|•·—–-")
            found.append(Dated(position, leading.moment, text))
    return found


def heading(lines: list[Line], dates: list[Dated], head: Header | None) -> Heading | None:
    """The likeliest headline: what the page is called, beside a date, above paragraphs."""
    best: tuple[float, Heading] | None = None
    places = {found.position: found for found in dates}
    for position, line in enumerate(lines):
        nearest = _nearest(places, position, head)
        named = head is not None and _names(head.title, line.text)
        if position in places or not (named or nearest) or not _may_be_title(line, position):
            continue
        score = _score(lines, position, nearest, head) + 4 * named
        if best is None or score > best[0]:
            best = (score, Heading(position, nearest))
    if best and best[0] > 0:
        return best[1]
    return _above_text(lines, places)


def _may_be_title(line: Line, position: int) -> bool:
    """Whether it has the form of a headline; a single word is one only as the first of all."""
    least = 2 if position else 1
    if line.item or len(line.text) > _LONGEST_TITLE or not least <= line.words < 40 or known(line):
        return False
    return not line.text.endswith((".", ",", ":", ";")) or line.text.endswith("...")


def _names(page: str, text: str) -> bool:
    """Whether a page's title is this text, with or without the outlet's name behind it."""
    rest = page[len(text) :]
    return page.casefold().startswith(text.casefold()) and (not rest or bool(_SEPARATOR.match(rest)))


def _nearest(dates: dict[int, Dated], position: int, head: Header | None) -> Dated | None:
    """The date beside a line; one of the dump's own day before others."""
    near = [dates[n] for n in range(position - _NEAR, position + _NEAR + 1) if n in dates]
    own = [found for found in near if head and found.moment.date() == head.day]
    return min(own or near, key=lambda found: abs(found.position - position), default=None)


def _score(lines: list[Line], position: int, nearest: Dated | None, head: Header | None) -> float:
    """How much speaks for a headline at this line."""
    if not any(line.paragraph for line in lines[position + 1 : position + 1 + _AHEAD]):
        return -1
    score = 1 + 0.05 * min(lines[position].words, 8)
    if nearest:
        score += _credit(nearest.moment.date(), head) - 0.5 * abs(nearest.position - position)
    return score


def _credit(day: date, head: Header | None) -> int:
    """What a date beside a line says for it: the dump's day most, a day behind it nothing."""
    if head is None or day == head.day:
        return 4
    return 2 if day < head.day else -3


def _above_text(lines: list[Line], dates: dict[int, Dated]) -> Heading | None:
    """The first line that stands right above paragraphs; where none does, there is no heading."""
    for position, line in enumerate(lines):
        below = [n for n in range(position + 1, min(position + 4, len(lines))) if n not in dates][:2]
        above = position not in dates and any(lines[n].paragraph for n in below)
        if above and _may_be_title(line, position):
            return Heading(position, None)
    return None
