"""Repairs a document as far as that is safe: what is not repaired stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from feeds.checking.demands.spaces import meant
from feeds.checking.document import Document, text_of
from feeds.checking.fixing import json as json_fixing
from feeds.checking.fixing.dates import Dates, Kind
from feeds.checking.fixing.source import read
from feeds.checking.namespaces import NAMESPACES, clark
from feeds.checking.places import Places
from feeds.checking.xml import doctype
from feeds.checking.xml.reading import before_declaration, no_xml
from feeds.checking.xml.references import Mending
from feeds.checking.xml.source import HEAD, unpacked

_RSS = ("pubDate", "lastBuildDate")
_ATOM = ("atom:published", "atom:updated")
_W3C = (
    "sitemap:lastmod",
    "news:publication_date",
    "dc:date",
    "dcterms:modified",
    "dcterms:created",
    "dcterms:issued",
)

_KINDS: tuple[tuple[Kind, Iterable[str]], ...] = (
    ("rss", _RSS),
    ("atom", map(clark, _ATOM)),
    ("w3c", map(clark, _W3C)),
)
DATES: Mapping[str, Kind] = {tag: kind for kind, tags in _KINDS for tag in tags}
"""How the dates of each element are to be written, by Clark names."""

_TAG = re.compile(
    rb"<(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z)|([A-Za-z_:\x80-\xff][^\s/><=\"']*+(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+))"
)
_BINDING = re.compile(rb"(\sxmlns(?::[^\s=\"'>]+)?\s*+=\s*+[\"'])([^\"'<]*)")


class Edit(NamedTuple):
    """Bytes from one offset to before another, and what is to stand in their place."""

    start: int
    end: int
    put: bytes


class Fixed(NamedTuple):
    """A document as it should be. `trouble` says why it cannot be repaired at all."""

    data: bytes
    trouble: str | None = None


def fixed(data: bytes, *, zone: str | None = None) -> Fixed:
    """The document with all repairs that are safe; `zone` is the time zone of dates that name none.

    Entities of HTML, lone ampersands and characters that may not be there; what stands before the
    declaration; an encoding that is not the declared one; namespaces that are slightly misspelt; dates in
    another form. Repaired once, there is nothing more to repair. Whatever the bytes are, nothing raises.

    Raises:
        UsageError: there is no such time zone.
    """
    content, trouble = unpacked(data)
    if trouble is not None:
        return Fixed(data, trouble.message)
    if content != data:
        return Fixed(data, "it is packed: unpack it first")
    if json_fixing.is_json(data[:HEAD]):
        return Fixed(json_fixing.fixed(data, zone))
    reading = read(data)
    if reading is None:
        return Fixed(data, "no encoding makes sense of it")
    begun = before_declaration(reading.body)
    if other := no_xml(reading.body[begun : begun + HEAD]):
        return Fixed(data, other.message)
    mended = _mended(reading.body[begun:])
    body = _dated(_bound(mended[before_declaration(mended) :]), zone)
    if body == reading.body and not reading.changed:
        return Fixed(data)
    return Fixed(reading.written(body))


def _mended(body: bytes) -> bytes:
    """Without what XML forbids, a document type aside."""
    kind = doctype.document_type(body)
    if kind is None:
        return Mending(body, frozenset(), for_good=True).markup
    head, own, rest = body[: kind.start], body[kind.start : kind.end], body[kind.end :]
    mended = (Mending(part, kind.entities, for_good=True).markup for part in (head, rest))
    return own.join(mended)


def _bound(body: bytes) -> bytes:
    """With namespaces spelt as they should be."""
    if b"xmlns" not in body:
        return body
    return _edited(
        body, (edit for tag in _TAG.finditer(body) if tag[1] and b"xmlns" in tag[1] for edit in _spaces(tag))
    )


def _spaces(tag: re.Match[bytes]) -> Iterator[Edit]:
    for binding in _BINDING.finditer(tag[1]):
        known = meant(binding[2].decode("utf-8", "replace"))
        if known:
            start = tag.start(1)
            yield Edit(start + binding.start(2), start + binding.end(2), NAMESPACES[known].encode())


def _dated(body: bytes, zone: str | None) -> bytes:
    """With dates in the forms of their elements; a document that cannot be parsed keeps its own."""
    root = Document(body).root
    if root is None:
        return body
    places, dates = Places(body), Dates(zone)
    starts = zip(root.iter(etree.Element), places.starts, strict=False)
    return _edited(body, (e for element, at in starts for e in _date(body, places, element, at, dates)))


def _date(body: bytes, places: Places, element: etree._Element, start: int, dates: Dates) -> Iterator[Edit]:
    kind = DATES.get(str(element.tag))
    if kind is None or len(element):
        return
    text = text_of(element)
    meant_by = dates.repaired(kind, text) if text else None
    if meant_by is None:
        return
    begin, end = places.content(start)
    at = body.find(text.encode(), begin, end)
    if at >= 0:
        yield Edit(at, at + len(text.encode()), meant_by.encode())
    else:  # it is written with references
        yield Edit(begin, end, meant_by.encode())


def _edited(body: bytes, edits: Iterable[Edit]) -> bytes:
    pieces: list[bytes] = []
    position = 0
    for edit in edits:
        pieces += (body[position : edit.start], edit.put)
        position = edit.end
    return b"".join((*pieces, body[position:])) if pieces else body
