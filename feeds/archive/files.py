"""Sources' files as they were when they were last read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from feeds.archive.articles import in_batches
from feeds.archive.schema import files
from feeds.intake.draft import Rejection


class KnownFile(Struct, frozen=True, kw_only=True):
    """A file as it was: `key` names the way it was read, `modified` is in nanoseconds, `digest` the content's.

    `lines` is how many lines were read of it, so that what is appended is read with its line numbers;
    `records` is how many articles it gave.
    """

    source: str
    path: str
    key: str
    size: int
    modified: int
    digest: str
    lines: int = 0
    records: int = 0
    rejections: tuple[Rejection, ...] = ()


_rejections = msgspec.json.Decoder(tuple[Rejection, ...])


def of_source(connection: Connection, source: str) -> dict[str, KnownFile]:
    """The files that a source had, by their paths."""
    rows = connection.execute(select(files).where(files.c.source == source))
    return {
        row.path: KnownFile(
            source=row.source,
            path=row.path,
            key=row.key,
            size=row.size,
            modified=row.modified,
            digest=row.digest,
            lines=row.lines,
            records=row.records,
            rejections=_rejections.decode(row.rejections) if row.rejections else (),
        )
        for row in rows
    }


class Health(Struct, frozen=True):
    """How a source's files are: how many, with how many records; the time of the newest one in seconds."""

    files: int = 0
    records: int = 0
    newest: float | None = None


def health(connection: Connection) -> dict[str, Health]:
    """How each source's files are, without looking at them one by one."""
    columns = (files.c.source, func.count(), func.sum(files.c.records), func.max(files.c.modified))
    return {
        row[0]: Health(int(row[1]), int(row[2] or 0), row[3] / 1e9 if row[3] else None)
        for row in connection.execute(select(*columns).group_by(files.c.source))
    }


def rejected(connection: Connection, source: str, most: int) -> list[Rejection]:
    """Why some of what a source holds is no article, of the files that changed last."""
    query = (
        select(files.c.rejections)
        .where(files.c.source == source, files.c.rejections.is_not(None))
        .order_by(files.c.modified.desc())
        .limit(most)
    )
    found = (
        rejection for row in connection.execute(query) for rejection in _rejections.decode(row.rejections)
    )
    return list(islice(found, most))


def note(connection: Connection, known: Iterable[KnownFile]) -> None:
    """Remembers files as they are now."""
    for batch in in_batches(known):
        forget(connection, batch)
        connection.execute(
            insert(files),
            [
                {
                    **msgspec.structs.asdict(file),
                    "rejections": msgspec.json.encode(file.rejections) if file.rejections else None,
                }
                for file in batch
            ],
        )


def forget(connection: Connection, gone: Iterable[KnownFile]) -> None:
    """Forgets files."""
    for file in gone:
        connection.execute(delete(files).where(files.c.source == file.source, files.c.path == file.path))
