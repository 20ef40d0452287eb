"""For people at a terminal, or in a log: each finding with the place that it speaks of, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from feeds.checking.excerpts import Excerpt, Reported, printable
from feeds.checking.finding import Finding
from feeds.checking.reports.report import Report, Verdict, grade

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "place": "1", "caret": "31;1", "dim": "2"}
"""What terminals are told to write in a colour, by ANSI's numbers."""


SHOWN = 20
"""Findings of one rule in one document that are shown; the rest is counted."""


class Text(Report):
    """Lines as compilers write them, which editors can follow, with the source below.

    What to do is said at the first of those findings that ask for the same.
    """

    name = "text"

    def document(self, verdict: Verdict) -> Iterator[str]:
        """The findings of a document, one after the other."""
        counts: Counter[str] = Counter()
        advised: set[tuple[str, str | None]] = set()
        for found in verdict.found:
            finding = found.finding
            counts[finding.code] += 1
            if counts[finding.code] > SHOWN:
                continue
            advice = (finding.code, finding.hint)
            yield from self._finding(verdict.name, found, advise=advice not in advised)
            advised.add(advice)
        for code, count in counts.items():
            if count > SHOWN:
                rest = self.say(
                    "{n} more of {code} are not shown here; --format jsonl tells of each",
                    n=count - SHOWN,
                    code=code,
                )
                yield f"{self._in('place', f'{printable(verdict.name)}:')} {rest}"

    def _finding(self, name: str, found: Reported, *, advise: bool) -> Iterator[str]:
        finding = found.finding
        place = f":{finding.line}:{finding.column}" if finding.line else ""
        place = self._in("place", f"{printable(name)}{place}:")
        word = self._in(finding.severity, f"{grade(finding.severity, self.say)} {finding.code}:")
        yield f"{place} {word} {printable(self._said(finding.message))}"
        if excerpt := found.excerpt:
            yield from self._excerpt(excerpt)
        if finding.item:
            yield self._line(self.say("story:"), finding.item)
        if advise:
            yield from self._advice(finding)

    def _advice(self, finding: Finding) -> Iterator[str]:
        """What to do, and where the platform says so."""
        do, see = self.say("to do:"), self.say("see:")
        longest = max(len(do), len(see))
        if finding.hint:
            yield self._line(do.ljust(longest), self._said(finding.hint))
        if finding.spec:
            yield self._line(see.ljust(longest), finding.spec)

    def _line(self, word: str, said: str) -> str:
        return f"    {self._in('dim', word)} {printable(said)}"

    def _said(self, text: str) -> str:
        """A sentence in the reader's language, its lines broken by the terminal where it likes."""
        return self.say.said(text).replace("\u00a0", " ")

    def _excerpt(self, excerpt: Excerpt) -> Iterator[str]:
        """The source line around the column, with a caret below it."""
        bar = self._in("dim", "|")
        yield f"    {bar} {excerpt.line.text}"
        if excerpt.caret is not None:
            yield f"    {bar} {' ' * excerpt.caret}{self._in('caret', '^')}"

    def _in(self, colour: str, text: str) -> str:
        return f"\033[{_COLOURS[colour]}m{text}\033[0m" if self.colour else text
