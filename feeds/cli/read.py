"""`feeds read`: what a source gives, as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import completing, options

if TYPE_CHECKING:
    from feeds.cli.reading import Tally, Task


@click.command("read")
@click.option(
    "--kind",
    required=True,
    shell_complete=completing.kinds,
    help="What the files are: html, text, records ...",
)
@click.option(
    "--url",
    metavar="TEMPLATE",
    help="Address of a record whose file states none; {stem} is the file's name without its ending.",
)
@click.option(
    "--timezone", default="UTC", show_default=True, metavar="TZ", help="Zone of dates that state none."
)
@click.option(
    "--language", metavar="TAG", help="Language of records that state none and whose text does not tell."
)
@click.option("--encoding", metavar="NAME", help="Encoding of files that declare none.")
@click.option(
    "--files-from",
    "listing",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="LIST",
    help="Read the files that LIST names, one a line; behind a tab may stand the record's address.",
)
@click.option("--explain", is_flag=True, help="Show each field, where it came from, and what lost.")
@click.argument("files", nargs=-1, metavar="FILE...")
def command(
    kind: str,
    url: str | None,
    timezone: str,
    language: str | None,
    encoding: str | None,
    listing: Path | None,
    explain: bool,
    files: tuple[str, ...],
) -> None:
    """Print the records that files hold, as JSON Lines; what is rejected goes to standard error.

    A FILE may be a pattern or a folder; .gz is unpacked.

    \b
    Examples:
      feeds read --kind html 'pages/*.html'
      feeds read --kind text --url 'https://news.example/p/{stem}' --timezone Europe/Moscow dump.txt
      feeds read --kind records --explain wire.jsonl
    """
    from feeds.cli.reading import Task
    from feeds.intake.draft import Circumstances
    from feeds.intake.read import reader

    circumstances = Circumstances(timezone=timezone, language=language, url=url, encoding=encoding)
    reader(kind)
    tasks = [Task(kind, path, address, circumstances) for path, address in _named(files, listing)]
    tally = _explain(tasks) if explain else _print(tasks)
    for line in tally.lines():
        click.echo(line, err=True)
    raise SystemExit(1 if tally.rejected else 0)


def _print(tasks: Sequence[Task]) -> Tally:
    """Prints each file's records, and on standard error why others are none."""
    from feeds.cli.reading import Record, Tally, outcomes
    from feeds.cli.terminal import counted

    tally = Tally()
    for outcome in counted("Reading", outcomes(tasks), len(tasks)):
        for result in outcome.results:
            if isinstance(result, Record):
                click.echo(result.line)
                for name, part in tally.take(result):
                    click.echo(f"nearly the same: {result.id} and {name}, about {part:.0%} of it", err=True)
            else:
                tally.reject(result)
                click.echo(f"rejected: {result}", err=True)
    return tally


def _explain(tasks: Sequence[Task]) -> Tally:
    """Prints how each draft became what it is."""
    from feeds.cli.explanation import explained
    from feeds.cli.reading import Tally
    from feeds.intake.draft import Rejection
    from feeds.intake.files import content, modified
    from feeds.intake.read import drafts

    tally = Tally()
    for kind, path, address, given in tasks:
        circumstances = replace(given, dated=modified(path))
        data = content(path)
        found = (
            iter([data])
            if isinstance(data, Rejection)
            else drafts(kind, data, file=path, address=address, circumstances=circumstances)
        )
        for draft in found:
            if isinstance(draft, Rejection):
                tally.reject(draft)
                click.echo(f"rejected: {draft}", err=True)
            elif isinstance(result := explained(draft, circumstances), Rejection):
                tally.reject(result)
            else:
                tally.taken += 1
    return tally


def _named(files: tuple[str, ...], listing: Path | None) -> Iterator[tuple[str, str | None]]:
    """The files of the command line, patterns and folders expanded, then those of the list.

    Raises:
        UsageError: none is named.
    """
    from feeds.errors import UsageError
    from feeds.intake.files import expand, listed

    if not files and listing is None:
        raise UsageError("no file is named", hint="Name one or more, or a list with --files-from.")
    for file in files:
        yield from ((path, None) for path in expand(file))
    if listing is not None:
        yield from listed(options.text_of(listing))
