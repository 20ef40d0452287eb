"""How a feed's stories lie in documents: in one, or in one for each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from feeds.build.compose import Entry
from feeds.build.plan import FeedPlan


class Sheet(NamedTuple):
    """One document of a feed before it is written: its path below output, and its stories."""

    path: str
    entries: list[Entry]


def sheets(plan: FeedPlan, entries: list[Entry]) -> list[Sheet]:
    """The feed's documents, without the index of a parted one."""
    if plan.target.layout == "single":
        return [Sheet(plan.path, entries)]
    return [
        Sheet(_part_path(plan.path, name), part)
        for month, stories in sorted(_months(entries).items())
        for name, part in _split(month, stories, plan.target.most or len(stories))
    ]


def _months(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    months: dict[str, list[Entry]] = {}
    for entry in entries:
        month = datetime.fromtimestamp(entry.head.published, tz=UTC).strftime("%Y-%m")
        months.setdefault(month, []).append(entry)
    return months


def _split(month: str, entries: list[Entry], most: int) -> Iterator[tuple[str, list[Entry]]]:
    """A month in parts of at most `most`, the oldest first: a full part never changes again."""
    oldest_first = sorted(entries, key=lambda entry: (entry.head.published, entry.head.id))
    for n, start in enumerate(range(0, len(oldest_first), most)):
        yield (month if n == 0 else f"{month}-{n + 1}"), oldest_first[start : start + most]


def _part_path(path: str, name: str) -> str:
    whole = PurePosixPath(path)
    return str(whole.with_name(f"{whole.stem}-{name}{whole.suffix}"))
