"""Which form of a word suits a number."""

from __future__ import annotations

from collections.abc import Callable


def english(number: float) -> int:
    """1 story, 2 stories."""
    return 0 if number == 1 else 1


def russian(number: float) -> int:
    """1 новость, 2 новости, 5 новостей; 1,5 новости."""
    if number != int(number):
        return 1
    tens, ones = abs(int(number)) % 100, abs(int(number)) % 10
    if ones == 1 and tens != 11:
        return 0
    return 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2


PLURALS: dict[str, Callable[[float], int]] = {"en": english, "ru": russian}
"""The rule of each language: the place of a form among those of its templates."""


def form(language: str, number: float, forms: str) -> str:
    """The form for a number, of those that `forms` names with bars between; the last one where there is none."""
    named = forms.split("|")
    return named[min(PLURALS[language](number), len(named) - 1)]
