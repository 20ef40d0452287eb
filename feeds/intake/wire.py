"""What the formats of news agencies have in common: versions, states, bylines, renditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from feeds.intake.dates import read_date
from feeds.intake.dates.words import MONTHS
from feeds.intake.draft import Draft, Rejection
from feeds.intake.normalise.coerce import number, whole
from feeds.markup.nodes import HEADINGS, Body
from feeds.markup.text import inline, squeeze

GONE = frozenset({"canceled", "cancelled", "withheld", "killed", "kill", "deleted"})
"""States of an item that may not be published, or not any more."""

MOST_URGENT = 1
"""The urgency of a flash, of nine."""

WIDEST = 6000
"""Pixels of the largest rendition that is taken."""

_INITIALS = re.compile(r"[a-zà-ÿ]{1,4}(?:[/,\s-]+[a-zà-ÿ]{1,4})*|[A-Z]{2,4}(?:[/-]\w{2,4})*|\w+(?:\.\w+)+")
_BYLINE = re.compile(
    r"(?:By|Von|Par|Por) [A-ZÀ-Ý][\w.'’-]+(?:(?:,? and|,| und| et| y)? [A-ZÀ-Ý][\w.'’-]+){1,8}"
)
_OPENING = 8  # blocks among which a text has its byline, if it has one
_AFTER_NAME = re.compile(r"\s*(?:[,;|/–—-]|\b(?:of|by|von|de|par)\b)\s*$", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_a-zа-яё]{2,}(?:[ '’-][^\W\d_a-zа-яё]{2,})+")
_DATELINE = re.compile(r"\s*([^\d(,/–—]{2,60}?)\s*(?:[,(/–—]|-\s|\s\d|$)")
_SIGNATURE = re.compile(
    r"(?:ends|end|more|mer)\.?|#+|-?30-|dpa(?: [\w/]{1,5}){1,6}"
    r"|[A-Z]{2,5}(?: (?:[A-Z]{2,4}|[a-z]{1,3}(?:/[a-z]{1,3})?)){1,3}"
)
_RENDITIONS = (
    *("thumbnail", "thumb", "small", "lowres", "preview", "viewimage", "view", "medium", "web", "baseimage"),
    *("main", "large", "hires", "highres", "original"),
)
_RANK = {name: rank for rank, name in enumerate(_RENDITIONS)}


class Told(NamedTuple):
    """An item of a file: which story it is, which version of it, and what was made of it."""

    answer: Draft | Rejection
    identity: str | None = None
    version: tuple[float, str] = (0, "")


def version(stated: Any, changed: Any = None) -> tuple[float, str]:
    """How new a version is: by its number, or where that is none or equal by its date."""
    return number(stated) or 0, str(changed or "")


def newest(items: Iterable[Told]) -> Iterator[Draft | Rejection]:
    """Of each story its newest version, where its first one stood; the others are noted there."""
    best: dict[str, Told] = {}
    order: list[str | Told] = []
    for item in items:
        key = item.identity
        if key is None or isinstance(item.answer, Rejection):
            order.append(item)
        elif key not in best:
            best[key] = item
            order.append(key)
        else:
            older, newer = sorted((best[key], item), key=lambda told: told.version)
            _note(newer.answer, older)
            best[key] = newer
    yield from (best[one].answer if isinstance(one, str) else one.answer for one in order)


def _note(answer: Draft | Rejection, older: Told) -> None:
    if isinstance(answer, Draft) and isinstance(older.answer, Draft):
        where = f"line {older.answer.line}" if older.answer.line else "the same file"
        answer.note(where, f"an older version of this story ({older.version[0]:g})")


def withdrawal(status: Any, note: Any = None) -> str | None:
    """Why a story was taken back: its state, and what its editors say; None for one that was not."""
    code = re.split(r"[:/#]", str(status or "").strip().lower())[-1]
    if code not in GONE:
        return None
    return f"{code}: {squeeze(str(note))[:500]}" if note else code


def offer_status(draft: Draft, status: Any, note: Any, where: str, fallbacks: Iterable[Any]) -> None:
    """Offers the withdrawal of a story that was taken back; such an item may have no headline of its own."""
    reason = withdrawal(status, note)
    draft.offer("withdrawn", reason, where)
    for title in fallbacks if reason else ():
        draft.offer("title", title, where)


def offer_limit(draft: Draft, field: str, stated: Any, where: str) -> None:
    """Offers an embargo or an expiry, unless it only shows where one would stand, as YYYYMMDD does."""
    said = str(stated or "").strip()
    if said and not any(c.isdigit() for c in said.replace("0", "")):
        draft.note(where, f"{said[:40]!r} is the pattern of a date, not a date")
    else:
        draft.offer(field, said, where)


def offer_hold(draft: Draft, until: str | None, where: str) -> None:
    """Offers the embargo of a story that is held: without a time it is no date, and the story is refused."""
    draft.offer("embargo", until or "until its agency says so", where)


def later(one: str | None, other: str | None) -> bool:
    """Whether the first of two dates is later than the second; not so where either is none."""
    first, second = (read_date(said or "", timezone="UTC") for said in (one, other))
    return first is not None and second is not None and first > second


def offer_urgency(draft: Draft, urgency: Any, where: str) -> None:
    """Offers what the highest urgency makes of a story."""
    draft.offer("genre", "flash" if whole(urgency) == MOST_URGENT else None, where)


def names(byline: str, agencies: Iterable[str | None] = ()) -> list[str]:
    """A byline's text without the agency behind the names; nothing of one that holds initials only."""
    said = squeeze(byline)
    known = sorted({a.casefold() for a in agencies if a}, key=len, reverse=True)
    for agency in known:
        bare = said.rstrip(" .)")
        if bare.casefold().endswith(agency):
            rest = bare[: len(bare) - len(agency)]
            cut = _AFTER_NAME.sub("", rest)
            said = cut if cut != rest else said
    nobody = not said or _INITIALS.fullmatch(said) or said.casefold() in known
    return [] if nobody else [_CAPITALS.sub(lambda match: match[0].title(), said)]


def city(dateline: str | None) -> str | None:
    """The place that a dateline begins with: Oslo of «OSLO, Nov 23 (NTB) –»."""
    match = _DATELINE.match(squeeze(dateline or ""))
    words = match[1].strip(" .:-").split(" ") if match else []
    months = (number for number, said in enumerate(words) if said.lower().rstrip(".") in MONTHS)
    found = " ".join(words[: next(months, len(words))])
    return (found.title() if found.isupper() and len(found) > 3 else found) or None


def rights(notice: Any, holder: Any = None, terms: Any = None) -> str | None:
    """Who owns a story and how it may be used, as one line."""
    owner = squeeze(str(notice or "")) or (f"© {squeeze(str(holder))}" if holder else "")
    said = [owner, squeeze(str(terms or ""))]
    return ". ".join(part.rstrip(".") for part in said if part) or None


def largest(renditions: Iterable[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Of the renditions of one picture or film the best: the widest, else the longest, else by its name."""
    return max((dict(one) for one in renditions), key=_size, default=None)


def _size(rendition: Mapping[str, Any]) -> tuple[bool, int, int, int]:
    width = whole(rendition.get("width")) or 0
    rank = _RANK.get(re.sub(r"[^a-z]", "", str(rendition.get("name") or "").rpartition(":")[2].lower()), 7)
    return width <= WIDEST, width, rank, whole(rendition.get("length")) or 0


def without_heading(body: Body, *lines: str | None) -> Body:
    """The body without the headings, and the byline, with which it repeats what its item says elsewhere."""
    known = {squeeze(line).casefold() for line in lines if line}
    rest = body
    while rest and (rest[0].tag in HEADINGS or rest[0].tag == "p"):
        if squeeze(inline(rest[0])).casefold() not in known:
            break
        rest = rest[1:]
    return rest


def without_signature(body: Body) -> Body:
    """The body without the line of initials, or the word, with which agencies end a text."""
    ends = len(body) > 1 and body[-1].tag == "p" and _SIGNATURE.fullmatch(squeeze(inline(body[-1])))
    return body[:-1] if ends else body


def byline_in(body: Body) -> tuple[Body, str | None]:
    """The body without the byline that stands among its first paragraphs, and that byline."""
    for place, block in enumerate(body[:_OPENING] if len(body) > 1 else ()):
        said = squeeze(inline(block)) if block.tag == "p" else ""
        if _BYLINE.fullmatch(said):
            return [*body[:place], *body[place + 1 :]], said
    return body, None
