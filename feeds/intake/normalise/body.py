"""A story's body: the canonical tree of the markup, or of the paragraphs, that a source gave."""

from __future__ import annotations

import re
from typing import Any

from feeds.intake.normalise.choice import Known, Unfit
from feeds.intake.normalise.coerce import raw_text
from feeds.markup.canonical import Written, canonical
from feeds.markup.nodes import Element
from feeds.markup.parse import parse
from feeds.markup.text import clean

LONGEST = 4_000_000  # characters; a body of that size is a book or a mistake

_BREAK = re.compile(r"\r\n?|\u2028|\u0085")
_BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+|\u2029|\f")
_BULLET = re.compile(r"\s*[•·▪●■‣*]\s+(\S.*)")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|a|b|i|strong|em|ul|ol|li|h\d|img|figure|span)\b", re.IGNORECASE)

# Lines of mail and of wire services are broken at about this width.
_WRAP_LEAST, _WRAP_MOST = 45, 100


def from_markup(value: Any, known: Known) -> Written | Unfit:
    """The body of raw HTML, cleaned against the story's address."""
    if isinstance(value, list) and value and all(isinstance(part, Element) for part in value):
        return Written.of(value)
    source = raw_text(value)
    if source is None:
        return Unfit("is no text")
    if len(source) > LONGEST:
        return Unfit(f"is longer than {LONGEST} characters")
    if source and (text := canonical(source, known.base or "")):
        return Written(text)
    tree = parse(source, known.base or "")
    return Written.of(tree) if tree else Unfit("holds nothing that can be shown")


def from_text(value: Any, known: Known) -> Written | Unfit:
    """The body of a text without markup: its paragraphs as they stand, lines with bullets as a list."""
    source = raw_text(value)
    if source is None or len(source) > LONGEST:
        return Unfit("is no text" if source is None else f"is longer than {LONGEST} characters")
    parts = paragraphs(clean(source))
    tree = [_items(part) or Element("p", {}, _lines(part)) for part in parts]
    return Written.of(tree) if tree else Unfit("is empty")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what blank lines part, or else its lines, unless they are wrapped ones."""
    text = _BREAK.sub("\n", text).strip()
    parts = [part.strip() for part in _BLANK.split(text)]
    if len(parts) == 1 and not wrapped(text):
        parts = [line.strip() for line in text.split("\n")]
    return [_unwrapped(part) for part in parts if part]


def wrapped(text: str) -> bool:
    """Whether lines were broken at a width: nearly equally long, most beginning with small letters."""
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) < 2 or not all(_WRAP_LEAST <= len(line) <= _WRAP_MOST for line in lines[:-1]):
        return False
    return sum(line[:1].islower() for line in lines[1:]) * 2 > len(lines) - 1


def _unwrapped(part: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", part) if wrapped(part) else part


def _items(part: str) -> Element | None:
    """The list that a paragraph's lines make, where each begins with a bullet."""
    items = [_BULLET.match(line) for line in part.split("\n")]
    if len(items) < 2 or not all(items):
        return None
    return Element("ul", {}, [Element("li", {}, [match[1].strip()]) for match in items if match])


def _lines(part: str) -> list[Element | str]:
    """A paragraph's children: its text, with a break wherever a line ends."""
    children: list[Element | str] = []
    for line in part.split("\n"):
        if children:
            children.append(Element("br"))
        children.append(re.sub(r"[ \t]+", " ", line.strip()))
    return children


def is_markup(text: str) -> bool:
    """Whether a text that may be either is HTML."""
    return bool(_TAG.search(text))


def unescaped(text: str) -> str:
    """HTML that was escaped as a whole, as it was before."""
    if _TAG.search(text) or not _ESCAPED_TAG.search(text):
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
