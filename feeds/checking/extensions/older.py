"""Modules of the years of RSS 1.0 that feeds still carry along: their tables, and what is plain about them."""

from __future__ import annotations

from feeds.checking import uris
from feeds.checking.dates import iso_fault
from feeds.checking.extensions.module import BOTH, extension, fact, once, row
from feeds.checking.rule import Change
from feeds.checking.structure import Attribute, Vocabulary
from feeds.checking.values import known_language, media_type, one_of

_PING = "<trackback:ping>https://harbour.example/2026/11/ferry/trackback</trackback:ping>"
_START = "<ev:startdate>2026-11-22T18:05:00</ev:startdate>"
_LINKED = (
    '<l:link rdf:resource="https://harbour.example/" l:rel="https://harbour.example/rel" l:type="text/html"/>'
)

_SPACES = (
    "trackback", "access", "admin", "ag", "annotate", "blogChannel", "cp", "ev", "foaf", "l", "rdf", "rdfs",
    "taxo", "wiki",
)  # fmt: skip

OLDER = extension(
    "trackback",
    "modules of the years of RSS 1.0",
    "OLDER",
    "https://web.resource.org/rss/1.0/modules/",
    item=f"{_PING}\n      {_START}",
    prefixes=_SPACES,
)
OLDER.vocabularies += (Vocabulary(uri="http://www.usemod.com/cgi-bin/mb.pl?ModWiki"),)
once(OLDER, _PING)

_RESOURCE = (
    Attribute(name="rdf:resource", value=uris.reference, invalid="OLDER003"),
    Attribute(name="dc:title"),
)
_NAMED = (
    Attribute(name="rdf:resource", required="OLDER003", value=uris.reference, invalid="OLDER003"),
    Attribute(name="dc:title"),
)
_LINK = (
    *_NAMED,
    Attribute(name="l:rel", value=uris.reference, invalid="OLDER003"),
    Attribute(name="l:lang", value=known_language, invalid="OLDER006"),
    Attribute(name="l:type", value=media_type, invalid="OLDER006"),
    Attribute(name="l:title"),
)


def _listed(listed: str, on: str | tuple[str, ...], *, opaque: bool = False) -> None:
    """Elements of which nothing is asked."""
    for name in listed.split():
        row(OLDER, name, on, many=True, attributes=_RESOURCE, opaque=opaque)


for _name in ("generatorAgent", "errorReportsTo"):
    row(OLDER, f"admin:{_name}", "channel", attributes=_NAMED)
row(
    OLDER,
    "access:restriction",
    "channel",
    attributes=(
        Attribute(
            name="relationship",
            required="OLDER005",
            value=one_of(("allow", "deny"), "allow or deny"),
            invalid="OLDER005",
        ),
    ),
)
row(OLDER, "ag:source", "item")
row(OLDER, "ag:sourceURL", "item", uris.absolute, "OLDER003")
row(OLDER, "ag:timestamp", "item", iso_fault, "OLDER004")
row(OLDER, "annotate:reference", "item", attributes=_NAMED)
for _name in ("blogRoll", "mySubscriptions", "blink", "changes"):
    row(OLDER, f"blogChannel:{_name}", "channel", uris.absolute, "OLDER003")
row(OLDER, "cp:server", "channel", many=True, attributes=_NAMED)
for _name in ("startdate", "enddate"):
    row(OLDER, f"ev:{_name}", "item", iso_fault, "OLDER004")
row(OLDER, "ev:type", "item")
_listed("ev:location ev:organizer", "item", opaque=True)
_listed("foaf:maker foaf:primaryTopic foaf:Person foaf:topic", BOTH, opaque=True)
_listed("rdf:RDF rdf:type rdf:Description rdf:value rdf:li", BOTH, opaque=True)
_listed("rdfs:seeAlso rdfs:label rdfs:comment", BOTH)
_listed("taxo:topics", BOTH, opaque=True)
row(OLDER, "l:link", BOTH, many=True, attributes=_LINK)
row(OLDER, "l:permalink", BOTH, many=True, attributes=_LINK[1:])
row(OLDER, "trackback:ping", "item", uris.absolute, "OLDER003")
row(OLDER, "trackback:about", "item", uris.absolute, "OLDER003", many=True)
_listed("wiki:diff wiki:history wiki:importance wiki:status wiki:version", "item")
_listed("wiki:interwiki", "channel", opaque=True)

fact(
    OLDER,
    "003",
    "address",
    summary="What should be an address is one.",
    hint="Write the whole address, with https:// and the host.",
    bad=Change(_PING, "<trackback:ping>/trackback</trackback:ping>"),
)
fact(
    OLDER,
    "004",
    "date",
    summary="Dates of events and sources are ISO 8601 dates.",
    hint="Write 2026-11-22 or 2026-11-22T18:05:00+03:00.",
    bad=Change(_START, "<ev:startdate>tomorrow</ev:startdate>"),
    good=Change(_START, "<ev:startdate>2026-11-22</ev:startdate>"),
)
fact(
    OLDER,
    "005",
    "access",
    summary="access:restriction says allow or deny.",
    hint='Write <access:restriction relationship="deny"/>.',
    bad=Change("<item>", "<access:restriction/><item>"),
    good=Change("<item>", '<access:restriction relationship="deny"/><item>'),
)
fact(
    OLDER,
    "006",
    "link",
    summary="A link says its language by a tag and its type by a media type.",
    hint='Write l:lang="en" and l:type="text/html".',
    bad=Change("<item>", f"<item>{_LINKED.replace('text/html', 'html')}"),
    good=Change("<item>", f"<item>{_LINKED}"),
)
