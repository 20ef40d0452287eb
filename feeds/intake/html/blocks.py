"""A body's blocks told apart: what is the story's text, and what a page put between it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from feeds.intake.html.subject import letters
from feeds.intake.text.lines import Line, known
from feeds.intake.text.patterns import Kind
from feeds.markup.nodes import HEADINGS, Body, Element
from feeds.markup.text import inline, squeeze

_DROPPED: frozenset[Kind] = frozenset(
    {"notice", "related", "promotion", "furniture", "tags", "count", "picture"}
)
"""Kinds of lines that are no text wherever they stand."""

_REST = 0.2  # of the text: behind a heading that ends the story there may be no more of it
_SENTENCE = re.compile(r"[.!?…:;][»”\")\]]*$")
_LEAST_TITLE = 4  # words of a link that stands for another story


@dataclass(slots=True)
class Sorted:
    """The blocks that stay, the stories that others linked to, and why each of the others went."""

    blocks: Body = field(default_factory=list)
    related: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def drop(self, block: Element, said: str) -> None:
        """Leaves a block out."""
        text = said_of(block)
        self.notes.append(f'"{text if len(text) <= 60 else text[:60] + "…"}" is {said}')

    def relate(self, block: Element) -> None:
        """Keeps the stories that a block links to."""
        for element in block.elements():
            title = squeeze(inline(element))
            if element.tag == "a" and element.attributes.get("href", "").startswith("http") and title:
                self.related.append({"url": element.attributes["href"], "title": title})


def said_of(block: Element) -> str:
    """A block's text in one line."""
    return squeeze(inline(block).replace("\n", " "))


def sorted_out(body: Body, titles: list[str]) -> Sorted:
    """The text of a story, of the blocks of the element that holds it."""
    result = Sorted()
    captions = {letters(said) for block in body for said in _captions(block)}
    named = {letters(title) for title in titles if title}
    sizes = [len(inline(block)) for block in body]
    for number, block in enumerate(body):
        text = said_of(block)
        if block.tag == "figure":
            result.blocks.append(block)
        elif _ends(block, text) and sum(sizes[number:]) <= _REST * sum(sizes):
            result.drop(block, "the heading of what is not the story")
            break
        elif reason := _needless(block, text, captions, named, first=not _texts(result.blocks)):
            result.drop(block, reason)
            if reason == _LINKS:
                result.relate(block)
        else:
            result.blocks.append(block)
    _trim(result)
    return result


_LINKS = "a link to another story"


def _ends(block: Element, text: str) -> bool:
    """Whether a block is the heading of what is not the story."""
    form = known(Line(0, text))
    return form is not None and form.kind == "end" and (block.tag in HEADINGS or block.tag == "p")


def _needless(block: Element, text: str, captions: set[str], named: set[str], *, first: bool) -> str | None:
    """Why a block is none of the text's; None where it is."""
    if not text:
        return None if block.tag == "hr" else "empty"
    folded = letters(text)
    if first and folded in named:
        return "the headline again"
    if folded in captions and len(folded) > 8:
        return "a picture's caption again"
    form = known(Line(0, text)) if block.tag not in ("ul", "ol", "table", "blockquote", "pre") else None
    if form is not None and (form.kind in _DROPPED or form.kind == "credit"):
        return _LINKS if form.kind == "related" else form.said
    if first and form is not None and form.kind in ("byline", "tags"):
        return form.said
    return _LINKS if block.tag == "p" and _only_link(block, text) else None


def _only_link(block: Element, text: str) -> bool:
    """Whether a paragraph is a title that links to another page, and nothing else."""
    links = [element for element in block.elements() if element.tag == "a"]
    linked = sum(len(squeeze(inline(link))) for link in links)
    return (
        bool(links)
        and linked >= 0.9 * len(text)
        and len(text.split()) >= _LEAST_TITLE
        and not _SENTENCE.search(text)
    )


def _captions(block: Element) -> Iterator[str]:
    for element in block.elements():
        if element.tag == "figcaption":
            yield squeeze(inline(element))


def _texts(blocks: Body) -> int:
    return sum(block.tag not in ("figure", "hr") for block in blocks)


def _trim(result: Sorted) -> None:
    """Takes off headings and rules behind which nothing follows."""
    while result.blocks and (result.blocks[-1].tag in HEADINGS or result.blocks[-1].tag == "hr"):
        block = result.blocks.pop()
        if block.tag != "hr":
            result.drop(block, "a heading with nothing below it")
