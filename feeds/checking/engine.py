"""Runs a rule set over a document: each rule gets the elements that it asked for, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from lxml import etree

from feeds.checking.comparing.page import Page
from feeds.checking.document import View
from feeds.checking.finding import RANK, Finding
from feeds.checking.json_document import Value
from feeds.checking.plan import plan_of
from feeds.checking.rule import Problem, Rule, RuleSet
from feeds.checking.walk import Guesses, Walk

Scope = Literal["document", "item", "feed"]
"""What is judged: all; each item by itself; or the feed, its items aside."""


@dataclass(slots=True, kw_only=True)
class Context:
    """What a rule may know besides the element that it is handed.

    `url` is where the document is served, `publication` the outlet's name as platforms show it, `pages` the
    pages behind the stories by their links, as far as they are known.
    """

    now: datetime
    url: str | None = None
    publication: str | None = None
    document: Any = None
    channel: Any = None
    items: list[Any] = field(default_factory=list)
    size: int = 0
    pages: Mapping[str, Page] = field(default_factory=dict)


class Run:
    """One document under one rule set."""

    def __init__(self, rules: RuleSet, document: Any, context: Context) -> None:
        self.plan = plan_of(rules)
        self.document = document
        self.context = context
        self.shape = rules.shape
        self._guesses = Guesses()
        self._names: dict[int | None, str | None] = {}

    def findings(self, scope: Scope = "document") -> Iterator[Finding]:
        """What the rules say, item by item, then of the whole."""
        document, context, shape = self.document, self.context, self.shape
        if document.root is None:
            return
        frame = document.frame(shape)
        alone = frame is not None and frame.index is not None
        context.document = document
        context.channel = document.empty(shape) if alone else document.channel(shape)
        context.items = [frame] if alone else document.items(context.channel, shape)
        told: list[tuple[Rule, Problem, Any]] = []
        if scope != "feed":
            told += self._of_items(context.items)
        if scope != "item":
            whole = self._of_the_whole(None if alone else context.channel, frame)
            told += ((*found, None) for found in whole.found)
        document.locate(problem.at for _, problem, _ in told)
        for rule, problem, item in told:
            yield self._report(rule, problem, item)

    def _of_items(self, items: list[Any]) -> Iterator[tuple[Rule, Problem, Any]]:
        """What is wrong with each story by itself."""
        walk = Walk(self.plan, self.context, self._guesses)
        for item in items:
            self._walked("item", item, walk)
            if walk.found:
                yield from ((*found, item) for found in walk.found)
                walk.found.clear()

    def _walked(self, scope: str, view: Any, walk: Walk | None = None) -> Walk:
        walk = walk or Walk(self.plan, self.context, self._guesses)
        if isinstance(view, View):
            walk.visit(view, self.plan.node((scope,)))
            view.forget()
            return walk
        walk.run(self.plan.rules_at((scope,)), view)
        for path, rules in self.plan.rules_below(scope):
            for inner in self.document.below(view, path[1:]):
                walk.run(rules, inner)
        return walk

    def _of_the_whole(self, channel: Any, frame: Any) -> Walk:
        walk = Walk(self.plan, self.context, self._guesses)
        if channel is not None:
            walk = self._walked("channel", channel)
            walk.run(self.plan.rules_at(("feed",)), channel)
        if isinstance(frame, View) and self.shape.channel and frame.element.tag == self.shape.root:
            walk.visit(frame, self.plan.node(("document",)))
        whole = frame if channel is None else channel
        if whole is not None:
            walk.run(self.plan.rules_at(("document",)), whole)
        return walk

    def _story(self, at: Any) -> Any:
        """The story that a place lies in; None where it lies in none."""
        if getattr(at, "element", None) is not None:
            at = at.element
        if isinstance(at, Value):
            inside = len(at.path) > 1 and at.path[0] == self.shape.items[0]
            return self._stories.get(at.path[1]) if inside else None
        while etree.iselement(at):
            if at in self._stories:
                return self._stories[at]
            at = at.getparent()
        return None

    @cached_property
    def _stories(self) -> dict[Any, Any]:
        """The stories by their elements, those of JSON by their numbers."""
        return {i.element if isinstance(i, View) else i.index: i for i in self.context.items}

    def _report(self, rule: Rule, problem: Problem, item: Any) -> Finding:
        item = item or self._story(problem.at)
        line, column = self.document.place(
            problem.at, problem.offset, problem.attribute, closing=problem.closing
        )
        severity = problem.severity or rule.severity
        return Finding(
            severity=min(severity, rule.severity, key=RANK.__getitem__),
            code=rule.code,
            message=problem.message,
            line=line,
            column=column,
            item=self._name(item) if item else None,
            index=item.index if item else None,
            hint=problem.hint or rule.hint,
            spec=rule.spec,
        )

    def _name(self, item: Any) -> str | None:
        """What a person calls a story of a feed: its id, or its link."""
        if item.index not in self._names:
            names: Iterator[str] = (item.text(name) for name in ("guid", "id", "link", "loc"))
            self._names[item.index] = next(filter(None, names), None)
        return self._names[item.index]
