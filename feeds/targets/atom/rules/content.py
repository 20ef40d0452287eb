"""Content of other types than text, and XHTML, element by element."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import written
from feeds.checking.body import address, style
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.html_facts import ADDRESSES, ELEMENTS, MATHML, RISKY, SVG
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.plan import uri_of
from feeds.checking.rule import Change, Problem
from feeds.checking.values import media_type
from feeds.targets.atom.rules.base import NOW, READ, RULES, URL, XHTML
from feeds.targets.atom.rules.document import KNOWN
from feeds.targets.atom.rules.entries import binary
from feeds.targets.atom.rules.text import ALL, TYPES

_COMPOSITE = ("multipart/", "message/")
_KINDS = {
    NAMESPACES["xhtml"]: ELEMENTS - SVG | {"a", "title", "image", "text"},
    NAMESPACES["svg"]: SVG,
    NAMESPACES["mathml"]: MATHML,
}
_SUMMED = "<summary>The library.</summary>"

DISTINCT = 10
"""Things that are reported of one text, each once."""


@RULES.rule(
    "ATOM019",
    "content-type",
    "error",
    on="item/content",
    summary="The type of content is text, html, xhtml or a media type that is not made of parts; what is neither "
    "text nor XML is in Base64.",
    hint="Write a media type such as image/png, with the bytes in Base64, or name the file in src.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, f'<content type="multipart/alternative"/>{_SUMMED}'),
    good=Change(XHTML, f'<content type="image/png">aGFy\nYm91cg==</content>{_SUMMED}'),
)
def content_type(content: View, context: Context) -> Iterator[Problem]:
    """A type that is none or not allowed, bytes that are no Base64."""
    kind = content.get("type")
    if not kind or (kind in TYPES and content.get("src") is None):
        return
    if fault := media_type(kind):
        yield Problem(content, f"type of content {fault}", attribute="type")
    elif kind.lower().startswith(_COMPOSITE):
        yield Problem(content, f"content of the type {kind[:40]} is made of parts", attribute="type")
    elif binary(kind) and content.get("src") is None and not _base64(text_of(content.element)):
        yield Problem(content, f"content of the type {kind[:40]} is not in Base64")


def _base64(text: str) -> bool:
    try:
        binascii.a2b_base64(re.sub(r"\s+", "", text), strict_mode=True)
    except (binascii.Error, ValueError):
        return False
    return True


@RULES.rule(
    "ATOM018",
    "content-elsewhere",
    "error",
    on="item/content",
    summary="Content that is elsewhere (src) is empty.",
    hint="Take either src or what stands in the element out.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, f'<content src="https://harbour.example/l.png" type="image/png">L</content>{_SUMMED}'),
    good=Change(XHTML, f'<content src="/l.png" type="image/png"> </content>{_SUMMED}'),
)
def elsewhere(content: View, context: Context) -> Iterator[Problem]:
    """Something in it all the same."""
    element = content.element
    if content.get("src") is not None and (len(element) or text_of(element)):
        yield Problem(content, "the content is elsewhere (src), and something stands here too")


@RULES.rule(
    "ATOM082",
    "whole-page",
    "warning",
    on="//content",
    summary='Content of the type text/html or application/xhtml+xml is a whole page; a piece of one is "html" or '
    '"xhtml".',
    hint='Write type="html" or type="xhtml".',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, '<content type="text/html">&lt;p&gt;The library.&lt;/p&gt;</content>'),
    good=Change(XHTML, '<content type="html">&lt;p&gt;The library.&lt;/p&gt;</content>'),
)
def whole_page(text: View, context: Context) -> Iterator[Problem]:
    """A piece of HTML under the type of a page."""
    kind = (text.get("type") or "").partition(";")[0].strip().lower()
    if text.get("src") is not None:
        return
    if kind.endswith("/html") and "<html" not in text.content(text.element).source.lower():
        yield Problem(
            text, f"{written(text.element)} is of the type {kind}, but no whole page", attribute="type"
        )
    elif kind == "application/xhtml+xml":
        first = next(text.element.iterchildren(etree.Element), None)
        if first is not None and first.tag != f"{{{NAMESPACES['xhtml']}}}html":
            yield Problem(
                text, f"{written(text.element)} is of the type {kind}, but no whole page", attribute="type"
            )


@RULES.rule(
    "ATOM090",
    "xhtml",
    "error",
    on=ALL,
    summary="XHTML holds elements of XHTML, SVG and MathML that readers keep, and none of Atom or its extensions.",
    hint="Leave out what the message names: scripts, handlers of events, elements of other vocabularies.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change("<em>library</em>", '<em xmlns="">library</em>'),
    good=Change("<em>library</em>", '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'),
)
def xhtml(text: View, context: Context) -> Iterator[Problem]:
    """Elements and attributes that do not get through, and such as belong elsewhere."""
    if text.get("type") != "xhtml":
        return
    told: set[str] = set()
    for element in text.element.iterdescendants(etree.Element):
        for problem in _of_element(element):
            if problem.message not in told and len(told) < DISTINCT:
                told.add(problem.message)
                yield problem


def _of_element(element: etree._Element) -> Iterator[Problem]:
    uri = uri_of(str(element.tag))
    name = etree.QName(element).localname
    if uri not in _KINDS:
        if not uri:
            yield Problem(element, f"<{name}> stands in no namespace inside of XHTML")
        elif uri in KNOWN:
            yield Problem(element, f"<{written(element)}> does not belong into XHTML")
        return
    if uri == NAMESPACES["xhtml"] and name != name.lower():
        yield Problem(element, f"<{name}> is no XHTML: names are in small letters", severity="warning")
    elif name.lower() not in _KINDS[uri]:
        yield Problem(element, f"<{written(element)}> is no element of its vocabulary", severity="warning")
    elif uri == NAMESPACES["xhtml"] and name in RISKY:
        yield Problem(element, f"readers cut <{name}> out", severity="warning")
    for attribute, value in element.attrib.items():
        yield from _of_attribute(element, name, str(attribute), str(value))


def _of_attribute(element: etree._Element, name: str, attribute: str, value: str) -> Iterator[Problem]:
    if attribute == "style":
        for fault in style(value):
            yield Problem(element, fault, severity="warning", attribute=attribute)
    elif attribute.startswith("on") and attribute[2:].isalpha():
        said = f"readers cut {attribute} of <{name}> out: it runs a script"
        yield Problem(element, said, severity="warning", attribute=attribute)
    elif attribute in ADDRESSES.get(name, ()):
        for _, fault in address(name, attribute, value):
            yield Problem(element, fault, severity="warning", attribute=attribute)
