"""Archives of other versions: older ones are brought up, others refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from databases import archive_url
from sqlalchemy import inspect, text

from feeds.archive import schema
from feeds.archive.archive import open_archive
from feeds.errors import ArchiveError

ADDED = [(3, "files", "records"), (4, "articles", "lacking")]
"""Columns that later schemes brought."""


def as_scheme(url: str, scheme: int) -> None:
    """Makes an archive look like one of an older or a newer scheme."""
    with open_archive(url) as archive, archive.transaction() as connection:
        for since, table, column in ADDED:
            if 1 < scheme < since:
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text(f"UPDATE about SET value = '{scheme}' WHERE key = 'scheme'"))


@pytest.mark.parametrize("scheme", range(2, schema.SCHEME))
def test_an_older_archive_is_brought_up(tmp_path: Path, scheme: int) -> None:
    url = archive_url(tmp_path / "archive.db")
    as_scheme(url, scheme)
    with open_archive(url) as archive, archive.transaction() as connection:
        found = connection.execute(text("SELECT value FROM about WHERE key = 'scheme'")).scalar_one()
        assert found == str(schema.SCHEME)
        for _, table, column in ADDED:
            assert column in {c["name"] for c in inspect(connection).get_columns(table)}


@pytest.mark.parametrize(("scheme", "told"), [(1, "too old a version"), (99, "a newer version")])
def test_another_archive_is_refused_with_the_reason(tmp_path: Path, scheme: int, told: str) -> None:
    url = archive_url(tmp_path / "archive.db")
    as_scheme(url, scheme)
    with pytest.raises(ArchiveError, match=told), open_archive(url):
        pass
