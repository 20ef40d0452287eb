"""A whole build: sources to archive, archive to editions, editions to the output."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from feeds.archive.archive import Archive
from feeds.build.edition import FeedReport, build_feed
from feeds.build.ingest import SourceReport, ingest
from feeds.build.plan import plans
from feeds.intake.draft import Rejection
from feeds.publication import Configuration
from feeds.publish.directory import Directory

Progress = Callable[[str], None]


@dataclass(slots=True, kw_only=True)
class BuildReport:
    """What a build did."""

    now: datetime
    sources: list[SourceReport] = field(default_factory=list)
    feeds: list[FeedReport] = field(default_factory=list)

    @property
    def rejections(self) -> list[Rejection]:
        """What the sources held that is no article."""
        return [rejection for source in self.sources for rejection in source.rejections]

    @property
    def wake(self) -> datetime | None:
        """The next instant at which a feed changes by itself."""
        return min((feed.wake for feed in self.feeds if feed.wake), default=None)

    @property
    def clean(self) -> bool:
        """Whether every story was taken and every feed is out."""
        return not self.rejections and not any(f.quarantined or f.state == "held" for f in self.feeds)


def build(
    configuration: Configuration,
    archive: Archive,
    now: datetime,
    *,
    confirmed: Collection[str] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Brings every feed up to date. `confirmed` names the feeds whose collapse is meant.

    Raises:
        ArchiveError: the archive refused.
        PublishError: the output cannot be written.
    """
    say = progress or (lambda _what: None)
    output = Directory(Path(configuration.output))
    output.sweep()
    report = BuildReport(now=now)
    with archive.transaction() as connection:
        report.sources = ingest(connection, configuration, now, say)
    for plan in plans(configuration):
        say(plan.path)
        with archive.transaction() as connection:
            done = build_feed(connection, plan, output, now, confirmed=plan.path in confirmed)
        report.feeds.append(done)
    output.sweep()
    return report
