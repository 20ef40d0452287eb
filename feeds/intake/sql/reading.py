"""A database read: its query run from where it left off, row by row, as articles and as reasons why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from feeds.article import Article
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.normalise import normalise
from feeds.intake.normalise.coerce import raw_text
from feeds.intake.read import Addresses
from feeds.intake.sql.rows import Mark, draft, mark_of, value_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Executable, Select
    from sqlalchemy.engine import URL

AT_ONCE = 200
"""Rows that are fetched together."""

_BOUND = re.compile(r"(?<![:\w\\]):(?=\w)")
_IDENTITIES = ("id", "guid", "ID", "url", "slug")


class Taken(NamedTuple):
    """What a row became, and the mark from which reading goes on behind it; None where there is none yet."""

    result: Article | Rejection
    mark: Mark | None


def read(
    database: str | Connection,
    query: str,
    *,
    circumstances: Circumstances,
    cursor: str | None = None,
    after: Mark | None = None,
) -> Iterator[Taken]:
    """The articles of a query's rows, and for each that is none the reason.

    `database` is an SQLAlchemy URL or an open connection. `cursor` names a column of the query that
    grows as rows are added or changed; rows come in its order, and only those that are not before the
    mark `after`. The row of that mark comes again: others may have been written in its moment.
    Nothing that a database does makes it raise; what cannot be read is a rejection.
    """
    from sqlalchemy.exc import SQLAlchemyError

    mark = after
    try:
        with _connected(database) as (connection, name):
            addresses = Addresses(circumstances, name)
            for number, row in enumerate(_rows(connection, query, cursor, after), 1):
                mark = (mark_of(row.get(cursor)) if cursor else None) or mark
                yield Taken(_result(row, number, addresses, circumstances), mark)
    except (SQLAlchemyError, ImportError, _MissingError, ValueError) as error:
        yield Taken(_failure(error, database), mark)


class _MissingError(Exception):
    """There is no such database."""


@contextmanager
def _connected(database: str | Connection) -> Iterator[tuple[Connection, str]]:
    """A connection, and how its database is called where it is spoken of."""
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.pool import NullPool

    if not isinstance(database, str):
        yield database, _name(database.engine.url)
        return
    url = make_url(database)
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        assert url.database is not None
        if not url.database.startswith("file:") and not Path(url.database).is_file():
            msg = f"there is no file {url.database}"
            raise _MissingError(msg)
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            yield connection, _name(url)
    finally:
        engine.dispose()


def _name(url: URL) -> str:
    bare = url.set(username=None, password=None).set(query={}) if url.get_backend_name() != "sqlite" else url
    return bare.render_as_string()


def _rows(
    connection: Connection, query: str, cursor: str | None, after: Mark | None
) -> Iterator[Mapping[str, Any]]:
    streamed = connection.execution_options(stream_results=True, yield_per=AT_ONCE)
    with streamed.execute(_statement(query, cursor, after)) as rows:
        yield from (dict(row) for row in rows.mappings())


def _statement(query: str, cursor: str | None, after: Mark | None) -> Executable:
    """The query, what it holds taken literally; with a cursor, in its order and from its mark on."""
    from sqlalchemy import column, literal_column, select, text

    plain = text(_BOUND.sub(r"\\:", query.strip().rstrip(";")))
    if cursor is None:
        return plain
    inner = plain.columns(column(cursor)).subquery("feeds_rows")
    ordered: Select[Any] = select(literal_column("*")).select_from(inner).order_by(inner.c[cursor])
    return ordered if after is None else ordered.where(inner.c[cursor] >= value_of(after))


def _result(
    row: Mapping[str, Any], number: int, addresses: Addresses, circumstances: Circumstances
) -> Article | Rejection:
    made = draft(row, circumstances, file=addresses.file)
    addressed = made if isinstance(made, Rejection) else addresses.lend(made)
    result = addressed if isinstance(addressed, Rejection) else normalise(addressed, circumstances)
    if isinstance(result, Article):
        return result
    key = next((said for name in _IDENTITIES if (said := raw_text(row.get(name)))), None)
    which = f"the row of {key[:80]}" if key else f"row {number}"
    return msgspec.structs.replace(result, reason=f"{which} {result.reason}", file=addresses.file)


def _failure(error: Exception, database: str | Connection) -> Rejection:
    """Why a database cannot be read, without the password with which it was tried."""
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

    if isinstance(error, ArgumentError) and not isinstance(error, NoSuchModuleError):
        return Rejection(code="database", reason="the database's address is no SQLAlchemy URL")
    origin = getattr(error, "orig", None) or error
    said = str(origin).strip().partition("\n")[0][:300] or type(origin).__name__
    hint = None
    if isinstance(error, ImportError | NoSuchModuleError):
        hint = "Install the driver of that database beside feeds, as in: pip install psycopg"
    if not isinstance(error, SQLAlchemyError | ImportError | _MissingError):
        said = f"its query cannot be read on: {said}"
    return Rejection(
        code="database", reason=f"the database cannot be read: {_hidden(said, database)}", hint=hint
    )


def _hidden(said: str, database: str | Connection) -> str:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(database) if isinstance(database, str) else database.engine.url
    except (ArgumentError, ValueError):
        return "its address is no SQLAlchemy URL"
    return said.replace(str(url.password), "***") if url.password else said
