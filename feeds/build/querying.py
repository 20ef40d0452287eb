"""From a database to the archive: the rows that are new since the last time, or all of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from feeds import __version__
from feeds.archive import articles, files, storing
from feeds.archive.articles import Row, row_of
from feeds.archive.files import KnownFile
from feeds.article import Article
from feeds.build import reading
from feeds.build.sources import SourceReport, accident, circumstances_of, withdraw
from feeds.intake.draft import Rejection
from feeds.intake.sql.reading import read
from feeds.publication import Configuration, Source

MOST_REJECTIONS = 1000
"""How many rejected rows are remembered."""


def report(
    connection: Connection,
    source: Source,
    configuration: Configuration,
    *,
    now: datetime,
    confirmed: Collection[str],
) -> SourceReport:
    """Reads a database's query, stores its rows, and tells what they were."""
    query = Query(connection, source, configuration)
    stored = storing.store(connection, query.rows(), now=now)
    made = SourceReport(name=source.name, added=stored.added, changed=stored.changed, same=stored.same)
    held = False
    if source.removed == "withdraw" and source.cursor is None and not query.failed:
        gone = articles.ids_of_source(connection, source.name) - query.ids
        told = accident(source, len(gone), query.known.records, confirmed)
        held = told is not None
        if told is not None:
            query.rejections.append(told)
        else:
            made.changed += withdraw(connection, source, gone, now)
    query.remember(held=held)
    made.rejections = query.rejections
    return made


class Query:
    """One reading of a database. Its place among known files is named by the source; the mark is the digest."""

    def __init__(self, connection: Connection, source: Source, configuration: Configuration) -> None:
        self.connection = connection
        self.source = source
        self.circumstances = circumstances_of(source, configuration)
        self.ids: set[str] = set()
        self.failed = False
        asked = (source.database, source.database_env, source.query, source.cursor)
        depends = reading.key_of(source.kind, self.circumstances, source.priority, __version__)
        self.key = reading.digest_of(msgspec.json.encode([depends, *asked]))
        self.known = files.of_source(connection, source.name).get(source.name) or self._unknown()
        self.mark = self.known.digest if self.known.key == self.key else ""
        self.rejections: list[Rejection] = []
        self._rejected: dict[str, Rejection] = {}
        if self.mark:
            self._rejected = {r.reason: r for r in self.known.rejections if r.code != "database"}

    def _unknown(self) -> KnownFile:
        return KnownFile(
            source=self.source.name, path=self.source.name, key="", size=0, modified=0, digest=""
        )

    def rows(self) -> Iterator[Row]:
        """The rows as they are stored; the rest is noted."""
        found = read(
            self._address(),
            self.source.query or "",
            circumstances=self.circumstances,
            cursor=self.source.cursor,
            after=self.mark or None,
        )
        for result, mark in found:
            self.mark = mark or self.mark
            if isinstance(result, Article):
                self.ids.add(result.id)
                yield row_of(result, self.source.priority)
            else:
                self.failed = self.failed or result.code == "database"
                self._rejected[result.reason] = result
        again = {f"the row of {name} " for name in self.ids}
        self.rejections = [
            told for reason, told in self._rejected.items() if not any(map(reason.startswith, again))
        ]

    def _address(self) -> str:
        source = self.source
        return os.environ.get(source.database_env or "", "") or source.database or ""

    def remember(self, *, held: bool) -> None:
        """Notes how far it was read, and what was rejected."""
        count = self.known.records if held or self.failed else len(self.ids)
        if self.source.cursor is not None:
            count = len(articles.ids_of_source(self.connection, self.source.name))
        known = KnownFile(
            source=self.source.name,
            path=self.source.name,
            key=self.key,
            size=0,
            modified=0,
            digest=self.mark,
            records=count,
            rejections=tuple(self.rejections[:MOST_REJECTIONS]),
        )
        if known != self.known:
            files.note(self.connection, [known])
