"""A page's tree and how to walk it: lexbor's, without recursion, since pages may be nested at will."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode as Node

from feeds.markup.text import squeeze
from feeds.markup.words import of_names

__all__ = ["Node", "Tree", "ancestors", "attribute", "labels", "lines", "parse", "text", "walk"]

BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr img input legend li "
    "main menu nav ol option p picture pre section select summary table tbody td tfoot th thead tr ul "
    "video".split()
)
"""Elements before and after which a line of the page ends."""

UNSEEN = frozenset("script style noscript template head title iframe svg math object textarea select".split())
"""Elements whose text no reader sees as the page's."""


MOST_TEXT = 5000
"""Characters from which on the text of an element is not looked at further; the story's is read by other means."""


def parse(text: str) -> Tree:
    """The tree of a page; whatever the text, there is one."""
    return Tree(text)


def attribute(node: Node, name: str) -> str:
    """An attribute's value, trimmed; "" where there is none."""
    return (node.attributes.get(name) or "").strip()


def labels(node: Node) -> frozenset[str]:
    """The words of an element's class and id: `articleBody` and `article__body` are article and body."""
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return of_names(named[:500])


def ancestors(node: Node) -> Iterator[Node]:
    """The elements above one, the nearest first."""
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def text(node: Node, most: int = MOST_TEXT) -> str:
    """The text that a reader sees of an element, in one line; of a long one its first `most` characters or more."""
    return squeeze(" ".join(lines(node, most)))


def lines(node: Node, most: int = MOST_TEXT) -> list[str]:
    """The text that a reader sees of an element, as the lines into which its blocks part it; `most` as for `text`."""
    parts: list[str] = []
    size = 0
    for visited, entering in walk(node):
        if visited.is_text_node:
            if entering:
                parts.append((visited.text_content or "").replace("\n", " ").replace("\r", " "))
                size += len(parts[-1].strip())
                if size > most:
                    break
        elif visited.tag in BLOCKS:
            parts.append("\n")
    found = (squeeze(line) for line in "".join(parts).split("\n"))
    return [line for line in found if line]


def walk(node: Node, skip: Callable[[Node], bool] | None = None) -> Iterator[tuple[Node, bool]]:
    """The elements and texts below one, each element when it begins (True) and when it ends (False).

    Elements that readers do not see, and those to `skip`, are left out with all that is in them.
    """
    current = node.first_child
    while current is not None:
        seen = current.is_text_node or (
            current.is_element_node and current.tag not in UNSEEN and not (skip and skip(current))
        )
        if seen:
            yield current, True
        below = current.first_child if seen else None
        if below is not None:
            current = below
            continue
        if seen and current.is_element_node:
            yield current, False
        while current is not None and current.next is None:
            current = current.parent
            if current is None or current.mem_id == node.mem_id:
                return
            yield current, False
        current = current.next if current is not None else None
