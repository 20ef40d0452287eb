"""How commands speak: tables and progress for people, JSON for machines, plain text in pipes."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console


T = TypeVar("T")

PLAINER = {
    "→": "->", "—": "-", "–": "-", "−": "-", "…": "...", "№": "No.", "«": '"', "»": '"', "“": '"', "”": '"',
    "„": '"', "’": "'", "‘": "'", "•": "*", "·": "*", "×": "x", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
"""What stands for a character where the terminal's encoding has none such."""


def plainer(error: UnicodeError) -> tuple[str, int]:
    """Handles what an encoding cannot write: something plainer, or the character's number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    said = (PLAINER.get(one) or one.encode("ascii", "backslashreplace").decode() for one in wrong)
    return "".join(said), error.end


def prepare() -> None:
    """Has all that is printed reach the terminal, whatever its encoding is."""
    codecs.register_error("plainer", plainer)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")


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
    """Prints a table; nothing of what is in it is read as markup. A column whose name ends in # holds numbers.

    In a pipe each row is one line, its cells apart by two spaces or more, whatever their length.
    """
    if not sys.stdout.isatty():
        click.echo("\n".join(_plain(title, columns, list(rows))))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD)
    for column in columns:
        made.add_column(column, overflow="fold", justify="right" if column.endswith("#") else "left")
    for row in rows:
        made.add_row(*(Text.from_ansi(_styled(cell)) for cell in row))
    console().print(made)


def _plain(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table without a frame."""
    from rich.cells import cell_len

    if title:
        yield title
    lines = [columns, *([cell.replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
    for line in lines:
        cells = zip(line, widths, columns, strict=True)
        yield "  ".join(_padded(cell, width - cell_len(cell), name) for cell, width, name in cells).rstrip()


def _padded(cell: str, missing: int, column: str) -> str:
    return " " * missing + cell if column.endswith("#") else cell + " " * missing


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
    """Prints a value as one line of JSON, which is UTF-8 whatever the terminal is."""
    import msgspec

    click.echo(msgspec.json.encode(value))


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """A line that tells what is being done, on a terminal only; call the result with each step."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield lambda _step: None
        return
    with screen.status(what, spinner="line" if screen.options.ascii_only else "dots") as status:
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
