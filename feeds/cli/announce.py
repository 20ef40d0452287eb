"""`feeds announce`: says what feeds build left to say, for those who run no feeds serve."""

from __future__ import annotations

import time
from pathlib import Path

import click

from feeds.cli import options


@click.command("announce")
@options.config_option
@click.option("--archive", metavar="URL", help="Archive to use, as in sqlite:///archive.db.")
@click.option("--list", "only_list", is_flag=True, help="Show what waits to be said, and say nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each.")
def command(config: Path, archive: str | None, only_list: bool, as_json: bool) -> None:
    """Tell hubs and search engines what came out since they were last told.

    WebSub hubs (hubs: in feeds.yaml) hear of each feed that has a new edition, IndexNow of each story
    that changed. What nobody hears is said again by the next call, with growing pauses, for three
    days. feeds serve does this by itself. Exit code 1: somebody did not hear.

    \b
    Example, in cron:
      feeds build --json && feeds announce
    """
    from feeds.announce.delivery import Delivery
    from feeds.archive import outbox
    from feeds.archive.inbox import open_inbox
    from feeds.cli.terminal import emit

    configuration = options.configuration(config, None, archive)
    with open_inbox(configuration.archive) as box:
        if only_list:
            with box.transaction() as connection:
                waiting = outbox.waiting(connection)
            for notice in waiting:
                emit(notice) if as_json else click.echo(f"{notice.kind} {notice.to}: {notice.about}")
            return
        delivery, deaf = Delivery(box, configuration.indexnow), False
        try:
            while done := delivery.due(time.time()):
                for one in done:
                    deaf = deaf or not one.heard
                    first, about = one.notices[0], [notice.about for notice in one.notices]
                    if as_json:
                        emit({"kind": first.kind, "to": first.to, "about": about, "problem": one.problem})
                    else:
                        said = f"not heard: {one.problem}" if one.problem else "heard"
                        click.echo(f"{first.kind} {first.to}: {', '.join(about)}: {said}")
        finally:
            delivery.close()
    if deaf:
        raise SystemExit(1)
