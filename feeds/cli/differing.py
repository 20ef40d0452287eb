"""How commands show what differs: kind by kind, words that changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.comparison.differences import Change, Comparison, Difference, Kind
    from feeds.comparison.wording import Piece

MOST = 10
"""Stories of a kind that are shown, unless all are asked for."""

PARAGRAPHS = 6
"""Changed paragraphs of a text that are shown, unless all are asked for."""

WIDTH = 120
"""Columns of texts side by side, where there is no terminal to fill."""

NARROWEST = 20
"""Columns of one text at least."""

BETWEEN, CHANGED = " | ", " ! "
"""What stands between two texts: paragraphs that are the same, and that are not."""

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


def show_bodies(comparison: Comparison, *, everything: bool) -> None:
    """Prints the texts of stories that are in both and differ, paragraph beside paragraph."""
    from feeds.cli.terminal import console

    both = [(change, change.old, change.new) for change in comparison.stories if change.old and change.new]
    width = max(console().width if console().is_terminal else WIDTH, 2 * NARROWEST + len(BETWEEN))
    side = (width - len(BETWEEN)) // 2
    for change, old, new in both if everything else both[:MOST]:
        click.echo(f"\n{click.style(change.title, bold=True)}")
        for line in beside(old.text, new.text, side):
            click.echo(line)
    if not everything and len(both) > MOST:
        click.echo(f"\nand {len(both) - MOST} more: --all shows them")


def beside(old: Sequence[str], new: Sequence[str], side: int) -> Iterator[str]:
    """Two texts in two columns that are so wide, a mark between paragraphs that differ."""
    from itertools import zip_longest

    from feeds.comparison.wording import paragraphs

    for one in paragraphs(old, new):
        mark = BETWEEN if one.same else CHANGED
        for left, right in zip_longest(_folded(one.old, side), _folded(one.new, side), fillvalue=""):
            yield f"{left}{' ' * (side - _width(left))}{mark}{right}".rstrip()
        yield BETWEEN.rjust(side + len(BETWEEN)).rstrip()


def _folded(text: str, width: int) -> list[str]:
    """A paragraph in lines that are no wider."""
    from rich.cells import chop_cells

    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and _width(lines[-1]) + 1 + _width(word) > width:
            lines.append("")
        pieces = chop_cells(f"{lines[-1]} {word}".strip(), width)
        lines[-1:] = pieces
    return lines if text else []


def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def show_changes(
    comparison: Comparison,
    headings: Iterable[tuple[Kind, str]],
    *,
    everything: bool,
    noticing: bool = True,
) -> None:
    """Prints what differs, kind by kind; with `noticing` also whether subscribers notice it, and why."""
    showing = Showing(everything=everything, noticing=noticing)
    for line in showing.lines(comparison, headings):
        click.echo(line)
    for reading in (comparison.old, comparison.new):
        for fault in reading.faults:
            click.echo(f"not read: {reading.place}: {fault}", err=True)


@dataclass(frozen=True, kw_only=True)
class Showing:
    """How much is shown of what differs."""

    everything: bool
    noticing: bool

    def lines(self, comparison: Comparison, headings: Iterable[tuple[Kind, str]]) -> Iterator[str]:
        """All that is said."""
        if comparison.feed:
            yield "\nThe feed itself"
            yield from _indented(self._differences(comparison.feed))
        for kind, heading in headings:
            some = [change for change in comparison.stories if change.kind == kind]
            if some:
                yield f"\n{heading} ({len(some)})"
                yield from _indented(self._changes(some))

    def _changes(self, changes: list[Change]) -> Iterator[str]:
        shown = changes if self.everything else changes[:MOST]
        for change in shown:
            quiet = "  (not noticed)" if self.noticing and not change.seen else ""
            yield click.style(change.title, bold=True) + quiet
            if change.why and (self.noticing or change.kind == "twice"):
                yield f"  {change.why}"
            yield from _indented(self._differences(change.differences))
        if len(changes) > len(shown):
            yield f"and {len(changes) - len(shown)} more: --all shows them"

    def _differences(self, differences: Iterable[Difference]) -> Iterator[str]:
        for difference in differences:
            said = (difference.why, None if difference.seen else "not noticed")
            note = "; ".join(filter(None, said)) if self.noticing else ""
            lines = list(self._values(difference))
            yield f"{difference.field}: {lines[0] if lines else ''}" + (f"  ({note})" if note else "")
            yield from _indented(lines[1:])

    def _values(self, difference: Difference) -> Iterator[str]:
        """The changed paragraphs, or the two values of a field that is no text."""
        from feeds.comparison.wording import cut, paragraphs, words

        old, new = difference.old or "", difference.new or ""
        if difference.field not in TEXTS:
            yield f"{old or 'none'} → {new or 'none'}"
            return
        changed = [p for p in paragraphs(old.split("\n\n"), new.split("\n\n")) if not p.same]
        shown = changed if self.everything else changed[:PARAGRAPHS]
        for one in shown:
            yield "".join(_styled(piece) for piece in cut(words(one.old, one.new)))
        if len(changed) > len(shown):
            yield f"and {len(changed) - len(shown)} more paragraphs"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _styled(piece: Piece) -> str:
    """Words as they are shown: in colour where there are colours, else between marks."""
    from feeds.cli.terminal import coloured

    if piece.side == "same":
        return piece.text
    if coloured():
        return click.style(piece.text, fg=_COLOURS[piece.side], strikethrough=piece.side == "old")
    before, after = _MARKS[piece.side]
    return f"{before}{piece.text}{after}"
