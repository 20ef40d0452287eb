"""A document's lines, numbered, with what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from feeds.checking.finding import RANK, Finding

LINES = 1500
"""Lines on a page."""

LONGEST = 3000
"""Characters of a line that are shown."""


class Line(NamedTuple):
    """A line: its number, its text, how much more of it there is, what is found in it."""

    number: int
    text: str
    more: int
    findings: list[Finding]


class Source(NamedTuple):
    """A page of lines; `first` is the number of the first, `total` that of the document's last."""

    first: int
    total: int
    lines: list[Line]
    findings: list[Finding]

    @property
    def before(self) -> int | None:
        """Where the page before this one begins."""
        return max(1, self.first - LINES) if self.first > 1 else None

    @property
    def following(self) -> int | None:
        """Where the next page begins."""
        end = self.first + len(self.lines)
        return end if end <= self.total else None

    def start_for(self, line: int) -> int:
        """Where the page begins that has a line."""
        inside = self.first <= line < self.first + len(self.lines)
        return self.first if inside else max(1, line - 20)


def source(document: bytes, findings: Sequence[Finding], first: int, most: int = LINES) -> Source:
    """A page of a document's lines from one on, so many at most; the findings are all that there are."""
    lines = document.decode("utf-8", "replace").split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    first = min(max(1, first), len(lines))
    by_line: dict[int, list[Finding]] = {}
    for finding in findings:
        by_line.setdefault(finding.line, []).append(finding)
    shown = [
        Line(number, text[:LONGEST], max(0, len(text) - LONGEST), by_line.get(number, []))
        for number, text in enumerate(lines[first - 1 : first - 1 + most], first)
    ]
    ranked = sorted(findings, key=lambda finding: (-RANK[finding.severity], finding.line))
    return Source(first, len(lines), shown, ranked)
