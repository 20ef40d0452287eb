"""A demand that more than one platform makes, and how a rule set takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from feeds.checking.demands.example import NOW
from feeds.checking.rule import Change, Check, Problem, RuleSet
from feeds.checking.structure import Row

if TYPE_CHECKING:
    from feeds.checking.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A rule without code and severity: those are the platform's.

    Its breach is found by `check`, by the row of the structure that `row` makes for a code, or by both.
    """

    on: str
    summary: str
    hint: str
    check: Check | None = None
    row: Callable[[str], Row] | None = None
    bad: Change | None = None
    good: Change | None = None


def declare(rules: RuleSet, code: str, name: str, severity: Severity, demand: Demand, **facts: Any) -> None:
    """Declares a demand as a rule of a set; `facts` are what this platform says in other words."""
    said = {
        "on": demand.on,
        "summary": demand.summary,
        "hint": demand.hint,
        "bad": demand.bad,
        "good": demand.good,
        "now": NOW,
        "check": demand.check,
    } | facts
    rules.facts(code, name, severity, **said)
    if demand.row:
        rules.structure += (demand.row(code),)


def together(*checks: Check) -> Check:
    """One check out of several, for a platform that has one rule where others have more."""

    def check(view: Any, context: Any) -> Iterator[Problem]:
        for part in checks:
            yield from part(view, context)

    return check
