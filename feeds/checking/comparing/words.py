"""Texts word by word: where two of them first part, whatever their spaces, quotes and dashes are."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 3_000
"""Words between the first and the last difference up to which the two texts are aligned."""

AROUND = 3
"""Words that are shown before a difference, and behind it."""

SHOWN = 14
"""Words of a difference that are shown."""

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(/?[a-zA-Z][^\s/<>]*+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>|&#?\w{1,32};", re.DOTALL
)
_INLINE = frozenset(
    f"{slash}{name}"
    for slash in ("", "/")
    for name in "a abbr b cite code del em font i ins kbd mark q s small span strong sub sup time u wbr".split()
)
_WORD = re.compile(r"\w+|[^\w\s]")
_ALIKE = str.maketrans(
    dict.fromkeys("«»“”„‟″‹›", '"')
    | dict.fromkeys("’‘‚‛ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
        "\ufe0f": "",
        "\ufeff": "",
    }
)


class Word(NamedTuple):
    """A word, or a mark between words, in the form in which it is compared, and where it begins and ends."""

    form: str
    start: int
    end: int


class Text:
    """A text and its words; `markup` tells that it may hold HTML, whose tags and comments do not count."""

    def __init__(self, source: str, *, markup: bool = False) -> None:
        self.source = source
        self.words = list(_words(source, markup=markup))

    @property
    def forms(self) -> list[str]:
        """The words as they are compared."""
        return [word.form for word in self.words]

    def shown(self, start: int, end: int) -> str:
        """The words from one to before another, with a few around them, on one line for people."""
        first, last = max(0, start - AROUND), min(len(self.words), end + AROUND)
        if last - first > SHOWN + 2 * AROUND:
            last = first + SHOWN + 2 * AROUND
        if first >= last:
            return ""
        piece = self.source[self.words[first].start : self.words[last - 1].end]
        bare = " ".join(html.unescape(_MARKUP.sub(_spaced, piece)).split())
        return f"{'… ' if first else ''}{bare}{' …' if last < len(self.words) else ''}"


class Difference(NamedTuple):
    """Where two texts first part: the words of each from one to before another, and how many places there are.

    `words` counts the words of both that have no match.
    """

    here: tuple[int, int]
    there: tuple[int, int]
    places: int
    words: int


def difference(here: Text, there: Text) -> Difference | None:
    """Where a text first parts from another; None where they say the same."""
    one, other = here.forms, there.forms
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not one and not other:
        return None
    spans = list(_spans(one, other))
    first = spans[0]
    return Difference(
        (start + first[0], start + first[1]),
        (start + first[2], start + first[3]),
        len(spans),
        sum(a2 - a1 + b2 - b1 for a1, a2, b1, b2 in spans),
    )


def _spans(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches in which two rows of words differ; texts that differ in much are not aligned."""
    if len(one) > MOST or len(other) > MOST or not one or not other:
        yield 0, len(one), 0, len(other)
        return
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield a1, a2, b1, b2


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    for number, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return number
    return min(len(one), len(other))


def alike(text: str) -> str:
    """A line as titles are compared: without regard to spaces, quotes, dashes and capitals."""
    return " ".join(word.form for word in _words(text, markup=True)).casefold()


def _words(source: str, *, markup: bool) -> Iterator[Word]:
    """The words, whatever tags stand in them; each with its place in the source."""
    letters, places = _letters(source, markup=markup and ("<" in source or "&" in source))
    for match in _WORD.finditer("".join(letters)):
        form = unicodedata.normalize("NFKC", match[0])
        yield Word(form, places[match.start()], places[match.end() - 1] + 1)


def _letters(source: str, *, markup: bool) -> tuple[list[str], list[int]]:
    """The text without markup, in the letters in which it is compared, and where each stands in the source."""
    letters: list[str] = []
    places: list[int] = []

    def add(meant: str, place: int) -> None:
        for letter in meant:
            if letters and unicodedata.combining(letter):
                whole = unicodedata.normalize("NFC", letters[-1] + letter)
                letters[-1] = whole if len(whole) == 1 else letters[-1]
            else:
                alike = letter.translate(_ALIKE)
                letters.extend(alike)
                places.extend([place] * len(alike))

    position = 0
    for match in _MARKUP.finditer(source) if markup else ():
        for place in range(position, match.start()):
            add(source[place], place)
        add(_meant(match), match.start())
        position = match.end()
    for place in range(position, len(source)):
        add(source[place], place)
    return letters, places


def _meant(match: re.Match[str]) -> str:
    """What stands in a piece of markup's place."""
    if match[0].startswith("&"):
        return html.unescape(match[0])
    return "" if (match[1] or "").lower() in _INLINE else " "


def _spaced(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("&") else _meant(match)
