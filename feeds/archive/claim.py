"""An archive has one publisher at a time: in a database server, for as long as a connection of its own lives.

In SQLite there is nothing to do: whoever publishes on this machine holds the lock of a file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from feeds.archive.archive import HINTS, engine_of, lock_key, masked
from feeds.errors import ArchiveError, TakenError

NAME = "feeds.publisher."
"""How the lock and the calls are named, before the schema."""

WHO = text(
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
    "WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND l.objsubid = 1 "
    "AND (l.classid::bigint << 32) + l.objid::bigint = hashtextextended(:name || current_schema(), 0) LIMIT 1"
)


class Claim:
    """That nobody else publishes with an archive; made and kept by `claimed`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None
        self._connection: Connection | None = None

    def hold(self) -> None:
        """Takes it, or makes sure that it is still held.

        Raises:
            TakenError: somebody else has it.
            ArchiveError: the database does not answer.
        """
        if not self._url.startswith("postgres"):
            return
        try:
            if self._connection is not None:
                self._connection.execute(select(1))
                return
        except SQLAlchemyError:
            self._let_go()
        try:
            self._take()
        except SQLAlchemyError as error:
            self._let_go()
            said = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
            raise ArchiveError(f"archive {masked(self._url)}: {said}", hint=HINTS["postgresql"]) from None

    def _take(self) -> None:
        if self._engine is None:
            self._engine = engine_of(self._url).execution_options(isolation_level="AUTOCOMMIT")
        self._connection = connection = self._engine.connect()
        if not connection.execute(select(func.pg_try_advisory_lock(lock_key(NAME)))).scalar():
            who = whose(connection)
            self._let_go()
            by = f" ({who})" if who else ""
            hint = "Stop the other feeds serve or feeds build, or name another archive."
            raise TakenError(f"somebody else publishes with {masked(self._url)}{by}", hint=hint)
        channel = connection.execute(select(func.quote_ident(text(f"'{NAME}' || current_schema()")))).scalar()
        connection.execute(text(f"LISTEN {channel}"))

    @property
    def sockets(self) -> list[int]:
        """What can be read when somebody calls, or when the database is gone."""
        return [] if self._connection is None else [self._driver.fileno()]

    def called(self) -> bool:
        """Whether somebody called since it was last asked, or the database is gone."""
        if self._connection is None:
            return False
        try:
            return bool(list(self._driver.notifies(timeout=0)))
        except Exception:
            self._let_go()
            return True

    @property
    def _driver(self) -> Any:
        assert self._connection is not None
        return self._connection.connection.driver_connection

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError):
                connection.invalidate()
            with contextlib.suppress(SQLAlchemyError):
                connection.close()

    def end(self) -> None:
        """Lets others have it."""
        self._let_go()
        if self._engine is not None:
            self._engine.dispose()


def whose(connection: Connection) -> str | None:
    """Who publishes with an archive on a server, by machine and process; None where nobody does."""
    found = connection.execute(WHO, {"name": NAME}).scalar()
    return None if found is None else str(found)


@contextmanager
def claimed(url: str) -> Iterator[Claim]:
    """Makes sure that nobody else publishes with an archive.

    Raises:
        TakenError: somebody does.
        ArchiveError: the database does not answer.
    """
    claim = Claim(url)
    try:
        claim.hold()
        yield claim
    finally:
        claim.end()


def call(url: str) -> None:
    """Calls the publisher of an archive, wherever it runs; nothing where that cannot be done."""
    if not url.startswith("postgres"):
        return
    engine = engine_of(url)
    with contextlib.suppress(SQLAlchemyError), engine.begin() as connection:
        connection.execute(text("SELECT pg_notify(:name || current_schema(), '')"), {"name": NAME})
    engine.dispose()
