"""Annotations of GitHub's workflows: lines that its runners turn into notes beside the source."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.excerpts import Reported
from feeds.checking.finding import Severity
from feeds.checking.reports.report import Report, Verdict
from feeds.wording import Wording

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


class GitHub(Report):
    """One workflow command for each finding."""

    name = "github"

    def document(self, verdict: Verdict) -> Iterator[str]:
        """The findings of a document."""
        for found in verdict.found:
            yield _command(verdict.name, found, self.say)


def _command(name: str, found: Reported, say: Wording) -> str:
    finding = found.finding
    is_address = name.startswith(("http://", "https://"))
    properties = {"title": f"{finding.code} {name}" if is_address else finding.code}
    if not is_address:
        properties["file"] = name
        places = {"line": finding.line, "col": finding.column}
        properties |= {key: str(number) for key, number in places.items() if number}
    said = ",".join(f"{key}={_property(value)}" for key, value in sorted(properties.items()))
    text = _data("\n".join(_lines(found, say)))
    return f"::{_COMMANDS[finding.severity]} {said}::{text}"


def _lines(found: Reported, say: Wording) -> Iterator[str]:
    finding = found.finding
    yield say.said(finding.message)
    if finding.item:
        yield f"{say('story:')} {finding.item}"
    if finding.hint:
        yield say.said(finding.hint)
    if finding.spec:
        yield finding.spec


def _data(text: str) -> str:
    """A text in which the runner sees no end of line and no escape."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same where colons and commas part one property from the next."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
