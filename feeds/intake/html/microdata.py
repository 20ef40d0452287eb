"""Descriptions of things in a page's own elements (microdata, RDFa), in the shape of JSON-LD's."""

from __future__ import annotations

from typing import Any

from feeds.intake.html.structured import Graph, Thing
from feeds.intake.html.tree import Node, Tree, attribute, labels, text

MOST = 2000
"""Properties that are read of one page."""

_QUERY = "[itemprop], [itemscope], body [property], body [typeof]"

_ADDRESSES = {
    **dict.fromkeys(("a", "area", "link"), "href"),
    **dict.fromkeys(("img", "audio", "embed", "iframe", "source", "track", "video"), "src"),
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
}
"""Which attribute holds an element's value; of others it is their text."""

_HIDDEN = ("data-src", "data-original")
LONGEST = 3000
"""Characters of a property's text; a longer one is the story's, and read as such."""

# Who is named under a picture took it, and did not write the story.
_WRITERS = frozenset({"author", "creator"})
_PICTURES = frozenset({"photo", "caption", "figure"})

_UNREAD = frozenset({"articlebody", "text", "recipeinstructions", "reviewbody"})


def graph(tree: Tree) -> Graph:
    """The things that the page's elements describe; what belongs to none of them is said of the page."""
    loose: dict[str, Any] = {}
    nodes: dict[int, dict[str, Any]] = {}
    things: list[Thing] = []
    for element in {element.mem_id: element for element in tree.css(_QUERY)[:MOST]}.values():
        holder, path, pictured = _holder(element, nodes)
        described: Any = None
        if not {"itemscope", "typeof"}.isdisjoint(element.attributes):
            described = nodes[element.mem_id] = _described(element)
            things.append(Thing(described, _types(described), (*path, *map(str.lower, _names(element)))))
        told = holder if holder is not None or "itemprop" not in element.attributes else loose
        if told is not None and not (pictured and _WRITERS.intersection(_names(element))):
            _tell(told, element, described)
    if loose:
        things.append(Thing(loose, frozenset({"article"})))
    return Graph(things)


def _described(element: Node) -> dict[str, Any]:
    kind = (attribute(element, "itemtype") or attribute(element, "typeof")).split()
    node: dict[str, Any] = (
        {"@type": kind[0].rstrip("/").rpartition("/")[2].rpartition(":")[2]} if kind else {}
    )
    if name := attribute(element, "itemid") or attribute(element, "resource"):
        node["@id"] = name
    return node


def _types(node: dict[str, Any]) -> frozenset[str]:
    return frozenset({node["@type"].lower()}) if "@type" in node else frozenset()


def _holder(
    element: Node, nodes: dict[int, dict[str, Any]]
) -> tuple[dict[str, Any] | None, tuple[str, ...], bool]:
    """The thing that an element's property belongs to, the properties above, and whether a picture is between."""
    path: list[str] = []
    found: dict[str, Any] | None = None
    pictured = False
    above = element.parent
    while above is not None and above.is_element_node:
        if above.mem_id in nodes:
            found = nodes[above.mem_id] if found is None else found
            path += map(str.lower, _names(above))
        elif found is None:
            pictured = pictured or above.tag in ("figure", "figcaption") or bool(labels(above) & _PICTURES)
        above = above.parent
    return found, tuple(reversed(path)), pictured


def _names(element: Node) -> list[str]:
    """The properties that an element names, without the vocabulary's address or prefix."""
    named = attribute(element, "itemprop").split()
    prefixed = (name.removeprefix("schema:") for name in attribute(element, "property").split())
    named += [name for name in prefixed if ":" not in name or "//" in name]
    return [name.rpartition("/")[2] for name in named[:5]]


def _tell(node: dict[str, Any], element: Node, described: Any) -> None:
    """Adds an element's value to the properties that it names; a second value makes a list."""
    names = _names(element)
    value = _value(element) if described is None and names else described
    for key in names:
        if key.lower() in _UNREAD or value in (None, ""):
            continue
        before = node.get(key)
        node[key] = value if before is None else [*(before if isinstance(before, list) else [before]), value]


def _value(element: Node) -> str:
    given = element.attributes
    if (content := given.get("content")) is not None:
        return content.strip()
    tag = element.tag or ""
    if tag == "img" and (hidden := next((v for n in _HIDDEN if (v := given.get(n))), None)):
        return hidden
    if (name := _ADDRESSES.get(tag)) and (said := given.get(name)):
        return said.strip()
    return text(element, LONGEST)[:LONGEST]
