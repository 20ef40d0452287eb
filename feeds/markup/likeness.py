"""How much two texts have in common: nearly the same ones are known by few numbers, whatever else was published.

A text is the set of its runs of three words. A sketch is the smallest hashes of these: texts that share most of
their runs share most of their sketches too, and nearly always one of the few smallest.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

RUN = 3
"""Words of a run."""

FEWEST = 40
"""Runs below which a text is too short to tell: announcements resemble each other without being the same."""

MOST_WORDS = 5000
"""Words that are looked at."""

SIZE = 64
"""Hashes of a sketch."""

KEYS = 4
"""The smallest hashes of a sketch, by which others like it are found."""

ALIKE = 0.7
"""The part of two texts' runs that is in both from which on they are nearly the same: one word in fifteen differs."""

NUMBERS = 0.6
"""The part of two texts' numbers that must be in both, where there are some: forecasts and rates differ in these."""

_INLINE = re.compile(r"</?(?:strong|em|a|code|s|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_MIX = 0x9E3779B1


class Said(NamedTuple):
    """What texts are compared by: the hashes of a text's runs (none where it is too short), and its numbers."""

    runs: frozenset[int]
    numbers: frozenset[str]


def said(body: str) -> Said:
    """What a canonical body says."""
    words = words_of(body)
    return Said(frozenset(runs(words)), frozenset(word for word in words if word.isdecimal()))


def words_of(body: str) -> list[str]:
    """The words of a canonical body, in lower case, ё written as е."""
    text = html.unescape(_TAG.sub(" ", _INLINE.sub("", body)))
    return _WORD.findall(text.lower().replace("ё", "е"))[:MOST_WORDS]


def runs(words: list[str]) -> set[int]:
    """The hashes of a text's runs; none where the text is too short to tell."""
    joined = zip(*(words[n:] for n in range(RUN)), strict=False)
    found = {crc32(" ".join(run).encode()) * _MIX & 0xFFFFFFFF for run in joined}
    return found if len(found) >= FEWEST else set()


def sketch(found: Iterable[int]) -> tuple[int, ...]:
    """The sketch of a text's runs."""
    return tuple(sorted(found)[:SIZE])


def packed(made: tuple[int, ...]) -> bytes:
    """A sketch as it is kept."""
    return array("I", made).tobytes()


def unpacked(data: bytes) -> tuple[int, ...]:
    """The sketch that `packed` packed."""
    return tuple(array("I", data))


def guess(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """About which part of two texts' runs is in both, told by their sketches."""
    least = sorted({*one, *other})[:SIZE]
    both = {*one} & {*other}
    return sum(value in both for value in least) / len(least) if least else 0.0


def share(one: Said, other: Said) -> float:
    """Which part of two texts' runs is in both; 0 where they are made alike and say different numbers."""
    if not one.runs or not other.runs or not _same(one.numbers, other.numbers):
        return 0.0
    both = len(one.runs & other.runs)
    return both / (len(one.runs) + len(other.runs) - both)


def _same(mine: frozenset[str], yours: frozenset[str]) -> bool:
    every = len(mine | yours)
    return every < 3 or len(mine & yours) >= NUMBERS * every
