"""A broken document's items, each by itself: one that is broken does not take the others with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from feeds.checking.document import parser
from feeds.intake.draft import Rejection
from feeds.intake.xml.node import Node

_ROOT = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF|\w+:feed|channel)\b[^>]{0,10000}>", re.IGNORECASE)
_BEGIN = re.compile(r"<((?:\w+:)?(?:item|entry))(?=[\s>])[^>]{0,2000}(?<!/)>", re.IGNORECASE)
_NAMESPACE = re.compile(r"\s(?:xmlns(?::[\w.-]+)?|xml:\w+)\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")
# Elements that hold text or markup and nothing of the feed's own; `\2` keeps the ending of the same one.
_LEAF = re.compile(
    r"(<((?:\w+:)?(?:title|description|summary|encoded|content|full-?text|subtitle|category|creator"
    r"|link|guid|comments|text))(?:\s[^>]*)?(?<!/)>)(.*?)(</\2\s*>)",
    re.IGNORECASE | re.DOTALL,
)

_MOST_TAGS = 20_000  # of an item that is worth mending


class Piece(NamedTuple):
    """An item, and the line where it begins."""

    element: etree._Element
    line: int


class Pieces(NamedTuple):
    """What stands before the items, and the items."""

    head: etree._Element
    items: Iterator[Piece | Rejection]


def pieces(text: str) -> Pieces | None:
    """The document in pieces; None where it has no items."""
    root = _ROOT.search(text)
    first = _BEGIN.search(text)
    if root is None or first is None:
        return None
    declared = "".join(_NAMESPACE.findall(root[0]))
    recovered = etree.fromstring(text[root.start() : first.start()].encode(), parser(recover=True))
    head = recovered if recovered is not None else etree.Element("channel")
    return Pieces(head, _items(text, first.start(), declared))


def _items(text: str, start: int, declared: str) -> Iterator[Piece | Rejection]:
    line = 1 + text.count("\n", 0, start)
    begin = _BEGIN.search(text, start)
    endless: set[str] = set()
    while begin:
        following = _BEGIN.search(text, begin.end())
        end = -1 if begin[1] in endless else text.find(f"</{begin[1]}>", begin.end())
        if end < 0:
            endless.add(begin[1])  # so are all that follow, and looking for it again would take for ever
        if end < 0 or (following and following.start() < end):
            yield Rejection(
                code="cut-off", reason="is broken XML: the document breaks off in this item", line=line
            )
        else:
            yield _piece(text[begin.start() : end] + f"</{begin[1]}>", declared, line)
        line += text.count("\n", begin.start(), following.start() if following else len(text))
        begin = following


def _piece(text: str, declared: str, line: int) -> Piece | Rejection:
    """An item read by itself; else with what its texts hold taken as text; else as far as it is clear."""
    said = ""
    mended = _LEAF.sub(_as_text, text) if text.count("<") < _MOST_TAGS else text
    for attempt in (text, mended):
        try:
            holder = etree.fromstring(f"<feed{declared}>{attempt}</feed>".encode(), parser())
        except etree.XMLSyntaxError as error:
            said = said or (error.msg or "").partition(", line ")[0]
            continue
        return Piece(holder[0], line)
    recovered = etree.fromstring(f"<feed{declared}>{mended}</feed>".encode(), parser(recover=True))
    if recovered is not None and len(recovered) == 1 and _is_clear(Node(recovered[0])):
        return Piece(recovered[0], line)
    return Rejection(code="broken-xml", reason=f"is an item in broken XML: {said}", line=line)


def _is_clear(item: Node) -> bool:
    """Whether an item that was read over its faults still has its parts where they belong."""
    titles = list(item.all("title", "atom:title"))
    whole = all(not len(title.element) or title.get("type") == "xhtml" for title in titles)
    return len(titles) == 1 and whole and item.one("link", "guid", "atom:link", "atom:id") is not None


def _as_text(match: re.Match[str]) -> str:
    begin, _, inside, end = match.groups()
    if "<![CDATA[" in inside or "<" not in inside:
        return match[0]
    return f"{begin}<![CDATA[{inside.replace(']]>', ']]&gt;')}]]>{end}"
