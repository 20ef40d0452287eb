"""How commands speak: tables and progress for people, JSON for machines, plain text in pipes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console


T = TypeVar("T")


def console(*, stderr: bool = False) -> Console:
    """The terminal; plain where it is none, or where NO_COLOR is set."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False, soft_wrap=True)
    if not made.is_terminal:
        made = Console(stderr=stderr, highlight=False, soft_wrap=True, width=160, no_color=True)
    return made


def coloured() -> bool:
    """Whether standard output shows colours."""
    screen = console()
    return screen.is_terminal and not screen.no_color


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table; nothing of what is in it is read as markup."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    screen = console()
    made = Table(
        title=title or None, title_justify="left", box=box.SIMPLE_HEAD if screen.is_terminal else None
    )
    for column in columns:
        made.add_column(column, overflow="fold", justify="right" if column.endswith("#") else "left")
    for row in rows:
        made.add_row(*(Text.from_ansi(_styled(cell)) for cell in row))
    screen.print(made)


_STYLES = {
    "published": "green",
    "in": "green",
    "held": "red",
    "quarantined": "red",
    "error": "red",
    "warning": "yellow",
    "info": "cyan",
    "в ленте": "green",
    "ошибка": "red",
    "предупреждение": "yellow",
    "заметка": "cyan",
}


def _styled(cell: str) -> str:
    return click.style(cell, fg=_STYLES[cell]) if cell in _STYLES else cell


def emit(value: Any) -> None:
    """Prints a value as one line of JSON."""
    import msgspec

    click.echo(msgspec.json.encode(value).decode())


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """A line that tells what is being done, on a terminal only; call the result with each step."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield lambda _step: None
        return
    with screen.status(what) as status:
        yield lambda step: status.update(f"{what} [dim]{step}[/dim]")


def counted(what: str, steps: Iterable[T], total: int) -> Iterator[T]:
    """The steps as they come; on a terminal that shows nothing else, a bar tells how many there were."""
    screen = console(stderr=True)
    if not screen.is_terminal or sys.stdout.isatty():
        yield from steps
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    waiting = iter(steps)
    first = list(islice(waiting, 1))  # other processes start before the bar's thread does
    with Progress(*columns, console=screen, transient=True) as progress:
        bar = progress.add_task(what, total=total)
        for step in chain(first, waiting):
            progress.advance(bar)
            yield step
