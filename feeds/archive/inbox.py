"""What comes in from outside and must not be lost: webhooks' messages, and what became of them.

In SQLite it is a database of its own beside the archive's, so that a long build never keeps a
message waiting, and each commit is on the disk before it is answered. In PostgreSQL, where neither
is a question, its tables stand among the archive's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import (
    Column,
    Connection,
    Float,
    Index,
    LargeBinary,
    MetaData,
    Table,
    bindparam,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import make_url

from feeds.archive.archive import Archive, engine_of, one_at_a_time
from feeds.archive.columns import Integer, String

metadata = MetaData()

messages = Table(
    "messages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", String, nullable=False),
    Column("id", String, nullable=False),
    Column("received", Float, nullable=False),
    Column("type", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", String, nullable=False),
    Column("articles", String, nullable=False),
    Column("reason", String),
)
Index("messages_by_id", messages.c.source, messages.c.id, unique=True)
Index("messages_waiting", messages.c.state)

refusals = Table(
    "refusals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", String, nullable=False),
    Column("id", String),
    Column("received", Float, nullable=False),
    Column("status", Integer, nullable=False),
    Column("reason", String, nullable=False),
)

State = Literal["accepted", "done", "failed"]

OWN = "-"
"""The source of messages that the command line leaves; no configured source can have that name."""

KEPT = 30 * 86400
"""Seconds for which a message is remembered after it was done; repeated ones are known that long."""

MOST_REFUSALS = 1000


class Message(Struct, frozen=True, kw_only=True):
    """One webhook's message: its type, its body as it came, the stories that it is about."""

    number: int = 0
    source: str
    id: str
    received: float
    type: str
    body: bytes
    state: State = "accepted"
    articles: tuple[str, ...] = ()
    reason: str | None = None


class Refusal(Struct, frozen=True, kw_only=True):
    """A request that was refused: with which status, and why."""

    source: str
    id: str | None
    received: float
    status: int
    reason: str


def inbox_url(archive: str) -> str:
    """Where the inbox of an archive is."""
    location = make_url(archive)
    if location.get_backend_name() != "sqlite" or location.database in (None, "", ":memory:"):
        return archive
    file = Path(location.database or "")
    return location.set(database=str(file.with_name(f"{file.stem}.inbox{file.suffix}"))).render_as_string(
        hide_password=False
    )


@contextmanager
def open_inbox(archive: str) -> Iterator[Archive]:
    """The inbox of an archive, made where it is not there yet.

    Raises:
        ArchiveError: it cannot be opened.
    """
    # their tables are here too: whoever opens it first makes all of them, and nobody makes them at the same time
    from feeds.archive import outbox, polls, rhythms  # noqa: F401

    engine = engine_of(inbox_url(archive))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
    opened = Archive(engine)
    try:
        with opened.transaction() as connection:
            one_at_a_time(connection, "prepare")
            metadata.create_all(connection)
        yield opened
    finally:
        opened.close()


def _durable(connection: Any, _record: Any) -> None:
    """A commit is on the disk when it returns."""
    connection.execute("PRAGMA synchronous=FULL")


def receive(connection: Connection, message: Message) -> bool:
    """Takes a message in; False where one with its id is there already."""
    one_at_a_time(connection, f"message.{message.source}.{message.id}")
    there = select(messages.c.number).where(messages.c.source == message.source, messages.c.id == message.id)
    if connection.execute(there).first() is not None:
        return False
    connection.execute(
        insert(messages).values(
            source=message.source,
            id=message.id,
            received=message.received,
            type=message.type,
            body=message.body,
            state=message.state,
            articles="\n".join(message.articles),
            reason=message.reason,
        )
    )
    return True


def waiting(connection: Connection, most: int) -> list[Message]:
    """The messages that nobody worked on yet, the first first."""
    query = select(messages).where(messages.c.state == "accepted").order_by(messages.c.number).limit(most)
    return [_message(row) for row in connection.execute(query)]


def settle(connection: Connection, numbers: Sequence[int], state: State, reason: str | None = None) -> None:
    """Says what became of messages."""
    if numbers:
        connection.execute(
            update(messages).where(messages.c.number == bindparam("n")).values(state=state, reason=reason),
            [{"n": number} for number in numbers],
        )


def find(connection: Connection, source: str, name: str) -> Message | None:
    """The message with an id."""
    row = connection.execute(
        select(messages).where(messages.c.source == source, messages.c.id == name)
    ).first()
    return _message(row) if row else None


def latest(connection: Connection, most: int) -> list[Message]:
    """The newest messages, without their bodies."""
    columns = [column for column in messages.c if column.name != "body"]
    query = select(*columns).order_by(messages.c.number.desc()).limit(most)
    return [_message(row) for row in connection.execute(query)]


def _message(row: Any) -> Message:
    facts = row._asdict()
    facts["articles"] = tuple(filter(None, facts["articles"].split("\n")))
    return Message(**{"body": b"", **facts})


def refuse(connection: Connection, refusal: Refusal) -> None:
    """Remembers a refused request; the oldest ones make room."""
    connection.execute(
        insert(refusals).values(
            source=refusal.source,
            id=refusal.id,
            received=refusal.received,
            status=refusal.status,
            reason=refusal.reason,
        )
    )
    newest = connection.execute(select(func.max(refusals.c.number))).scalar() or 0
    connection.execute(delete(refusals).where(refusals.c.number <= newest - MOST_REFUSALS))


def refused(connection: Connection, most: int) -> list[Refusal]:
    """The newest refused requests."""
    query = select(refusals).order_by(refusals.c.number.desc()).limit(most)
    return [
        Refusal(source=r.source, id=r.id, received=r.received, status=r.status, reason=r.reason)
        for r in connection.execute(query)
    ]


def counts(connection: Connection) -> dict[str, int]:
    """How many messages there are in each state, and how many were refused."""
    rows = connection.execute(select(messages.c.state, func.count()).group_by(messages.c.state))
    found = {row[0]: int(row[1]) for row in rows}
    found["refused"] = int(connection.execute(select(func.count()).select_from(refusals)).scalar_one())
    return found


def heard(connection: Connection, sources: Iterable[str]) -> dict[str, float]:
    """When each of some sources last sent a message."""
    found: dict[str, float] = {}
    for source in sources:
        last = select(func.max(messages.c.number)).where(messages.c.source == source).scalar_subquery()
        row = connection.execute(select(messages.c.received).where(messages.c.number == last)).first()
        if row is not None:
            found[source] = row.received
    return found


def prune(connection: Connection, now: float) -> None:
    """Forgets what was done long ago."""
    connection.execute(
        delete(messages).where(messages.c.state != "accepted", messages.c.received < now - KEPT)
    )
