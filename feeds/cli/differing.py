"""How commands show what differs: a table for each kind, words that changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.comparison.differences import Change, Comparison, Difference
    from feeds.comparison.wording import Piece

MOST = 10
"""Stories of a kind that are shown, unless all are asked for."""

PARAGRAPHS = 6
"""Changed paragraphs of a text that are shown, unless all are asked for."""

TEXTS = ("text", "title", "feed title", "description")
"""Fields of which the words that changed are shown in place."""

_MARKS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
_COLOURS = {"old": "red", "new": "green"}


def show(comparison: Comparison, *, everything: bool) -> None:
    """Prints the verdict, then what differs."""
    from feeds.comparison.report import HEADINGS, summary

    for number, line in enumerate(summary(comparison)):
        click.echo(line if number == 0 else f"  {line}")
    show_changes(comparison, HEADINGS.items(), everything=everything)


def show_changes(comparison: Comparison, headings: Iterable[tuple[str, str]], *, everything: bool) -> None:
    """Prints what differs, kind by kind."""
    _faults(comparison)
    if comparison.feed:
        click.echo("\nThe feed itself")
        for line in _differences(comparison.feed, everything=everything):
            click.echo(f"  {line}")
    for kind, heading in headings:
        some = [change for change in comparison.stories if change.kind == kind]
        if some:
            click.echo(f"\n{heading} ({len(some)})")
            for line in _told(some, everything=everything):
                click.echo(f"  {line}")


def _faults(comparison: Comparison) -> None:
    for reading in (comparison.old, comparison.new):
        for fault in reading.faults:
            click.echo(f"not read: {reading.place}: {fault}", err=True)


def _told(changes: list[Change], *, everything: bool) -> Iterator[str]:
    shown = changes if everything else changes[:MOST]
    for change in shown:
        yield click.style(change.title, bold=True) + ("" if change.seen else "  (not noticed)")
        if change.why:
            yield f"  {change.why}"
        yield from (f"  {line}" for line in _differences(change.differences, everything=everything))
    if len(changes) > len(shown):
        yield f"and {len(changes) - len(shown)} more: --all shows them"


def _differences(differences: Iterable[Difference], *, everything: bool) -> Iterator[str]:
    for difference in differences:
        note = "; ".join(filter(None, (difference.why, None if difference.seen else "not noticed")))
        lines = list(_lines(difference, everything=everything))
        yield f"{difference.field}: {lines[0] if lines else ''}" + (f"  ({note})" if note else "")
        yield from (f"  {line}" for line in lines[1:])


def _lines(difference: Difference, *, everything: bool) -> Iterator[str]:
    """The changed paragraphs, or the two values of a field that is no text."""
    from feeds.comparison.wording import cut, paragraphs, words

    old, new = difference.old or "", difference.new or ""
    if difference.field not in TEXTS:
        yield f"{old or 'none'} → {new or 'none'}"
        return
    changed = [p for p in paragraphs(old.split("\n\n"), new.split("\n\n")) if not p.same]
    shown = changed if everything else changed[:PARAGRAPHS]
    for one in shown:
        yield "".join(_styled(piece) for piece in cut(words(one.old, one.new)))
    if len(changed) > len(shown):
        yield f"and {len(changed) - len(shown)} more paragraphs"


def _styled(piece: Piece) -> str:
    """Words as they are shown: in colour on a terminal, between marks in a pipe."""
    from feeds.cli.terminal import console

    if piece.side == "same":
        return piece.text
    if console().is_terminal:
        return click.style(piece.text, fg=_COLOURS[piece.side], strikethrough=piece.side == "old")
    before, after = _MARKS[piece.side]
    return f"{before}{piece.text}{after}"
