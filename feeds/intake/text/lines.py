"""The lines of a dump: what each is by itself, and what several are together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from feeds.intake.normalise.body import wrapped
from feeds.intake.text.patterns import CHANNELS, PATTERNS, Kind
from feeds.markup.text import squeeze

_BULLET = re.compile(r"[•·◦▪●■‣*]\s+|[-–]\s+(?=\S)")
_SENTENCE = re.compile(r".*[.!?…:]+[»”\")\]]*", re.DOTALL)
_NAME = re.compile(r"[A-ZА-ЯЁЇІЄҐЎ][\w'’-]+(?: [A-ZА-ЯЁЇІЄҐЎ]\.| [A-ZА-ЯЁЇІЄҐЎ][\w'’-]+){1,2}")
_LONGEST_KNOWN = 400  # characters; a longer line is a paragraph, whatever it begins with


class Line(NamedTuple):
    """A line that says something: its number, its text, whether it is a list's item, and its block.

    Lines with no blank line between them are one block.
    """

    number: int
    text: str
    item: bool = False
    block: int = 0

    @property
    def where(self) -> str:
        """The line's place, for people."""
        return f"line {self.number}"

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def sentence(self) -> bool:
        """Whether it reads as a paragraph: it ends as sentences do, or is longer than titles are."""
        words = self.words
        return words > 24 or (words > 1 and bool(_SENTENCE.fullmatch(self.text)))

    @property
    def paragraph(self) -> bool:
        """Whether it can be nothing but a paragraph."""
        return self.words >= 10 and self.sentence

    @property
    def name(self) -> bool:
        """Whether it may be a person's name and nothing else."""
        return bool(_NAME.fullmatch(self.text))


class Known(NamedTuple):
    """What a line is by its form, and the parts of it that have names."""

    kind: Kind
    said: str
    parts: dict[str, str]

    def part(self) -> str:
        """What the line is about; "" where it is a label alone."""
        return next((text for name, text in self.parts.items() if name != "what" and text), "")


def lines(text: str) -> list[Line]:
    """The lines of a text that say something; those that were broken at a width are whole again."""
    found: list[Line] = []
    for block, group in enumerate(_blocks(text)):
        joined = "\n".join(content for _, content in group)
        if len(group) > 2 and wrapped(joined):
            found.append(_line(group[0][0], joined.replace("\n", " "), block))
        else:
            found += (_line(number, content, block) for number, content in group)
    return [line for line in found if line.text]


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """The numbered lines between blank lines."""
    group: list[tuple[int, str]] = []
    for number, raw in enumerate(re.split(r"\r\n?|[\n\f\u2028\u2029]", text), 1):
        content = raw.strip()
        if content:
            group.append((number, content))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _line(number: int, content: str, block: int) -> Line:
    bullet = _BULLET.match(content)
    item = bool(bullet) and not (content[0] in "-–" and content.rstrip().endswith((".", "!", "?", "…")))
    return Line(number, squeeze(content[bullet.end() :] if bullet and item else content), item, block)


def known(line: Line) -> Known | None:
    """What a line is by its form alone; None where it may be text."""
    if len(line.text) > _LONGEST_KNOWN:
        return None
    for kind, form, said in PATTERNS:
        if match := form.fullmatch(line.text):
            return Known(kind, said, {name: text or "" for name, text in match.groupdict().items()})
    return None


def channel(line: Line) -> str | None:
    """The channel that a line names and nothing else."""
    return CHANNELS.get(line.text.casefold())
