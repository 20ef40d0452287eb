"""`feeds doctor`: whether everything that publishing depends on is as it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feeds.cli import options

if TYPE_CHECKING:
    from feeds.doctor.remark import Remark, State

MARKS: dict[State, tuple[str, str]] = {
    "well": ("ok", "green"),
    "warning": ("warning", "yellow"),
    "error": ("error", "red"),
}


@click.command("doctor")
@options.config_option
@options.place_options
@click.option("--offline", is_flag=True, help="Ask nobody over the network.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address that feeds serve listens on.")
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port that feeds serve listens on.",
)
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="For people, or one JSON object.",
)
def command(
    config: Path, output: str | None, archive: str | None, offline: bool, host: str, port: int, form: str
) -> None:
    """Look at everything that publishing depends on, and change nothing.

    That is: feeds.yaml, the sources, the variables with secrets, output, archive and disk, the clock, the
    port of feeds serve, hubs and search engines. Exit code 1 tells that something is wrong; warnings
    are worth a look.

    \b
    Examples:
      feeds doctor
      feeds doctor --offline --format json
    """
    import os

    from feeds.cli.terminal import emit, progress
    from feeds.doctor.examine import examine

    with progress("Looking") as say:
        remarks = list(
            _told(
                examine(
                    config,
                    os.environ,
                    options.clock(None),
                    offline=offline,
                    host=host,
                    port=port,
                    use=lambda loaded: options.placed(loaded, output, archive),
                ),
                say,
            )
        )
    errors = sum(remark.state == "error" for remark in remarks)
    if form == "json":
        emit({"well": errors == 0, "remarks": remarks})
    else:
        _print(remarks)
    raise SystemExit(1 if errors else 0)


def _told(remarks: Iterable[Remark], say: object) -> Iterator[Remark]:
    for remark in remarks:
        if callable(say):
            say(remark.about)
        yield remark


def _print(remarks: list[Remark]) -> None:
    from feeds.cli.terminal import coloured

    colours = coloured()
    width = max(len(remark.about) for remark in remarks)
    for remark in remarks:
        mark, colour = MARKS[remark.state]
        shown = click.style(f"{mark:7}", fg=colour) if colours else f"{mark:7}"
        click.echo(f"{shown}  {remark.about:{width}}  {remark.said}")
        for line in (remark.hint or "").splitlines():
            click.echo(f"{'':7}  {'':{width}}  {line}")
    counts = [(sum(r.state == state for r in remarks), MARKS[state][0]) for state in MARKS]
    click.echo(", ".join(f"{count} {mark}" for count, mark in counts if count))
