"""The types of columns, the same in every database that archives are kept in.

SQLite compares texts byte by byte, has whole numbers of 64 bits, and takes any character; PostgreSQL is
told to compare and count so, and is given U+FFFD for the one character that it cannot keep.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, types


class _Text(types.TypeDecorator[str]):
    """A text in PostgreSQL."""

    impl = types.String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The text without U+0000."""
        return value if value is None or "\0" not in value else value.replace("\0", "\ufffd")


String = types.String().with_variant(_Text(collation="C"), "postgresql")
Integer = types.Integer().with_variant(types.BigInteger(), "postgresql")
