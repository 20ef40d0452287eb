"""Findings as people and machines read them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from feeds.checking.finding import Finding
from feeds.checking.xml.source import readable

EXCERPT = 100
"""How much of a source line is shown, in characters."""


class Tally:
    """Counts findings over many documents."""

    def __init__(self) -> None:
        self.documents = self.errors = self.warnings = self.infos = 0

    def count(self, findings: list[Finding]) -> None:
        """Adds a document's findings."""
        self.documents += 1
        self.errors += sum(f.severity == "error" for f in findings)
        self.warnings += sum(f.severity == "warning" for f in findings)
        self.infos += sum(f.severity == "info" for f in findings)

    def summary(self) -> str:
        """One line for people."""
        return ", ".join(
            _counted(number, word)
            for number, word in (
                (self.documents, "document"),
                (self.errors, "error"),
                (self.warnings, "warning"),
                (self.infos, "note"),
            )
        )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def json_lines(path: str, source: bytes, findings: list[Finding]) -> Iterator[str]:
    """One JSON object for each finding; every key is always there."""
    del source
    for finding in findings:
        yield msgspec.json.encode(msgspec.structs.replace(finding, path=path)).decode()


def text(path: str, source: bytes, findings: list[Finding]) -> Iterator[str]:
    """Each finding with the place that it speaks of, what to do, and where the platform says so."""
    lines = readable(source).splitlines() if findings else []
    for finding in findings:
        yield f"{path}:{finding.line}:{finding.column}: {finding.severity} {finding.code}: {finding.message}"
        yield from _excerpt(lines, finding)
        if finding.item:
            yield f"    story: {finding.item}"
        if finding.hint:
            yield f"    to do: {finding.hint}"
        if finding.spec:
            yield f"    see:   {finding.spec}"


def _excerpt(lines: list[bytes], finding: Finding) -> Iterator[str]:
    """The source line around the column, with a caret below it."""
    if not 0 < finding.line <= len(lines):
        return
    line = lines[finding.line - 1].decode("utf-8", "replace").replace("\t", " ")
    start = max(0, finding.column - 1 - EXCERPT // 2)
    shown = "".join(c if c.isprintable() else "·" for c in line[start : start + EXCERPT])
    yield f"    | {shown.rstrip()}"
    if finding.column:
        yield f"    | {' ' * (finding.column - 1 - start)}^"
