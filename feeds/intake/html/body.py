"""A page's text: its container found, furniture taken out, made canonical."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.html import last_resort
from feeds.intake.html.blocks import Sorted, sorted_out
from feeds.intake.html.container import Container, container
from feeds.intake.html.furniture import furniture, unseen
from feeds.intake.html.measure import Measure
from feeds.intake.html.page import Page
from feeds.intake.html.pictures import figures_around, settle_pictures
from feeds.intake.html.subject import host
from feeds.intake.html.tree import BLOCKS, Node, ancestors, attribute, text, walk
from feeds.intake.html.visible import Shown
from feeds.markup.nodes import Body
from feeds.markup.parse import of_tree
from feeds.markup.text import inline

_HARDLY = 200  # characters of running text
_MUCH = 0.6  # of the page's running text
_LONGER = 1.3  # times: what another way finds must be so much longer to be better
_LINKED = 30  # characters of links from which on a block of them is furniture
_KEPT_WHOLE = "figure, table, pre, iframe, video, audio, blockquote"


def offer_body(draft: Draft, page: Page, place: Shown, titles: list[str]) -> None:
    """Offers the story's text, its pictures, and the stories that it links to in between."""
    base = page.base or ""
    found = container(place.top, _holders(place), place.headline)
    figures = list(figures_around(place.region, base)) if place.headline is not None else []
    result, where, links = Sorted(), "", []
    if found is not None:
        where = f"{found.node.tag} {attribute(found.node, 'class')[:40]}".strip()
        links = _pruned(found, page)
        result = sorted_out(of_tree(found.node, base), titles, base)
    if found is None or _doubtful(found):
        other = sorted_out(last_resort.found(page.text, base), titles, base)
        if _size(other.blocks) > _LONGER * _size(result.blocks):
            result, where = other, "trafilatura"
    draft.offer("html", settle_pictures(draft, result.blocks, figures), where)
    draft.offer("related", [*links, *result.related], "blocks among the text")
    for name in result.signed:
        draft.offer("signed", name, f"a line of {where}")
    draft.offer("lead", result.lead, f"the heading above {where}")
    for said in result.notes:
        draft.note(where, said)


def _doubtful(found: Container) -> bool:
    """Whether the text may be somewhere else: there is hardly any, or it is a guess that leaves much outside."""
    return found.measure.good < _HARDLY or (found.sure == 0 and found.share < _MUCH)


def _size(blocks: Body) -> int:
    return sum(len(inline(block)) for block in blocks if block.tag != "figure")


def _holders(place: Shown) -> frozenset[int]:
    """The elements that hold the headline or say that they hold the text, and all around them."""
    held = [place.headline] if place.headline is not None else []
    held += place.top.css("[itemprop~=articleBody]")
    ways = ([node, *ancestors(node)] for node in held)
    return frozenset(above.mem_id for way in ways if not any(map(unseen, way)) for above in way)


def _pruned(found: Container, page: Page) -> list[dict[str, str]]:
    """Takes the furniture out of the container; the stories that it linked to."""
    links: list[dict[str, str]] = []
    doomed: dict[int, Node] = {node.mem_id: node for node in found.node.css("h1")}
    for node in _furniture(found):
        links += _links(node) if furniture(node) == "related" else []
        doomed[node.mem_id] = node
    for measure in _link_blocks(found.measure, page):
        links += _links(measure.node)
        doomed[measure.node.mem_id] = measure.node
    # What is inside another goes with it, and must not be touched afterwards.
    outer = [n for n in doomed.values() if not any(above.mem_id in doomed for above in ancestors(n))]
    for node in outer:
        node.decompose()
    return links


def _furniture(found: Container) -> Iterator[Node]:
    """The outermost pieces of furniture in the container."""
    inside = 0
    for node, entering in walk(found.node):
        if not node.is_element_node:
            continue
        if inside:
            inside = 0 if node.mem_id == inside and not entering else inside
        elif entering and node.mem_id not in found.heavy and furniture(node):
            inside = node.mem_id
            yield node


def _link_blocks(top: Measure, page: Page) -> Iterator[Measure]:
    """The outermost blocks that hold nothing but links to pages of the same house."""
    pending = [*top.below]
    while pending:
        measure = pending.pop()
        bare = measure.good == 0 and measure.worth < -_LINKED and measure.node.tag in BLOCKS
        if bare and _inner(measure.node, page) and measure.node.css_first(_KEPT_WHOLE) is None:
            yield measure
        elif measure.node.tag not in ("figure", "table"):
            pending += measure.below


def _inner(node: Node, page: Page) -> bool:
    """Whether the links of an element lead to pages of the same house."""
    own = host(page.base or "")
    return all(host(link) in ("", own) for link in (attribute(a, "href") for a in node.css("a[href]")))


def _links(node: Node) -> list[dict[str, Any]]:
    """The stories that a block of links names."""
    found: dict[str, dict[str, Any]] = {}
    for link in node.css("a[href]")[:50]:
        title, href = text(link), attribute(link, "href")
        if len(title.split()) > 1 and not href.startswith("#"):
            image = link.css_first("img")
            said = {"url": href, "title": title}
            if image is not None:
                said["image"] = attribute(image, "data-src") or attribute(image, "src")
            found.setdefault(href, said)
    return list(found.values())
