"""What feeds add to a story's body, taken off again: the cover and the lead in front, links back behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feeds.article import Image
from feeds.intake.address import canonical
from feeds.intake.feed.media import of_others
from feeds.intake.normalise.coerce import whole
from feeds.intake.normalise.credit import parted
from feeds.markup.nodes import Body, Element
from feeds.markup.parse import parse
from feeds.markup.text import inline, squeeze
from feeds.syndication.story import caption, figure, says

_APPEARED = re.compile(
    r"(?:The post|Сообщение|Запись|Запис|Der Beitrag|L’article|La entrada|O post|Il post) .{1,400} "
    r"(?:appeared first on|появил[аи]сь (?:сначала )?(?:на|впервые)|впервые появил[аи]сь|erschien zuerst auf|"
    r"est apparu en premier sur|se publicó primero en|apareceu primeiro em|proviene da) .{1,200}",
    re.DOTALL | re.IGNORECASE,
)
_LONGEST_LINK = 200  # characters of a line that only leads to the story
_LOST_BLOCKS = (
    'header menu, [data-block="share"], [data-block="rating"], [data-block="comments"], '
    '[data-block="widget-feedback"], [data-block="breadcrumblist"], [data-block="feed"], [data-block="cards"], '
    '[data-block="search"], [data-turbo-ad-id], form'
)


def without_cover(body: Body, cover: Image | None) -> Body:
    """The body without the cover in front of it, where publishing the story would put the same there again."""
    return body[1:] if body and cover and body[0] == figure(cover) else body


def without_lead(body: Body, lead: str) -> Body:
    """The body without the lead in front of it, where publishing the story would put it there again."""
    repeated = bool(body) and body[0] == Element("p", children=[lead]) and not says(body[1:], lead)
    return body[1:] if repeated else body


def without_closing(body: Body, link: str | None) -> Body:
    """The body without the pictures that count readers, and without what feeds end with.

    That is a link to the story itself, or a mention of its site.
    """
    body = [block for block in body if not _counts(block)]
    while body and _returns(body[-1], link):
        body = body[:-1]
    return body


def _counts(block: Element) -> bool:
    return block.tag == "figure" and of_others(str(shown_in(block).get("url", "")))


def _returns(block: Element, link: str | None) -> bool:
    if block.tag != "p":
        return False
    said = inline(block).strip()
    if _APPEARED.fullmatch(said):
        return True
    links = [e for e in block.elements() if e.tag == "a"]
    return (
        link is not None
        and len(links) == 1
        and len(said) <= _LONGEST_LINK
        and inline(links[0]).strip() == said
        and canonical(links[0].attributes.get("href", "")) == canonical(link)
    )


def turbo(source: str) -> tuple[str, str]:
    """The header and the text of a Turbo page, both without what only such a page has."""
    tree = LexborHTMLParser(source)
    for block in tree.css(_LOST_BLOCKS):
        block.decompose()
    for block in tree.css('[data-block="gallery"], [data-block="slider"]'):
        block.attrs["class"] = "gallery"
    header = tree.css_first("header")
    head = header.html or "" if header is not None else ""
    if header is not None:
        header.decompose()
    return head, _inside(tree.body)


def _inside(body: LexborNode | None) -> str:
    return (body.inner_html or "") if body is not None else ""


def header_images(header: str, base: str | None) -> list[dict[str, Any]]:
    """The pictures in a Turbo page's header."""
    return [
        facts for block in parse(header, base or "") if block.tag == "figure" and (facts := shown_in(block))
    ]


def shown_in(block: Element) -> dict[str, Any]:
    """What a figure with one picture says of it."""
    pictures = [element for element in block.elements() if element.tag == "img"]
    if len(pictures) != 1:
        return {}
    given = pictures[0].attributes
    said = block.first("figcaption")
    facts: dict[str, Any] = {
        "url": given.get("src"),
        "alt": given.get("alt"),
        "width": whole(given.get("width"), 1),
        "height": whole(given.get("height"), 1),
        "caption": squeeze(inline(said).replace("\n", " ")) if said else None,
    }
    return {name: value for name, value in facts.items() if value}


def completed(pictures: Iterable[dict[str, Any]], body: Body) -> list[dict[str, Any]]:
    """The listed pictures with what the figures of the body know of them besides."""
    figures = [facts for block in body if block.tag == "figure" and (facts := shown_in(block))]
    known = {facts["url"]: facts for facts in reversed(figures) if "url" in facts}
    return [_joined(picture, known.get(picture.get("url"), {})) for picture in pictures]


def _joined(listed: dict[str, Any], shown: dict[str, Any]) -> dict[str, Any]:
    if not shown:
        return listed
    line = shown.get("caption", "")
    facts = {**shown, **listed}
    if listed.get("caption") == line:
        return facts
    facts.pop("caption", None)
    said = _parted(line, listed.get("credit"))
    # A feed has one place for what a picture says: what stands there may be its alternative text.
    if "caption" not in said and listed.get("caption") not in (None, shown.get("alt")):
        said["caption"] = listed["caption"]
    return {**said, **facts}


def _parted(line: str, credit: str | None) -> dict[str, str]:
    """The line under a picture as caption and credit."""
    if credit and line.endswith(owner := caption(None, credit)):
        found: dict[str, str | None] = {"caption": line.removesuffix(owner).strip(), "credit": credit}
    else:
        found = parted(line)._asdict()
    return {name: value for name, value in found.items() if value}


def with_sounds(body: Body, sounds: Iterable[Mapping[str, Any]]) -> Body:
    """The body with the sounds that it does not play yet behind its text."""
    played = {e.attributes.get("src") for block in body for e in block.elements() if e.tag == "audio"}
    added = {str(one["url"]): one for one in sounds if one["url"] not in played}
    return body + [
        Element("figure", children=[Element("audio", _audio(url, one.get("type")))])
        for url, one in added.items()
    ]


def _audio(url: str, kind: Any) -> dict[str, str]:
    return {"src": url, **({"type": str(kind)} if kind and "/" in str(kind) else {})}
