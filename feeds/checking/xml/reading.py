"""Bytes to a tree: parsed once and hardened, or, where something can be mended, mended and parsed again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from feeds.checking.fault import Fault
from feeds.checking.places import Places
from feeds.checking.xml import doctype, garbled, nesting, prefixes, source
from feeds.checking.xml.faults import NOT_IN_ENCODING, UNBOUND_PREFIX, fault, number, syntax_fault
from feeds.checking.xml.references import Mending

_BEFORE = re.compile(
    rb"((?:[^<]++|</?(?:br|b|i|p|div|span|pre|font|strong|em|a|script|style)\b[^<>]*+>|<!--(?:[^-]++|-(?!->))*+-->)++)"
    rb"<\?xml\s|((?:\xef\xbb\xbf|\s)*\xef\xbb\xbf\s*)<",
    re.IGNORECASE,
)
"""Text, comments and the tags that programs put around their warnings."""

BEFORE = 16_384
"""Bytes within which the declaration is looked for."""

_PAGE = re.compile(rb"\s*+(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_VERSION = re.compile(rb"<\?xml\s+version\s*=\s*[\"']([^\"']{0,20})[\"']")


@dataclass(slots=True)
class Reading:
    """What became of a document: its markup in UTF-8, its tree if there is one."""

    markup: bytes
    root: etree._Element | None = None
    faults: list[Fault] = field(default_factory=list)


def parser(*, recover: bool = False) -> etree.XMLParser:
    """The hardened XML parser: no entities, no network, no DTD, bounded depth and text, UTF-8 only.

    Comments and instructions are left out of the tree: they part no texts, and no rule is about them.
    With `recover` it makes what it can of broken XML.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        encoding="utf-8",
        recover=recover,
    )


def read(content: bytes) -> Reading:
    """Reads a document, whatever it is."""
    decoded = source.markup(content)
    if not decoded.data or decoded.data.isspace():
        return Reading(content, None, [fault("empty", 0)])
    reading = Reading(decoded.data, None, list(decoded.faults))
    start = before_declaration(decoded.data)
    other = no_xml(decoded.data[start : start + 4096])
    if other:
        reading.faults = [other]
        return reading
    if start:
        reading.faults.append(fault("before", 0, _described(decoded.data[:start])))
    attempt = _Attempt(decoded.data[start:] if start else decoded.data)
    reading.root = attempt.root
    reading.faults += [found._replace(offset=found.offset + start) for found in attempt.faults]
    if attempt.decoded is not None:
        reading.markup = decoded.data[:start] + attempt.decoded
    if reading.root is not None:
        reading.faults += garbled.told(reading.markup)
    return reading


def before_declaration(markup: bytes) -> int:
    """How many bytes stand before the XML declaration, or before the root beside a second byte order mark."""
    before = _BEFORE.match(markup, 0, BEFORE)
    return before.end(before.lastindex or 0) if before else 0


def no_xml(head: bytes) -> Fault | None:
    """That a document which begins so is no XML at all."""
    begin = head.lstrip()
    if _PAGE.match(head):
        return fault("page", 0)
    if begin[:1] in {b"{", b"["}:
        return fault("json", 0)
    if begin[:1] != b"<":
        return fault("other", 0, f"begins with {begin[:20].decode('utf-8', 'replace')!r}")
    return None


def _described(before: bytes) -> str:
    if before.isspace():
        return "a blank stands" if b"\n" not in before else "a blank line stands"
    if not before.decode("utf-8", "replace").strip("\ufeff \t\r\n"):
        return "one more byte order mark stands"
    return f"{before[:40].decode('utf-8', 'replace')!r} stands"


class _Attempt:
    """Parsing, and what can be done where it fails."""

    def __init__(self, markup: bytes) -> None:
        self.faults: list[Fault] = []
        self.decoded: bytes | None = None
        self.root: etree._Element | None = None
        self._entities: frozenset[str] = frozenset()
        version = _VERSION.match(markup)
        if version and version[1] != b"1.0":
            self.faults.append(fault("version", 0, version[1].decode("utf-8", "replace")))
        kind = doctype.document_type(markup)
        if kind:
            self.faults.append(doctype.told(markup, kind))
            self._entities = kind.entities
            markup = doctype.without(markup, kind)
        error = self._parsed(markup)
        if error:
            self._despite(markup, error)

    def _parsed(self, markup: bytes) -> etree.XMLSyntaxError | None:
        try:
            self.root = etree.fromstring(markup, parser())
        except etree.XMLSyntaxError as error:
            return error
        return None

    def _despite(self, markup: bytes, error: etree.XMLSyntaxError) -> None:
        if number(error) in NOT_IN_ENCODING and (other := source.verified(markup)):
            self.faults += other.faults
            self.decoded = markup = other.data
            if not self._parsed(markup):
                return
        mending = Mending(markup, self._entities)
        self.faults += mending.faults
        again = self._parsed(mending.markup) if mending.faults or self.decoded is not None else error
        if again and number(again) == UNBOUND_PREFIX:
            missing = prefixes.undeclared(markup)
            self.faults += prefixes.told(missing)
            again = self._parsed(prefixes.bound(mending.markup, missing))
        if again:
            self._give_up(markup, again)

    def _give_up(self, markup: bytes, error: etree.XMLSyntaxError) -> None:
        places = Places(markup)
        found = nesting.misnested(markup, places)
        line, column = error.position
        start = places.line_start(line)
        end = places.line_start(line + 1)
        place = min(start + max(column - 1, 0), max(end - 1, start))
        said = syntax_fault(error, place)
        self.faults.append(found if found and said.code in {"XML001", "XML008"} else said)
