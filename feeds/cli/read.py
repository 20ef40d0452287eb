"""`feeds read`: what a source gives, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from feeds.cli import options


@click.command("read")
@click.option("--kind", required=True, help="What the files are: html, text, records ...")
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
    from feeds.article import Article, encode
    from feeds.cli.explanation import explained
    from feeds.cli.terminal import progress
    from feeds.intake.draft import Circumstances, Rejection
    from feeds.intake.files import content
    from feeds.intake.read import drafts, read

    circumstances = Circumstances(timezone=timezone, language=language, url=url, encoding=encoding)
    taken = rejected = 0
    with progress("Reading") as say:
        for path, address in _named(files, listing):
            say(path)
            data = content(path)
            if isinstance(data, Rejection):
                results: Iterable[Any] = [data]
            else:
                results = (drafts if explain else read)(
                    kind, data, file=path, address=address, circumstances=circumstances
                )
            for result in results:
                if isinstance(result, Rejection):
                    rejected += 1
                    click.echo(f"rejected: {result}", err=True)
                elif isinstance(result, Article):
                    taken += 1
                    click.echo(encode(result))
                else:
                    taken += 1
                    explained(result, circumstances)
    click.echo(f"{taken} taken, {rejected} rejected", err=True)
    raise SystemExit(1 if rejected else 0)


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
