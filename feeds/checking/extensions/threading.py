"""Threading of RFC 4685: which entry answers which, and how many answers there are."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.dates import internet_fault
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import BOTH, READ, extension, fact, once, row
from feeds.checking.namespaces import NAMESPACES, clark
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Vocabulary
from feeds.checking.values import integer, media_type

_REPLY = (
    '<thr:in-reply-to ref="tag:harbour.example,2026:1" href="https://harbour.example/1" type="text/html"/>'
)
_LINK = (
    '<atom:link rel="replies" href="https://harbour.example/1.atom" thr:count="2" '
    'thr:updated="2026-11-22T18:05:00Z"/>'
)
_TOTAL = "<thr:total>2</thr:total>"

THR = extension(
    "thr",
    "Atom Threading",
    "THR",
    "https://www.rfc-editor.org/rfc/rfc4685",
    item=f"{_REPLY}\n      {_LINK}\n      {_TOTAL}",
    others=("atom",),
)
THR.vocabularies += (Vocabulary(uri=NAMESPACES["threading"], unknown="THR001"),)
once(THR, _TOTAL)
row(
    THR,
    "thr:in-reply-to",
    many=True,
    attributes=(
        Attribute(name="ref", required="THR003", value=uris.absolute, invalid="THR003"),
        Attribute(name="href", value=uris.reference, invalid="THR003"),
        Attribute(name="source", value=uris.reference, invalid="THR003"),
        Attribute(name="type", value=media_type, invalid="THR003"),
    ),
)
row(THR, "thr:total", "item", integer(0), "THR004")
row(
    THR,
    "atom:link",
    (*BOTH, "item/atom:source"),
    many=True,
    attributes=(
        Attribute(name="thr:count", value=integer(0), invalid="THR004"),
        Attribute(name="thr:updated", value=internet_fault, invalid="THR004"),
        Attribute(name="thr:when"),
    ),
)
fact(
    THR,
    "003",
    "parent",
    summary="thr:in-reply-to names the entry that is answered by its id, and its addresses are some.",
    hint='Write the id of the other entry into ref, letter by letter: <thr:in-reply-to ref="tag:…"/>.',
    bad=Change('ref="tag:harbour.example,2026:1" ', ""),
    good=Change('href="https://harbour.example/1" ', 'href="/1" '),
)
fact(
    THR,
    "004",
    "count",
    summary="Counts of answers are whole numbers, and their dates RFC 3339.",
    hint="Write digits alone into thr:total and thr:count.",
    bad=Change(_TOTAL, "<thr:total>two</thr:total>"),
    good=Change(_TOTAL, "<thr:total>12</thr:total>"),
)
_COUNT, _UPDATED, _WHEN = (clark(f"thr:{name}") for name in ("count", "updated", "when"))


@THR.rule(
    "THR005",
    "thr-link",
    "error",
    on="channel/atom:link, item/atom:link",
    summary='thr:count and thr:updated stand on links of rel="replies"; thr:when is called thr:updated.',
    hint='Move the attributes to the link with rel="replies", and write thr:updated for thr:when.',
    read=READ,
    bad=Change('rel="replies"', 'rel="related"'),
)
def on_replies(link: View, context: Context) -> Iterator[Problem]:
    """The attributes on another link, or by their first name."""
    element = link.element
    if _WHEN in element.attrib:
        yield Problem(
            link, "thr:when is called thr:updated since the extension was published", attribute=_WHEN
        )
    if element.get("rel") != "replies":
        for name in (_COUNT, _UPDATED):
            if name in element.attrib:
                yield Problem(
                    link, 'links of rel="replies" alone have thr:count and thr:updated', attribute=name
                )


@THR.rule(
    "THR006",
    "thr-sum",
    "warning",
    on="item/thr:total",
    summary="The links to answers do not count more of them than there are.",
    hint="Let thr:total be the number of all answers, wherever they are.",
    read=READ,
    bad=Change('thr:count="2"', 'thr:count="3"'),
)
def no_more_than_all(total: View, context: Context) -> Iterator[Problem]:
    """A link that counts more than the total."""
    parent, said = total.parent, (total.element.text or "").strip()
    if parent is None or not said.isdecimal():
        return
    for link in parent.all("atom:link"):
        count = link.get(_COUNT) or ""
        if count.isdecimal() and int(count[:18]) > int(said[:18]):
            yield Problem(link, f"thr:count is {count}, more than thr:total, {said}", attribute=_COUNT)
