"""What each feed was last composed of."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, select, update

from feeds.archive.articles import Position
from feeds.archive.rows import put
from feeds.archive.schema import decisions, editions, feeds

RELEASED = ""
"""The key of a feed that was held at a former edition: what is out says nothing of how it is made now."""


class State(Struct, frozen=True, kw_only=True):
    """A feed as the last build left it.

    `key` names its configuration, `sequence` the last storing that it has seen, `now` and `wake` the
    instants of the build and of the next change by itself. `frontier` is the last position that was
    looked at (None: all were); every story beyond it is still to be considered. `message` says why
    the feed was held.
    """

    feed: str
    key: str
    sequence: int
    now: float
    wake: float | None = None
    frontier: Position | None = None
    message: str | None = None


_position = msgspec.json.Decoder(Position)


def states(connection: Connection) -> dict[str, State]:
    """Every feed's state, by its path."""
    return {
        row.feed: State(
            feed=row.feed,
            key=row.key,
            sequence=row.sequence,
            now=row.now,
            wake=row.wake,
            frontier=_position.decode(row.frontier) if row.frontier else None,
            message=row.message,
        )
        for row in connection.execute(select(feeds))
    }


def enter(connection: Connection, state: State) -> None:
    """Makes a state the feed's current one."""
    frontier = msgspec.json.encode(state.frontier) if state.frontier else None
    put(connection, feeds, {**msgspec.structs.asdict(state), "frontier": frontier})


def released(connection: Connection, feed: str) -> None:
    """Has a feed composed anew, whatever of it is out."""
    connection.execute(update(feeds).where(feeds.c.feed == feed).values(key=RELEASED))


def forget(connection: Connection, paths: Iterable[str]) -> None:
    """Drops everything about feeds that are no longer configured."""
    gone = list(paths)
    for table in (feeds, decisions, editions):
        connection.execute(delete(table).where(table.c.feed.in_(gone)))
