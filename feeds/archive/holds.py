"""Feeds that were rolled back: the edition that each stays at until it is released."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from feeds.archive.schema import holds


class Hold(Struct, frozen=True):
    """A feed, the edition that it was rolled back to, and when."""

    feed: str
    number: int
    moment: float

    @property
    def since(self) -> datetime:
        """When it was rolled back."""
        return datetime.fromtimestamp(self.moment, tz=UTC)

    @property
    def told(self) -> str:
        """What is said of it wherever the feed is shown."""
        return f"rolled back to edition {self.number}; to go on: feeds release {self.feed}"


def enter(connection: Connection, hold: Hold) -> None:
    """Holds a feed at an edition, in place of any other."""
    release(connection, hold.feed)
    connection.execute(insert(holds).values(feed=hold.feed, number=hold.number, moment=hold.moment))


def release(connection: Connection, feed: str) -> bool:
    """Lets a feed go on; whether it was held."""
    return connection.execute(delete(holds).where(holds.c.feed == feed)).rowcount > 0


def held(connection: Connection) -> dict[str, Hold]:
    """The feeds that are held, by their paths."""
    return {row.feed: Hold(*row) for row in connection.execute(select(holds))}


def of(connection: Connection, feed: str) -> Hold | None:
    """The hold of a feed, if it is held."""
    row = connection.execute(select(holds).where(holds.c.feed == feed)).first()
    return Hold(*row) if row else None
