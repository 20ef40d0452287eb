"""Opens the archive: SQLite beside the publication, or PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from feeds.archive import schema
from feeds.archive.columns import String
from feeds.errors import ArchiveError, UsageError

POSTGRES = "postgresql+psycopg"

DRIVERS = {"sqlite": "sqlite", "sqlite+pysqlite": "sqlite"} | dict.fromkeys(
    ("postgresql", "postgres", POSTGRES), POSTGRES
)
"""Databases that archives are kept in, as their addresses begin, and what they are spoken to with."""

HINTS = {
    "sqlite": "Check that the archive's folder is there and may be written, and that the disk is not full.",
    "postgresql": "Check that the database is there, that it runs, and that it lets this user in.",
}
"""What to do where a database refuses."""

CONNECTING = 10
"""Seconds that a database server has to answer."""


class Archive:
    """The archive at a URL; `transaction` gives the connection that the rooms' functions take."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._watching: Any = None

    @property
    def url(self) -> str:
        """Where it is, password and all."""
        return self._engine.url.render_as_string(hide_password=False)

    @property
    def shareable(self) -> bool:
        """Whether other processes can open it."""
        return self._engine.dialect.name != "sqlite" or file_of(self.url) is not None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept at the end, or, after an error, not at all.

        Raises:
            ArchiveError: the database refused.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise _failure(self._engine.url.render_as_string(), error) from error

    @contextmanager
    def trial(self) -> Iterator[Connection]:
        """A connection whose changes are undone at the end.

        Raises:
            ArchiveError: the database refused.
        """
        try:
            with self._engine.connect() as connection, connection.begin() as doing:
                yield connection
                doing.rollback()
        except SQLAlchemyError as error:
            raise _failure(self._engine.url.render_as_string(), error) from error

    def version(self) -> int | None:
        """A number that changes when anybody commits to the database; None where it tells none.

        Raises:
            ArchiveError: the database refused.
        """
        if self._engine.dialect.name != "sqlite":
            return None
        try:
            with self._lock:
                if self._watching is None:
                    self._watching = self._engine.raw_connection()
                cursor = self._watching.cursor()
                return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise ArchiveError(f"archive {self._engine.url.render_as_string()}: {error}") from error

    def close(self) -> None:
        """Lets go of the database."""
        if self._watching is not None:
            self._watching.close()
            self._watching = None
        self._engine.dispose()


_cached: dict[str, Archive] = {}


def cached_archive(url: str) -> Archive:
    """The archive at a URL, opened once in a process that others work beside."""
    if url not in _cached:
        _cached[url] = Archive(engine_of(url))
    return _cached[url]


def close_cached() -> None:
    """Lets go of all archives that were opened so."""
    while _cached:
        _cached.popitem()[1].close()


@contextmanager
def open_archive(url: str) -> Iterator[Archive]:
    """The archive at a SQLAlchemy URL, made where it is not there yet.

    Raises:
        UsageError: the URL names no database that can be opened here.
        ArchiveError: the database cannot be opened, or belongs to a newer version.
    """
    archive = Archive(engine_of(url))
    try:
        with archive.transaction() as connection:
            _prepare(connection, url)
        yield archive
    finally:
        archive.close()


def engine_of(url: str) -> Engine:
    """A database at a URL; SQLite is set up for one writer and many readers.

    Raises:
        UsageError: the URL names no database that can be opened here.
    """
    location = _located(url)
    if location.get_backend_name() == "sqlite":
        engine = create_engine(location)
        _make_folder(location.database)
        event.listen(engine, "connect", _tune_sqlite)
        return engine
    schema.for_postgresql()
    try:
        name = f"feeds on {os.uname().nodename}, process {os.getpid()}"
        connecting = {"connect_timeout": CONNECTING, "application_name": name[:63]}
        return create_engine(location, pool_pre_ping=True, connect_args=connecting)
    except ImportError:
        hint = "Install it: pip install 'feeds[postgres]'"
        raise UsageError(f"archive {masked(url)} needs the library psycopg", hint=hint) from None


def masked(url: str) -> str:
    """A database's URL as it may be told: without the password."""
    return _located(url).render_as_string()


def _located(url: str) -> URL:
    try:
        location = make_url(url)
    except (ArgumentError, ValueError):
        location = URL.create(url.partition(":")[0] or "nothing")
    if location.drivername not in DRIVERS:
        hint = "Write one such as sqlite:///.feeds/archive.db or postgresql://user@host/name"
        raise UsageError(
            f"archive: {location.drivername!r} is no database that archives are kept in", hint=hint
        )
    return location.set(drivername=DRIVERS[location.drivername])


def file_of(url: str) -> Path | None:
    """The file that the database at a URL is; None where it is none."""
    location = _located(url)
    named = location.get_backend_name() == "sqlite" and location.database not in (None, "", ":memory:")
    return Path(location.database or "") if named else None


def insert_many(
    connection: Connection,
    table: Table,
    constants: Sequence[tuple[str, Any]],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Inserts rows of values under these names, each with the same constants before them.

    Values go to the driver as they are: half the time of an insert that looks at each of them.
    """
    columns = [*(name for name, _ in constants), *names]
    values = tuple(value for _, value in constants)
    whole = ((*values, *row) for row in rows)
    compiled: Any = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    if not compiled.positional:
        connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in whole])
        return
    ordered = itemgetter(*(columns.index(name) for name in compiled.positiontup))
    connection.exec_driver_sql(str(compiled), [ordered(row) for row in whole])


def one_at_a_time(connection: Connection, what: str) -> None:
    """Lets others who do the same wait until this transaction ends, where they would not anyhow."""
    if connection.dialect.name == "postgresql":
        key = f"feeds.{what}."
        connection.execute(select(func.pg_advisory_xact_lock(lock_key(key))))


def lock_key(beginning: str) -> ColumnElement[int]:
    """The number of a lock in PostgreSQL; archives in other schemas of a database have others."""
    return func.hashtextextended(literal(beginning, String) + func.current_schema(), 0)


def _make_folder(database: str | None) -> None:
    if not database or database == ":memory:":
        return
    try:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"archive: cannot make {Path(database).parent}: {error.strerror}") from None


def _tune_sqlite(connection: Any, _record: Any) -> None:
    """Readers never wait for the writer; a commit survives a crash of the program."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare(connection: Connection, url: str) -> None:
    one_at_a_time(connection, "prepare")
    schema.about.create(connection, checkfirst=True)
    row = connection.execute(select(schema.about.c.value).where(schema.about.c.key == "scheme")).first()
    if row is None:
        connection.execute(insert(schema.about).values(key="scheme", value=str(schema.SCHEME)))
    elif int(row.value) != schema.SCHEME:
        _bring_up(connection, url, int(row.value))
    schema.metadata.create_all(connection)


def _bring_up(connection: Connection, url: str, scheme: int) -> None:
    """Changes the tables of an older version into ours."""
    steps = [schema.STEPS.get(number) for number in range(scheme, schema.SCHEME)]
    if not steps or None in steps:
        other = "a newer" if scheme > schema.SCHEME else "too old a"
        hint = "Update feeds, or name another archive."
        raise ArchiveError(f"archive {masked(url)} was made by {other} version (scheme {scheme})", hint=hint)
    for statement in (statement for step in steps for statement in step or ()):
        connection.execute(text(statement))
    connection.execute(
        update(schema.about).where(schema.about.c.key == "scheme").values(value=str(schema.SCHEME))
    )


def _failure(url: str, error: SQLAlchemyError) -> ArchiveError:
    cause = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return ArchiveError(f"archive {url}: {cause}", hint=HINTS[url.partition(":")[0].partition("+")[0]])
