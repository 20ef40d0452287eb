"""How the stories of a parted feed lie in documents: one for each month, or for each day of a busy month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from feeds.build.compose import Entry
from feeds.build.spans import Span, day_of, days

BYTES = 50_000_000
"""How large a part may become; sitemaps.org's limit is a little higher."""


def spans(
    month: Span, moments: Iterable[float] | None, out: Sequence[str], path: str, *, crowded: bool
) -> list[Span]:
    """What of a month must be composed where something happened at some instants; None: at any.

    All of it, unless it is so crowded that it has a part for each day: then those days, or all of
    them where they are not out yet.
    """
    if not crowded:
        return [month]
    own = part_path(path, month.name)
    daily = [name for name in out if name.startswith(_stem(path, month.name) + "-")]
    if own in out or not daily or moments is None:
        return list(days(month))
    return sorted({day_of(moment) for moment in moments})


def documents(span: Span, out: Iterable[str], path: str) -> list[str]:
    """Which of the documents that are out are parts of a span: of a month also those of its days."""
    ending = PurePosixPath(path).suffix
    stem = _stem(path, span.name)
    return [name for name in out if name == stem + ending or name.startswith(stem + "-")]


def parts(path: str, span: Span, entries: list[Entry], most: int) -> Iterator[tuple[str, list[Entry]]]:
    """A span's documents, none fuller than a part may be: paths and entries, the oldest first."""
    for number, some in enumerate(_filled(entries, most), 1):
        yield part_path(path, span.name if number == 1 else f"{span.name}-{number}"), some


def _filled(entries: list[Entry], most: int) -> Iterator[list[Entry]]:
    some: list[Entry] = []
    size = 0
    for entry in entries:
        if some and (len(some) == most or size + entry.listed.length > BYTES):
            yield some
            some, size = [], 0
        some.append(entry)
        size += entry.listed.length
    if some:
        yield some


def part_path(path: str, name: str) -> str:
    """The path of a part of the feed at `path`."""
    return _stem(path, name) + PurePosixPath(path).suffix


def _stem(path: str, name: str) -> str:
    whole = PurePosixPath(path)
    return str(whole.with_name(f"{whole.stem}-{name}"))
