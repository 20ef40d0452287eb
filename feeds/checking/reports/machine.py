"""For programs: one JSON object for each finding, or one for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from feeds.checking.excerpts import Reported
from feeds.checking.reports.report import Report, Summary, Verdict


class JsonLines(Report):
    """One JSON object a line for each finding; every key is always there."""

    name = "jsonl"

    def document(self, verdict: Verdict) -> Iterator[str]:
        """The findings of a document."""
        for found in verdict.found:
            yield msgspec.json.encode(replace(found.finding, path=verdict.name)).decode()


class Json(Report):
    """One JSON document: counts, and each document with its findings."""

    name = "json"

    def end(self, summary: Summary) -> Iterator[str]:
        """The whole."""
        whole: dict[str, Any] = {
            "version": self.version,
            "summary": {"documents": summary.documents, "known": summary.known} | summary.counts,
            "documents": [
                {
                    "path": verdict.name,
                    "target": verdict.target,
                    "url": verdict.url,
                    "findings": [_finding(found) for found in verdict.found],
                }
                for verdict in self.verdicts
            ],
        }
        yield msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _finding(found: Reported) -> dict[str, Any]:
    said = asdict(found.finding)
    del said["path"]
    excerpt = found.excerpt
    return said | {"excerpt": excerpt.line.text if excerpt else None, "fingerprint": found.fingerprint}
