"""Plain text: cleaned, folded, shortened; a body's text; the text of a title that came with markup."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from feeds.markup.nodes import HEADINGS, Body, Element

# What XML 1.0 may not hold, other controls, and marks of joining and breaking that only do harm in feeds:
# a byte order mark, a zero-width space, a soft hyphen. Joiners stay, emoji and some scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)
_MEANT = {
    "\u2028": "\n", "\u2029": "\n", "\x82": "‚", "\x84": "„", "\x85": "…", "\x86": "†", "\x87": "‡",
    "\x89": "‰", "\x8b": "‹", "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x95": "•", "\x96": "–",
    "\x97": "—", "\x99": "™", "\x9b": "›",
}  # fmt: skip
"""What controls were before a program took Windows' letters for Latin-1; Windows-1251 and 1252 agree on these."""
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ALL_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TAG_OR_COMMENT = re.compile(rf"<!--.*?-->|{_TAG.pattern}", re.DOTALL)
_DROPPED = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)


def clean(text: str) -> str:
    """The text with nothing that XML forbids or nobody sees, in Unicode's composed form."""
    text = _UNSEEN.sub(lambda unseen: _MEANT.get(unseen[0], ""), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Runs of ordinary white space as one space each; non-breaking spaces stay."""
    return _SPACES.sub(" ", text)


def squeeze(text: str) -> str:
    """One line: cleaned, ordinary white space folded, none at the ends."""
    return fold(clean(text)).strip(" \u00a0")


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names as they come, each once whatever its capitals."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def strip_tags(text: str) -> str:
    """One line of plain text from a title that may hold markup, references, or both twice escaped."""
    for _ in range(3):
        plain = html.unescape(_untagged(_DROPPED.sub("", text)))
        if plain == text:
            break
        text = plain
    return squeeze(text)


def _untagged(text: str) -> str:
    """The text without tags and comments; behind the last end of a comment none is looked for."""
    commented, end, rest = text.rpartition("-->")
    return _TAG_OR_COMMENT.sub("", commented + end) + _TAG.sub("", rest)


def plain(body: Body, *, captions: bool = False) -> str:
    """A body's text: blocks apart by a blank line, items and rows on lines of their own."""
    return "\n\n".join(part for part in (_block(block, captions=captions) for block in body) if part)


def _block(block: Element, *, captions: bool) -> str:
    if block.tag == "figure":
        return "\n\n".join(_captions(block)) if captions else ""
    if block.tag in ("ul", "ol"):
        return "\n".join(_items(block))
    if block.tag == "table":
        return "\n".join(_rows(block))
    if block.tag == "blockquote":
        return plain([c for c in block.children if isinstance(c, Element)], captions=captions)
    if block.tag == "pre":
        return inline(block).strip("\n")
    return "" if block.tag == "hr" else _trimmed(inline(block))


def _captions(figure: Element) -> Iterator[str]:
    for element in figure.elements():
        if element.tag == "figcaption" and (said := _trimmed(inline(element))):
            yield said


def _items(block: Element) -> Iterator[str]:
    for item in block.children:
        if isinstance(item, Element):
            yield from filter(None, [_trimmed(inline(item, without=("ul", "ol")))])
            for inner in item.children:
                if isinstance(inner, Element) and inner.tag in ("ul", "ol"):
                    yield from _items(inner)


def _rows(table: Element) -> Iterator[str]:
    for row in table.children:
        if isinstance(row, Element):
            cells = [c for c in row.children if isinstance(c, Element)] if row.tag == "tr" else [row]
            yield " — ".join(filter(None, (_trimmed(inline(cell)).replace("\n", " ") for cell in cells)))


def inline(element: Element, without: tuple[str, ...] = ()) -> str:
    """The text of an element as it stands, line breaks as such; nothing of the tags left out."""
    parts: list[str] = []
    pending: list[Element | str] = [element]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "br":
            parts.append("\n")
        elif node.tag not in without:
            pending.extend(reversed(node.children))
    return "".join(parts)


def _trimmed(text: str) -> str:
    return "\n".join(line.strip(" ") for line in text.strip().split("\n"))


# After these a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    "г гг в вв н э т д е др пр им ул просп пл стр руб коп тыс млн млрд трлн см ср тел напр св акад "
    "проф доц mr mrs ms dr prof st vs etc inc ltd jr sr no vol fig e.g i.e u.s".split()
)
_END = re.compile(r"[.!?…]+[»”\")]*(?=\s|$)")


def sentences(text: str) -> Iterator[str]:
    """The sentences of one paragraph. Abbreviations («г.», «им.») and initials end none."""
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and match[0] == "." and _abbreviated(text[start : match.start()]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if rest := text[start:].strip():
        yield rest


def _abbreviated(before: str) -> bool:
    word = re.split(r"[\s(«“\"]", before)[-1]
    initial = len(word) == 1 and word.isupper()
    return initial or word.casefold() in _ABBREVIATIONS


def summary(body: Body, limit: int = 300) -> str:
    """The first sentences of a body, at most `limit` characters, ending where a sentence ends."""
    first = next((t for b in body if b.tag == "p" and (t := _block(b, captions=False))), "")
    return shorten(_ALL_SPACES.sub(" ", first) if "\n" in first else first, limit)


def shorten(text: str, limit: int) -> str:
    """The text, or as many of its sentences as fit, or else its words with an ellipsis."""
    if len(text) <= limit:
        return text
    taken = ""
    for sentence in sentences(text):
        longer = f"{taken} {sentence}".strip()
        if len(longer) > limit:
            break
        taken = longer
    return taken or _words(text, limit)


def _words(text: str, limit: int) -> str:
    cut = text[: limit - 1]
    if " " in cut and not text[limit - 1].isspace():
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" \u00a0,;:—–-") + "…"


def has_text(element: Element) -> bool:
    """Whether an element says anything."""
    return bool(inline(element).strip())


def is_heading(element: Element) -> bool:
    """Whether a block is a heading."""
    return element.tag in HEADINGS
