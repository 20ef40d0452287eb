"""The document type: found, told of, and taken out of what is parsed, so that nothing in it is ever expanded."""

from __future__ import annotations

import re
from typing import NamedTuple

from feeds.checking.fault import Fault
from feeds.checking.xml.faults import fault

# Before the root stand the declaration, comments and instructions; nothing in here can backtrack.
_PROLOG = re.compile(rb"(?:\s++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->)*+")
_START = re.compile(rb"<!DOCTYPE\s++([^\s>\[]++)")
_PART = re.compile(
    rb"\"[^\"]*+\"|'[^']*+'|<!--(?:[^-]++|-(?!->))*+-->|<\?(?:[^?]++|\?(?!>))*+\?>|"
    rb"(\[)|(\])|(>)|<!ENTITY\s++(?:%\s++)?([^\s\"'>]{1,200})|[^\"'\[\]<>]++|<"
)
_NOTHING = re.compile(rb"[^\r\n]")
_RSS_091 = b"-//Netscape Communications//DTD RSS 0.91//EN"
_VERSION = re.compile(rb"<rss\b[^>]*?\bversion\s*=\s*[\"']\s*([^\"']*)")


class DocumentType(NamedTuple):
    """Where it stands, the root that it names, and the entities that it declares."""

    start: int
    end: int
    root: bytes
    entities: frozenset[str]


def document_type(markup: bytes) -> DocumentType | None:
    """The document type; None where there is none."""
    prolog = _PROLOG.match(markup)
    start = _START.match(markup, prolog.end() if prolog else 0)
    if start is None:
        return None
    inside = False
    entities: set[str] = set()
    end = len(markup)
    for part in _PART.finditer(markup, start.end()):
        if part[1] or part[2]:
            inside = bool(part[1])
        elif part[4]:
            entities.add(part[4].decode("utf-8", "replace"))
        elif part[3] and not inside:
            end = part.end()
            break
    return DocumentType(start.start(), end, start[1], frozenset(entities))


def without(markup: bytes, found: DocumentType) -> bytes:
    """The document with blanks where its type stood: every other place is as it was."""
    blank = _NOTHING.sub(b" ", markup[found.start : found.end])
    return markup[: found.start] + blank + markup[found.end :]


def told(markup: bytes, found: DocumentType) -> Fault:
    """What is to be said of a document type."""
    if found.entities:
        return fault("declares", found.start)
    version = _VERSION.search(markup, found.end, found.end + 4096)
    if _RSS_091 in markup[found.start : found.end] and version and version[1].strip() != b"0.91":
        return fault("rss-091", found.start)
    return fault("document-type", found.start)
