"""What a text says to a reader: visible or not, plain or marked up, how long."""

from __future__ import annotations

import html
import re

from feeds.checking.content import Content, Mark

HTML = frozenset(
    {
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "big",
        "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "dd",
        "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
        "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li",
        "link", "main", "map", "mark", "menu", "meta", "meter", "nav", "nobr", "noscript", "object", "ol",
        "optgroup", "option", "p", "param", "picture", "pre", "progress", "q", "s", "samp", "script",
        "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary",
        "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time",
        "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    }
)  # fmt: skip
"""Names of HTML's elements: in plain text, `a < b` and `<имя>` are no markup."""

_ESCAPED = re.compile(r"&(?:amp;)*(?:lt|#0*60|#x0*3c);\s*/?\s*([a-z][a-z0-9]*)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#\d+|#[xX][0-9a-fA-F]+);")


def visible(text: str) -> bool:
    """Whether a reader sees anything of it: spaces of any kind and marks of no width are nothing."""
    return any(character.isprintable() and character != " " for character in text)


def shown(source: str) -> str:
    """The text of HTML as a page shows it: references resolved, white space folded, tags gone."""
    return Content(source).shown


def markup(text: str) -> Mark | None:
    """The first HTML tag in what should be plain text."""
    content = Content(text)
    return next((Mark(content, n, tag) for n, tag in enumerate(content.tags) if tag.name in HTML), None)


def plain(text: str) -> str | None:
    """Text that a reader sees, without tags: a value of the structure."""
    if not visible(text):
        return "is empty"
    tag = markup(text)
    return f"has markup, <{tag.written}>: it is plain text" if tag else None


def reference(text: str) -> str | None:
    """A character reference that was escaped once too often, so that it shows as it is written."""
    return next((m[0] for m in _REFERENCE.finditer(text) if html.unescape(m[0]) != m[0]), None)


def escaped_tags(source: str) -> list[tuple[str, int]]:
    """Names and offsets of the HTML tags that a reader would see as text."""
    if "&" not in source:
        return []
    return [(m[1].lower(), m.start()) for m in _ESCAPED.finditer(source) if m[1].lower() in HTML]
