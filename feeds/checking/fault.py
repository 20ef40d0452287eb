"""What is wrong with a document before any rule can look at it."""

from __future__ import annotations

from typing import NamedTuple

from feeds.checking.finding import Severity


class Fault(NamedTuple):
    """A breach of XML or JSON itself; `offset` is the 0-based place that the document knows how to find."""

    offset: int
    message: str
    hint: str
    severity: Severity = "error"
    code: str = ""
