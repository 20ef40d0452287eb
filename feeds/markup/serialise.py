"""A body as HTML text: the same tree gives the same characters.

Every `>` is escaped, so `]]>` never occurs and the text can stand in a CDATA section. Void elements
are written as HTML writes them, `<br>`.
"""

from __future__ import annotations

from collections.abc import Iterable

from feeds.markup.nodes import VOID, Body, Element


def serialise(body: Body) -> str:
    """The canonical text of a body."""
    parts: list[str] = []
    _write(body, parts)
    return "".join(parts)


def _write(nodes: Iterable[Element | str], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape(node))
            continue
        parts.append(_start(node))
        if node.tag not in VOID:
            _write(node.children, parts)
            parts.append(f"</{node.tag}>")


def _start(element: Element) -> str:
    if not element.attributes:
        return f"<{element.tag}>"
    attributes = "".join(f' {name}="{quote(value)}"' for name, value in element.attributes.items())
    return f"<{element.tag}{attributes}>"


def escape(text: str) -> str:
    """Text as HTML content."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def quote(text: str) -> str:
    """Text as an attribute's value between double quotes."""
    text = escape(text)
    return text.replace('"', "&quot;") if '"' in text else text
