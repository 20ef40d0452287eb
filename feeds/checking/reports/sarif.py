"""SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from feeds.checking.excerpts import Reported
from feeds.checking.finding import Severity
from feeds.checking.reports.report import Report, Summary, Verdict
from feeds.checking.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

FINGERPRINT = "feeds/v1"


class Sarif(Report):
    """One run of `feeds check`, with the rules that spoke."""

    name = "sarif"

    def end(self, summary: Summary) -> Iterator[str]:
        """The whole."""
        codes = self._codes()
        numbers = {code: number for number, code in enumerate(codes)}
        run = {
            "tool": {
                "driver": {
                    "name": "feeds",
                    "semanticVersion": self.version,
                    "rules": [_rule(code, self.rule(code, target)) for code, target in codes.items()],
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": [_result(v, found, numbers) for v in self.verdicts for found in v.found],
        }
        whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        yield msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()

    def _codes(self) -> dict[str, str | None]:
        """The codes that are there, in order, each with the first target that it is said of."""
        found: dict[str, str | None] = {}
        for verdict in self.verdicts:
            for reported in verdict.found:
                found.setdefault(reported.finding.code, verdict.target)
        return dict(sorted(found.items()))


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(filter(None, (rule.summary, rule.why)))},
        "help": {
            "text": rule.hint,
            "markdown": f"{rule.hint}\n\n[{rule.spec}]({rule.spec}), read {rule.read}",
        },
        "helpUri": rule.spec,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"certainty": rule.sure, "on": rule.on},
    }


def _result(verdict: Verdict, found: Reported, numbers: dict[str, int]) -> dict[str, Any]:
    finding = found.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": location(verdict.name)}}
    if finding.line:
        place["region"] = _region(found)
    text = finding.message if not finding.hint else f"{finding.message}\n{finding.hint}"
    return {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
        "properties": {"target": verdict.target, "item": finding.item},
    }


def _region(found: Reported) -> dict[str, Any]:
    finding = found.finding
    region: dict[str, Any] = {"startLine": finding.line}
    if finding.column:
        region["startColumn"] = finding.column
    if excerpt := found.excerpt:
        region["snippet"] = {"text": excerpt.line.text}
    return region


def location(name: str) -> str:
    """A document's name as a URI: an address as it is, a path escaped."""
    return name if name.startswith(("http://", "https://")) else quote(name, safe="/")
