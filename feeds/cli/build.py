"""`feeds build`: brings every feed up to date."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feeds.cli import completing, options

MOST_ALIKE = 10
"""Pairs of stories with nearly the same text that are told."""

if TYPE_CHECKING:
    from feeds.archive.likeness import Pair
    from feeds.build.edition import FeedReport
    from feeds.build.run import BuildReport, Foresight
    from feeds.build.sources import SourceReport
    from feeds.measuring.measure import Measured
    from feeds.publication import Configuration


@click.command("build")
@options.config_option
@options.place_options
@options.now_option
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    shell_complete=completing.names,
    metavar="NAME",
    help="Let this feed's edition out, or this source's stories be withdrawn, although most are gone at once.",
)
@click.option("--plan", is_flag=True, help="Tell what would be done, and why, and do nothing.")
@click.option(
    "--media/--no-media",
    "measuring",
    default=True,
    help="Whether pictures are measured before, where feeds.yaml says so (media:); they are unless told not to.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON instead of a table.")
def command(
    config: Path,
    output: str | None,
    archive: str | None,
    now: datetime | None,
    confirmed: tuple[str, ...],
    plan: bool,
    measuring: bool,
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
      feeds build --plan                              what would be done, and why
      feeds build --now 2026-11-24T12:00:00+03:00     as it would be at that time
    """
    from feeds.archive.archive import open_archive
    from feeds.build.run import foresee
    from feeds.cli.lapsed import tell_of_lapsed
    from feeds.cli.terminal import emit, progress
    from feeds.inspection.configured import Configured
    from feeds.wording import wording

    configuration = options.configuration(config, output, archive)
    moment = options.clock(now)
    if plan:
        with open_archive(configuration.archive) as store, progress("Looking") as say:
            foresight = foresee(configuration, store, moment, say)
        _foretell(foresight, as_json=as_json)
        return
    report = _built(configuration, moment, confirmed=confirmed, measuring=measuring)
    tell_of_lapsed(Configured(configuration).policy(moment), wording("en"))
    waiting = _post(configuration, report)
    if as_json:
        emit(_facts(report))
    else:
        _print(report)
        if waiting:
            click.echo(f"{waiting} announcements wait: feeds announce", err=True)
    if not report.clean:
        raise SystemExit(1)


def _built(
    configuration: Configuration, now: datetime, *, confirmed: tuple[str, ...], measuring: bool
) -> BuildReport:
    """Builds, alone in its output, and puts the page of subscriptions beside the feeds."""
    from feeds.archive.archive import open_archive
    from feeds.build.run import build
    from feeds.cli.terminal import progress
    from feeds.pages.subscribe import publishing
    from feeds.publish.lock import alone

    with (
        alone(configuration),
        open_archive(configuration.archive) as store,
        progress("Building") as say,
    ):
        report = build(
            configuration,
            store,
            now,
            confirmed=confirmed,
            progress=say,
            asked=options.asked("build"),
            measuring=measuring,
        )
        publishing.publish(configuration)
    return report


def _post(configuration: Configuration, report: BuildReport) -> int:
    """Leaves word of what came out for those who are to be told; how much waits to be said."""
    import time

    from feeds.announce.posting import post
    from feeds.archive import outbox
    from feeds.archive.inbox import open_inbox

    if not configuration.hubs and configuration.indexnow is None:
        return 0
    with open_inbox(configuration.archive) as box:
        post(box, configuration, report.news, time.time())
        with box.transaction() as connection:
            return len(outbox.waiting(connection))


def _facts(report: BuildReport) -> dict[str, Any]:
    return {
        "now": report.now,
        "wake": report.wake,
        "sources": _source_facts(report.sources),
        "media": {
            "looked": len(report.media.files),
            "failed": len(report.media.failed),
            "waiting": report.media.waiting,
        },
        "rejections": report.rejections,
        "alike": [pair._asdict() for pair in report.alike],
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
                "rolled_back": f.rolled_back,
            }
            for f in report.feeds
        ],
    }


def _source_facts(sources: list[SourceReport]) -> list[dict[str, Any]]:
    return [
        {
            "name": s.name,
            "added": s.added,
            "changed": s.changed,
            "same": s.same,
            "rejected": len(s.rejections),
        }
        for s in sources
    ]


def _foretell(foresight: Foresight, *, as_json: bool) -> None:
    """Shows what a build would do."""
    from feeds.cli.terminal import emit, table

    if as_json:
        feeds = [{"path": i.plan.path, "extent": i.extent, "reason": i.reason} for i in foresight.intents]
        emit({"sources": _source_facts(foresight.sources), "feeds": feeds})
        return
    _print_sources(foresight.sources)
    table(
        "Feeds",
        ("feed", "target", "to do", "why"),
        ((i.plan.path, i.plan.target.name, i.extent, i.reason) for i in foresight.intents),
    )


def _print_sources(sources: list[SourceReport]) -> None:
    from feeds.cli.terminal import table

    table(
        "Sources",
        ("source", "new #", "changed #", "as before #", "rejected #"),
        ((s.name, str(s.added), str(s.changed), str(s.same), str(len(s.rejections))) for s in sources),
    )
    for source in sources:
        for rejection in source.rejections:
            click.echo(f"rejected: {rejection}", err=True)


def _print(report: BuildReport) -> None:
    from feeds.cli.terminal import table

    _print_sources(report.sources)
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
    for feed in report.feeds:
        _print_troubles(feed)
    _print_alike(report.alike)
    _print_media(report.media)


def _print_alike(pairs: list[Pair]) -> None:
    """Stories with nearly the same text, as when two sources have one story."""
    for pair in pairs[:MOST_ALIKE]:
        said = f"nearly the same: {pair.one} and {pair.other} have {pair.share:.0%} of their texts in common"
        click.echo(f"{said}; feeds why {pair.one}", err=True)
    if len(pairs) > MOST_ALIKE:
        click.echo(f"nearly the same: {len(pairs) - MOST_ALIKE} more pairs", err=True)


def _print_media(media: Measured) -> None:
    """What files were found to be, where any were looked at."""
    if media.files:
        click.echo(f"media: files looked at: {len(media.files)}, stories completed: {media.stories}")
    if media.failed:
        click.echo(
            f"media: files of which nothing was found out: {len(media.failed)} (feeds media --problems)",
            err=True,
        )
    if media.waiting:
        click.echo(f"media: files that wait for the next build: {media.waiting} (or feeds media)", err=True)


def _print_troubles(feed: FeedReport) -> None:
    """What was held back, and what could be better: each warning once, with the number of its places."""
    if feed.rolled_back is not None:
        said = feed.message or f"stays at edition {feed.rolled_back}"
        click.echo(f"rolled back: {feed.path}: {said}; to go on: feeds release {feed.path}", err=True)
    if feed.state == "held":
        click.echo(f"held: {feed.path}: {feed.message}", err=True)
        click.echo(f"  the last edition stays; if this is meant: feeds build --confirm {feed.path}", err=True)
    for article, decision in feed.quarantined.items():
        stays = " (an earlier version stays)" if decision.published else ""
        click.echo(f"quarantined: {feed.path}: {article}: {decision.code} {decision.reason}{stays}", err=True)
    warnings = [finding for finding in feed.findings if finding.severity == "warning"]
    counts = Counter(finding.code for finding in warnings)
    for code, count in counts.items():
        first = next(finding for finding in warnings if finding.code == code)
        more = f" (and {count - 1} more like it)" if count > 1 else ""
        click.echo(f"warning: {feed.path}: {code} {first.message}{more}", err=True)
