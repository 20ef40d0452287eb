"""Checks a document as a target: recognised by itself, or named."""

from __future__ import annotations

from datetime import datetime

from feeds.checking.document import Document
from feeds.checking.engine import Context, Run, Scope
from feeds.checking.fault import Fault
from feeds.checking.finding import Finding
from feeds.checking.json_document import JsonDocument
from feeds.checking.rule import RuleSet
from feeds.targets import registry
from feeds.targets.recognise import recognised

FAULT_CODE = "XML001"
JSON_FAULT_CODE = "JSON001"


def check(
    data: bytes,
    target: str | None = None,
    *,
    now: datetime,
    url: str | None = None,
    publication: str | None = None,
    scope: Scope = "document",
    size: int | None = None,
) -> list[Finding]:
    """What the target's rules say of a document, in its order.

    `url` is where the document is served, `publication` the outlet's name as its platforms show it,
    `size` the whole document's size in bytes where `data` is a part of it.

    Raises:
        UsageError: there is no such target.
    """
    document = JsonDocument(data) if _is_json(data, target) else Document(data)
    name = target or recognised(document)
    rules = registry.rules(name)
    context = Context(now=now, url=url, publication=publication, size=size or len(data))
    found = [_of_fault(fault, document, rules) for fault in document.faults]
    found += Run(rules, document, context).findings(scope)
    return sorted(found, key=lambda finding: (finding.line, finding.column))


def _is_json(data: bytes, target: str | None) -> bool:
    if target:
        return target == "json-feed"
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _of_fault(fault: Fault, document: Document | JsonDocument, rules: RuleSet) -> Finding:
    line, column = document.place(fault)
    code = JSON_FAULT_CODE if isinstance(document, JsonDocument) else FAULT_CODE
    return Finding(
        severity=fault.severity,
        code=code,
        message=fault.message,
        line=line,
        column=column,
        hint=fault.hint,
        spec=rules.spec,
    )
