"""A story as a feed's readers see it, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from feeds.intake.feed.about import About


class Story(Struct, frozen=True, kw_only=True):
    """One story of a document.

    `stated` is the id that the feed gives it, `link` its address as it is written and `page` that address
    without what only counts readers. `text` is what is read, lead and body, one paragraph each; `markup`
    the same in canonical markup, figures aside; `told` says that it is more than an announcement. `shown` are
    its pictures and films, `attached` its enclosures.
    """

    stated: str | None = None
    link: str | None = None
    page: str | None = None
    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    section: str | None = None
    subjects: tuple[str, ...] = ()
    attached: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    text: tuple[str, ...] = ()
    told: bool = False
    markup: str = ""

    @property
    def key(self) -> str:
        """By what readers know it again: its id, else its address, else its title."""
        return self.stated or self.link or self.title

    @property
    def name(self) -> str:
        """What to call it."""
        return self.title or self.link or self.stated or "a story without title and address"


class Reading(Struct, frozen=True, kw_only=True):
    """A document as it was read: its target, what it says of itself, its stories in its order.

    `faults` are why some of what it holds could not be read.
    """

    place: str
    target: str
    about: About
    stories: tuple[Story, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def distinct(self) -> tuple[Story, ...]:
        """Its stories as readers have them, who show one of those that share an id."""
        return tuple({story.key: story for story in reversed(self.stories)}.values())[::-1]

    @property
    def moments(self) -> Iterator[datetime]:
        """When its stories were published, in its order."""
        return (story.published for story in self.stories if story.published)
