"""`feeds media`: finds out how large pictures are, and of what type, that sources do not describe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.archive.media import KnownFile
    from feeds.publication import Configuration


@click.command("media")
@options.config_option
@options.place_options
@options.now_option
@click.option(
    "--known", "shown", flag_value="known", help="Show what is known of every file, and look at none."
)
@click.option(
    "--problems", "shown", flag_value="problems", help="Show the files of which nothing is known, and why."
)
@click.option(
    "--again", is_flag=True, help="Look at every file, also at those that need not be looked at yet."
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each file.")
def command(
    config: Path,
    output: str | None,
    archive: str | None,
    now: datetime | None,
    shown: str | None,
    again: bool,
    as_json: bool,
) -> None:
    """Measure the pictures, videos and sounds of stories whose sources do not say how large they are.

    Files are looked at in folders or, where media: fetch: true stands in feeds.yaml, asked for by their
    first bytes from the servers that hold them. The next feeds build publishes what was found out.
    feeds build itself looks at some hundred files at most, feeds serve in the background; this command
    looks at all that wait. Exit code 1: of some files nothing could be found out.

    \b
    Examples:
      feeds media
      feeds media --problems          what could not be measured, and why
    """
    configuration = options.configuration(config, output, archive)
    if shown is not None:
        _show(_every(configuration, problems=shown == "problems"), as_json=as_json)
        return
    files, waiting = _measured(configuration, options.clock(now), again=again)
    _show(files, as_json=as_json)
    if waiting:
        click.echo(f"files that still wait: {waiting}", err=True)
    if waiting or any(file.problem for file in files):
        raise SystemExit(1)


def _every(configuration: Configuration, *, problems: bool) -> list[KnownFile]:
    from feeds.archive import media
    from feeds.archive.archive import open_archive

    with open_archive(configuration.archive) as store, store.transaction() as connection:
        return [file for file in media.every(connection) if file.problem or not problems]


def _measured(configuration: Configuration, now: datetime, *, again: bool) -> tuple[list[KnownFile], int]:
    """Looks at all files that are due, some hundred at a time, so that little is lost where it is broken off."""
    from feeds.archive import media
    from feeds.archive.archive import open_archive
    from feeds.cli.terminal import progress
    from feeds.errors import UsageError
    from feeds.measuring.measure import limits_of, measure
    from feeds.publish.lock import alone

    setting = configuration.media
    if setting.beginnings == ():
        hint = "Write media: {fetch: true} to ask the servers that hold them, or media: files: for folders."
        raise UsageError("feeds.yaml allows no file to be looked at", hint=hint)
    limits = limits_of(setting)._replace(seconds=float("inf"))
    files: dict[str, KnownFile] = {}
    with alone(configuration), open_archive(configuration.archive) as store:
        if again:
            with store.transaction() as connection:
                media.take_up(connection)
                media.call_up(connection, now.timestamp())
        with progress("Measuring") as say:
            while True:
                done = measure(store, setting, now, limits=limits, progress=say)
                files |= {file.url: file for file in done.files}
                if not done.files or not done.waiting:
                    return list(files.values()), done.waiting


def _show(files: list[KnownFile], *, as_json: bool) -> None:
    from feeds.cli.terminal import emit, table

    if as_json:
        for file in files:
            emit(_facts(file))
        return
    if not files:
        click.echo("There is none.", err=True)
        return
    columns = ("file", "type", "size", "bytes #", "problem")
    table("", columns, (_row(file) for file in files))


def _row(file: KnownFile) -> tuple[str, ...]:
    facts = file.facts
    size = f"{facts.width} × {facts.height}" if facts.width and facts.height else ""
    length = "" if facts.length is None else str(facts.length)
    return file.url, facts.type or "", size, length, file.problem or ""


def _facts(file: KnownFile) -> dict[str, Any]:
    from datetime import UTC

    facts = file.facts
    looked, due = (
        None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)
        for seconds in (file.looked, file.due or None)
    )
    return {
        "url": file.url,
        "type": facts.type,
        "width": facts.width,
        "height": facts.height,
        "length": facts.length,
        "looked": looked,
        "due": due,
        "problem": file.problem,
    }
