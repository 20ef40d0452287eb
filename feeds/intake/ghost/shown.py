"""The HTML that Ghost makes of cards, without what only its own pages use: players' buttons, icons, forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from feeds.intake.ghost.cards import CARDS, link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 4_000_000

_DROPPED = tuple(
    "kg-signup-card kg-cta-card kg-email-card kg-email-cta kg-paywall-card kg-callout-emoji kg-toggle-card-icon "
    "kg-product-card-rating kg-product-card-rating-star kg-header-card-button kg-audio-thumbnail".split()
)


def cleaned(markup: str) -> str:
    """A body's HTML, its cards as plain as other HTML."""
    if 'class="kg-' not in markup or len(markup) > LONGEST:
        return markup
    from lxml import etree, html

    try:
        parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
        root = html.fragment_fromstring(markup, create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError):
        return markup
    for element in list(root.iter("div", "figure", "span", "button", "img", "section")):
        _replace(element)
    return "".join(
        [root.text or "", *(cast("str", html.tostring(child, encoding="unicode")) for child in root)]
    )


def _replace(element: HtmlElement) -> None:
    names = (element.get("class") or "").split()
    if not any(name.startswith("kg-") for name in names) or element.getparent() is None:
        return
    if any(name in _DROPPED for name in names):
        element.drop_tree()
        return
    for name in names:
        if made := _MADE.get(name):
            _put(element, made(element))
            return


def _put(element: HtmlElement, markup: str) -> None:
    from lxml import html

    if markup:
        element.addprevious(html.fragment_fromstring(markup))
    element.drop_tree()


def _one(element: HtmlElement, *steps: str) -> Any:
    """The first element below that is of a tag or of a class."""
    for step in steps:
        path = (
            f".//*[contains(concat(' ', @class, ' '), ' {step} ')]"
            if step.startswith("kg-")
            else f".//{step}"
        )
        if found := element.xpath(path):
            return found[0]
    return None


def _text(element: Any) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


def _source(element: Any) -> str:
    if element is None:
        return ""
    inner = element.find("source")
    return element.get("src") or (inner.get("src") if inner is not None else "") or ""


def _bookmark(element: HtmlElement) -> str:
    anchor = _one(element, "kg-bookmark-container", "a")
    return (
        link(anchor.get("href") or "", _text(_one(element, "kg-bookmark-title")))
        if anchor is not None
        else ""
    )


def _film(element: HtmlElement) -> str:
    from html import escape

    film = _one(element, "video")
    caption = escape(_text(_one(element, "figcaption")))
    poster = film.get("poster") if film is not None else None
    thumbnail = None if poster is None or "spacergif" in poster else poster
    return CARDS["video"]({"src": _source(film), "thumbnailSrc": thumbnail, "caption": caption})


def _sound(element: HtmlElement) -> str:
    title = _text(_one(element, "kg-audio-title"))
    return CARDS["audio"]({"src": _source(_one(element, "audio")), "title": title})


def _file(element: HtmlElement) -> str:
    anchor = _one(element, "kg-file-card-container", "a")
    title = _text(_one(element, "kg-file-card-title", "kg-file-card-filename"))
    return link(anchor.get("href") or "", title) if anchor is not None else ""


_MADE: dict[str, Callable[[HtmlElement], str]] = {
    "kg-bookmark-card": _bookmark,
    "kg-video-card": _film,
    "kg-audio-card": _sound,
    "kg-file-card": _file,
}
