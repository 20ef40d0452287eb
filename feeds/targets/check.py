"""Checks a document as a target: recognised by itself, or named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from feeds.checking.comparing.page import Page
from feeds.checking.document import Document
from feeds.checking.engine import Context, Run, Scope
from feeds.checking.fault import Fault
from feeds.checking.finding import Finding
from feeds.checking.json_document import JsonDocument
from feeds.checking.rule import RuleSet
from feeds.checking.xml.faults import frameless
from feeds.checking.xml.rules import XML
from feeds.checking.xml.source import HEAD, unpacked
from feeds.targets import registry
from feeds.targets.recognise import recognised

JSON_FAULT_CODE = "JF001"


class Examined(NamedTuple):
    """A document as it was checked: as which target, parsed, and what the rules say of it, in its order."""

    target: str
    document: Document | JsonDocument
    findings: list[Finding]


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
    `size` the whole document's size in bytes where `data` is a part of it. What comes packed with
    gzip is unpacked; places are those of the content.

    Raises:
        UsageError: there is no such target.
    """
    return examine(data, target, now=now, url=url, publication=publication, scope=scope, size=size).findings


def examine(
    data: bytes,
    target: str | None = None,
    *,
    now: datetime,
    url: str | None = None,
    publication: str | None = None,
    scope: Scope = "document",
    size: int | None = None,
    pages: Mapping[str, Page] | None = None,
) -> Examined:
    """As `check`, with what was made of the document on the way.

    `pages` are the pages that its stories link to, by their links, as far as they are known.

    Raises:
        UsageError: there is no such target.
    """
    content, trouble = unpacked(data)
    document = JsonDocument(content) if _is_json(content, target) else Document(content, trouble=trouble)
    name = target or recognised(document)
    rules = registry.rules(name)
    context = Context(now=now, url=url, publication=publication, size=size or len(content), pages=pages or {})
    found = [_of_fault(fault, document, rules) for fault in document.faults]
    found += Run(rules, document, context).findings(scope)
    if scope != "item":
        found += _frameless(document, rules, found)
    found.sort(key=lambda finding: (finding.line, finding.column))
    return Examined(name, document, found)


def _frameless(document: Document | JsonDocument, rules: RuleSet, found: list[Finding]) -> Iterator[Finding]:
    """That the document has not the frame of what it is checked as, where no rule says so."""
    if any(finding.severity == "error" for finding in found) or document.root is None:
        return
    frame = document.frame(rules.shape)
    if document.channel(rules.shape) is None and (frame is None or frame.index is None):
        yield _of_fault(frameless(document.root, rules.title), document, rules)


def _is_json(data: bytes, target: str | None) -> bool:
    if target:
        return target == "json-feed"
    return data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _of_fault(fault: Fault, document: Document | JsonDocument, rules: RuleSet) -> Finding:
    line, column = document.place(fault)
    code = fault.code or JSON_FAULT_CODE
    rule = XML.by_code(code) or rules.by_code(code)
    return Finding(
        severity=fault.severity,
        code=code,
        message=fault.message,
        line=line,
        column=column,
        hint=fault.hint,
        spec=rule.spec if rule else rules.spec,
    )
