"""The text of an item of NewsML: in XHTML, in NITF, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.nitf.body import body_html, picture
from feeds.intake.normalise.body import is_markup, unescaped
from feeds.intake.wire import byline_in, without_heading, without_signature
from feeds.intake.xml.node import Node, inner
from feeds.markup.nodes import Body
from feeds.markup.parse import parse
from feeds.markup.text import squeeze

_HEAD = "body/body.head"
_TEXTUAL = ("xhtml:p", "p", "xhtml:h1", "xhtml:div")
_TYPED = re.compile(r"<p>([^<]*\n[^<]*)</p>")
_BLANK = re.compile(r"\n[ \t]*\n")
_INDENT = re.compile(r"\n(?=[ \t]{2,8}\S)")
_WIDE = 40  # characters; lines that are broken at a width are longer, those of a table mostly not


@dataclass(slots=True)
class Content:
    """A text, what its own head says, the pictures in it; what `behind` holds is added at its end.

    `lack` says why there is no text, where there is none.
    """

    body: Body = field(default_factory=list)
    text: str | None = None
    where: str = ""
    lack: str = "holds no text"
    head: dict[str, str | None] = field(default_factory=dict)
    pictures: list[dict[str, Any]] = field(default_factory=list)
    behind: Body = field(default_factory=list)

    def offer(self, draft: Draft, front: Iterable[str | None]) -> None:
        """Offers the text, without the headlines and the byline that it may repeat in front."""
        body = without_signature(without_heading(self.body, *front))
        body, line = byline_in(body)
        draft.offer("authors", line, self.where)
        draft.offer("html", [*body, *self.behind], self.where)
        draft.offer("text", self.text, self.where)


def content_of(item: Node, base: str) -> Content:
    """The text of an item: the first of its contents that holds one."""
    found = [node for around in item.all("contentset") for node in _contents(around)]
    for node in found:
        made = _inline(node, base)
        if made.body or made.text:
            return made
    if not found:
        return Content(lack="its text is kept elsewhere, or there is none")
    return Content(lack=next((_inline(node, base).lack for node in found), "holds no text"))


def _contents(around: Node) -> Iterator[Node]:
    yield from around.all("inlinexml", "inlinedata")


def _inline(node: Node, base: str) -> Content:
    where = f"{node.name} {node.get('contenttype') or ''}".strip()
    document = next(node.below("nitf", "body.content"), None)
    if document is not None:
        return of_nitf(document, base, where)
    body = next(node.below("xhtml:body", "body"), None)
    if body is not None or next(node.below(*_TEXTUAL), None) is not None:
        return Content(parse(markup_of(body or node), base), where=where)
    if len(node.element):
        return Content(lack=f"holds data, not a text ({where})")
    return of_text(node.text, base, where)


def markup_of(body: Node) -> str:
    """The HTML of a body, without a head that says again what its item says elsewhere.

    Where an agency put a typed text into a paragraph, its blank lines and indented ones part it.
    """
    for child in [*body.all("xhtml:header", "header"), *body.all("xhtml:footer", "footer")]:
        body.element.remove(child.element)
    return _TYPED.sub(_parted, inner(body))


def _parted(match: re.Match[str]) -> str:
    """The paragraphs of a typed text; one that a program indented as a whole is one paragraph."""
    text = match[1].strip("\n")
    typed = any(line and not line[0].isspace() for line in text.split("\n")[1:])
    blocks = (part for block in _BLANK.split(text) for part in (_INDENT.split(block) if typed else [block]))
    return "".join(f"<p>{_joined(block)}</p>" for block in blocks)


def _joined(block: str) -> str:
    """A paragraph's lines as one text where they were broken at a width, else as lines."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    return (" " if all(len(line) >= _WIDE for line in lines[:-1]) else "<br>").join(lines)


def of_text(said: str, base: str, where: str) -> Content:
    """A text of which nobody says whether it is markup."""
    said = unescaped(said)
    if is_markup(said):
        return Content(parse(said, base), where=where)
    return Content(text=said or None, where=where)


def of_nitf(document: Node, base: str, where: str) -> Content:
    """A text in NITF, which has a head of its own."""
    first = {path: next((squeeze(node.text) for node in document.at(path) if squeeze(node.text)), None)
             for path in ("head/title", f"{_HEAD}/hedline/hl1", f"{_HEAD}/byline", f"{_HEAD}/abstract")}  # fmt: skip
    persons = [squeeze(node.text) for line in document.at(f"{_HEAD}/byline") for node in line.below("person")]
    jobs = [node.text for line in document.at(f"{_HEAD}/byline") for node in line.below("byttl")]
    byline = ", ".join(persons) or first[f"{_HEAD}/byline"] or ""
    for job in jobs:
        byline = byline.replace(squeeze(job), "")
    return Content(
        parse(body_html(document, base or None), base),
        where=where,
        head={
            "title": first[f"{_HEAD}/hedline/hl1"] or first["head/title"],
            "by": byline or None,
            "lead": first[f"{_HEAD}/abstract"],
        },
        pictures=[facts for node in document.below("media") if (facts := picture(node, base or None))],
    )
