"""What every form of report is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from feeds.checking.excerpts import Reported
from feeds.checking.finding import RANK, Severity
from feeds.checking.rule import Rule
from feeds.wording import Wording, wording

ENGLISH = wording("en")

Lookup = Callable[[str, str | None], Rule | None]
"""The rule of a code, as a target says it."""


def grade(severity: Severity, say: Wording) -> str:
    """A severity in a word; in English as programs know it."""
    if say.language == "en":
        return severity
    words = {"error": say("error"), "warning": say("warning"), "info": say("note")}
    return words[severity]


class Verdict(NamedTuple):
    """A document and what was found in it. `name` is what the user calls it: a path, or an address."""

    name: str
    found: Sequence[Reported] = ()
    target: str | None = None
    title: str = ""
    url: str | None = None


@dataclass(slots=True)
class Summary:
    """Counts over many documents. `known` are findings that a baseline had already."""

    documents: int = 0
    counts: dict[Severity, int] = field(default_factory=lambda: {"error": 0, "warning": 0, "info": 0})
    known: int = 0

    def count(self, verdict: Verdict) -> None:
        """Adds a document."""
        self.documents += 1
        for found in verdict.found:
            self.counts[found.finding.severity] += 1

    def reaches(self, severity: Severity | None) -> bool:
        """Whether there is a finding of that severity or a graver one; none reaches None."""
        return severity is not None and any(
            number and RANK[level] >= RANK[severity] for level, number in self.counts.items()
        )

    def line(self, say: Wording = ENGLISH) -> str:
        """One line for people."""
        parts = [
            say("{n} {n:document|documents}", n=self.documents),
            say("{n} {n:error|errors}", n=self.counts["error"]),
            say("{n} {n:warning|warnings}", n=self.counts["warning"]),
            say("{n} {n:note|notes}", n=self.counts["info"]),
        ]
        return ", ".join([*parts, say("{n} known", n=self.known)] if self.known else parts)


@dataclass(slots=True, kw_only=True)
class Report:
    """A form of report: lines as documents come, and lines at the end.

    `rule` looks rules up, `fail_on` is the severity from which on a finding is a failure (None: never),
    `colour` tells that a terminal shows it, `say` is in whose language people read it.
    """

    name: ClassVar[str]
    rule: Lookup = lambda _code, _target: None
    fail_on: Severity | None = "error"
    colour: bool = False
    say: Wording = ENGLISH
    version: str = ""
    verdicts: list[Verdict] = field(default_factory=list)

    def document(self, verdict: Verdict) -> Iterator[str]:
        """What is said of a document at once; forms that are one whole keep it for the end."""
        self.verdicts.append(verdict)
        yield from ()

    def end(self, summary: Summary) -> Iterator[str]:
        """What is said when all documents are there."""
        yield from ()

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of that severity is a failure."""
        return self.fail_on is not None and RANK[severity] >= RANK[self.fail_on]
