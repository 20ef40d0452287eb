"""A body's blocks told apart: what is the story's text, and what a page put between it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from feeds.intake.html.bylines import is_name, written_by
from feeds.intake.html.dated import has_date
from feeds.intake.html.subject import host, letters
from feeds.intake.normalise.credit import parted
from feeds.intake.text.lines import Known, Line, known
from feeds.intake.text.patterns import Kind
from feeds.markup.nodes import HEADINGS, LISTS, Body, Element
from feeds.markup.text import inline, squeeze

_DROPPED: frozenset[Kind] = frozenset(
    {"notice", "related", "promotion", "furniture", "tags", "count", "picture", "credit", "byline", "staff"}
)
"""Kinds of lines that are no text wherever they stand."""

_REST = 0.2  # of the text: behind a heading that ends the story there may be no more of it
_SENTENCE = re.compile(r"[.!?…:;。؟।][»”\")\]]*$")
_LEAST_TITLE = 4  # words of a link that stands for another story
_LABEL_WORDS = 4  # before a colon and a link
_LONG_HEADING = 8  # words; one above all text is no heading but the story's standfirst
_OPENING_WORDS, _OPENING_LETTERS = 8, 50  # of a sentence with which a text may begin
_LONG = 140  # characters of a paragraph that is text, whatever its end
_LONGEST_LABEL = 90  # characters of a line above the text that says when, who or where
_URL = re.compile(r"https?://\S+")

_RULE = re.compile(r"(?:[_*–—-]\s*){3,}")

_LINKS = "a link to another story"


@dataclass(slots=True)
class Sorted:
    """The blocks that stay, the standfirst, who signed the text, the stories linked to, and why the others went."""

    blocks: Body = field(default_factory=list)
    lead: str | None = None
    signed: list[str] = field(default_factory=list)
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


class _Sorting:
    """One body that is being sorted."""

    def __init__(self, body: Body, titles: list[str], base: str) -> None:
        self.result = Sorted()
        self.house = host(base)
        self.captions = {letters(said) for block in body for said in _captions(block)}
        self.titles = {letters(title) for title in titles if title}
        self.opening = True
        self.labelled = False  # whether the line before announced links to other stories

    def take(self, block: Element) -> None:
        """Keeps a block or leaves it out."""
        text = said_of(block)
        if block.tag == "p" and _RULE.fullmatch(text):
            block, text = Element("hr"), ""
        if block.tag == "figure" or (not text and block.tag == "hr"):
            self.result.blocks.append(block)
            return
        reason = self._needless(block, text)
        if reason is None:
            self.opening = self.opening and not _begins(block, text)
            self.result.blocks.append(block)
        else:
            self.result.drop(block, reason)
            if name := written_by(text) or (text if self.opening and is_name(text) else None):
                self.result.signed.append(name)
            if reason == _LINKS:
                self.result.relate(block)
        self.labelled = reason == _LINKS and (self.labelled or not _link_share(block, text))

    def _needless(self, block: Element, text: str) -> str | None:
        """Why a block is none of the text's; None where it is."""
        folded = letters(text)
        if folded in self.titles and (self.opening or not self.result.blocks):
            return "the headline again"
        if folded in self.captions and len(folded) > 8:
            return "a picture's caption again"
        form = known(Line(0, text)) if block.tag not in ("blockquote", "pre", "table") else None
        if form is not None and form.kind in _DROPPED:
            return _LINKS if form.kind == "related" else form.said
        if self._links(block, text):
            return _LINKS
        if block.tag == "p" and _URL.fullmatch(text) and host(text) == self.house:
            return "the address of a page of the house"
        return self._above(block, text, form) if self.opening else _credit(block, text)

    def _links(self, block: Element, text: str) -> bool:
        """Whether a block is titles that link to other pages of the house, and nothing else."""
        share = _link_share(block, text)
        if share < 0.8 or block.tag == "table":
            return block.tag == "p" and _labelled_link(block, text)
        if block.tag in LISTS or self.labelled:
            return self.labelled or self._inner(block)
        return len(text.split()) >= _LEAST_TITLE and not _SENTENCE.search(text) and self._inner(block)

    def _inner(self, block: Element) -> bool:
        links = (e.attributes.get("href", "") for e in block.elements() if e.tag == "a")
        return all(host(link) in ("", self.house) for link in links)

    def _above(self, block: Element, text: str, form: Known | None) -> str | None:
        """Why a block above the text is none of it: a date, a name, a label, the standfirst."""
        words = len(text.split())
        if block.tag in HEADINGS:
            if words < _LONG_HEADING or text in (self.result.lead or ""):
                return None
            self.result.lead = self.result.lead or text
            return "the standfirst"
        if (
            len(text) <= _LONGEST_LABEL
            and (has_date(text) or not _SENTENCE.search(text))
            and block.tag == "p"
        ):
            return form.said if form else "a label above the text"
        if block.tag in LISTS and not _SENTENCE.search(text) and _link_share(block, text) > 0.5:
            return "links above the text"
        return _credit(block, text)


def sorted_out(body: Body, titles: list[str], base: str) -> Sorted:
    """The text of a story, of the blocks of the element that holds it."""
    sorting = _Sorting(body, titles, base)
    sorting.opening = any(_begins(block, said_of(block)) for block in body)
    sizes = [len(inline(block)) for block in body]
    for number, block in enumerate(body):
        if _ends(block) and sum(sizes[number:]) <= _REST * sum(sizes):
            sorting.result.drop(block, "the heading of what is not the story")
            break
        sorting.take(block)
    _sign(sorting.result)
    _trim(sorting.result)
    return sorting.result


def _sign(result: Sorted) -> None:
    """Takes the name of who wrote it off the end of a text."""
    last = result.blocks[-1] if len(result.blocks) > 2 else None
    text = said_of(last) if last is not None and last.tag == "p" else ""
    name = written_by(text) or (text if is_name(text) else None)
    if last is not None and name:
        result.signed.append(name)
        result.drop(result.blocks.pop(), "who signed the text")


def _ends(block: Element) -> bool:
    """Whether a block is the heading of what is not the story."""
    if block.tag not in HEADINGS and block.tag != "p":
        return False
    form = known(Line(0, said_of(block)))
    return form is not None and form.kind == "end"


def _begins(block: Element, text: str) -> bool:
    """Whether the text of a story has begun with this block."""
    if block.tag in HEADINGS:
        return False
    if block.tag != "p" or len(text) > _LONG:
        return True
    # In scripts without spaces a sentence is one word.
    enough = len(text.split()) >= _OPENING_WORDS or len(text) >= _OPENING_LETTERS
    return enough and bool(_SENTENCE.search(text))


def _credit(block: Element, text: str) -> str | None:
    """A line that says no more than whose a picture is."""
    if block.tag != "p" or len(text) > _LONGEST_LABEL:
        return None
    said = parted(text)
    return "the credit of a picture or a video" if said.credit and not said.caption else None


def _link_share(block: Element, text: str) -> float:
    """How much of a block's text is links."""
    linked = sum(len(squeeze(inline(e))) for e in block.elements() if e.tag == "a")
    return linked / max(1, len(text))


def _labelled_link(block: Element, text: str) -> bool:
    """Whether a paragraph is a label with a colon and then the title of another page."""
    label, _, title = text.partition(":")
    links = [squeeze(inline(e)) for e in block.elements() if e.tag == "a"]
    short = len(label.split()) <= _LABEL_WORDS and len(title.split()) > _LEAST_TITLE
    return short and len(links) == 1 and links[0] == title.strip() and not _SENTENCE.search(text)


def _captions(block: Element) -> Iterator[str]:
    for element in block.elements():
        if element.tag == "figcaption":
            yield squeeze(inline(element))


def _trim(result: Sorted) -> None:
    """Takes off headings and rules behind which nothing follows."""
    while result.blocks and (result.blocks[-1].tag in HEADINGS or result.blocks[-1].tag == "hr"):
        block = result.blocks.pop()
        if block.tag != "hr":
            result.drop(block, "a heading with nothing below it")
