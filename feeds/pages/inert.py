"""Markup from a feed, made harmless: it is shown, and nothing in it runs, loads, sends or leads away."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

KEPT = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table thead tbody tfoot tr th td caption pre code "
    "b strong i em u s del ins sub sup small cite q hr br dl dt dd div span section article aside header".split()
)
"""Elements that stay, without their attributes."""

VOID = frozenset(("br", "hr"))
PLAYED = {"iframe": "frame", "embed": "frame", "object": "frame", "video": "video", "audio": "audio"}
GONE = frozenset("script style template noscript head title meta link base form input button select".split())

DEEPEST = 200
"""Levels of elements that are looked at."""

LARGEST = 2_000_000
"""Characters of markup that are shown."""


def inert(markup: str) -> str:
    """The markup with plain elements only: links without addresses, players as boxes that name their host."""
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False)
    try:
        root = lxml_html.fragment_fromstring(markup[:LARGEST], create_parent="div", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return escape(markup[:LARGEST])
    out: list[str] = []
    _inside(root, out, 0)
    return "".join(out)


def _inside(element: Any, out: list[str], depth: int) -> None:
    out.append(escape(element.text or ""))
    for child in element:
        if isinstance(child.tag, str) and depth < DEEPEST:
            _element(child, out, depth + 1)
        out.append(escape(child.tail or ""))


def _element(element: Any, out: list[str], depth: int) -> None:
    tag = element.tag.lower()
    if tag == "img":
        out.append(_picture(element))
    elif tag in PLAYED:
        out.append(_player(element, PLAYED[tag]))
    elif tag in VOID:
        out.append(f"<{tag}>")
    elif tag == "a":
        out.append(f'<span class="link" title="{escape(element.get("href") or "")}">')
        _inside(element, out, depth)
        out.append("</span>")
    elif tag in KEPT:
        out.append(f"<{tag}>")
        _inside(element, out, depth)
        out.append(f"</{tag}>")
    elif tag not in GONE:
        _inside(element, out, depth)


def _picture(element: Any) -> str:
    url = element.get("src") or ""
    alt = escape(element.get("alt") or "")
    if not is_safe_picture(url):
        return f'<span class="box">{alt}</span>'
    return f'<img src="{escape(url)}" alt="{alt}" loading="lazy" referrerpolicy="no-referrer">'


def _player(element: Any, kind: str) -> str:
    url = (
        element.get("src")
        or element.get("data")
        or next((e.get("src") or "" for e in element if e.get("src")), "")
    )
    return f'<div class="box {kind}">▶ {escape(host(url) or url[:100])}</div>'


def is_web(url: str) -> bool:
    """Whether an address is one of the web, to be linked or shown."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def is_safe_picture(url: str) -> bool:
    """Whether a picture may be loaded: over https only, so that no story reaches what listens in the house."""
    return is_web(url) and url[:6].lower() == "https:"


def host(url: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
