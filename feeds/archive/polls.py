"""Who polled which feed: one row for each, however often it asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Column, Connection, Float, Table, delete, func, insert, select, update

from feeds.archive.archive import one_at_a_time
from feeds.archive.columns import Integer, String
from feeds.archive.inbox import metadata

polls = Table(
    "polls",
    metadata,
    Column("feed", String, primary_key=True),
    Column("agent", String, primary_key=True),
    Column("first", Float, nullable=False),
    Column("last", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("interval", Float),
    Column("recipe", String, nullable=False),
    Column("stated", String, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("feed", String, primary_key=True),
    Column("status", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
)

MOST = 5000
"""Rows that are kept; those that did not poll for longest go first."""

SMOOTH = 0.2
"""How much the newest interval counts among those before."""


class Poll(Struct, kw_only=True):
    """What one agent did with one document: instants in seconds, its usual interval, the edition that it holds."""

    feed: str
    agent: str
    first: float
    last: float
    count: int = 0
    unchanged: int = 0
    bytes: int = 0
    interval: float | None = None
    recipe: str = ""
    stated: str = ""

    @property
    def share(self) -> float:
        """How many of its polls were answered that nothing changed, of 1."""
        return self.unchanged / self.count if self.count else 0.0


class Tally(Struct, kw_only=True):
    """How often a feed was asked for and answered with a status, and the bytes that were sent."""

    feed: str
    status: int
    count: int = 0
    bytes: int = 0


def joined(before: Poll | None, newer: Poll) -> Poll:
    """What is known of an agent once newer polls of it are added."""
    if before is None:
        return newer
    gap = newer.first - before.last
    interval = _smoothed(before.interval, gap) if gap > 0 else before.interval
    if newer.interval is not None:
        interval = _smoothed(interval, newer.interval)
    return Poll(
        feed=newer.feed,
        agent=newer.agent,
        first=before.first,
        last=max(before.last, newer.last),
        count=before.count + newer.count,
        unchanged=before.unchanged + newer.unchanged,
        bytes=before.bytes + newer.bytes,
        interval=interval,
        recipe=newer.recipe,
        stated=newer.stated or before.stated,
    )


def _smoothed(known: float | None, newest: float) -> float:
    return newest if known is None else known + SMOOTH * (newest - known)


def add(connection: Connection, new: Iterable[Poll]) -> None:
    """Adds polls to what is known of their agents."""
    one_at_a_time(connection, "polls")
    for poll in new:
        where = (polls.c.feed == poll.feed, polls.c.agent == poll.agent)
        row = connection.execute(select(polls).where(*where)).first()
        made = joined(_poll(row) if row else None, poll)
        connection.execute(delete(polls).where(*where))
        connection.execute(insert(polls).values({c.name: getattr(made, c.name) for c in polls.c}))
    count = int(connection.execute(select(func.count()).select_from(polls)).scalar_one())
    if count > MOST:
        oldest = select(polls.c.last).order_by(polls.c.last).limit(count - MOST)
        limit = max(row.last for row in connection.execute(oldest))
        connection.execute(delete(polls).where(polls.c.last <= limit))


def known(connection: Connection, feed: str | None = None) -> list[Poll]:
    """Who polls, of one feed or of all; who asked last comes first."""
    query = select(polls).order_by(polls.c.last.desc())
    if feed is not None:
        query = query.where(polls.c.feed == feed)
    return [_poll(row) for row in connection.execute(query)]


def _poll(row: Any) -> Poll:
    return Poll(**row._asdict())


def count(connection: Connection, new: Iterable[Tally]) -> None:
    """Adds answers to those that were counted."""
    for tally in new:
        where = (answers.c.feed == tally.feed, answers.c.status == tally.status)
        more = {"count": answers.c.count + tally.count, "bytes": answers.c.bytes + tally.bytes}
        if not connection.execute(update(answers).where(*where).values(more)).rowcount:
            connection.execute(insert(answers).values(msgspec.structs.asdict(tally)))


def tallies(connection: Connection) -> list[Tally]:
    """All answers that were ever counted."""
    rows = connection.execute(select(answers).order_by(answers.c.feed, answers.c.status))
    return [Tally(**row._asdict()) for row in rows]
