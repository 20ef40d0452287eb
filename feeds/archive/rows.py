"""Single rows, each put in the place of the one with the same key by a statement that is made once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Insert, Table


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Makes a row, all its columns given, the one with its key."""
    connection.execute(_upsert(table, connection.dialect.name), row)


@cache
def _upsert(table: Table, dialect: str) -> Insert:
    made: Any = import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
    key = list(table.primary_key)
    others = {column.name: made.excluded[column.name] for column in table.c if column not in key}
    upsert: Insert = made.on_conflict_do_update(index_elements=key, set_=others)
    return upsert
