"""From the sources to the archive: every file is read, every record kept or rejected with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from feeds.archive import articles
from feeds.article import Article
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.files import contents
from feeds.intake.read import read
from feeds.publication import Configuration, Source

Progress = Callable[[str], None]


@dataclass(slots=True, kw_only=True)
class SourceReport:
    """What was taken from a source."""

    name: str
    added: int = 0
    changed: int = 0
    same: int = 0
    rejections: list[Rejection] = field(default_factory=list)


def ingest(
    connection: Connection, configuration: Configuration, now: datetime, progress: Progress | None = None
) -> list[SourceReport]:
    """Reads every source that has files; the one with the highest priority last, so that it wins."""
    readable = [source for source in configuration.sources if source.path]
    ordered = sorted(readable, key=lambda source: source.priority)
    return [_ingest(connection, source, configuration, now, progress) for source in ordered]


def _ingest(
    connection: Connection,
    source: Source,
    configuration: Configuration,
    now: datetime,
    progress: Progress | None,
) -> SourceReport:
    report = SourceReport(name=source.name)

    def accepted() -> Iterator[Article]:
        for result in _results(source, configuration, progress):
            if isinstance(result, Article):
                yield result
            else:
                report.rejections.append(result)

    stored = articles.store(connection, accepted(), priority=source.priority, now=now)
    report.added, report.changed, report.same = len(stored.added), len(stored.changed), stored.same
    return report


def _results(
    source: Source, configuration: Configuration, progress: Progress | None
) -> Iterator[Article | Rejection]:
    circumstances = circumstances_of(source, configuration)
    for path, content in contents(source.path or ""):
        if progress:
            progress(Path(path).name)
        if isinstance(content, Rejection):
            yield content
        else:
            yield from read(source.kind, content, file=path, circumstances=circumstances)


def circumstances_of(source: Source, configuration: Configuration) -> Circumstances:
    """What reading a source depends on besides its files."""
    publication = configuration.publication
    return Circumstances(
        timezone=publication.timezone,
        language=publication.language,
        source=source.name,
        url=source.url,
        encoding=source.encoding,
        section=source.section,
        site=publication.name,
        home=publication.url,
    )
