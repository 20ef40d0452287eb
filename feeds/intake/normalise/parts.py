"""Objects of sources by their parts: under which names a part may stand, and what makes sense of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from feeds.intake.address import resource
from feeds.intake.normalise.choice import Unfit
from feeds.intake.normalise.coerce import line, number, raw_text, whole, word

Making = Callable[[Any, str | None], Any]
"""Makes a part of a value and of the address that relative ones are read against; None where it is none."""


class Parts:
    """The parts of one kind of object: for each its names, best first, and its making."""

    def __init__(self, **parts: tuple[str, Making]) -> None:
        self._makings = {part: making for part, (_, making) in parts.items()}
        self._names = {
            name: (part, rank)
            for part, (names, _) in parts.items()
            for rank, name in enumerate(names.split())
        }

    def of(self, item: Mapping[Any, Any], base: str | None) -> dict[str, Any]:
        """The parts that an object has, each from its best name; those that make no sense are left out."""
        best: dict[str, tuple[int, Any]] = {}
        for name, value in item.items():
            entry = self._names.get(name)
            if entry is None or (not value and not isinstance(value, int | float)):
                continue
            part, rank = entry
            if part not in best or rank < best[part][0]:
                best[part] = (rank, value)
        found = {part: self._makings[part](value, base) for part, (_, value) in best.items()}
        return {part: made for part, made in found.items() if made is not None}

    def describe(self, item: Mapping[Any, Any]) -> bool:
        """Whether an object has any of the parts."""
        return any(name in self._names for name in item)


def text(value: Any, base: str | None) -> str | None:
    """One line of plain text."""
    said = line(value)
    return None if isinstance(said, Unfit) else said


def address(value: Any, base: str | None) -> str | None:
    """An absolute http(s) address, also one inside an object."""
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("src") or value.get("href")
    said = word(value)
    return resource(said, base) if said else None


def short(value: Any, base: str | None) -> str | None:
    """A short text as it stands."""
    return word(value)


def anything(value: Any, base: str | None) -> str | None:
    """A text as it stands."""
    return raw_text(value)


def count(value: Any, base: str | None) -> int | None:
    """A whole number, not negative."""
    return whole(value)


def degrees(most: int) -> Making:
    """A number of degrees, at most so many either way."""
    return partial(_degrees, most)


def _degrees(most: int, value: Any, base: str | None) -> float | None:
    found = number(value)
    return found if found is not None and abs(found) <= most else None


def pixels(value: Any, base: str | None) -> int | None:
    """A size of a picture."""
    return whole(value, 1, 100_000)
