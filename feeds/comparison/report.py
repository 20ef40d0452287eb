"""A comparison in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from feeds.comparison.differences import Change, Comparison, Kind
from feeds.comparison.stories import Reading

HEADINGS: Mapping[Kind, str] = {
    "twice": "Shown twice",
    "lost": "Lost",
    "added": "Added",
    "changed": "Changed",
}
"""Kinds of changes, in the order in which they are told."""

_SAID: Mapping[Kind, tuple[str, str]] = {
    "twice": (
        "story is shown a second time: its id changed",
        "stories are shown a second time: their ids changed",
    ),
    "lost": ("story is lost", "stories are lost"),
    "added": ("older story is added, and shown as new", "older stories are added, and shown as new"),
    "changed": ("story reads otherwise", "stories read otherwise"),
}
_QUIET: Mapping[Kind, tuple[str, str]] = {
    "twice": ("", ""),
    "lost": ("made room for a newer one", "made room for newer ones"),
    "added": ("came since", "came since"),
    "changed": ("differs in what readers do not see", "differ in what readers do not see"),
}


def summary(comparison: Comparison) -> Iterator[str]:
    """What a subscriber would notice, one line each, the verdict first."""
    if not comparison.noticed:
        yield "A subscriber would notice nothing."
    else:
        yield "A subscriber would notice:"
    for kind in HEADINGS:
        if count := comparison.count(kind, seen=True):
            yield f"{count} {_SAID[kind][count > 1]}"
    if seen := [difference.field for difference in comparison.feed if difference.seen]:
        yield f"the feed itself: {', '.join(seen)}"
    yield ", ".join(_unnoticed(comparison)) or "nothing else differs"


def _unnoticed(comparison: Comparison) -> Iterator[str]:
    yield f"{comparison.same} {'story is' if comparison.same == 1 else 'stories are'} the same"
    for kind in HEADINGS:
        if count := comparison.count(kind, seen=False):
            yield f"{count} {_QUIET[kind][count > 1]}"


def facts(comparison: Comparison, *, bodies: bool = False) -> dict[str, Any]:
    """The comparison as it is written in JSON; with `bodies` also both texts of each story that differs."""
    return {
        "noticed": comparison.noticed,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "feed": comparison.feed,
        "same": comparison.same,
        "counts": {kind: comparison.count(kind) for kind in HEADINGS},
        "stories": [_story(change, bodies=bodies) for change in comparison.stories],
    }


def _side(reading: Reading) -> dict[str, Any]:
    return {
        "place": reading.place,
        "target": reading.target,
        "title": reading.about.title,
        "stories": len(reading.stories),
        "faults": reading.faults,
    }


def _story(change: Change, *, bodies: bool) -> dict[str, Any]:
    known = {
        "kind": change.kind,
        "title": change.title,
        "link": change.link,
        "seen": change.seen,
        "why": change.why,
        "ids": [story.stated if story else None for story in (change.old, change.new)],
        "differences": change.differences,
        "bodies": [story.text if story else None for story in (change.old, change.new)] if bodies else None,
    }
    return {name: value for name, value in known.items() if value not in (None, ())}
