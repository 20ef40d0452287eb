"""How `feeds read --explain` tells what became of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.article import Article
    from feeds.intake.draft import Circumstances, Draft, Rejection
    from feeds.intake.normalise.choice import Choice

LONGEST = 70
"""Characters of a value that are shown."""


def explained(draft: Draft, circumstances: Circumstances) -> Article | Rejection:
    """Prints each field with its value and where it came from, what lost and why, and what was left out.

    Returns what the draft became.
    """
    from feeds.article import Article
    from feeds.cli.terminal import table
    from feeds.intake.normalise import explain

    explanation = explain(draft, circumstances)
    result = explanation.result
    where = ":".join(str(part) for part in (draft.file, draft.line) if part is not None)
    click.echo(f"{where}: {result.title if isinstance(result, Article) else f'rejected: {result.reason}'}")
    rows = (row for choice in explanation.choices for row in _rows(choice))
    table("", ("field", "value", "from"), rows)
    for note in explanation.notes:
        click.echo(f"  left out: {note.where}: {note.said}")
    click.echo()
    return result


def _rows(choice: Choice) -> Iterator[tuple[str, str, str]]:
    if choice.where is not None:
        yield choice.field, _value(choice), choice.where
    for loss in choice.losses:
        yield f"  not {choice.field}", _offered(loss.offer.value), f"{loss.offer.where}: {loss.reason}"
    for dropped in choice.dropped:
        yield f"  not {choice.field}", dropped, choice.where or ""


def _value(choice: Choice) -> str:
    from feeds.markup.canonical import Written
    from feeds.markup.text import plain

    value = choice.value
    if isinstance(value, Written):
        text = plain(value.tree)
        return f"{len(text)} characters: {text[:LONGEST]!r}"
    if isinstance(value, tuple):
        return ", ".join(_named(part) for part in value)
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _named(part: object) -> str:
    if isinstance(part, str):
        return part
    for name in ("name", "title", "url", "player"):
        if said := getattr(part, name, None):
            return str(said)
    return str(part)


def _offered(value: object) -> str:
    """An offer's value, whatever it is, cut to what a cell holds; of a list its members' names."""
    from feeds.intake.normalise.coerce import shown
    from feeds.markup.nodes import Element

    if not isinstance(value, list) or any(isinstance(part, Element) for part in value[:1]):
        return shown(value, LONGEST)
    named = ", ".join(_member(part) for part in value[:10])
    return named if len(named) <= LONGEST else named[:LONGEST] + "…"


def _member(part: object) -> str:
    if not isinstance(part, dict):
        return str(part)
    return next(
        (str(part[name]) for name in ("name", "title", "url", "player") if part.get(name)), "an object"
    )
