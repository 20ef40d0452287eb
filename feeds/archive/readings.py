"""When each source was last read, and what that brought."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from feeds.archive.schema import readings


class SourceReading(Struct, frozen=True, kw_only=True):
    """One reading of a source: the instant in seconds, and how many records were new, changed, and none.

    `brought` is the instant of the last reading that brought something.
    """

    source: str
    moment: float
    added: int = 0
    changed: int = 0
    rejected: int = 0
    brought: float | None = None


def note(connection: Connection, made: SourceReading) -> None:
    """Makes a reading the source's last one."""
    if made.added or made.changed:
        made = msgspec.structs.replace(made, brought=made.moment)
    elif (before := last(connection).get(made.source)) is not None:
        made = msgspec.structs.replace(made, brought=before.brought)
    connection.execute(delete(readings).where(readings.c.source == made.source))
    connection.execute(insert(readings).values(msgspec.structs.asdict(made)))


def last(connection: Connection) -> dict[str, SourceReading]:
    """The last reading of each source."""
    return {row.source: SourceReading(**row._asdict()) for row in connection.execute(select(readings))}
