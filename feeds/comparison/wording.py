"""Two texts side by side, word by word. Bounded: what is too long to be compared closely is told as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

Side = Literal["same", "old", "new"]

MOST_WORDS = 1_000
"""Words of a paragraph, and paragraphs of a text, that are compared one by one."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """Some words: in both texts, in the old one only, or in the new one only."""

    side: Side
    text: str


class Paragraph(NamedTuple):
    """A paragraph of both texts, "" where one of them has none."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether it did not change."""
        return self.old == self.new


def words(old: str, new: str) -> list[Piece]:
    """The pieces of two lines, in their order."""
    if old == new:
        return [Piece("same", old)] if old else []
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _whole(old, new)
    return list(_pieces(before, after))


def _whole(old: str, new: str) -> list[Piece]:
    return [Piece(side, text) for side, text in (("old", old), ("new", new)) if text]  # type: ignore[arg-type]


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(before[i:j]))
        else:
            yield from _whole("".join(before[i:j]), "".join(after[k:m]))


def paragraphs(old: Sequence[str], new: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of two texts side by side, those that did not change beside themselves."""
    if max(len(old), len(new)) > MOST_WORDS:
        return [Paragraph(a, b) for a, b in zip_longest(old, new, fillvalue="")]
    found: list[Paragraph] = []
    for _, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        found += (Paragraph(a, b) for a, b in zip_longest(old[i:j], new[k:m], fillvalue=""))
    return found


def cut(pieces: Sequence[Piece], around: int = 40) -> list[Piece]:
    """The pieces, of what is the same only some characters before and after what is not."""
    last = len(pieces) - 1
    return [
        piece._replace(text=_cut(piece.text, around, first=number == 0, last=number == last))
        if piece.side == "same"
        else piece
        for number, piece in enumerate(pieces)
    ]


def _cut(text: str, around: int, *, first: bool, last: bool) -> str:
    before = "" if first else text[:around]
    after = "" if last else text[-around:]
    return text if len(text) <= len(before) + len(after) + 1 else f"{before}…{after}"
