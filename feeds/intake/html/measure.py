"""How much of a story's text each element of a page holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from feeds.intake.html.tree import BLOCKS, Node, walk

_STOP = re.compile(r"[.!?…。؟।][\s»”\")\]]*")
ENOUGH = 20
"""Characters outside links that a line must have to be text of a story."""
LONG = 90
"""Characters from which on a line is text even without a full stop."""
_SHORT = 0.2  # what a character of a short line is worth: it may be a heading, and it may be a label


@dataclass(slots=True)
class Measure:
    """What is in an element: characters of running text and of all text, and what speaks for a story there.

    `worth` counts running text, takes off the text of links that stand alone, and makes little of the rest.
    """

    node: Node
    good: int = 0
    total: int = 0
    worth: float = 0
    lines: int = 0
    depth: int = 0
    below: list[Measure] = field(default_factory=list)

    def elements(self) -> Iterator[Measure]:
        """This element's measure and those of all in it."""
        pending = [self]
        while pending:
            measure = pending.pop()
            yield measure
            pending += measure.below


class _Line:
    """Text between the ends of blocks."""

    __slots__ = ("links", "parts", "size")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = self.links = 0

    def running(self) -> int:
        """How many characters of running text it has."""
        said = self.size - self.links
        if said < ENOUGH:
            return 0
        return said if said >= LONG or _STOP.search("".join(self.parts)) else 0


def measured(top: Node, skip: Callable[[Node], bool]) -> Measure:
    """The measures of an element and of all in it; what is skipped counts for nothing."""
    root = Measure(top)
    stack = [root]
    line, linked = _Line(), 0
    for node, entering in walk(top, skip):
        if node.is_text_node:
            text = " ".join((node.text_content or "").split())
            line.parts.append(text)
            line.size += len(text)
            line.links += len(text) if linked else 0
            continue
        tag = node.tag or ""
        if tag in BLOCKS:
            _end(stack, line)
            line = _Line()
        linked += (tag == "a") * (1 if entering else -1)
        if entering:
            inner = Measure(node, depth=len(stack))
            stack[-1].below.append(inner)
            stack.append(inner)
        else:
            done = stack.pop()
            _add(stack[-1], done)
    _end(stack, line)
    while len(stack) > 1:
        done = stack.pop()
        _add(stack[-1], done)
    return root


def _end(stack: list[Measure], line: _Line) -> None:
    """Gives a line's characters to the element that it stands in."""
    if line.size:
        good = line.running()
        here = stack[-1]
        here.good += good
        here.total += line.size
        here.worth += good or _SHORT * (line.size - line.links) - line.links
        here.lines += good > 0


def _add(outer: Measure, inner: Measure) -> None:
    outer.good += inner.good
    outer.total += inner.total
    outer.worth += inner.worth
    outer.lines += inner.lines
