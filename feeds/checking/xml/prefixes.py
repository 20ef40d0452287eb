"""Prefixes that nobody declared: told of, and bound to what they customarily stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from feeds.checking.fault import Fault
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.xml.faults import SHOWN, fault

_TAG = re.compile(
    rb"<(?:!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    rb"|\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z)"
    rb"|([A-Za-z_\x80-\xff][^\s/><=\"']*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+))"
)
_ATTRIBUTE = re.compile(rb"\s([^\s/><=\"':]++):([^\s/><=\"':]++)\s*+=")
UNDECLARED = "urn:undeclared:"
"""What stands for the namespace of a prefix that nobody declared."""


def undeclared(markup: bytes) -> dict[bytes, int]:
    """Each prefix that is declared nowhere in the document, with the offset of its first use."""
    declared: set[bytes] = {b"xml", b"xmlns"}
    used: dict[bytes, int] = {}
    for tag in _TAG.finditer(markup):
        if tag[1] is not None:
            _note(tag, declared, used)
    return {prefix: offset for prefix, offset in used.items() if prefix not in declared}


def told(missing: dict[bytes, int]) -> list[Fault]:
    """A fault for each of the prefixes."""
    return [_fault(prefix, offset) for prefix, offset in list(missing.items())[:SHOWN]]


def bound(markup: bytes, prefixes: Iterable[bytes]) -> bytes:
    """The document with prefixes declared in its root."""
    root = next((tag for tag in _TAG.finditer(markup) if tag[1] is not None), None)
    at = root.end(1) if root else 0
    bindings = b"".join(
        b' xmlns:%b="%b"' % (prefix, _address(prefix.decode("utf-8", "replace")).encode())
        for prefix in prefixes
    )
    return markup[:at] + bindings + markup[at:]


def _note(tag: re.Match[bytes], declared: set[bytes], used: dict[bytes, int]) -> None:
    prefix, colon, _ = tag[1].partition(b":")
    if colon:
        used.setdefault(prefix, tag.start())
    if b":" not in tag[2]:
        return
    for attribute in _ATTRIBUTE.finditer(tag[2]):
        if attribute[1] == b"xmlns":
            declared.add(attribute[2])
        else:
            used.setdefault(attribute[1], tag.start(2) + attribute.start(1))


def _address(prefix: str) -> str:
    return NAMESPACES.get(prefix, UNDECLARED + prefix)


def _fault(prefix: bytes, offset: int) -> Fault:
    name = prefix[:60].decode("utf-8", "replace")
    return fault("prefix", offset, name, hint=(name, NAMESPACES.get(name, "…")))
