"""The forms of reports by their names."""

from __future__ import annotations

from feeds.checking.finding import Severity
from feeds.checking.reports.github import GitHub
from feeds.checking.reports.html import Html
from feeds.checking.reports.junit import JUnit
from feeds.checking.reports.machine import Json, JsonLines
from feeds.checking.reports.report import ENGLISH, Lookup, Report
from feeds.checking.reports.sarif import Sarif
from feeds.checking.reports.text import Text
from feeds.wording import Wording

FORMS: dict[str, type[Report]] = {
    form.name: form for form in (Text, JsonLines, Json, Sarif, GitHub, JUnit, Html)
}
"""For people, for programs line by line, for programs, for code hosts, for workflows, for build servers, as a page."""


def report(
    form: str,
    *,
    rule: Lookup,
    version: str,
    fail_on: Severity | None = "error",
    colour: bool = False,
    say: Wording = ENGLISH,
) -> Report:
    """A report in a form of `FORMS`."""
    return FORMS[form](rule=rule, version=version, fail_on=fail_on, colour=colour, say=say)
