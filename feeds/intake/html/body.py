"""A page's text: its container found, furniture taken out, made canonical."""

from __future__ import annotations

from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.html.blocks import Sorted, sorted_out
from feeds.intake.html.container import Container, container
from feeds.intake.html.furniture import furniture
from feeds.intake.html.page import Page
from feeds.intake.html.tree import Node, ancestors, attribute, text, walk
from feeds.intake.html.visible import Shown
from feeds.markup.parse import of_tree

MOST_OF_IT = 0.5
"""Of the container's text: what holds so much of it is no furniture, whatever it is called."""


def offer_body(draft: Draft, page: Page, place: Shown, titles: list[str]) -> None:
    """Offers the story's text, and the stories that it links to in between."""
    holders = _holders(place)
    found = container(place.top, holders)
    if found is None:
        return
    where = f"{found.node.tag} {attribute(found.node, 'class')[:40]}".strip()
    links = _pruned(found, holders)
    result = sorted_out(of_tree(found.node, page.base or ""), titles)
    draft.offer("html", result.blocks, where)
    draft.offer("related", [*links, *result.related], "blocks among the text")
    for said in result.notes:
        draft.note(where, said)


def _holders(place: Shown) -> frozenset[int]:
    """The elements that hold the headline or say that they hold the text, and all around them."""
    held = [place.headline] if place.headline is not None else []
    held += place.top.css("[itemprop~=articleBody]")
    return frozenset(above.mem_id for node in held for above in (node, *ancestors(node)))


def _pruned(found: Container, holders: frozenset[int]) -> list[dict[str, str]]:
    """Takes the furniture out of the container; the stories that it linked to."""
    doomed: list[Node] = [*found.node.css("h1")]
    links: list[dict[str, str]] = []
    inside: set[int] = set()
    for node, entering in walk(found.node):
        if not entering or not node.is_element_node or node.mem_id in holders:
            continue
        if node.parent is not None and node.parent.mem_id in inside:
            inside.add(node.mem_id)
            continue
        kind = furniture(node)
        if kind and (kind == "comments" or len(text(node)) < MOST_OF_IT * found.total):
            inside.add(node.mem_id)
            doomed.append(node)
            if kind == "related":
                links += _links(node)
    for node in doomed:
        node.decompose()
    return links


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


__all__ = ["Sorted", "offer_body"]
