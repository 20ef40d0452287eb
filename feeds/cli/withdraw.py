"""`feeds withdraw`: takes a story out of every feed at once, and tells who may still hold it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.archive.ledger import Trace


@click.command("withdraw")
@options.config_option
@options.place_options
@click.option("--reason", metavar="TEXT", help="Why; it is kept, and published where a format has a place.")
@click.option("--undo", is_flag=True, help="Let the story appear again.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each feed.")
@click.argument("story", metavar="ID-OR-URL")
def command(
    config: Path,
    output: str | None,
    archive: str | None,
    reason: str | None,
    undo: bool,
    as_json: bool,
    story: str,
) -> None:
    """Take a story out of every feed at once, and show where it was and who may still hold it.

    It stays out, whatever its source says, until --undo; Atom feeds get a tombstone. Where feeds serve
    runs, it does the work. Without --reason or --undo the command changes nothing and shows how a
    story stands.

    \b
    Examples:
      feeds withdraw 100501 --reason 'The court forbids it'
      feeds withdraw 100501                                  where it was, who holds it
      feeds withdraw https://vestnik.example/100501 --undo
    """
    from feeds.cli.terminal import emit
    from feeds.errors import UsageError
    from feeds.serve import orders
    from feeds.syndication.forms import own_identity

    if undo and reason:
        raise UsageError("--undo takes no --reason")
    configuration = options.configuration(config, output, archive)
    story = own_identity(story, configuration.publication.url)
    if undo:
        orders.reinstate(configuration, [story])
    elif reason:
        orders.withdraw(configuration, [story], reason)
    standing = orders.standing(configuration, story)
    if standing is None:
        said = "it stays out if it ever comes" if reason else "look it up with: feeds why"
        raise UsageError(f"the archive holds no story {story!r}", hint=f"{said[0].upper()}{said[1:]}.")
    if as_json:
        for trace in standing.traces:
            emit(trace)
        return
    article = standing.article
    state = f"withdrawn: {article.withdrawn}" if article.withdrawn else "not withdrawn"
    click.echo(f"{article.title}\n{article.url}\nid {article.id}, {state}\n")
    _print(standing.traces, ZoneInfo(configuration.publication.timezone))


def _print(traces: list[Trace], zone: ZoneInfo) -> None:
    from feeds.cli.terminal import table

    if not traces:
        click.echo("It was never in a feed.")
        return
    rows = (
        (
            trace.feed,
            _said(trace.entered, zone) or "before the records begin",
            _said(trace.left, zone) or "is there",
            ", ".join(f"{holder.agent} ({_said(holder.fetched, zone)})" for holder in trace.holders)
            or "nobody known",
            ", ".join(trace.told) or "",
        )
        for trace in traces
    )
    table("", ("feed", "entered", "left", "may still hold it (last fetched)", "has fetched since"), rows)


def _said(moment: datetime | None, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" if moment else ""
