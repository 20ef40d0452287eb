"""`feeds log`: the editions that a feed had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from feeds.cli import completing, options

if TYPE_CHECKING:
    from feeds.archive.holds import Hold
    from feeds.archive.kept import Kept


@click.command("log")
@options.config_option
@options.archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each edition.")
@click.argument("feed", required=False, shell_complete=completing.feeds)
def command(config: Path, archive: str | None, as_json: bool, feed: str | None) -> None:
    """List the editions that a feed had, the newest first: what each changed, and how large it was.

    Without a FEED the newest edition of each feed. How many are kept, and how long, says history: in
    feeds.yaml.

    \b
    Examples:
      feeds log rss.xml
      feeds diff rss.xml 41 42        what the 42nd changed
    """
    from feeds.archive import holds, kept
    from feeds.archive.archive import open_archive
    from feeds.build.former import feed_named
    from feeds.cli.terminal import emit

    configuration = options.configuration(config, None, archive)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        if feed is None:
            names = kept.feeds_with_history(connection)
            editions = [kept.editions_of(connection, name)[0] for name in names]
        else:
            editions = kept.editions_of(connection, feed_named(connection, feed))
        held = holds.held(connection)
    if as_json:
        for edition in editions:
            emit(edition)
    else:
        _print(editions, held, ZoneInfo(configuration.publication.timezone), named=feed is None)


def _print(editions: list[Kept], held: dict[str, Hold], zone: ZoneInfo, *, named: bool) -> None:
    from feeds.cli.terminal import table

    columns = (
        "edition #",
        "published",
        "stories #",
        "added #",
        "left #",
        "changed #",
        "bytes #",
        "because of",
    )
    rows = (
        (*((edition.feed,) if named else ()), *_row(edition, zone, held.get(edition.feed)))
        for edition in editions
    )
    table("", (*(("feed",) if named else ()), *columns), rows)


def _row(edition: Kept, zone: ZoneInfo, hold: Hold | None) -> Iterator[str]:
    yield str(edition.number)
    yield f"{edition.published.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    for count in (edition.count, edition.added, edition.gone, edition.changed, edition.size):
        yield str(count)
    notes = [edition.cause] if edition.cause else []
    if hold is not None and hold.number == edition.number:
        notes.append("held here until feeds release")
    yield "; ".join(notes)
