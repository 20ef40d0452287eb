"""What of a story's text a platform does not get: each part of the record's body, looked for in what is out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from feeds.pages.document import Story

SHOWN = 400
"""Characters of a part that are shown."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_ADDRESSES = (".//@src", ".//@href", ".//@poster", ".//@data-src")


class Part(NamedTuple):
    """A part of the body in reading order: what it is, how it reads, whether the platform gets it."""

    kind: str
    text: str
    kept: bool


def parts(body: str, story: Story) -> list[Part]:
    """The parts of a body, each with whether the story as it is out has it."""
    tree = _tree(body)
    if tree is None:
        return []
    has = _folded(f"{_plain(story.html)} {story.text} {story.lead}")
    media = f"{story.html} {' '.join(picture.url for picture in story.pictures)} {' '.join(story.media)}"
    return [_part(element, has, media) for element in _blocks(tree)]


def _part(element: Any, has: str, media: str) -> Part:
    text = " ".join("".join(element.itertext()).split())
    if element.tag == "figure":
        addresses = [
            str(a)
            for a in element.xpath(
                " | ".join(
                    (".//img/@src", *_ADDRESSES[1:], ".//video/@src", ".//audio/@src", ".//iframe/@src")
                )
            )
        ]
        kept = any(address in media for address in addresses) or not addresses
        kind = next(
            (tag for tag in ("iframe", "video", "audio", "img") if element.find(f".//{tag}") is not None),
            "figure",
        )
        return Part(
            {"img": "picture", "iframe": "embed"}.get(kind, kind), text or next(iter(addresses), ""), kept
        )
    folded = _folded(text)
    kind = {"li": "item", "blockquote": "quote", "table": "table", "pre": "code"}.get(element.tag, "text")
    return Part("heading" if element.tag in ("h2", "h3", "h4") else kind, text, not folded or folded in has)


def _blocks(tree: Any) -> Iterator[Any]:
    for element in tree:
        if element.tag in ("ul", "ol", "blockquote"):
            inner = [child for child in element if isinstance(child.tag, str)]
            yield from inner or [element]
        elif isinstance(element.tag, str) and element.tag != "hr":
            yield element


def _tree(markup: str) -> Any:
    try:
        return lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _plain(markup: str) -> str:
    tree = _tree(markup) if markup else None
    return "" if tree is None else " ".join(tree.itertext())


def _folded(text: str) -> str:
    """Letters and digits only: what typography and spacing do to a text is no loss."""
    return _NOT_LETTERS.sub("", text).casefold()
