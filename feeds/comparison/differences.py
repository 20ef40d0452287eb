"""What differs between two documents, and whether a subscriber who is moved from one to the other would notice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from feeds.comparison.pairing import Pair, Pairs, pair
from feeds.comparison.stories import Reading, Story
from feeds.intake.address import resource

_START = re.compile(r"<([a-z]+[1-6]?)")

Kind = Literal["twice", "lost", "added", "changed"]


class Difference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One field that differs. `seen` tells that subscribers notice; `why` says what that does, or why they do not."""

    field: str
    old: str | None = None
    new: str | None = None
    seen: bool = True
    why: str | None = None


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one story: shown a second time, lost, added, or otherwise than before."""

    kind: Kind
    title: str
    link: str | None = None
    seen: bool = True
    why: str | None = None
    differences: tuple[Difference, ...] = ()
    old: Story | None = None
    new: Story | None = None


class Comparison(Struct, frozen=True, kw_only=True):
    """Two documents beside each other: how the feed itself differs, what became of each story, how many are alike."""

    old: Reading
    new: Reading
    feed: tuple[Difference, ...] = ()
    stories: tuple[Change, ...] = ()
    same: int = 0

    @property
    def noticed(self) -> bool:
        """Whether a subscriber would notice anything."""
        return any(d.seen for d in self.feed) or any(c.seen for c in self.stories)

    def count(self, kind: Kind, *, seen: bool | None = None) -> int:
        """How many stories a change of this kind befell."""
        return sum(c.kind == kind and seen in (None, c.seen) for c in self.stories)


def compare(old: Reading, new: Reading) -> Comparison:
    """What a subscriber of the old document would see who gets the new one in its place."""
    pairs = pair(old.distinct, new.distinct)
    moved = _moved(pairs.both)
    changes: list[Change] = []
    same = 0
    for one in pairs.both:
        found = tuple(_differences(one, moved.get(one.old_place)))
        if found or one.again:
            changes.append(_changed(one, found))
        else:
            same += 1
    changes += _lost(pairs, new)
    changes += _added(pairs, old)
    return Comparison(
        old=old, new=new, feed=tuple(_of_feed(old, new)), stories=tuple(_sorted(changes)), same=same
    )


_ORDER: dict[Kind, int] = {"twice": 0, "lost": 1, "added": 2, "changed": 3}


def _sorted(changes: list[Change]) -> list[Change]:
    """What is noticed first, the worst kinds before the others."""
    return sorted(changes, key=lambda change: (not change.seen, _ORDER[change.kind]))


def _changed(one: Pair, differences: tuple[Difference, ...]) -> Change:
    why = None
    if one.again:
        why = f"its id was {one.old.key!r} and is {one.new.key!r}: readers show it a second time, as unread"
    return Change(
        kind="twice" if one.again else "changed",
        title=one.new.name,
        link=one.new.link,
        seen=one.again or any(difference.seen for difference in differences),
        why=why,
        differences=differences,
        old=one.old,
        new=one.new,
    )


# ---- stories in one of them


def _lost(pairs: Pairs, new: Reading) -> Iterator[Change]:
    """Stories that are gone; those at the old end make room for newer ones, which is how feeds live."""
    room = _newer(pairs)
    oldest = min(new.moments, default=None)
    ordered = sorted(pairs.lost, key=lambda one: one[1].published.timestamp() if one[1].published else 0.0)
    for _, story in ordered:
        ended = room > 0 and story.published and oldest and story.published <= oldest
        room -= bool(ended)
        why = "older than all that stayed: it made room for a newer story" if ended else None
        yield Change(kind="lost", title=story.name, link=story.link, seen=not ended, why=why, old=story)


def _newer(pairs: Pairs) -> int:
    """How many stories were added that are newer than all of the old document."""
    newest = _newest(pairs)
    return sum(_came_since(story, newest) for _, story in pairs.added)


def _newest(pairs: Pairs) -> datetime | None:
    old = (*(one.old for one in pairs.both), *(story for _, story in pairs.lost))
    return max((story.published for story in old if story.published), default=None)


def _came_since(story: Story, newest: datetime | None) -> bool:
    return newest is None or (story.published is not None and story.published > newest)


def _added(pairs: Pairs, old: Reading) -> Iterator[Change]:
    newest = _newest(pairs)
    for _, story in pairs.added:
        since = bool(old.stories) and _came_since(story, newest)
        why = "newer than all of the old one: it came since" if since else None
        yield Change(kind="added", title=story.name, link=story.link, seen=not since, why=why, new=story)


# ---- one story in both


def _differences(one: Pair, moved: Difference | None) -> Iterator[Difference]:
    for field in FIELDS:
        yield from field(one.old, one.new)
    if moved is not None:
        yield moved


def _link(old: Story, new: Story) -> Iterator[Difference]:
    if old.page != new.page:
        yield Difference(field="link", old=old.link, new=new.link, why="leads to another page")
    elif old.link != new.link:
        yield Difference(
            field="link", old=old.link, new=new.link, seen=False, why="written otherwise, the same page"
        )


def _title(old: Story, new: Story) -> Iterator[Difference]:
    if old.title != new.title:
        yield Difference(field="title", old=old.title, new=new.title)


def _published(old: Story, new: Story) -> Iterator[Difference]:
    if _second(old.published) != _second(new.published):
        yield Difference(field="published", old=_said(old.published), new=_said(new.published))


def _updated(old: Story, new: Story) -> Iterator[Difference]:
    before, after = old.updated or old.published, new.updated or new.published
    if _second(before) != _second(after) and _second(old.published) == _second(new.published):
        both = old.updated is not None and new.updated is not None
        why = "some readers mark it as unread" if both else "one of them does not say"
        yield Difference(field="updated", old=_said(old.updated), new=_said(new.updated), seen=both, why=why)


def _second(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None


def _said(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _authors(old: Story, new: Story) -> Iterator[Difference]:
    if old.authors != new.authors:
        yield Difference(field="authors", old=", ".join(old.authors), new=", ".join(new.authors))


def _subjects(old: Story, new: Story) -> Iterator[Difference]:
    before, after = ({subject.casefold() for subject in story.subjects} for story in (old, new))
    if before != after:
        why = "readers do not show categories; filters go by them"
        yield Difference(
            field="categories", old=", ".join(old.subjects), new=", ".join(new.subjects), seen=False, why=why
        )


def _attached(old: Story, new: Story) -> Iterator[Difference]:
    """Enclosures; one that the text shows, or shows now, is not missed."""
    gone, come = old.attached - new.attached, new.attached - old.attached
    if gone or come:
        seen = bool(gone - new.shown or come - old.shown)
        why = None if seen else "the text shows it"
        yield Difference(field="enclosures", old=_list(gone), new=_list(come), seen=seen, why=why)


def _list(addresses: frozenset[str]) -> str | None:
    return " ".join(sorted(addresses)) or None


def _body(old: Story, new: Story) -> Iterator[Difference]:
    """The text; where that is the same, what it shows, where its links lead, and how it is set."""
    attached = old.attached | new.attached  # those are told of by themselves
    if old.text != new.text:
        yield Difference(field="text", old="\n\n".join(old.text), new="\n\n".join(new.text))
    elif (old.shown ^ new.shown) - attached:
        yield _sets("pictures", old.shown - attached, new.shown - attached)
    elif old.links != new.links:
        yield _sets("links in the text", old.links, new.links)
    elif old.markup != new.markup:
        why = "the words are the same, but set otherwise"
        yield Difference(field="markup", old=_set(old.markup), new=_set(new.markup), why=why)


def _set(markup: str) -> str:
    """How a text is set: its elements, how often each occurs."""
    counts = Counter(_START.findall(markup))
    return ", ".join(f"{count} {tag}" for tag, count in sorted(counts.items()))


def _sets(field: str, old: frozenset[str], new: frozenset[str]) -> Difference:
    return Difference(field=field, old=_list(old - new), new=_list(new - old))


FIELDS: tuple[Callable[[Story, Story], Iterator[Difference]], ...] = (
    _title,
    _link,
    _published,
    _updated,
    _authors,
    _attached,
    _body,
    _subjects,
)


# ---- order


def _moved(both: list[Pair]) -> dict[int, Difference]:
    """The stories that stand elsewhere among those of both: as few as explain the new order, by their old places."""
    order = sorted(both, key=lambda one: one.new_place)
    ranks = {one.old_place: rank for rank, one in enumerate(order)}
    kept = _longest_rising([ranks[one.old_place] for one in both])
    moved: dict[int, Difference] = {}
    dates = Counter(one.new.published for one in both)
    for number, one in enumerate(both):
        if number in kept:
            continue
        tied = dates[one.new.published] > 1
        why = "others have the same date, so readers may show either first" if tied else None
        moved[one.old_place] = Difference(
            field="order",
            old=f"{number + 1} of {len(both)}",
            new=f"{ranks[one.old_place] + 1} of {len(both)}",
            seen=not tied,
            why=why,
        )
    return moved


def _longest_rising(numbers: list[int]) -> set[int]:
    """The places of a longest rising row among numbers that differ."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        spot = bisect_left(ends, number)
        before.append(at[spot - 1] if spot else None)
        if spot == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[spot], at[spot] = number, place
    row: set[int] = set()
    place_ = at[-1] if at else None
    while place_ is not None:
        row.add(place_)
        place_ = before[place_]
    return row


# ---- the feed itself


def _of_feed(old: Reading, new: Reading) -> Iterator[Difference]:
    before, after = old.about, new.about
    if before.title != after.title:
        yield Difference(field="feed title", old=before.title, new=after.title, seen=bool(before.title))
    if _page(before.home) != _page(after.home):
        yield Difference(field="home page", old=before.home, new=after.home, seen=before.home is not None)
    if before.description != after.description:
        yield Difference(
            field="description", old=before.description, new=after.description, seen=bool(before.description)
        )
    picture = before.icon or before.logo
    if picture and picture not in (after.icon, after.logo):
        yield Difference(field="picture", old=picture, new=after.icon or after.logo)
    for field in ("language", "rights"):
        one, other = getattr(before, field), getattr(after, field)
        if (one or "").casefold() != (other or "").casefold():
            yield Difference(field=field, old=one, new=other, seen=False)
    yield from _repeated(old, new)


def _page(address: str | None) -> str | None:
    return (resource(address) or address).rstrip("/") if address else None


def _repeated(old: Reading, new: Reading) -> Iterator[Difference]:
    """Ids that the new document gives to more than one story: readers show one of these only."""
    for key, count in Counter(story.key for story in new.stories).items():
        if count > 1 and key and sum(story.key == key for story in old.stories) < count:
            yield Difference(
                field="ids",
                new=key,
                why=f"{count} stories of the new one have this id: readers show one of them",
            )
