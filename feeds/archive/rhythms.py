"""When a feed is polled: how often in each of the last hours, by each agent and by all together."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import Column, Connection, LargeBinary, Table, delete, exists, insert, select

from feeds.archive.columns import Integer, String
from feeds.archive.inbox import metadata
from feeds.archive.polls import Poll, polls

HOURS = 48
"""Hours that are told apart; earlier ones are forgotten."""

ALL = ""
"""The agent under which all of a feed's agents are counted together."""

MOST = 0xFFFFFFFF

rhythms = Table(
    "rhythms",
    metadata,
    Column("feed", String, primary_key=True),
    Column("agent", String, primary_key=True),
    Column("hour", Integer, nullable=False),
    Column("counts", LargeBinary, nullable=False),
)

_form = struct.Struct(f"<{HOURS}I")


class Rhythm(Struct, frozen=True):
    """How often a feed was polled in each hour, the oldest first; `hour` is the last one, in hours since 1970."""

    feed: str
    agent: str
    hour: int
    counts: tuple[int, ...] = (0,) * HOURS

    def until(self, hour: int) -> tuple[int, ...]:
        """The counts of the hours that end with a given one."""
        moved = max(0, min(HOURS, hour - self.hour))
        return (*self.counts[moved:], *(0,) * moved)

    def with_more(self, hour: int, count: int) -> Rhythm:
        """The rhythm with more polls in an hour; what lies before the hours that are told apart is left out."""
        last = max(hour, self.hour)
        counts = list(self.until(last))
        place = HOURS - 1 - (last - hour)
        if place >= 0:
            counts[place] = min(MOST, counts[place] + count)
        return Rhythm(self.feed, self.agent, last, tuple(counts))


def hour_of(moment: float) -> int:
    """The hour that an instant lies in, in hours since 1970."""
    return int(moment // 3600)


def add(connection: Connection, new: Iterable[Poll]) -> None:
    """Counts polls in the hour of the last of them: they are handed over every few seconds."""
    counted: dict[tuple[str, str, int], int] = {}
    for poll in new:
        for agent in (poll.agent, ALL):
            key = (poll.feed, agent, hour_of(poll.last))
            counted[key] = counted.get(key, 0) + poll.count
    for (feed, agent, hour), count in counted.items():
        _replace(connection, _known(connection, feed, agent, hour).with_more(hour, count))
    gone = ~exists().where(polls.c.feed == rhythms.c.feed, polls.c.agent == rhythms.c.agent)
    connection.execute(delete(rhythms).where(rhythms.c.agent != ALL, gone))


def _known(connection: Connection, feed: str, agent: str, hour: int) -> Rhythm:
    query = select(rhythms).where(rhythms.c.feed == feed, rhythms.c.agent == agent)
    row = connection.execute(query).first()
    return _rhythm(row) if row else Rhythm(feed, agent, hour)


def _replace(connection: Connection, made: Rhythm) -> None:
    connection.execute(delete(rhythms).where(rhythms.c.feed == made.feed, rhythms.c.agent == made.agent))
    values = {"feed": made.feed, "agent": made.agent, "hour": made.hour, "counts": _form.pack(*made.counts)}
    connection.execute(insert(rhythms).values(values))


def of_feeds(connection: Connection) -> dict[str, Rhythm]:
    """How often each feed was polled by all agents together."""
    rows = connection.execute(select(rhythms).where(rhythms.c.agent == ALL))
    return {row.feed: _rhythm(row) for row in rows}


def of_agents(connection: Connection, agents: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Rhythm]:
    """How often some agents, each given with its feed, polled."""
    found: dict[tuple[str, str], Rhythm] = {}
    for feed, agent in agents:
        query = select(rhythms).where(rhythms.c.feed == feed, rhythms.c.agent == agent)
        if row := connection.execute(query).first():
            found[feed, agent] = _rhythm(row)
    return found


def _rhythm(row: Any) -> Rhythm:
    counts = _form.unpack(row.counts) if len(row.counts) == _form.size else (0,) * HOURS
    return Rhythm(row.feed, row.agent, row.hour, counts)
