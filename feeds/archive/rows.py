"""Single rows, each put in the place of the one with the same key by a statement that is made once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, delete, insert
from sqlalchemy.dialects import postgresql, sqlite

_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Makes a row, all its columns given, the one with its key."""
    dialect = connection.dialect.name
    if dialect in _INSERTS:
        connection.execute(_upsert(table, dialect), row)
        return
    key = [column == row[column.name] for column in table.primary_key]
    connection.execute(delete(table).where(*key))
    connection.execute(insert(table), row)


@cache
def _upsert(table: Table, dialect: str) -> Insert:
    made: Any = _INSERTS[dialect](table)
    key = list(table.primary_key)
    others = {column.name: made.excluded[column.name] for column in table.c if column not in key}
    upsert: Insert = made.on_conflict_do_update(index_elements=key, set_=others)
    return upsert
