"""`feeds polls`: who fetches which feed, how often, and what they hold."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.archive.polls import Poll


@click.command("polls")
@options.config_option
@click.option("--archive", metavar="URL", help="Archive to use, as in sqlite:///archive.db.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each agent and feed.")
@click.argument("feed", required=False)
def command(config: Path, archive: str | None, as_json: bool, feed: str | None) -> None:
    """Show who polls the feeds, or one of them: how often, with what share of 304s, and which edition they hold.

    feeds serve takes the account; feeds that a web server or a CDN serves are not counted.

    \b
    Examples:
      feeds polls
      feeds polls dzen/channel.xml --json
    """
    from feeds.archive import editions, polls
    from feeds.archive.archive import open_archive
    from feeds.archive.inbox import open_inbox
    from feeds.cli.terminal import emit, table
    from feeds.errors import UsageError

    configuration = options.configuration(config, None, archive)
    paths = [each.path for each in configuration.feeds]
    if feed is not None and feed not in paths:
        raise UsageError(f"there is no feed {feed!r}", hint=f"The feeds are {', '.join(paths)}.")
    with open_inbox(configuration.archive) as box, box.transaction() as connection:
        known = polls.known(connection, feed)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        current = {e.recipe for path in paths for e in editions.documents(connection, path).values()}
    zone = ZoneInfo(configuration.publication.timezone)
    if as_json:
        for poll in known:
            emit(_facts(poll, current, zone))
        return
    columns = ("feed", "agent", "last", "every", "polls #", "304 #", "kB #", "holds")
    table("", columns, (_row(poll, current, zone) for poll in known))


def _facts(poll: Poll, current: set[str], zone: ZoneInfo) -> dict[str, Any]:
    return {
        "feed": poll.feed,
        "agent": poll.agent,
        "user_agent": poll.stated,
        "first": datetime.fromtimestamp(poll.first, tz=zone),
        "last": datetime.fromtimestamp(poll.last, tz=zone),
        "interval": poll.interval and round(poll.interval, 1),
        "polls": poll.count,
        "unchanged": poll.unchanged,
        "bytes": poll.bytes,
        "current": poll.recipe in current,
    }


def _row(poll: Poll, current: set[str], zone: ZoneInfo) -> tuple[str, ...]:
    return (
        poll.feed,
        poll.agent,
        f"{datetime.fromtimestamp(poll.last, tz=zone):%Y-%m-%d %H:%M:%S}",
        "" if poll.interval is None else span(poll.interval),
        str(poll.count),
        f"{poll.share:.0%}",
        str(round(poll.bytes / 1000)),
        "the current edition" if poll.recipe in current else "an earlier one",
    )


def span(seconds: float) -> str:
    """A span of time in the unit that suits it."""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
