"""What an item says: its texts as markup or as plain text, the whole one told from the announcement."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from feeds.intake.normalise.body import is_markup, unescaped
from feeds.intake.xml.node import Node, inner
from feeds.markup.text import strip_tags

_BLOCK = re.compile(
    r"<(?:p|div|br|ul|ol|li|h[1-6]|table|blockquote|figure|pre|section|article|header)\b", re.IGNORECASE
)
_PICTURE = re.compile(r"<(?:img|iframe|video|audio|picture)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:/p|br|/div|/li|/h[1-6]|/blockquote)\b[^<>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_HTML_TYPES = frozenset({"html", "text/html", "escaped"})
_XHTML_TYPES = frozenset({"xhtml", "application/xhtml+xml", "xml", "text/xml", "application/xml"})

LONGEST_ANNOUNCEMENT = 700
"""Characters of one paragraph that announces a story; a longer text is the story."""

FULL = (
    "content:encoded", "turbo:content", "yandex:full-text", "yandex:fulltext", "mailru:full-text",
    "mailru:fulltext", "rambler:fulltext", "rambler:full-text", "full-text", "fulltext", "atom:content",
    "fullitem", "xhtml:body", "xhtml:div", "content", "body",
)  # fmt: skip
"""Where dialects keep the whole text, those with markup first."""

SHORT = ("description", "atom:summary", "itunes:summary", "dcterms:abstract", "dc:description", "summary",
         "itunes:subtitle", "media:description")  # fmt: skip
"""Where they announce it."""


class Content(NamedTuple):
    """A text as it was meant: markup or plain, with its place and the address that its links are read against."""

    text: str
    markup: bool
    where: str
    base: str | None = None

    @property
    def length(self) -> int:
        """Characters that a reader sees of it."""
        return len(strip_tags(self.text)) if self.markup else len(self.text)

    @property
    def announces(self) -> bool:
        """Whether it is short and of one paragraph, as announcements are."""
        paragraphs = [part for part in _PARAGRAPH.split(self.text) if strip_tags(part)]
        return len(paragraphs) <= 1 and self.length <= LONGEST_ANNOUNCEMENT


def content(node: Node, base: str | None) -> Content | None:
    """The text of an element; None where it has none, or what it has is no text."""
    kind = (node.get("type") or "").partition(";")[0].strip().lower()
    mode = (node.get("mode") or "").lower()
    where, here = node.name, node.base(base)
    if mode == "base64":
        text = _decoded(node.text)
        return told(text, where, here) if text else None
    if kind in _XHTML_TYPES or mode == "xml" or len(node.element):
        text = inner(node).strip()
        return Content(text, markup=True, where=where, base=here) if strip_tags(text) or "<" in text else None
    if not node.text or ("/" in kind and not kind.startswith(("text/", "application/xhtml"))):
        return None
    if kind in _HTML_TYPES or mode == "escaped":
        return Content(unescaped(node.text), markup=True, where=where, base=here)
    if kind in ("text", "text/plain") and not _BLOCK.search(node.text):
        return Content(node.text, markup=False, where=where, base=here)
    return told(node.text, where, here)


def told(text: str, where: str, base: str | None = None) -> Content:
    """A text of which nobody says whether it is markup."""
    text = unescaped(text.strip())
    if is_markup(text):
        return Content(text, markup=True, where=where, base=base)
    return Content(
        html.unescape(text) if _REFERENCE.search(text) else text, markup=False, where=where, base=base
    )


def said(node: Node) -> str:
    """The text of an element that holds one line."""
    return (_decoded(node.text) or "") if (node.get("mode") or "").lower() == "base64" else node.text


def _decoded(text: str) -> str | None:
    try:
        data = base64.b64decode(re.sub(r"\s+", "", text), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data.decode("utf-8", "replace")


def whole(item: Node, base: str | None) -> list[Content]:
    """The item's whole texts, the best first: in the table's order, but behind the others what is cut short."""
    found = [made for name in FULL for node in item.all(name) if (made := content(node, base))]
    longest = max((one.length for one in found), default=0)
    return sorted(found, key=lambda one: one.length * 3 < longest * 2)


def short(item: Node, base: str | None) -> Iterator[Content]:
    """The item's announcements, the best one first."""
    yield from (made for name in SHORT for node in item.all(name) if (made := content(node, base)))
