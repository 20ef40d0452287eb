"""Finds the template that a finished sentence was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from feeds.wording.template import PLACE, literal, longest, pattern, sentences
from feeds.wording.values import quoted

LONGEST = 600
"""Characters of a sentence that is looked up; longer ones hold more of a story than of ours."""

MOST_KNOWN = 4096
"""Sentences that are remembered."""

BETWEEN = "; "
"""Stands between sentences that are told in one line."""


class Found(NamedTuple):
    """A template in the other language, and the values that the sentence gives it."""

    template: str
    values: dict[str, str]


class Phrases:
    """The templates of a language, by what English sentences look like that are made from the English ones.

    Of several templates that a sentence looks like, the one counts that says most by itself; but first come those
    that hold a known sentence (`{name:said}`).
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._known: dict[str, Found | None] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _open(self) -> list[tuple[str, str]]:
        """The templates with places in the order in which they are tried, each with what is sure to be in it."""
        with_places = [text for text in self._texts if PLACE.search(text)]
        with_places.sort(key=lambda text: (bool(sentences(text)), len(literal(text))), reverse=True)
        return [(longest(text), text) for text in with_places]

    def found(self, sentence: str) -> Found | None:
        """The template that a sentence was made from; None where there is none."""
        if sentence in self._texts:
            return Found(self._texts[sentence], {})
        if len(sentence) > LONGEST:
            return None
        if sentence not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[sentence] = self._match(sentence)
        return self._known[sentence]

    def several(self, line: str) -> list[str]:
        """The sentences that a line is made of; none where it is one, or where one of them is not known."""
        parts = line.split(BETWEEN)
        if len(parts) == 1 or _is_one(self.found(line)) or not all(map(self.found, parts)):
            return []
        return parts

    def _match(self, sentence: str) -> Found | None:
        for sure, text in self._open:
            if sure in sentence and (match := self._pattern(text).fullmatch(sentence)):
                values = match.groupdict()
                if all(self.found(values[name]) for name in sentences(text)):
                    return Found(self._texts[text], values)
        return None

    def _pattern(self, text: str) -> re.Pattern[str]:
        """What finds a template's values, made when a sentence is first like it."""
        if text not in self._patterns:
            self._patterns[text] = pattern(text)
        return self._patterns[text]


def _is_one(found: Found | None) -> bool:
    """Whether a sentence was found that is no row of several: what parts those stands in quotes, if anywhere."""
    return found is not None and all(
        BETWEEN not in value or quoted(value) != value for value in found.values.values()
    )
