"""Which element of a page holds the story's text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from feeds.intake.html.furniture import furniture
from feeds.intake.html.measure import Measure, measured
from feeds.intake.html.tree import Node, attribute, labels

_SUBJECT = frozenset(
    "article story post entry news material content text page blog publication single".split()
)
_PART = frozenset("body content text copy main fulltext full txt".split())
_WHOLE = frozenset(
    "articlebody storybody postbody entrycontent postcontent articletext articlecontent newstext fulltext".split()
)

_BONUS = (1.0, 1.25, 1.6)
"""What a guess, a name and a statement are worth."""


@dataclass(frozen=True, slots=True)
class Container:
    """The element, how much running text it has, and how sure it is: 0 a guess, 1 by a name, 2 by markup."""

    node: Node
    good: int
    total: int
    share: float
    sure: int


def container(body: Node, holders: frozenset[int]) -> Container | None:
    """The element that holds the story's text; None where there is no running text at all.

    `holders` are the elements that cannot be furniture, whatever they are called.
    """
    top = measured(body, lambda node: node.mem_id not in holders and furniture(node) is not None)
    if top.good == 0:
        return None
    best = max(_candidates(top), key=lambda pair: pair[0])
    chosen, sure = best[1], best[2]
    chosen = _narrowed(chosen)
    return Container(chosen.node, chosen.good, chosen.total, chosen.good / top.good, sure)


def _candidates(top: Measure) -> Iterator[tuple[float, Measure, int]]:
    """Each element that may be it, with what speaks for it."""
    yield _worth(top, top, 0), top, 0
    pending = [*top.below]
    while pending:
        measure = pending.pop()
        if measure.good < 0.1 * top.good:
            continue
        pending += measure.below
        sure = _sure(measure.node)
        yield _worth(measure, top, sure), measure, sure


def _worth(measure: Measure, top: Measure, sure: int) -> float:
    recall = measure.good / top.good
    precision = measure.good / max(1, measure.total)
    return recall * math.sqrt(precision) * _BONUS[sure] + 0.0001 * measure.depth


def _sure(node: Node) -> int:
    """How clearly an element says that it is the story's body."""
    if (
        "articlebody" in attribute(node, "itemprop").lower()
        or "articlebody" in attribute(node, "property").lower()
    ):
        return 2
    words = labels(node)
    if words & _WHOLE or (words & _SUBJECT and words & _PART and len(words & (_SUBJECT | _PART)) > 1):
        return 1
    return 1 if node.tag == "article" else 0


def _narrowed(measure: Measure) -> Measure:
    """The innermost element that still holds nearly all running text of this one."""
    while True:
        inner = max(measure.below, key=lambda m: m.good, default=None)
        if inner is None or inner.good < 0.999 * measure.good or inner.lines < measure.lines:
            return measure
        measure = inner
