"""`feeds rollback`: publishes a former edition again, and holds the feed there."""

from __future__ import annotations

from pathlib import Path

import click

from feeds.cli import completing, options


@click.command("rollback")
@options.config_option
@options.place_options
@click.argument("feed", shell_complete=completing.feeds)
@click.argument("edition")
def command(config: Path, output: str | None, archive: str | None, feed: str, edition: str) -> None:
    """Publish a former edition of a feed again, and hold the feed there until feeds release.

    EDITION is a number (feeds log), or an instant at which it was out. Builds leave a feed that is held
    alone, and say so; stories go on into the other feeds. What was withdrawn or has expired since
    stays out. Where feeds serve runs, it does the work.

    \b
    Examples:
      feeds rollback rss.xml 41
      feeds release rss.xml
    """
    from feeds.archive.archive import open_archive
    from feeds.build import lookback
    from feeds.build.former import chosen, feed_named
    from feeds.build.plan import plans
    from feeds.errors import UsageError
    from feeds.serve import orders

    configuration = options.configuration(config, output, archive)
    with open_archive(configuration.archive) as store, store.transaction() as connection:
        path = feed_named(connection, feed)
        found = chosen(connection, path, edition, configuration.publication.timezone)
        plan = next((plan for plan in plans(configuration) if plan.path == path), None)
        if plan is None:
            raise UsageError(f"{path} is no longer configured", hint="Put it back into feeds.yaml first.")
        refused = list(lookback.refused(connection, plan, found.number, options.clock(None)))
    for finding in refused:
        click.echo(f"{finding.code} {finding.message}", err=True)
    if refused:
        click.echo(
            f"{plan.target.name} would refuse edition {found.number} of {path}; it stays as it is", err=True
        )
        raise SystemExit(1)
    orders.roll_back(configuration, path, found.number, options.asked("rollback"))
    click.echo(f"{path} is as in edition {found.number}, and stays so until: feeds release {path}")
