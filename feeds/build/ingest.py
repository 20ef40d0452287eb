"""From the sources to the archive: what is new in them is read, every record kept or rejected with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from feeds import __version__
from feeds.archive import articles, readings, storing
from feeds.archive import files as known_files
from feeds.archive.articles import Row
from feeds.archive.files import KnownFile
from feeds.build import querying, reading
from feeds.build.reading import MISSING, Found
from feeds.build.sources import SourceReport, accident, circumstances_of, reading_of, withdraw
from feeds.build.workers import Workers
from feeds.intake.draft import Rejection
from feeds.publication import Configuration, Source

Progress = Callable[[str], None]

MOST_REJECTIONS = 1000
"""How many of a file's rejections are remembered until it changes."""


def ingest(
    connection: Connection,
    configuration: Configuration,
    now: datetime,
    workers: Workers,
    *,
    confirmed: Collection[str] = (),
    progress: Progress | None = None,
) -> list[SourceReport]:
    """Reads what changed in every source that has files or a database.

    `confirmed` names the sources of which most stories may be withdrawn at once.
    """
    reports: list[SourceReport] = []
    for source in configuration.sources:
        if source.path:
            reading = Reading(
                connection,
                source,
                configuration,
                now=now,
                workers=workers,
                confirmed=confirmed,
                progress=progress,
            )
            reports.append(reading.report())
        elif source.query:
            reports.append(querying.report(connection, source, configuration, now=now, confirmed=confirmed))
    for made in reports:
        readings.note(connection, reading_of(made, now))
    return reports


class Reading:
    """One source, read once."""

    def __init__(
        self,
        connection: Connection,
        source: Source,
        configuration: Configuration,
        *,
        now: datetime,
        workers: Workers,
        confirmed: Collection[str],
        progress: Progress | None,
    ) -> None:
        self.connection = connection
        self.source = source
        self.circumstances = circumstances_of(source, configuration)
        self.now = now
        self.workers = workers
        self.progress = progress or (lambda _what: None)
        self.key = reading.key_of(source.kind, self.circumstances, source.priority, __version__)
        self.known = known_files.of_source(connection, source.name)
        self.made = SourceReport(name=source.name)
        self.digests: dict[str, str] = {}
        self.rejections: dict[str, list[Rejection]] = {}
        self.ids: dict[str, set[str]] = {}
        self.records: Counter[str] = Counter()
        self.confirmed = confirmed
        self.accidents: list[Rejection] = []
        self.held: set[str] = set()

    def report(self) -> SourceReport:
        """Reads what changed, stores it, and tells what it was."""
        there = list(reading.found(self.source.kind, self.source.path or "", self.known, self.key))
        if any(file.new for file in there):
            stored = storing.store(self.connection, self._rows(there), now=self.now)
            self.made.added, self.made.changed, self.made.same = stored.added, stored.changed, stored.same
        if self.source.removed == "withdraw":
            self._withdraw(there)
        self._remember(there)
        return self.made

    def _rows(self, there: list[Found]) -> Iterator[Row]:
        new = (piece for file in there for piece in file.pieces())
        tasks = reading.tasks(self.source.kind, new, self.circumstances, self.source.priority)
        for done in self.workers.each(reading.take, tasks):
            for taken in done:
                path = taken.piece.path
                self.progress(Path(path).name)
                yield from taken.rows
                self.digests[path] = taken.digest
                self.records[path] += len(taken.rows)
                self.rejections.setdefault(path, []).extend(taken.rejections)
                if self.source.removed == "withdraw":
                    self.ids.setdefault(path, set()).update(row.id for row in taken.rows)

    def _withdraw(self, there: list[Found]) -> None:
        """Takes back the stories whose file, or record in it, is gone; after an accident, files stay as known."""
        gone = self._gone(there)
        before = sum(file.records for file in self.known.values())
        told = accident(self.source, sum(map(len, gone.values())), before, self.confirmed)
        if told is not None:
            self.accidents.append(told)
            self.held = {path for path, ids in gone.items() if ids}
            return
        names = set[str]().union(*gone.values())
        self.made.changed += withdraw(self.connection, self.source, names, self.now)

    def _gone(self, there: list[Found]) -> dict[str, set[str]]:
        """For each file the stories that are no longer in it; what cannot be read is not gone."""
        gone: dict[str, set[str]] = {}
        for file in there:
            appended = file.lines is not None and file.lines.appended
            whole = file.new and not appended and not self.rejections.get(file.path)
            if whole and file.path in self.known:
                gone[file.path] = self._ids_of(file.path) - self.ids.get(file.path, set())
        if self._unreachable(there):
            return gone
        paths = {file.path for file in there}
        return gone | {path: self._ids_of(path) for path in self.known if path not in paths}

    def _unreachable(self, there: list[Found]) -> bool:
        """Whether the source's folder itself is not there, which says nothing of its files."""
        return any(file.mark == MISSING for file in there)

    def _ids_of(self, path: str) -> set[str]:
        return articles.ids_of_file(self.connection, self.source.name, path)

    def _remember(self, there: list[Found]) -> None:
        noted = [self._noted(file) for file in there]
        paths = {file.path for file in there}
        if not self._unreachable(there):
            left = [f for path, f in self.known.items() if path not in paths and path not in self.held]
            known_files.forget(self.connection, left)
        changed = [f for f in noted if self.known.get(f.path) != f and f.path not in self.held]
        known_files.note(self.connection, changed)
        self.made.same += sum(file.records - self.records[file.path] for file in noted)
        self.made.rejections = [rejection for file in noted for rejection in file.rejections]
        self.made.rejections += self.accidents

    def _noted(self, file: Found) -> KnownFile:
        """How a file is remembered: as it is now, with what was rejected of it."""
        before = self.known.get(file.path)
        if before is not None and not file.new:
            return msgspec.structs.replace(before, size=file.mark[0], modified=file.mark[1])
        rejections, records = self.rejections.get(file.path, []), self.records[file.path]
        if before is not None and file.lines is not None and file.lines.appended:
            rejections = [*before.rejections, *rejections]
            records += before.records
        return KnownFile(
            source=self.source.name,
            path=file.path,
            key=self.key,
            size=file.mark[0],
            modified=file.mark[1],
            digest=file.lines.digest if file.lines else self.digests.get(file.path, ""),
            lines=file.lines.lines if file.lines else 0,
            records=records,
            rejections=tuple(rejections[:MOST_REJECTIONS]),
        )
