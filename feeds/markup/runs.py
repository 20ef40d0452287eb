"""Inline content while it is read: pieces of text, each with the formatting around it, made a tree at the end.

Markup in the wild closes elements in any order, puts blocks into formatting, and leaves spaces on both
sides of a tag. Kept as pieces, none of that matters: formatting is what was open when the text came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from feeds.markup.nodes import Element
from feeds.markup.text import clean, fold

_UNTIDY = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ud800-\udfff\ufeff\ufffe\uffff]|  ")
_EDGES = " \u00a0"


class Format:
    """One element of formatting that is open: two of the same kind are two."""

    __slots__ = ("attributes", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None) -> None:
        self.tag = tag
        self.attributes = attributes or {}


class Run(NamedTuple):
    """A piece of text, or None for a line break, and what is open around it, the outermost first."""

    text: str | None
    formats: tuple[Format, ...] = ()


BREAK = Run(None)


def lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The pieces between two or more breaks, white space folded across pieces, single breaks kept."""
    current: list[Run] = []
    breaks = 0
    for run in _folded(runs):
        if run.text is None:
            breaks += bool(current)
            continue
        if breaks > 1:
            yield current
            current = []
        elif breaks:
            current.append(Run(None, _shared(current[-1].formats, run.formats)))
        breaks = 0
        current.append(run)
    if current:
        yield current


def _folded(runs: Sequence[Run]) -> Iterator[Run]:
    """Without white space at the ends of lines, with single spaces inside them, without empty pieces."""
    waiting: list[Run] = []
    for run in runs:
        if run.text is None:
            yield from _line(waiting)
            waiting = []
            yield run
        else:
            waiting.append(run)
    yield from _line(waiting)


def _line(runs: list[Run]) -> Iterator[Run]:
    """One line, its white space folded and trimmed."""
    texts: list[Run] = []
    space = True
    for text, formats in runs:
        folded = _tidy(text or "")
        if space:
            folded = folded.lstrip(_EDGES if not texts else " ")
        if folded:
            space = folded[-1] == " "
            texts.append(Run(folded, formats))
    while texts and (last := (texts[-1].text or "").rstrip(_EDGES)) != texts[-1].text:
        texts[-1:] = [Run(last, texts[-1].formats)] if last else []
    yield from texts


def _tidy(text: str) -> str:
    """Text with single spaces, without what no reader sees. Nearly all text is so already."""
    if _UNTIDY.search(text):
        text = fold(clean(text))
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _shared(one: tuple[Format, ...], other: tuple[Format, ...]) -> tuple[Format, ...]:
    """What is open around both."""
    depth = 0
    for left, right in zip(one, other, strict=False):
        if left is not right:
            break
        depth += 1
    return one[:depth]


def tree(runs: Sequence[Run]) -> list[Element | str]:
    """The pieces as elements and text."""
    root = Element("")
    stack = [root]
    formats: tuple[Format, ...] = ()
    for run in runs:
        depth = len(_shared(formats, run.formats))
        del stack[depth + 1 :]
        for opened in run.formats[depth:]:
            element = Element(opened.tag, dict(opened.attributes))
            stack[-1].children.append(element)
            stack.append(element)
        formats = run.formats
        _add(stack[-1], Element("br") if run.text is None else run.text)
    return root.children


def _add(parent: Element, child: Element | str) -> None:
    """Adds a child; text joins text."""
    if isinstance(child, str) and parent.children and isinstance(parent.children[-1], str):
        parent.children[-1] += child
    else:
        parent.children.append(child)
