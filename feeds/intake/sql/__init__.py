"""Databases: the rows of a query as records. `reading.read` opens one; `rows` is what needs none."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection

KINDS = ("sql",)


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """Nothing: a database is no file."""
    yield Rejection(
        code="no-file",
        reason="is a file, and the kind sql reads databases",
        hint="Name the database and a query in a source of feeds.yaml.",
    )
