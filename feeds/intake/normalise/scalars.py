"""Fields that are one value: texts, dates, words from a list, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from feeds.article import Genre, Rating
from feeds.intake.dates import read_date, settled
from feeds.intake.normalise.choice import Known, Reading, Unfit
from feeds.intake.normalise.coerce import line, raw_text, several, some_line, truth, word
from feeds.intake.normalise.language import tag
from feeds.markup.text import each_once

GENRES: dict[str, Genre] = {
    **dict.fromkeys(("flash", "breaking", "alert", "urgent", "молния", "срочно", "срочная новость"), "flash"),
    **dict.fromkeys(("message", "news", "brief", "новость", "новости", "заметка", "сообщение"), "message"),
    **dict.fromkeys(("article", "feature", "story", "longread", "статья", "лонгрид"), "article"),
    **dict.fromkeys(("report", "reportage", "репортаж", "расследование", "reportagenewsarticle"), "article"),
    **dict.fromkeys(("analysis", "аналитика", "analysisnewsarticle"), "article"),
    **dict.fromkeys(("interview", "q&a", "интервью"), "interview"),
    **dict.fromkeys(("opinion", "column", "editorial", "op-ed", "opinionnewsarticle"), "opinion"),
    **dict.fromkeys(("мнение", "колонка", "комментарий", "авторская колонка"), "opinion"),
    **dict.fromkeys(("live", "liveblog", "live blog", "liveblogposting"), "live"),
    **dict.fromkeys(("онлайн", "трансляция", "онлайн-трансляция", "хроника"), "live"),
}

_RATINGS: dict[str, Rating] = {
    **dict.fromkeys(("adult", "18+", "18", "r", "nc-17", "mature", "explicit", "для взрослых"), "adult"),
    **dict.fromkeys(("nonadult", "non-adult", "general", "safe", "clean", "g", "pg"), "nonadult"),
    **dict.fromkeys(("0+", "6+", "12+", "16+", "0", "6", "12", "16"), "nonadult"),
}

_TAG_SPLIT = re.compile(r"\s*[,;\n]\s*")
LONGEST_TAG = 150
MOST_TAGS = 200
LONGEST_ID = 1000

_HIDDEN = re.compile(r"[\x00-\x20\x7f]+")


def text(value: Any, known: Known) -> str | Unfit:
    """One line of plain text."""
    return line(value)


def identifier(value: Any, known: Known) -> str | Unfit:
    """A story's id as its source has it."""
    said = word(value)
    if said is None:
        return Unfit("is no id")
    return (
        _HIDDEN.sub(" ", said)
        if len(said) <= LONGEST_ID
        else Unfit(f"is longer than {LONGEST_ID} characters")
    )


def moment(value: Any, known: Known) -> datetime | Unfit:
    """An instant, from a date's text, from a number of Unix, or from what a parser made of either."""
    if isinstance(value, str):
        found = read_date(value, timezone=known.circumstances.timezone, today=_today(known.draft.today))
        return found or Unfit("is no date")
    if isinstance(value, Mapping):
        value = next((value[name] for name in ("$date", "date", "value", "datetime") if name in value), None)
    zone = known.circumstances.timezone
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        found = settled(value, zone)
    else:
        found = read_date(raw_text(value, 1) or "", timezone=zone, today=_today(known.draft.today))
    return found or Unfit("is no date")


def _today(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def updated(value: Any, known: Known) -> datetime | Unfit:
    """An instant that is not before the story was published."""
    found = moment(value, known)
    published = known.taken.get("published")
    if isinstance(found, Unfit) or published is None or found >= published:
        return found
    return Unfit("is before it was published")


def language(value: Any, known: Known) -> str | Unfit:
    """A language tag."""
    return tag(word(value) or "") or Unfit("is no language")


def one_of(words: Mapping[str, str], what: str) -> Reading:
    """A value from a table of the words for it."""

    def reading(value: Any, known: Known) -> str | Unfit:
        for said in several(value)[:20]:
            if found := words.get((word(said) or "").casefold()):
                return found
        return Unfit(f"is no {what}")

    return reading


genre = one_of(GENRES, "genre")
_rated = one_of(_RATINGS, "rating")


def rating(value: Any, known: Known) -> Any:
    """An age rating, or whether the story is for adults."""
    if isinstance(value, bool):
        return "adult" if value else "nonadult"
    return _rated(value, known)


def free(value: Any, known: Known) -> bool | Unfit:
    """Whether all may read it."""
    return truth(value)


def withdrawn(value: Any, known: Known) -> str | Unfit:
    """Why a story was taken back; a bare yes will do."""
    said = truth(value)
    if isinstance(said, bool):
        return "withdrawn" if said else Unfit("is not withdrawn")
    return line(value)


def tags(value: Any, known: Known) -> tuple[str, ...] | Unfit:
    """Keywords, each once whatever its capitals, in their order; a text is cut at its commas."""
    parts: list[Any] = _TAG_SPLIT.split(value) if isinstance(value, str) else several(value)
    said = ((some_line(part) or "").lstrip("#").strip() for part in parts[:MOST_TAGS])
    return each_once(tag for tag in said if tag and len(tag) <= LONGEST_TAG) or Unfit("holds no tag")


def targets(value: Any, known: Known) -> tuple[str, ...] | Unfit:
    """Names of targets."""
    parts = re.split(r"[,;\s]+", value) if isinstance(value, str) else several(value)
    names = [word(part) for part in parts if isinstance(part, str)]
    found = tuple(dict.fromkeys(name.lower() for name in names if name))
    return found if found and len(names) == len(parts) else Unfit("names no targets")
