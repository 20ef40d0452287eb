"""Content of other types than text, and XHTML, element by element."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import written
from feeds.checking.demands.xhtml import in_tree
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.checking.values import media_type
from feeds.targets.atom.rules.base import NOW, READ, RULES, URL, XHTML
from feeds.targets.atom.rules.document import KNOWN
from feeds.targets.atom.rules.entries import binary
from feeds.targets.atom.rules.text import ALL, TYPES

_COMPOSITE = ("multipart/", "message/")
_SUMMED = "<summary>The library.</summary>"


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
    yield from in_tree(text.element, KNOWN)
