"""What reading a source depends on, and what it comes to; which of its stories are gone for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from feeds.archive import articles, storing
from feeds.archive.readings import SourceReading
from feeds.build.gate import FEWEST
from feeds.intake.draft import Circumstances, Rejection
from feeds.publication import Configuration, Source


@dataclass(slots=True, kw_only=True)
class SourceReport:
    """What was taken from a source; rejections also of files that are as they were."""

    name: str
    added: int = 0
    changed: int = 0
    same: int = 0
    rejections: list[Rejection] = field(default_factory=list)


def reading_of(made: SourceReport, now: datetime) -> SourceReading:
    """What the archive remembers of a source's reading."""
    return SourceReading(
        source=made.name,
        moment=now.timestamp(),
        added=made.added,
        changed=made.changed,
        rejected=len(made.rejections),
    )


def accident(source: Source, gone: int, before: int, confirmed: Collection[str]) -> Rejection | None:
    """Why stories that are gone are not withdrawn: so many at once that nobody can have meant it."""
    if before < FEWEST or gone * 2 <= before or source.name in confirmed:
        return None
    reason = (
        f"{gone} of {before} stories are gone at once, so none is withdrawn; "
        f"if this is meant: feeds build --confirm {source.name}"
    )
    return Rejection(code="collapsed", reason=reason, file=source.path or source.name)


def withdraw(connection: Connection, source: Source, gone: Iterable[str], now: datetime) -> int:
    """Takes back the stories that a source no longer has; how many there were."""
    records = articles.records(connection, sorted(gone), origins=True).values()
    withdrawn = [
        msgspec.structs.replace(article, withdrawn="no longer in its source", updated=now)
        for article in records
        if article.withdrawn is None
    ]
    rows = (articles.row_of(article, source.priority) for article in withdrawn)
    return storing.replace_own(connection, rows, now=now) if withdrawn else 0


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
        mapping=dict(source.mapping),
        records=source.records,
        home=publication.url,
    )
