"""What a rule says about a document."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "info"]

RANK: dict[Severity, int] = {"info": 1, "warning": 2, "error": 3}


class Finding(Struct, frozen=True, kw_only=True):
    """One thing found: which rule, where, and what to do about it.

    `line` and `column` are 1-based places in the document as given (0: the document as a whole);
    `item` names the story (its guid, id or link) and `index` is its 0-based place in the feed.
    """

    severity: Severity
    code: str
    message: str
    line: int = 0
    column: int = 0
    item: str | None = None
    index: int | None = None
    hint: str | None = None
    spec: str | None = None
    path: str | None = None


def worst(findings: list[Finding]) -> Severity | None:
    """The gravest severity among the findings; None where there are none."""
    return max((f.severity for f in findings), key=RANK.__getitem__, default=None)
