"""Lexical, what Ghost's editor keeps since version 5: a tree of nodes to HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from feeds.intake.ghost.cards import CARDS, said

_DEEPEST = 60
_FORMATS = ((16, "code"), (1, "strong"), (2, "em"), (4, "s"), (8, "u"), (32, "sub"), (64, "sup"))
_BLOCKS = {"paragraph": "p", "quote": "blockquote", "extended-quote": "blockquote", "aside": "blockquote"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def html_of(document: Any) -> str:
    """The HTML of a document; "" for what is none."""
    root = document.get("root") if isinstance(document, Mapping) else None
    return "".join(_nodes(root, _DEEPEST)) if isinstance(root, Mapping) else ""


def _nodes(parent: Mapping[str, Any], depth: int) -> Iterator[str]:
    children = parent.get("children")
    for node in children if isinstance(children, list) and depth else ():
        if isinstance(node, Mapping):
            yield _node(node, depth - 1)


def _node(node: Mapping[str, Any], depth: int) -> str:
    kind = said(node, "type")
    if kind in ("text", "extended-text", "code-highlight", "tk"):
        return _text(node)
    if kind == "linebreak":
        return "<br>"
    if kind == "list":
        return _list(node, depth)
    if "children" not in node:
        return CARDS[kind](node) if kind in CARDS else ""
    inside = "".join(_nodes(node, depth))
    if kind in ("heading", "extended-heading"):
        tag = said(node, "tag")
        return f"<{tag}>{inside}</{tag}>" if tag in _HEADINGS else f"<p>{inside}</p>"
    if kind in ("link", "autolink", "at-link"):
        return f'<a href="{html.escape(said(node, "url"))}">{inside}</a>'
    tag = _BLOCKS.get(kind, "")
    return f"<{tag}>{inside}</{tag}>" if tag else inside


def _text(node: Mapping[str, Any]) -> str:
    text = html.escape(said(node, "text") or str(node.get("text") or ""))
    bits = node.get("format")
    if isinstance(bits, int):
        for bit, tag in _FORMATS:
            text = f"<{tag}>{text}</{tag}>" if bits & bit else text
    return text


def _list(node: Mapping[str, Any], depth: int) -> str:
    """A list; one inside it stands in an item of its own, and belongs to the item before."""
    tag = "ol" if said(node, "listType") == "number" or said(node, "tag") == "ol" else "ul"
    items: list[str] = []
    children = node.get("children")
    for item in children if isinstance(children, list) and depth else ():
        if not isinstance(item, Mapping):
            continue
        inside = "".join(_nodes(item, depth - 1))
        if items and inside.startswith(("<ul>", "<ol>")):
            items[-1] += inside
        else:
            items.append(inside)
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>" if items else ""
