"""From a rule's problems to findings, where rules look at more than one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from feeds.checking.finding import RANK, Finding
from feeds.checking.rule import Problem, Rule

SHOWN = 10
"""Problems of one rule that are told one by one; the rest is counted."""


class Spot(NamedTuple):
    """Where a problem lies: line and column, the name of the story and its number from 0."""

    line: int = 0
    column: int = 0
    item: str | None = None
    number: int | None = None


NOWHERE = Spot()
"""The document as a whole."""


def told(
    rule: Rule, problems: Iterable[Problem], spot: Callable[[Problem], Spot] = lambda _problem: NOWHERE
) -> Iterator[Finding]:
    """The findings of a rule."""
    every = list(problems)
    rest = len(every) - SHOWN
    for number, problem in enumerate(every[:SHOWN], 1):
        more = f"; {rest} more like it follow" if rest > 0 and number == SHOWN else ""
        place = spot(problem)
        yield Finding(
            severity=min(problem.severity or rule.severity, rule.severity, key=RANK.__getitem__),
            code=rule.code,
            message=problem.message + more,
            line=place.line,
            column=place.column,
            item=place.item,
            index=place.number,
            hint=problem.hint or rule.hint,
            spec=rule.spec,
        )
