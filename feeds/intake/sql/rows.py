"""Rows to drafts, and the marks by which reading goes on where it left off; no database is needed for either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.records import draft_of
from feeds.intake.sql import KINDS

Mark = str
"""A value of the cursor's column as text: its type, a blank, the value. Keep it between readings."""


def draft(
    row: Mapping[str, Any], circumstances: Circumstances, *, file: str | None = None, where: str = "row"
) -> Draft | Rejection:
    """The draft of a row: what the mapping finds in it, and the rest by the names of its columns."""
    record = {name: plain(value) for name, value in row.items()}
    return draft_of(record, file=file, where=where, mapping=circumstances.mapping, kind=KINDS[0])


def plain(value: Any) -> Any:
    """A value as records have it, whatever type its database gave it."""
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return _text(bytes(value))
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    return str(value)


def _number(value: Decimal) -> int | float | None:
    if not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _text(value: bytes) -> str | None:
    """Bytes that are text: MySQL gives texts of some columns so, and pictures."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None


def mark_of(value: Any) -> Mark | None:
    """The mark of a cursor's value; None for one that cannot be gone on from."""
    for name, kind, written, _ in _TYPES:
        if isinstance(value, kind) and not isinstance(value, bool):
            return f"{name} {written(value)}"
    return None


def value_of(mark: Mark) -> Any:
    """The value that a mark stands for.

    Raises:
        ValueError: it is no mark.
    """
    name, _, said = mark.partition(" ")
    for known, _kind, _written, read in _TYPES:
        if name == known:
            return read(said)
    msg = f"{mark!r} is no mark of a reading"
    raise ValueError(msg)


_TYPES: tuple[tuple[str, type, Callable[[Any], str], Callable[[str], Any]], ...] = (
    ("text", str, str, str),
    ("whole", int, str, int),
    ("number", float, repr, float),
    ("decimal", Decimal, str, Decimal),
    ("moment", datetime, datetime.isoformat, datetime.fromisoformat),
    ("day", date, date.isoformat, date.fromisoformat),
    ("bytes", bytes, bytes.hex, bytes.fromhex),
)
