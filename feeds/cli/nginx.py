"""`feeds nginx`: the configuration with which nginx serves output/ by itself."""

from __future__ import annotations

from pathlib import Path

import click

from feeds.cli import options


@click.command("nginx")
@options.config_option
@options.place_options
@click.option(
    "--upstream", metavar="URL", help="Pass /-/ on to feeds serve there, as in http://127.0.0.1:8080."
)
@click.option("--brotli", is_flag=True, help="nginx has the module that serves .br files.")
def command(
    config: Path, output: str | None, archive: str | None, upstream: str | None, brotli: bool
) -> None:
    """Print what nginx needs to serve output/ alone, with the headers that feeds serve would send.

    The media type, caching, Link headers (WebSub), precompressed files, and the answers for feeds
    that moved or are gone come from feeds.yaml: run it again when that changes.

    \b
    Examples:
      feeds nginx > /etc/nginx/snippets/feeds.conf
      feeds nginx --upstream http://127.0.0.1:8080 > /etc/nginx/snippets/feeds.conf
    """
    from feeds.errors import UsageError
    from feeds.publish.nginx import snippet
    from feeds.publish.served import served

    configuration = options.configuration(config, output, archive)
    if configuration.remote:
        hint = "A bucket is served by its store, by a CDN before it, or by feeds serve."
        raise UsageError(f"output is {configuration.output}, which nginx cannot read", hint=hint)
    feeds = served(configuration)
    click.echo(snippet(configuration, feeds, upstream=upstream, brotli=brotli), nl=False)
