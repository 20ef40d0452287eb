"""Templates: `{name}` is a value, `{name:one|many}` the word that suits a number, `{name:kind}` a value in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

PLACE = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
"""A place for a value, and how it is to stand there."""

Shown = Callable[[object, str], str]
"""How a value stands in a text, told what the template says behind the colon."""

NARROWED: dict[str, str] = {
    "label": r"(?:the )?[^\s,;]+(?: of [^\s,;]+)?",
    "address": r"https?://\S+",
    "number": r"-?[\d.,]+",
    "quoted": r"(?:'.*?'|\".*?\")",
}
"""What values of some kinds look like: the name of an element or of an attribute, an address, a number,
a text in quotes."""


def filled(template: str, values: Mapping[str, object], shown: Shown) -> str:
    """The template with its values; a place for which there is none stays as it is."""

    def value(match: re.Match[str]) -> str:
        name, how = match[1], match[2] or ""
        return shown(values[name], how) if name in values else match[0]

    return PLACE.sub(value, template) if values else template


def places(template: str) -> frozenset[str]:
    """The names of the values that a template has places for."""
    return frozenset(match[1] for match in PLACE.finditer(template))


def sentences(template: str) -> tuple[str, ...]:
    """The names of the values that are sentences of their own (`{name:said}`)."""
    return tuple(match[1] for match in PLACE.finditer(template) if match[2] == "said")


def literal(template: str) -> str:
    """What a template says whatever its values are."""
    return PLACE.sub("", template)


def longest(template: str) -> str:
    """The longest piece that a template says whatever its values are."""
    return max(PLACE.sub("\0", template).split("\0"), key=len)


def pattern(template: str) -> re.Pattern[str]:
    """What finds the values in a text that was made from a template; a name that comes twice has one value.

    Values of the kinds of `NARROWED` look as said there, all others anyhow.
    """
    parts: list[str] = []
    seen: set[str] = set()
    end = 0
    for match in PLACE.finditer(template):
        parts += [re.escape(template[end : match.start()]), _found(match[1], match[2] or "", seen)]
        end = match.end()
    return re.compile("".join([*parts, re.escape(template[end:])]), re.DOTALL)


def _found(name: str, how: str, seen: set[str]) -> str:
    if "|" in how:
        return f"(?:{'|'.join(re.escape(form) for form in how.split('|'))})"
    if name in seen:
        return f"(?P={name})"
    seen.add(name)
    return f"(?P<{name}>{NARROWED.get(how, '.+?')})"
