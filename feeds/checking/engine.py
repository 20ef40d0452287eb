"""Runs a rule set over a document: each rule gets the elements that it asked for, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from feeds.checking.absence import absent
from feeds.checking.document import View, text_of
from feeds.checking.finding import RANK, Finding
from feeds.checking.rule import Problem, Rule, RuleSet
from feeds.checking.structure import Row

Scope = Literal["document", "item", "feed"]
"""What is judged: all; each item by itself; or the feed, its items aside."""


@dataclass(slots=True, kw_only=True)
class Context:
    """What a rule may know besides the element that it is handed.

    `url` is where the document is served, `publication` the outlet's name as platforms show it.
    """

    now: datetime
    url: str | None = None
    publication: str | None = None
    document: Any = None
    channel: Any = None
    items: list[Any] = field(default_factory=list)
    size: int = 0


class Run:
    """One document under one rule set."""

    def __init__(self, rules: RuleSet, document: Any, context: Context) -> None:
        self.rules = {rule.code: rule for rule in rules.rules()}
        self.rows = list(rules.rows())
        self.document = document
        self.context = context
        self.shape = rules.shape

    def findings(self, scope: Scope = "document") -> Iterator[Finding]:
        """What the rules say, item by item, then of the whole."""
        channel = self.document.channel(self.shape)
        if channel is None:
            return
        self.context.document = self.document
        self.context.channel = channel
        self.context.items = self.document.items(channel, self.shape)
        if scope != "feed":
            for item in self.context.items:
                yield from self._apply("item", item, item)
        if scope != "item":
            yield from self._apply("channel", channel, None)
            yield from self._run(
                [r for r in self.rules.values() if r.on in ("feed", "document")], channel, None
            )

    def _apply(self, scope: str, view: Any, item: Any) -> Iterator[Finding]:
        yield from self._run([r for r in self.rules.values() if r.on == scope], view, item)
        for row in self.rows:
            if row.on == scope:
                yield from self._report_all(_judge(row, view), item)
        for rule in self.rules.values():
            if rule.on.startswith(scope + "/"):
                for inner in self.document.below(view, rule.on[len(scope) + 1 :].split("/")):
                    yield from self._run([rule], inner, item)

    def _run(self, rules: Iterable[Rule], view: Any, item: Any) -> Iterator[Finding]:
        for rule in rules:
            if rule.check:
                yield from self._report_all(((rule.code, p) for p in rule.check(view, self.context)), item)

    def _report_all(self, problems: Iterable[tuple[str, Problem]], item: Any) -> Iterator[Finding]:
        for code, problem in problems:
            rule = self.rules.get(code)
            if rule:
                yield self._report(rule, problem, item)

    def _report(self, rule: Rule, problem: Problem, item: Any) -> Finding:
        line, column = self.document.place(problem.at, problem.offset)
        severity = problem.severity or rule.severity
        return Finding(
            severity=min(severity, rule.severity, key=RANK.__getitem__),
            code=rule.code,
            message=problem.message,
            line=line,
            column=column,
            item=_name(item) if item else None,
            index=item.index if item else None,
            hint=problem.hint or rule.hint,
            spec=rule.spec,
        )


def _judge(row: Row, view: Any) -> Iterator[tuple[str, Problem]]:
    """What a row of the structure says of a parent."""
    found = view.all(row.name)
    if not found and row.missing:
        said = Problem(view, f"{row.name} is missing")
        yield row.missing, absent(view, row.name) if isinstance(view, View) else said
    if row.repeated:
        for element in found[1:]:
            yield row.repeated, Problem(element, f"{row.name} is there more than once")
    for element in found:
        if row.value and row.invalid and (fault := row.value(text_of(element))):
            yield row.invalid, Problem(element, f"{row.name} {fault}")
        for attribute in row.attributes:
            value = element.get(attribute.name)
            if value is None and attribute.required:
                yield attribute.required, Problem(element, f"{row.name} has no {attribute.name}")
            elif (
                value is not None
                and attribute.value
                and attribute.invalid
                and (fault := attribute.value(value))
            ):
                yield attribute.invalid, Problem(element, f"{attribute.name} of {row.name} {fault}")


def _name(item: Any) -> str | None:
    """What a person calls a story of a feed: its id, or its link."""
    names: Iterator[str] = (item.text(name) for name in ("guid", "id", "link", "loc"))
    return next(filter(None, names), None)
