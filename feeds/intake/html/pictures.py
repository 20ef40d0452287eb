"""A story's cover: what the page states of it joined with what the page shows, and shown once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from feeds.intake.draft import Draft, Offer
from feeds.intake.html.tree import Node, text
from feeds.intake.normalise.coerce import raw_text
from feeds.intake.normalise.credit import parted
from feeds.markup.build import LONGEST_CAPTION
from feeds.markup.nodes import Body, Element
from feeds.markup.parse import of_tree
from feeds.markup.text import inline, squeeze

_STAND_IN = re.compile(
    r"(?:^|[/_.-])(?:logo|logotype|placeholder|default|fallback|no-?image|no-?photo|dummy|blank|favicon|"
    r"apple-touch-icon|og-?image-default|share-?default|social-?default|sharing)(?:[/_.-]|\d*$)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[a-z0-9]+", re.IGNORECASE)
_SIZE = re.compile(r"\d{2,4}x\d{2,4}|\d{1,4}[wh]|x\d+y\d+w\d+h\d+", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d")
_COMMON = frozenset(
    "article assets content default featured files gettyimages header images istock landing large media medium "
    "original photos picture preview public rawimage resize scaled screen screenshot shutterstock static "
    "thumbnail thumbs unnamed upload uploads".split()
)
_LEAST_WORD, _LEAST_NUMBER = 6, 5  # characters that two addresses of one picture share

_FIGURES = "figure, [itemprop~=image], [class*=cover], [class*=photo], [class*=image]"

MOST_FIGURES = 20
"""Figures around the headline that are looked at."""


def same_picture(one: str, other: str) -> bool:
    """Whether two addresses are of one picture, perhaps in other sizes."""
    return _plain(one) == _plain(other) or bool(_tokens(one) & _tokens(other))


def _plain(address: str) -> str:
    """An address without its query and without sizes."""
    return re.sub(r"[-_](?=\.\w+$)", "", _SIZE.sub("", unquote(address.partition("?")[0])))


def _tokens(address: str) -> set[str]:
    """What an address calls its picture: the long words and numbers at its end."""
    path, _, query = unquote(address.partition("//")[2] or address).partition("?")
    parts = [part for part in path.split("/")[1:] if part][-3:]
    words = (word.lower() for part in (*parts, query) for word in _TOKEN.findall(_SIZE.sub(" ", part)))
    return {word for word in words if _telling(word)}


def _telling(word: str) -> bool:
    if word.isdecimal():
        return len(word) >= _LEAST_NUMBER and not _DATE.fullmatch(word)
    return len(word) >= _LEAST_WORD and word not in _COMMON


def stand_in(address: str) -> bool:
    """Whether a picture is a drawing, or the outlet's own sign, shown where a story has none."""
    path = unquote(urlsplit(address).path)
    return path.lower().endswith((".svg", ".ico")) or bool(_STAND_IN.search(path))


def settle_pictures(draft: Draft, blocks: Body, figures: list[Element]) -> Body:
    """Puts the offered pictures in order; the blocks without the cover that leads them.

    `figures` are those that the page shows around the headline.
    """
    offers = [
        Offer(kept, o.where) for o in draft.offers.pop("images", []) if (kept := _kept(o.value, draft.base))
    ]
    leading = _leading(blocks)
    shown = [*leading, *figures]
    cover = offers[0].value[0] if offers else None
    if cover is None and shown:
        cover = {"url": _source(shown[0])}
        offers = [Offer([cover], "the figure above the text")]
    for figure in shown:
        if cover is not None and same_picture(_source(figure), str(cover["url"])):
            _complete(cover, figure)
    if offers:
        draft.offers["images"] = [_sized(offers), *offers[1:]]
    shows_cover = cover is not None and any(same_picture(_source(f), str(cover["url"])) for f in leading)
    return blocks[len(leading) :] if shows_cover else blocks


def _kept(pictures: list[dict[str, Any]], base: str | None) -> list[dict[str, Any]]:
    """The pictures with their whole addresses, without the outlet's sign and without other sizes of one."""
    found: list[dict[str, Any]] = []
    for picture in pictures:
        address = _whole(raw_text(picture.get("url")) or "", base)
        again = any(same_picture(address, str(known["url"])) for known in found) and not picture.get(
            "caption"
        )
        if address and address != base and not stand_in(address) and not again:
            found.append({**picture, "url": address})
    return found


def _whole(address: str, base: str | None) -> str:
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return ""


def _sized(offers: list[Offer]) -> Offer:
    """The best list, its cover with the size that another list states for the same address."""
    cover, *rest = offers[0].value
    for other in offers[1:]:
        if not cover.get("width") and other.value[0]["url"] == cover["url"]:
            cover = {**other.value[0], **{name: said for name, said in cover.items() if said}}
    return Offer([cover, *rest], offers[0].where)


def _leading(blocks: Body) -> list[Element]:
    """The figures with a picture that stand above all text."""
    found: list[Element] = []
    for block in blocks:
        if block.tag != "figure" or block.attributes or block.first("img") is None:
            break
        found.append(block)
    return found[:1]


def _source(figure: Element) -> str:
    image = figure.first("img")
    return image.attributes["src"] if image is not None else ""


def _complete(cover: dict[str, Any], figure: Element) -> None:
    """Adds what a figure says of the cover."""
    line = figure.first("figcaption")
    image = figure.first("img")
    said = parted(squeeze(inline(line).replace("\n", " "))) if line is not None else None
    stated: Mapping[str, Any] = {
        "caption": said.caption if said else None,
        "credit": said.credit if said else None,
        "alt": image.attributes.get("alt") if image is not None else None,
    }
    if image is not None and image.attributes.get("src") == cover["url"]:
        stated = {**stated, **{n: image.attributes.get(n) for n in ("width", "height")}}
    for name, value in stated.items():
        if value and not cover.get(name):
            cover[name] = value


def figures_around(region: Node, base: str) -> Iterator[Element]:
    """The figures with one picture that the page shows in the story's part of it."""
    for node in region.css(_FIGURES)[:MOST_FIGURES]:
        holder = node.parent if node.tag == "img" else node
        if (
            holder is None
            or len(holder.css("img")) != 1
            or len(text(holder, LONGEST_CAPTION)) > LONGEST_CAPTION
        ):
            continue
        shown = (block for block in of_tree(holder, base) if block.tag == "figure")
        yield from (block for block in islice(shown, 1) if block.first("img") is not None)
