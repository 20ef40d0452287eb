"""JUnit's XML, which build servers read: a suite for each document, a case for each rule that spoke."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.excerpts import Reported
from feeds.checking.reports.report import Report, Summary, Verdict
from feeds.markup.text import clean


class JUnit(Report):
    """Findings from `fail_on` on are failures; the others are notes of cases that pass."""

    name = "junit"

    def end(self, summary: Summary) -> Iterator[str]:
        """The whole."""
        root = etree.Element("testsuites", name="feeds check")
        for verdict in self.verdicts:
            self._suite(root, verdict)
        for count in ("tests", "failures"):
            root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
        root.set("errors", "0")
        written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        yield written.decode().rstrip("\n")

    def _suite(self, root: etree._Element, verdict: Verdict) -> None:
        suite = etree.SubElement(root, "testsuite", name=clean(verdict.name))
        for code, found in _by_code(verdict).items():
            self._case(suite, verdict, code, found)
        if not len(suite):
            etree.SubElement(suite, "testcase", classname=clean(verdict.name), name="no findings", time="0")
        failures = sum(1 for _ in suite.iter("failure"))
        for count, number in (("tests", len(suite)), ("failures", failures), ("errors", 0), ("skipped", 0)):
            suite.set(count, str(number))
        suite.set("time", "0")

    def _case(self, suite: etree._Element, verdict: Verdict, code: str, found: list[Reported]) -> None:
        rule = self.rule(code, verdict.target)
        name = f"{code} {rule.name}" if rule else code
        case = etree.SubElement(suite, "testcase", classname=clean(verdict.name), name=clean(name), time="0")
        failing = [one for one in found if self.fails(one.finding.severity)]
        if failing:
            finding = failing[0].finding
            failure = etree.SubElement(case, "failure", message=clean(finding.message), type=finding.severity)
            failure.text = clean("\n".join(_lines(verdict.name, failing)))
        rest = [one for one in found if one not in failing]
        if rest:
            etree.SubElement(case, "system-out").text = clean("\n".join(_lines(verdict.name, rest)))


def _by_code(verdict: Verdict) -> dict[str, list[Reported]]:
    found: dict[str, list[Reported]] = {}
    for reported in verdict.found:
        found.setdefault(reported.finding.code, []).append(reported)
    return dict(sorted(found.items()))


def _lines(name: str, found: list[Reported]) -> Iterator[str]:
    for reported in found:
        finding = reported.finding
        yield f"{name}:{finding.line}:{finding.column}: {finding.severity}: {finding.message}"
        if finding.hint:
            yield f"    {finding.hint}"
