"""xml:lang and xml:base, which stand on any element."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking import uris
from feeds.checking.engine import Context
from feeds.checking.rule import Problem
from feeds.checking.values import known_language

_XML = "{http://www.w3.org/XML/1998/namespace}"
LANG, BASE = f"{_XML}lang", f"{_XML}base"

_WRITTEN = re.compile(rb"xml:(?:lang|base)")

SHOWN = 20
"""Wrong values that are reported."""


def wrong_values(context: Context) -> Iterator[Problem]:
    """Languages that are none and bases that are no addresses; an empty language is nobody's."""
    document = context.document
    if not _WRITTEN.search(document.markup):
        return
    found: list[etree._Element] = document.root.xpath("//*[@xml:lang or @xml:base]")
    told = 0
    for element in found:
        for name, said, fault in (
            (LANG, "xml:lang", _language_fault(element.get(LANG))),
            (BASE, "xml:base", _base_fault(element.get(BASE))),
        ):
            if fault and told < SHOWN:
                told += 1
                yield Problem(element, f"{said} {fault}", attribute=name)


def _language_fault(text: str | None) -> str | None:
    return known_language(text) if text else None


def _base_fault(text: str | None) -> str | None:
    return uris.reference(text) if text is not None else None


def spoken(element: etree._Element | None) -> str | None:
    """The language that xml:lang gives an element, its own or one above it."""
    while element is not None:
        language = element.get(LANG)
        if language is not None:
            return language
        element = element.getparent()
    return None
