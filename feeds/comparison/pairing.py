"""Which story of one document is which of another: by id, else by address, by headline, by text."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from feeds.comparison.stories import Story

SHORTEST = 200
"""Characters of a text by which alone a story is known again."""

Trait = Callable[[Story], Hashable | None]


class Pair(NamedTuple):
    """A story in both documents, each with its place. `again` tells that readers do not know it for the same."""

    old: Story
    new: Story
    old_place: int
    new_place: int
    again: bool


class Pairs(NamedTuple):
    """Stories in both documents, in the old one's order, and those in one of them, with their places."""

    both: list[Pair]
    lost: list[tuple[int, Story]]
    added: list[tuple[int, Story]]


def _text(story: Story) -> Hashable | None:
    said = " ".join(story.text)
    return said.casefold() if len(said) >= SHORTEST else None


def _headline(story: Story) -> Hashable | None:
    """A headline repeats itself («Погода на завтра»), but not on the same day."""
    day = story.published.date() if story.published else None
    return (story.title.casefold(), day) if story.title and day else None


TRAITS: tuple[Trait, ...] = (
    lambda story: story.key or None,
    lambda story: story.page,
    _headline,
    _text,
)
"""By what a story is known again, the surest first; readers go by the first of these alone."""


def _by(trait: Trait, stories: list[tuple[int, Story]]) -> dict[Hashable, deque[tuple[int, Story]]]:
    """Stories by a trait, those that lack it left out."""
    known: dict[Hashable, deque[tuple[int, Story]]] = {}
    for place, story in stories:
        if (said := trait(story)) is not None:
            known.setdefault(said, deque()).append((place, story))
    return known


def pair(old: Iterable[Story], new: Iterable[Story]) -> Pairs:
    """The stories of two documents side by side; what a document holds twice is paired one by one."""
    left, right = list(enumerate(old)), list(enumerate(new))
    both: list[Pair] = []
    for number, trait in enumerate(TRAITS):
        known = _by(trait, right)
        rest: list[tuple[int, Story]] = []
        for place, story in left:
            same = known.get(trait(story))
            if not same:
                rest.append((place, story))
                continue
            there, other = same.popleft()
            both.append(Pair(story, other, place, there, number > 0))
        taken = {one.new_place for one in both}
        left, right = rest, [one for one in right if one[0] not in taken]
    return Pairs(sorted(both, key=lambda one: one.old_place), left, right)
