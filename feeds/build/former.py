"""Former editions as users name them, and as they are read: by number, by an instant, by document."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import editions, kept
from feeds.archive.blocks import Former
from feeds.archive.kept import Kept
from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading, Story
from feeds.errors import UsageError


def feed_named(connection: Connection, path: str) -> str:
    """The feed with that path, or with a document of that path.

    Raises:
        UsageError: no feed of which any edition is kept has it; the message names the nearest one.
    """
    known = kept.feeds_with_history(connection)
    if path in known:
        return path
    if (feed := kept.feed_of(connection, path)) is not None:
        return feed
    near = difflib.get_close_matches(path, known, n=1, cutoff=0.4)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}." if known else None
    raise UsageError(
        f"no edition of a feed {path!r} is kept",
        hint=hint or "feeds build publishes, and keeps what comes out.",
    )


def chosen(connection: Connection, feed: str, which: str | None, timezone: str) -> Kept:
    """The edition that a user names: by its number, by an instant at which it was out; the newest, if by nothing.

    Instants that name no zone are on the newsroom's clock.

    Raises:
        UsageError: there is none, or what is named is neither.
    """
    known = kept.editions_of(connection, feed)
    if which is None:
        return known[0]
    found = next((e for e in known if str(e.number) == which.lstrip("#")), None) or (
        None if which.lstrip("#").isdecimal() else kept.at(connection, feed, _instant(which, timezone))
    )
    if found is None:
        first = known[-1]
        said = f"{first.published.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"
        hint = f"Kept are the editions {first.number} to {known[0].number}, since {said}; feeds log {feed}"
        raise UsageError(f"{feed}: edition {which} is not kept", hint=hint)
    return found


def _instant(text: str, timezone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        hint = "Write an edition's number, or a date and time such as 2026-11-24T12:00."
        raise UsageError(f"{text!r} is no edition and no date", hint=hint) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))


def before(connection: Connection, feed: str, edition: Kept) -> Kept | None:
    """The edition before another."""
    known = kept.editions_of(connection, feed)
    return next((e for e in known if e.number < edition.number), None)


def document(connection: Connection, path: str, edition: Kept) -> Former:
    """One document of a feed as it was in an edition.

    Raises:
        UsageError: it was not there then.
    """
    for former in kept.documents(connection, edition.feed, edition.number):
        if former.edition.document == path:
            return former
    raise UsageError(f"{path} was not there in edition {edition.number} of {edition.feed}")


def read(connection: Connection, edition: Kept, timezone: str) -> Reading:
    """An edition's stories as their readers saw them, those of all its documents together."""
    place = f"{edition.feed}@{edition.number}"
    readings = list(_readings(connection, edition, place, timezone))
    own = next((r for document, r in readings if document == edition.feed), None)
    first = own or (readings[0][1] if readings else None)
    if first is None:
        raise UsageError(f"{place} cannot be read")
    parts = [r for document, r in readings if document != edition.feed]
    indexed = len(parts) > 0 and not _listed(connection, edition.feed)
    stories: tuple[Story, ...] = () if indexed else first.stories
    return replace(first, stories=(*stories, *(s for r in parts for s in r.stories)))


def _listed(connection: Connection, feed: str) -> bool:
    """Whether a feed's own document holds stories; an index holds none."""
    own = editions.edition(connection, feed)
    return own is not None and own.count > 0


def _readings(
    connection: Connection, edition: Kept, place: str, timezone: str
) -> Iterator[tuple[str, Reading]]:
    for former in kept.documents(connection, edition.feed, edition.number):
        found = reading(former.content, place, timezone=timezone)
        if isinstance(found, Reading):
            yield former.edition.document, found
