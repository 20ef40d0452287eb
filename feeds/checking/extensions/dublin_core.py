"""Dublin Core: who, when, what about, in which language; its elements and the terms that refine them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.checking.dates import implausible, w3c_fault
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.extensions.module import BOTH, READ, extension, fact, names, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute
from feeds.checking.values import known_language, nonblank, w3c

_DATE = "<dc:date>2026-11-22T18:05:00+03:00</dc:date>"
_LANGUAGE = "<dc:language>en-GB</dc:language>"

DC = extension(
    "dc",
    "Dublin Core",
    "DC",
    "https://www.dublincore.org/specifications/dublin-core/dces/",
    channel=f"{_LANGUAGE}\n    <dc:rights>Harbour Post</dc:rights>",
    item=f"<dc:creator>Ida Moen</dc:creator>\n      <dc:subject>Transport</dc:subject>\n      {_DATE}",
)
once(DC, _LANGUAGE)

names(DC, "identifier relation coverage date.Taken")
for _name in ("title", "description", "type", "format", "source", "rights"):
    row(DC, f"dc:{_name}")
for _name in ("creator", "subject", "publisher", "contributor"):
    row(DC, f"dc:{_name}", BOTH, nonblank, "DC006", many=True)
row(DC, "dc:date", "channel", w3c_fault, "DC003")
row(DC, "dc:date", "item", w3c_fault, "DC003", many=True)
row(DC, "dc:language", BOTH, known_language, "DC004")

fact(
    DC,
    "003",
    "date",
    summary="dc:date is a W3C date: a year, a month, a day, or a time with a zone.",
    hint="Write 2026-11-23 or 2026-11-23T10:00:00+03:00.",
    bad=Change(_DATE, "<dc:date>Sun, 22 Nov 2026 18:05:00 +0300</dc:date>"),
    good=Change(_DATE, "<dc:date>2026-11</dc:date>"),
)
fact(
    DC,
    "004",
    "language",
    summary="dc:language is a language tag.",
    hint="Write the tag of a language (of BCP 47): ru, en-GB, zh-Hans.",
    bad=Change(_LANGUAGE, "<dc:language>English</dc:language>"),
    good=Change(_LANGUAGE, "<dc:language>zh-Hant-TW</dc:language>"),
)

fact(
    DC,
    "006",
    "blank",
    severity="warning",
    summary="Names and subjects are not blank.",
    hint="Write who or what it is, or leave the element out.",
    bad=Change("Ida Moen", ""),
)


@DC.rule(
    "DC005",
    "dc-plausible",
    "warning",
    on="channel/dc:date, item/dc:date",
    summary="Dates are not in the future, nor before 1990.",
    hint="Check the clock and the time zone of the program that writes the feed.",
    read=READ,
    bad=Change(_DATE, "<dc:date>2036-11-22</dc:date>"),
    good=Change(_DATE, "<dc:date>2026-11-23T12:05:00+03:00</dc:date>"),
)
def plausible(view: View, context: Context) -> Iterator[Problem]:
    """A date that cannot be."""
    fault = implausible(w3c(text_of(view.element)), context.now)
    if fault:
        yield Problem(view, f"dc:date {fault}: {text_of(view.element)[:40]}")


_MODIFIED = "<dcterms:modified>2026-11-22T18:05:00Z</dcterms:modified>"
_VALID = "<dcterms:valid>start=2026-11-22; end=2026-12-22; scheme=W3C-DTF</dcterms:valid>"

DCTERMS = extension(
    "dcterms",
    "DCMI Metadata Terms",
    "DCT",
    "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/",
    item=f"{_MODIFIED}\n      {_VALID}\n      <dcterms:alternative>The ferry</dcterms:alternative>",
)
once(DCTERMS, _MODIFIED)

_RESOURCE = (Attribute(name="rdf:resource"),)
_LINKS = (
    "isVersionOf hasVersion isReplacedBy replaces isRequiredBy requires isPartOf hasPart isReferencedBy "
    "references isFormatOf hasFormat conformsTo"
)
names(
    DCTERMS,
    "alternative audience spatial temporal accessRights accrualMethod accrualPeriodicity accrualPolicy "
    "bibliographicCitation educationLevel instructionalMethod license provenance rightsHolder available valid "
    "contributor coverage creator date description format identifier language publisher relation rights source "
    "subject title type extent medium",
    opaque=True,
)
for _name in ("abstract", "mediator", "dateAccepted", "dateCopyrighted", "dateSubmitted"):
    row(DCTERMS, f"dcterms:{_name}")
row(DCTERMS, "dcterms:tableOfContents", attributes=_RESOURCE)
for _name in _LINKS.split():
    row(DCTERMS, f"dcterms:{_name}", many=True, attributes=_RESOURCE)
for _name in ("created", "issued", "modified"):
    row(DCTERMS, f"dcterms:{_name}", BOTH, w3c_fault, "DCT003")

fact(
    DCTERMS,
    "003",
    "date",
    summary="dcterms:created, issued and modified are W3C dates.",
    hint="Write 2026-11-23 or 2026-11-23T10:00:00+03:00.",
    bad=Change(_MODIFIED, "<dcterms:modified>22.11.2026</dcterms:modified>"),
    good=Change(_MODIFIED, "<dcterms:modified>2026-11-22</dcterms:modified>"),
)

_PERIOD = re.compile(r"\s*(start|end|scheme|name)\s*=\s*([^;]*?)\s*")


@DCTERMS.rule(
    "DCT004",
    "dcterms-period",
    "warning",
    on="channel/dcterms:valid, item/dcterms:valid, channel/dcterms:available, item/dcterms:available",
    summary="Periods are written as start=…; end=…; scheme=W3C-DTF.",
    hint="Write start=2026-11-22; end=2026-12-22; scheme=W3C-DTF; start or end may be left out.",
    read=READ,
    sure="reported",
    bad=Change(_VALID, "<dcterms:valid>until Christmas</dcterms:valid>"),
    good=Change(_VALID, "<dcterms:valid>2026-11-22</dcterms:valid>"),
)
def period(view: View, context: Context) -> Iterator[Problem]:
    """Neither a period nor a date."""
    said = text_of(view.element)
    parts = [_PERIOD.fullmatch(part) for part in said.rstrip("; ").split(";")]
    if w3c(said) or len(view.element):
        return
    dates = [part[2] for part in parts if part and part[1] in {"start", "end"}]
    if not all(parts) or not dates or not all(w3c(date) for date in dates):
        yield Problem(view, f"this is no period: {said[:60]!r}")
