"""`feeds build`: brings every feed up to date."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.build.run import BuildReport


@click.command("build")
@options.config_option
@options.place_options
@options.now_option
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    metavar="PATH",
    help="Let this feed's edition out although most of its stories are gone at once.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON instead of a table.")
def command(
    config: Path,
    output: Path | None,
    archive: str | None,
    now: datetime | None,
    confirmed: tuple[str, ...],
    as_json: bool,
) -> None:
    """Read the sources and publish every feed that changed.

    Each story is checked by the rules of each platform before it goes out. One that a platform
    would refuse is quarantined there, with the reason; the rest of the feed goes on. Files whose
    content did not change are not touched.

    \b
    Examples:
      feeds build
      feeds build --config site/feeds.yaml --output /srv/feeds
      feeds build --now 2026-11-24T12:00:00+03:00     as it would be at that time
    """
    from feeds.archive.archive import open_archive
    from feeds.build.run import build
    from feeds.cli.terminal import emit, progress

    configuration = options.configuration(config, output, archive)
    with open_archive(configuration.archive) as store, progress("Building") as say:
        report = build(configuration, store, options.clock(now), confirmed=confirmed, progress=say)
    if as_json:
        emit(_facts(report))
    else:
        _print(report)
    if not report.clean:
        raise SystemExit(1)


def _facts(report: BuildReport) -> dict[str, Any]:
    return {
        "now": report.now,
        "wake": report.wake,
        "sources": [
            {
                "name": s.name,
                "added": s.added,
                "changed": s.changed,
                "same": s.same,
                "rejected": len(s.rejections),
            }
            for s in report.sources
        ],
        "rejections": report.rejections,
        "feeds": [
            {
                "path": f.path,
                "target": f.target,
                "state": f.state,
                "entries": f.entries,
                "message": f.message,
                "quarantined": f.quarantined,
                "findings": f.findings,
                "wake": f.wake,
            }
            for f in report.feeds
        ],
    }


def _print(report: BuildReport) -> None:
    from feeds.cli.terminal import table

    table(
        "Sources",
        ("source", "new #", "changed #", "as before #", "rejected #"),
        ((s.name, str(s.added), str(s.changed), str(s.same), str(len(s.rejections))) for s in report.sources),
    )
    table(
        "Feeds",
        ("feed", "target", "state", "stories #", "quarantined #", "warnings #"),
        (
            (
                f.path,
                f.target,
                f.state,
                str(f.entries),
                str(len(f.quarantined)),
                str(sum(finding.severity == "warning" for finding in f.findings)),
            )
            for f in report.feeds
        ),
    )
    for rejection in report.rejections:
        click.echo(f"rejected: {rejection}", err=True)
    for feed in report.feeds:
        if feed.state == "held":
            click.echo(f"held: {feed.path}: {feed.message}", err=True)
            click.echo(
                f"  the last edition stays; if this is meant: feeds build --confirm {feed.path}", err=True
            )
        for article, decision in feed.quarantined.items():
            stays = " (an earlier version stays)" if decision.published else ""
            click.echo(
                f"quarantined: {feed.path}: {article}: {decision.code} {decision.reason}{stays}", err=True
            )
