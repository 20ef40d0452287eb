"""`feeds diff`: what one edition of a feed changed, in stories and fields."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from feeds.cli import completing, options

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from feeds.archive.kept import Kept
    from feeds.comparison.differences import Comparison, Kind

HEADINGS: tuple[tuple[Kind, str], ...] = (
    ("added", "Added"),
    ("lost", "Left"),
    ("twice", "With another id"),
    ("changed", "Changed"),
)


@click.command("diff")
@options.config_option
@options.archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a page that shows both side by side.",
)
@click.option("--all", "everything", is_flag=True, help="Show every story, not only the first of each kind.")
@click.argument("feed", shell_complete=completing.feeds)
@click.argument("old", required=False, metavar="[A]")
@click.argument("new", required=False, metavar="[B]")
def command(
    config: Path,
    archive: str | None,
    as_json: bool,
    page: Path | None,
    everything: bool,
    feed: str,
    old: str | None,
    new: str | None,
) -> None:
    """Tell what changed between two editions of a feed: stories that came, left, or read otherwise.

    A and B are editions' numbers (feeds log), or instants at which they were out. Without B the newest
    one is compared with A, without both with the one before it. Exit code 1: they differ.

    \b
    Examples:
      feeds diff rss.xml
      feeds diff rss.xml 41 42
      feeds diff rss.xml 2026-11-24T09:00
    """
    from feeds.archive.archive import open_archive
    from feeds.cli.terminal import emit
    from feeds.comparison import page as pages
    from feeds.comparison.report import facts

    configuration = options.configuration(config, None, archive)
    timezone = configuration.publication.timezone
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        one, other = _chosen(connection, feed, old, new, timezone)
        compared = _compared(connection, one, other, timezone)
    if page is not None:
        page.write_text(pages.page(compared), encoding="utf-8")
    if as_json:
        emit(facts(compared))
    else:
        _print(compared, one, other, ZoneInfo(timezone), everything=everything)
    raise SystemExit(1 if compared.stories or compared.feed else 0)


def _chosen(
    connection: Connection, feed: str, old: str | None, new: str | None, timezone: str
) -> tuple[Kept, Kept]:
    from feeds.build.former import before, chosen, feed_named
    from feeds.errors import UsageError

    path = feed_named(connection, feed)
    other = chosen(connection, path, new, timezone)
    one = chosen(connection, path, old, timezone) if old else before(connection, path, other)
    if one is None:
        raise UsageError(f"{path}: edition {other.number} is the first that is kept")
    return one, other


def _compared(connection: Connection, one: Kept, other: Kept, timezone: str) -> Comparison:
    from feeds.build.former import read
    from feeds.comparison.differences import compare

    return compare(read(connection, one, timezone), read(connection, other, timezone))


def _print(compared: Comparison, one: Kept, other: Kept, zone: ZoneInfo, *, everything: bool) -> None:
    from feeds.cli.differing import show_changes

    for name, edition in (("from", one), ("to", other)):
        when = edition.published.astimezone(zone)
        click.echo(f"{name:5}edition {edition.number}, {when:%Y-%m-%d %H:%M:%S}, {edition.count} stories")
    told = (f"{compared.count(kind)} {heading.lower()}" for kind, heading in HEADINGS if compared.count(kind))
    click.echo(", ".join([*told, f"{compared.same} as before"]))
    show_changes(compared, HEADINGS, everything=everything, noticing=False)
