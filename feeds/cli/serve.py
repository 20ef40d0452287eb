"""`feeds serve`: serves the feeds, takes webhooks, and keeps everything up to date."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from feeds.cli import options

OFTEN = 700
"""Objects that are made before garbage is looked for, as Python has it by itself."""


@click.command("serve")
@options.config_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8080, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer requests.",
)
@click.option(
    "--standby",
    is_flag=True,
    help="While another one publishes, wait for its end instead of ending: the second of two machines.",
)
def command(config: Path, host: str, port: int, workers: int, standby: bool) -> None:
    """Publish what is due, then serve the feeds and follow what happens.

    Webhooks, changed source files and due instants (an embargo lifts, a story leaves a window) are
    published within a moment. SIGTERM ends it, SIGHUP reads feeds.yaml again. /-/health answers 200
    when it is ready; /-/status shows how everything does.

    \b
    Examples:
      feeds serve
      feeds serve --host 0.0.0.0 --port 8000 --workers 2
      feeds serve --standby
    """
    from feeds.serve.standby import in_turn
    from feeds.serve.supervisor import Supervisor

    configuration = options.configuration(config, None, None)
    gc.freeze()  # what starting made stays; from now on, garbage is looked for as often as usual
    gc.set_threshold(OFTEN)

    def serve() -> None:
        Supervisor(config.resolve(), configuration, host, port, workers).run()

    if standby:
        in_turn(configuration, serve)
    else:
        serve()
