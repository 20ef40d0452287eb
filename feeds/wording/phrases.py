"""Finds the template that a finished sentence was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from feeds.wording.template import PLACE, literal, pattern

LONGEST = 600
"""Characters of a sentence that is looked up; longer ones hold more of a story than of ours."""

MOST_KNOWN = 4096
"""Sentences that are remembered."""


class Found(NamedTuple):
    """A template in the other language, and the values that the sentence gives it."""

    template: str
    values: dict[str, str]


class Phrases:
    """The templates of a language, by what English sentences look like that are made from the English ones."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._known: dict[str, Found | None] = {}

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """The templates with places, those that say most by themselves first."""
        open_ones = [text for text in self._texts if PLACE.search(text)]
        open_ones.sort(key=lambda text: len(literal(text)), reverse=True)
        return [(pattern(text), self._texts[text]) for text in open_ones]

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

    def _match(self, sentence: str) -> Found | None:
        for form, template in self._patterns:
            if match := form.fullmatch(sentence):
                return Found(template, match.groupdict())
        return None
