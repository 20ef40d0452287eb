"""`feeds compare`: what a subscriber would see who is moved from one feed to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.comparison.differences import Comparison


@click.command("compare")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json", "html"]),
    help="For people, one JSON object, or a page that shows both side by side.",
)
@click.option("--json", "as_json", is_flag=True, help="As --format json.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a page that shows both side by side.",
)
@click.option("--bodies", is_flag=True, help="Show the whole texts of stories that differ, side by side.")
@click.option("--all", "everything", is_flag=True, help="Show every story, not only the first of each kind.")
@click.option(
    "--timezone", default="UTC", show_default=True, metavar="TZ", help="Zone of dates that state none."
)
@click.argument("old")
@click.argument("new")
def command(
    form: str,
    as_json: bool,
    page: Path | None,
    bodies: bool,
    everything: bool,
    timezone: str,
    old: str,
    new: str,
) -> None:
    """Tell what a subscriber of OLD would see who gets NEW in its place.

    Both are files or addresses, in any format: stories that readers would show twice because their
    ids changed, lost and added ones, other links, dates, headlines, authors, enclosures, texts, and
    another order. Sitemaps can be compared too. Exit code 0 tells that nothing would be noticed, 1
    that something would.

    \b
    Examples:
      feeds compare https://news.example/rss output/rss.xml
      feeds compare --bodies old.xml output/rss.xml
      feeds compare --html moving.html old.xml output/atom.xml
    """
    from feeds.cli.differing import show, show_bodies
    from feeds.cli.terminal import emit, progress
    from feeds.comparison import page as pages
    from feeds.comparison.report import facts

    with progress("Reading"):
        compared = _compared(old, new, timezone)
    if page is not None:
        page.write_text(pages.page(compared), encoding="utf-8")
    if as_json or form == "json":
        emit(facts(compared, bodies=bodies))
    elif form == "html":
        click.echo(pages.page(compared), nl=False)
    else:
        show(compared, everything=everything)
        if bodies:
            show_bodies(compared, everything=everything)
    raise SystemExit(1 if compared.noticed else 0)


def _compared(old: str, new: str, timezone: str) -> Comparison:
    """Both documents, read and compared.

    Raises:
        FeedsError: one of them cannot be had, or is no feed.
    """
    from feeds.comparison.differences import compare
    from feeds.comparison.reading import reading
    from feeds.errors import UsageError
    from feeds.intake.dates import zone
    from feeds.intake.draft import Rejection
    from feeds.moving.places import document

    zone(timezone)
    found = []
    for place in (old, new):
        read = reading(document(place).data, place, timezone=timezone)
        if isinstance(read, Rejection):
            raise UsageError(str(read))
        found.append(read)
    return compare(*found)
