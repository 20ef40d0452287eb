"""A language's wording of everything that is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

from feeds.wording import dates, values
from feeds.wording.phrases import BETWEEN, Phrases
from feeds.wording.plural import form
from feeds.wording.template import filled


class Wording:
    """How one language says things.

    `texts` are its templates by the English ones, `phrases` those of what is said elsewhere in finished
    sentences: reasons, refusals, rules' messages.
    """

    def __init__(self, language: str, texts: Mapping[str, str], phrases: Mapping[str, str]) -> None:
        self.language = language
        self.texts = texts
        self._phrases = Phrases(phrases)

    def __call__(self, text: str, /, **values: object) -> str:
        """An English template in this language, with values."""
        return filled(self.texts.get(text, text), values, self._shown)

    def said(self, sentence: str) -> str:
        """A finished English sentence, or several in a line, in this language; as it is, where no template fits."""
        if several := self._phrases.several(sentence):
            *first, last = map(self._one, several)
            return BETWEEN.join([*(part.removesuffix(".") for part in first), last])
        return self._one(sentence)

    def _one(self, sentence: str) -> str:
        found = self._phrases.found(sentence)
        if found is None:
            return sentence
        return filled(found.template, {n: values.quoted(v) for n, v in found.values.items()}, self._shown)

    def words(self, text: str) -> str:
        """A few English words, or a list of some, in this language."""
        said = self.texts.get(text) or self.said(text)
        return values.listed(text, self.language) if said == text else said

    def _shown(self, value: object, how: str) -> str:
        """A value as it stands in a text."""
        if "|" in how:
            return form(self.language, _number(value), how)
        if how in _IN_WORDS:
            return _IN_WORDS[how](self, str(value))
        if isinstance(value, bool):
            return str(value)
        if isinstance(value, int):
            return self.number(value)
        return self.moment(value) if isinstance(value, datetime) else str(value)

    # ---- numbers and dates

    def number(self, value: int) -> str:
        """A whole number, its thousands apart from five digits on."""
        return values.number(str(value), self.language)

    def share(self, value: float) -> str:
        """A share of 1 in per cent."""
        return f"{value:.0%}" if self.language == "en" else f"{value * 100:.0f}{values.NARROW}%"

    def size(self, value: float) -> str:
        """A number of bytes."""
        units = ("B", "kB", "MB", "GB") if self.language == "en" else ("Б", "КБ", "МБ", "ГБ")
        step = 0
        while value >= 1000 and step < len(units) - 1:
            value, step = value / 1000, step + 1
        digits = f"{value:.0f}" if value >= 10 or step == 0 else f"{value:.1f}"
        point = "." if self.language == "en" else ","
        return f"{digits.replace('.', point)}\u00a0{units[step]}"

    def moment(self, value: datetime) -> str:
        """A date and its time, on the value's own clock."""
        return dates.full(value, self.language)

    def near(self, value: datetime, now: datetime) -> str:
        """As much of a date as is not plain from today's."""
        return dates.near(value, now, self.language)

    def since(self, value: datetime, now: datetime) -> str:
        """How long ago something was, or how soon it will be."""
        return dates.since((now - value).total_seconds(), self.language)

    def every(self, seconds: float) -> str:
        """How often something comes."""
        return dates.every(seconds, self.language)


def _number(value: object) -> float:
    if isinstance(value, int | float):
        return value
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return 0.0


_IN_WORDS: dict[str, Callable[[Wording, str], str]] = {
    "said": lambda wording, text: wording.said(text),
    "words": lambda wording, text: wording.words(text),
    "label": lambda wording, text: values.owned(wording.words(text), wording.language),
    "number": lambda wording, text: values.number(text, wording.language),
    "size": lambda wording, text: values.size(text, wording.language),
    "hops": lambda wording, text: values.hops(text, wording.language),
    "day": lambda wording, text: dates.stated_day(text, wording.language),
    "moment": lambda wording, text: dates.stated(text, wording.language),
    "span": lambda wording, text: dates.span(text, wording.language),
}
"""Values that are put in a language's words: a sentence, a word, whose attribute, a number, a moment, a window."""


@cache
def wording(language: str) -> Wording:
    """The wording of a language."""
    if language == "ru":
        from feeds.wording.russian import PHRASES, TEXTS

        return Wording("ru", TEXTS, PHRASES)
    return Wording("en", {}, {})
