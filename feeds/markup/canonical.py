"""Markup that is canonical already, told at a glance and read without repairs.

Most of what the archive holds and much of what a newsroom's own system hands over is canonical as it
stands. One pass of an expression tells; what it does not recognise takes the long way of `parse`,
which gives the same.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from unicodedata import is_normalized

from feeds.markup import address, media
from feeds.markup.nodes import VOID, Body, Element
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise

_LETTERS = {
    "p": "p", "/p": "P", "h2": "2", "/h2": "H", "h3": "3", "/h3": "H", "h4": "4", "/h4": "H",
    "ul": "o", "/ul": "O", "ol": "o", "/ol": "O", "li": "l", "/li": "L", "blockquote": "q", "/blockquote": "Q",
    "figure": "f", "/figure": "F", "img": "m", "figcaption": "k", "/figcaption": "K", "br": "n",
    "a": "a", "/a": "A", "strong": "b", "/strong": "B", "em": "i", "/em": "I", "s": "s", "/s": "S",
    "sub": "d", "/sub": "D", "sup": "u", "/sup": "U", "code": "c", "/code": "C",
}  # fmt: skip
"""Each tag as one letter, so that a body's form is a short word."""

# Text is one letter too: with no space at its ends, one before, one behind, both.
_TEXT = "[txyz]"
_SIMPLE = "|".join(f"{low}(?:{_TEXT}|n)++{low.upper()}" for low in "bisduc")
_INLINE = rf"(?:{_TEXT}|n|{_SIMPLE}|a(?:{_TEXT}|{_SIMPLE})++A|ba{_TEXT}AB|ia{_TEXT}AI)++"
_FORM = re.compile(
    rf"(?:p{_INLINE}P|[234]{_TEXT}H|o(?:l{_INLINE}L)++O|q(?:p{_INLINE}P)++Q|fm(?:k{_INLINE}K)?F)++"
)
# Where parsing would fold or trim white space, or drop a break.
_LOOSE = re.compile(
    "[pl234k][abisduc]*[xz]|[yz][ABISDUC]*[PLHK]|[yz][abisducABISDUC]+[xz]"
    "|[yz]n|n[xz]|n[abisducABISDUCnPLHK]|[abisducABISDUCpl234k]n"
)
_UNSEEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u200b\\u2028\\u2029\\u2060\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
_EDGES = " \u00a0"
_NEVER_BARE = frozenset({"a", "img"})
_REFERENCE = re.compile("&(?!(?:amp|lt|gt);)")
_LINK = re.compile(r'href="(https?://[^"<>\s]+)"')
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_IMAGE = re.compile(r'(?: (?:src|alt|width|height)="[^"<>]*+")++')
_FIGURES = re.compile(r"<figure>.*?</figure>")
_SIMPLE_FIGURE = re.compile(r"<figure><img([^>]*)>(?:<figcaption>([^<]*)</figcaption>)?</figure>")


class Written:
    """A body as canonical text. Its tree is made when somebody asks for it."""

    __slots__ = ("_tree", "text")

    def __init__(self, text: str, tree: Body | None = None) -> None:
        self.text = text
        self._tree = tree

    @classmethod
    def of(cls, tree: Body) -> Written:
        """The text of a tree."""
        return cls(serialise(tree), tree)

    @property
    def tree(self) -> Body:
        """The blocks."""
        if self._tree is None:
            self._tree = _tree(self.text)
        return self._tree

    @property
    def figures(self) -> Body:
        """The blocks that show something, in their order."""
        if self._tree is not None:
            return [block for block in self._tree if block.tag == "figure"]
        return [figure for match in _FIGURES.finditer(self.text) for figure in _tree(match[0])]


def simple_figures(text: str) -> list[tuple[dict[str, str], str | None]] | None:
    """Of canonical text, what each figure shows: a picture's attributes and the plain line below it.

    None where a figure shows something else.
    """
    found = _SIMPLE_FIGURE.findall(text)
    if len(found) != text.count("<figure"):
        return None
    return [(_attributes(attributes), html.unescape(line) or None) for attributes, line in found]


def canonical(source: str, base: str = "") -> str | None:
    """The canonical text of markup that is canonical but for its pictures' attributes; None for other markup."""
    before, *pieces = source.split("<")
    if before or source.count(">") != len(pieces) or not _tidy(source):
        return None
    letters: list[str] = []
    for number, piece in enumerate(pieces):
        tag, _, text = piece.partition(">")
        name, _, attributes = tag.partition(" ")
        if attributes or name in _NEVER_BARE:
            made = _with_attributes(name, attributes, base)
            if made is None:
                return None
            pieces[number] = made + text
        letters.append(_LETTERS.get(name, "?"))
        if text:
            letters.append(_letter(text))
    form = "".join(letters)
    return "<" + "<".join(pieces) if _FORM.fullmatch(form) and not _LOOSE.search(form) else None


def _tidy(source: str) -> bool:
    """Whether parsing would leave the characters as they are."""
    seen = source.isprintable() or not _UNSEEN.search(source)
    return seen and "  " not in source and is_normalized("NFC", source)


def _letter(text: str) -> str:
    """The letter of a text: which of its ends is a space; one that no form has, for what is no text."""
    if "&" in text and _REFERENCE.search(text):
        return "?"
    spaces = (text[0] in _EDGES) + 2 * (text[-1] in _EDGES)
    return "txyz"[spaces] if spaces < 3 or text.strip(_EDGES) else "?"


def _with_attributes(name: str, attributes: str, base: str) -> str | None:
    """A start tag as the canonical text has it, up to its end; None where its attributes are not fit."""
    if name == "a":
        return f"a {attributes}>" if _links(attributes) else None
    if name != "img" or not _IMAGE.fullmatch(f" {attributes}"):
        return None
    made = media.plain_image(_attributes(f" {attributes}"), base)
    return serialise([made])[1:] if made else None


@lru_cache(maxsize=4096)
def _links(attributes: str) -> bool:
    """Whether the attributes of a link are one harmless address."""
    link = _LINK.fullmatch(attributes)
    href = html.unescape(link[1]) if link else ""
    return bool(href) and address.link(href, None) == href


def read(markup: str) -> Body:
    """The tree of a body's text; what is not canonical is made so."""
    return _tree(markup) if canonical(markup) == markup else parse(markup)


def _tree(markup: str) -> Body:
    """The tree of canonical text."""
    root = Element("")
    stack = [root]
    for end, tag, attributes, text in _TOKEN.findall(markup):
        if text:
            stack[-1].children.append(html.unescape(text) if "&" in text else text)
        elif end:
            stack.pop()
        else:
            element = Element(tag, _attributes(attributes) if attributes else None)
            stack[-1].children.append(element)
            if tag not in VOID:
                stack.append(element)
    return [child for child in root.children if isinstance(child, Element)]


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}
