"""Markup that is canonical already, told at a glance and read without repairs.

Most of what the archive holds and much of what a newsroom's own system hands over is canonical as it
stands. One pass of an expression tells; what it does not recognise takes the long way of `parse`,
which gives the same.
"""

from __future__ import annotations

import html
import re
from unicodedata import is_normalized

from feeds.markup import address, media
from feeds.markup.nodes import VOID, Body, Element
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise

_TEXT = r"(?:[^<>&]++|&(?:amp|lt|gt);)++"
_LEAF = rf"(?:{_TEXT}|<br>)++"
_A = r'<a href="https?://[^"<>\s]+">'
_SIMPLE = (
    "<(?:" + "|".join(f"{tag}>{_LEAF}</{tag}" for tag in ("strong", "em", "s", "sub", "sup", "code")) + ")>"
)
_INLINE = rf"(?:{_TEXT}|<br>|{_SIMPLE}|{_A}(?:{_TEXT}|{_SIMPLE})++</a>|<strong>{_A}{_TEXT}</a></strong>)++"
_P = rf"<p>{_INLINE}</p>"
_HEADING = rf"<h2>{_TEXT}</h2>|<h3>{_TEXT}</h3>|<h4>{_TEXT}</h4>"
_LIST = rf"<ul>(?:<li>{_INLINE}</li>)++</ul>|<ol>(?:<li>{_INLINE}</li>)++</ol>"
_FIGURE = (
    r"<figure><img(?: (?:src|alt|width|height)=\"[^\"<>]*+\")++>"
    rf"(?:<figcaption>{_INLINE}</figcaption>)?</figure>"
)
_BODY = re.compile(rf"(?:{_P}|{_HEADING}|{_LIST}|<blockquote>(?:{_P})++</blockquote>|{_FIGURE})*+")
_FIGURES = re.compile(r"<figure>.*?</figure>")
_IMAGE = re.compile(r"<img([^>]*)>")

# Where parsing would fold or trim white space, clean text, or drop a break or empty formatting. The patterns
# begin with a plain "<", which is what the search is quick at.
_UNSEEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u200b\\u2060\\ud800-\\udfff\\ufeff\\ufffe\\uffff]")
_EDGE = r"(?:p|li|h[2-4]|figcaption)"
_LOOSE = re.compile(
    rf"<{_EDGE}>(?:<[^>]*>)*+[ \u00a0]"
    rf"|<(?<=[ \u00a0]<)/(?:[a-z0-9]+></)*{_EDGE}>"
    r"|<(?<= <)[^>]*>(?:<[^>]*>)*+ "
    r"|<(?:strong|em|s|sub|sup|code|a)\b[^>]*>[ \u00a0]*+<"
)
_BROKEN = re.compile(
    rf"[ \u00a0](?:<[^>]*>)*<br>|<br>(?:<[^>]*>)*[ \u00a0]|<br>(?:<[^>]*>)*<br>"
    rf"|<{_EDGE}>(?:<[^>]*>)*<br>|<br>(?:<[^>]*>)*</{_EDGE}>"
)
_HREF = re.compile(r' href="([^"]*)"')
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


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


def canonical(source: str, base: str = "") -> str | None:
    """The canonical text of markup that is canonical but for its figures' attributes; None for other markup."""
    if not _BODY.fullmatch(source) or not _tidy(source):
        return None
    if not all(_harmless(html.unescape(said)) for said in _HREF.findall(source)):
        return None
    return _with_images(source, base) if "<img" in source else source


def _with_images(source: str, base: str) -> str | None:
    """The text with each picture's attributes in their order; None where a picture is not fit to be seen."""
    parts: list[str] = []
    end = 0
    for match in _IMAGE.finditer(source):
        made = media.plain_image(_attributes(match[1]), base)
        if made is None:
            return None
        parts += [source[end : match.start()], serialise([made])]
        end = match.end()
    return "".join([*parts, source[end:]])


def _tidy(source: str) -> bool:
    """Whether parsing would leave white space and breaks as they are."""
    if "  " in source or _UNSEEN.search(source) or _LOOSE.search(source):
        return False
    return is_normalized("NFC", source) and not ("<br>" in source and _BROKEN.search(source))


def _harmless(href: str) -> bool:
    return address.link(href, None) == href


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
