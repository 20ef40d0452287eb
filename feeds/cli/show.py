"""`feeds show`: a feed as it was, byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from feeds.cli import completing, options


@click.command("show")
@options.config_option
@options.archive_option
@click.argument("feed", metavar="FEED[@EDITION|@TIME]", shell_complete=completing.feeds)
def command(config: Path, archive: str | None, feed: str) -> None:
    """Print a feed's document as it was: its newest edition, one by its number, or what was out at an instant.

    FEED may also be a part of a sitemap, or of a feed's archives. Instants are on the newsroom's clock.

    \b
    Examples:
      feeds show rss.xml@41
      feeds show rss.xml@2026-11-24T09:00 | feeds check /dev/stdin
      feeds show sitemap-2026-11.xml
    """
    from feeds.archive.archive import open_archive
    from feeds.build.former import chosen, document, feed_named

    path, _, which = feed.partition("@")
    configuration = options.configuration(config, None, archive)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        named = feed_named(connection, path)
        edition = chosen(connection, named, which or None, configuration.publication.timezone)
        content = document(connection, path, edition).content
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
