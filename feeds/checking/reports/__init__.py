"""What was found, as people and machines read it: one module for each form."""

from __future__ import annotations

from feeds.checking.reports.forms import FORMS, report
from feeds.checking.reports.report import Report, Summary, Verdict

__all__ = ["FORMS", "Report", "Summary", "Verdict", "report"]
