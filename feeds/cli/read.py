"""`feeds read`: what a source gives, as records."""

from __future__ import annotations

from pathlib import Path

import click


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
    raise NotImplementedError
