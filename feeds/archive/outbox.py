"""What others are to be told, until they were: one row for each thing to say and each who is to hear it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Column, Connection, Float, Table, delete, func, insert, select, update

from feeds.archive.archive import one_at_a_time
from feeds.archive.columns import Integer, String
from feeds.archive.inbox import metadata

outbox = Table(
    "outbox",
    metadata,
    Column("kind", String, primary_key=True),
    Column("to", String, primary_key=True),
    Column("about", String, primary_key=True),
    Column("since", Float, nullable=False),
    Column("due", Float, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("problem", String),
)

Kind = Literal["websub", "indexnow"]


class Notice(Struct, frozen=True, kw_only=True):
    """One thing to say: to a hub about a feed's address, or to a search engine about a story's."""

    kind: Kind
    to: str
    about: str
    since: float
    due: float
    attempts: int = 0
    problem: str | None = None


def post(connection: Connection, kind: Kind, to: str, about: Iterable[str], now: float) -> None:
    """Notes that somebody is to be told; what waits to be said of the same thing is said once."""
    one_at_a_time(connection, "outbox")
    for one in about:
        where = (outbox.c.kind == kind, outbox.c.to == to, outbox.c.about == one)
        connection.execute(delete(outbox).where(*where))
        row = {"kind": kind, "to": to, "about": one, "since": now, "due": now, "attempts": 0}
        connection.execute(insert(outbox).values(row))


def due(connection: Connection, now: float, most: int) -> list[Notice]:
    """What is to be said now, the oldest first."""
    query = select(outbox).where(outbox.c.due <= now).order_by(outbox.c.due, outbox.c.since).limit(most)
    return [_notice(row) for row in connection.execute(query)]


def next_due(connection: Connection) -> float | None:
    """When something is to be said next."""
    found = connection.execute(select(func.min(outbox.c.due))).scalar()
    return None if found is None else float(found)


def said(connection: Connection, notice: Notice) -> None:
    """Forgets what was said; what has changed meanwhile is said again."""
    connection.execute(delete(outbox).where(*_same(notice), outbox.c.since == notice.since))


def failed(connection: Connection, notice: Notice, again: float, problem: str) -> None:
    """Notes that it could not be said, and when it is tried again."""
    connection.execute(
        update(outbox)
        .where(*_same(notice), outbox.c.since == notice.since)
        .values(due=again, attempts=notice.attempts + 1, problem=problem[:500])
    )


def waiting(connection: Connection, most: int | None = None) -> list[Notice]:
    """Everything that is still to be said, or the first of it."""
    query = select(outbox).order_by(outbox.c.due).limit(most)
    return [_notice(row) for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """How much is still to be said."""
    return int(connection.execute(select(func.count()).select_from(outbox)).scalar_one())


def _same(notice: Notice) -> tuple[Any, ...]:
    return outbox.c.kind == notice.kind, outbox.c.to == notice.to, outbox.c.about == notice.about


def _notice(row: Any) -> Notice:
    return Notice(**row._asdict())
