"""`feeds release`: lets a feed go on that was rolled back."""

from __future__ import annotations

from pathlib import Path

import click

from feeds.cli import completing, options


@click.command("release")
@options.config_option
@options.place_options
@click.argument("feed", shell_complete=completing.feeds)
def command(config: Path, output: str | None, archive: str | None, feed: str) -> None:
    """Let a feed go on that was rolled back: it is published as it should be now.

    \b
    Example:
      feeds release rss.xml
    """
    from feeds.errors import UsageError
    from feeds.serve import orders

    configuration = options.configuration(config, output, archive)
    if not orders.release(configuration, feed, options.asked("release")):
        raise UsageError(f"{feed} was not rolled back", hint="feeds log shows which feeds are held.")
    click.echo(f"{feed} goes on")
