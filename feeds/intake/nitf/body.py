"""The text of NITF as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from feeds.intake.normalise.body import wrapped
from feeds.intake.wire import largest
from feeds.intake.xml import Tree, parse
from feeds.intake.xml.names import name_of
from feeds.intake.xml.node import Node, joined
from feeds.intake.xml.repair import prepared

_TAGS = {
    "p": "p", "hl1": "h2", "hl2": "h3", "bq": "blockquote", "block": "div", "body.content": "div",
    "ul": "ul", "ol": "ol", "li": "li", "dl": "div", "dt": "p", "dd": "p", "pre": "pre", "hr": "hr",
    "table": "table", "nitf-table": "div", "tr": "tr", "td": "td", "th": "th",
    "caption": "caption", "a": "a", "q": "q", "sub": "sub", "sup": "sup", "credit": "p",
    "nitf-table-content": "div",
    # what some agencies borrow from HTML
    "blockquote": "blockquote", "strong": "strong", "b": "strong", "i": "em", "figure": "figure", "img": "img",
    "figcaption": "figcaption", "h2": "h2", "h3": "h3", "h4": "h4", "div": "div", "iframe": "iframe",
}  # fmt: skip
_DROPPED = frozenset(
    "media note nitf-table-metadata classifier byline dateline copyrite distributor abstract datasource "
    "media-metadata script style col colgroup custom-table".split()
)
_KEPT = {"a": ("href",), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",),
         "img": ("src", "alt", "width", "height"), "iframe": ("src", "width", "height")}  # fmt: skip
_VOID = frozenset({"hr", "img"})
_STRONG = re.compile(r"bold|strong|\bb\b", re.IGNORECASE)


def html_of(source: str) -> str | None:
    """The body of a document of NITF, or of a piece of one, as HTML; None where it cannot be read."""
    text = prepared(source)
    tree = parse(text) if text else None
    return body_html(Node(tree.root), None) if isinstance(tree, Tree) else None


def body_html(document: Node, base: str | None) -> str:
    """The text of a document: what is in `body.content`, or in the element itself."""
    content = next(document.below("body.content"), document)
    writer = _Writer(base, unwrapping=_is_wrapped(content))
    writer.inside(content.element)
    written = "".join(writer.parts)
    return written if "<" in written else "".join(f"<p>{line}</p>" for line in _lines(written))


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())


def _is_wrapped(content: Node) -> bool:
    """Whether the agency broke the lines of its paragraphs at a width, most of them at least."""
    broken = [_broken(paragraph) for paragraph in content.below("p") if paragraph.one("br")]
    return sum(map(wrapped, broken)) * 2 > len(broken)


def _broken(paragraph: Node) -> str:
    """A paragraph's text, a line a line."""
    parts = [paragraph.element.text or ""]
    for child in paragraph.element.iterdescendants(etree.Element):
        parts += ["\n" if name_of(child) == "br" else " ".join((child.text or "").split()), child.tail or ""]
    lines = "".join(" ".join(part.split()) if part != "\n" else part for part in parts).split("\n")
    return "\n".join(line.strip() for line in lines)


class _Writer:
    """Writes elements as HTML, in document order; documents are at most 256 levels deep."""

    def __init__(self, base: str | None, *, unwrapping: bool) -> None:
        self.base = base
        self.unwrapping = unwrapping
        self.parts: list[str] = []

    def inside(self, top: etree._Element) -> None:
        """Writes what is in an element."""
        self.parts.append(html.escape(top.text or "", quote=False))
        for child in top:
            if isinstance(child.tag, str):
                self.element(child)
            self.parts.append(html.escape(child.tail or "", quote=False))

    def element(self, element: etree._Element) -> None:
        """Writes an element and what is in it."""
        name = name_of(element).removeprefix("xhtml:")
        if name == "media":
            self.parts.append(figure(Node(element), self.base))
        elif name == "note" and element.get("noteclass") == "publishable":
            self.inside(element)
        elif name == "frac":
            self.parts.append("/".join(_numbers(element)))
        elif name == "br":
            self.parts.append(" " if self.unwrapping else "<br>")
        elif name not in _DROPPED:
            self.tagged(_emphasis(element) if name == "em" else _TAGS.get(name, ""), element)

    def tagged(self, tag: str, element: etree._Element) -> None:
        """Writes an element as another of HTML; without a tag, what is in it."""
        given = "".join(
            f' {name}="{html.escape(value)}"' for name in _KEPT.get(tag, ()) if (value := element.get(name))
        )
        if tag:
            self.parts.append(f"<{tag}{given}>")
        if tag not in _VOID:
            self.inside(element)
            self.parts.append(f"</{tag}>" if tag else "")


def _numbers(fraction: etree._Element) -> Iterator[str]:
    return (html.escape(part.text or "") for part in fraction if name_of(part) in ("numer", "denom"))


def _emphasis(element: etree._Element) -> str:
    return "strong" if _STRONG.search(element.get("class") or "") else "em"


def picture(media: Node, base: str | None) -> dict[str, Any]:
    """What a `media` element says of its picture, film or sound, in its best rendition; nothing without a file."""
    medium = (media.get("media-type") or "").lower()
    best = largest(_references(media, base))
    if best is None or (medium and medium not in ("image", "video", "audio", "photo", "graphic")):
        return {}
    facts: dict[str, Any] = {
        **best,
        "medium": "image" if medium in ("photo", "graphic", "") else medium,
        "caption": media.text_of("media-caption"),
        "credit": media.text_of("media-producer"),
    }
    return {name: value for name, value in facts.items() if value}


def _references(media: Node, base: str | None) -> Iterator[dict[str, Any]]:
    for node in media.all("media-reference"):
        source = node.get("source", "data-location", "href") or ""
        if not re.search(r"[/.]", source) or source.startswith("cid:"):
            continue
        yield {
            "url": joined(base, source),
            "type": node.get("mime-type"),
            "name": node.get("name", "outcue", "coding"),
            "width": node.get("width"),
            "height": node.get("height"),
            "alt": node.get("alternate-text"),
        }


def figure(media: Node, base: str | None) -> str:
    """A `media` element as a figure of HTML."""
    facts = picture(media, base)
    if not facts:
        return ""
    said = " ".join(filter(None, (facts.get("caption"), facts.get("credit") and f"© {facts['credit']}")))
    below = f"<figcaption>{html.escape(said)}</figcaption>" if said else ""
    url = html.escape(facts["url"])
    if facts["medium"] in ("video", "audio"):
        return f'<figure><{facts["medium"]} src="{url}"></{facts["medium"]}>{below}</figure>'
    size = "".join(
        f' {name}="{facts[name]}"' for name in ("width", "height") if str(facts.get(name, "")).isdecimal()
    )
    alt = html.escape(facts.get("alt", ""))
    return f'<figure><img src="{url}" alt="{alt}"{size}>{below}</figure>'
