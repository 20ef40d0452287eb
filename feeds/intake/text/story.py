"""A dump's lines, from the headline on, told apart: text, and what stands in and around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from feeds.intake.text.lines import Known, Line, channel, known
from feeds.intake.text.patterns import Kind

Role = Literal[Kind, "paragraph", "item", "channel", "card", "caption", "other"]

_COUNT = re.compile(r"[0-9]{1,6}")
_STRANGE = 4  # short lines in a row, none of them known, behind which there is no more of the story


class Told(NamedTuple):
    """A line and what it is."""

    line: Line
    role: Role
    known: Known | None = None


def told(lines: list[Line]) -> list[Told]:
    """What each line is, up to where the story ends."""
    found: list[Told] = []
    strange = 0
    begun = False
    for entry in _told(lines):
        if begun and entry.role == "end":
            found.append(entry)
            break
        begun = begun or entry.role == "paragraph"
        strange = strange + 1 if entry.role == "other" else strange if entry.role == "item" else 0
        found.append(entry)
        if begun and strange >= _STRANGE:
            return found[: -strange + 1]
    return found


def _told(lines: list[Line]) -> Iterator[Told]:
    position = 0
    label: Kind | None = None
    while position < len(lines):
        length, role, form = _at(lines, position)
        if label == "count" and _COUNT.fullmatch(said := lines[position].text):
            role, form = "count", Known("count", "how many comments there are", {"count": said})
        yield Told(lines[position], role, form)
        label = form.kind if form and not form.part() else None
        position += length


def _at(lines: list[Line], position: int) -> tuple[int, Role, Known | None]:
    """How many lines belong together here, and what they are."""
    line = lines[position]
    if length := _pictured(lines, position):
        return length, "caption", None
    if _text(lines, position + 1) == line.text and not channel(line):
        return (2, "paragraph", None) if line.text.endswith(".") else (2, "card", None)
    if form := known(line):
        return 1, form.kind, form
    if channel(line):
        return 1, "channel", None
    if line.item:
        return 1, "item", None
    return 1, "paragraph" if line.sentence else "other", None


def _pictured(lines: list[Line], position: int) -> int:
    """How many lines a picture's caption takes here, said once or again behind its credit; 0: none."""
    line, after = lines[position], position + 1
    form = known(lines[after]) if after < len(lines) else None
    if known(line) or form is None or form.kind != "credit":
        return 0
    if _text(lines, position + 2) == line.text:
        return 4 if _text(lines, position + 3) == lines[after].text else 3
    # A caption is no sentence, and a card's second line is the card's.
    return 0 if line.sentence or line.item or line.name or _text(lines, position - 1) == line.text else 1


def _text(lines: list[Line], position: int) -> str | None:
    return lines[position].text if 0 <= position < len(lines) else None
