"""How commands show what differs: kind by kind, words that changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
