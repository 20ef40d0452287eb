"""What to say where an element is missing: often it is there under a name that nobody looks for."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from feeds.checking.namespaces import PREFIXES, clark
from feeds.checking.rule import Problem

if TYPE_CHECKING:
    from feeds.checking.document import View

LOOKED_AT = 200
"""Children among which a misspelt name is looked for."""

STORIES = ("item", clark("atom:entry"), clark("sitemap:url"), clark("sitemap:sitemap"))

ALIKE = 0.85
"""From this ratio on, a name is taken for a slip of the pen."""


def absent(view: View, name: str) -> Problem:
    """That an element is missing: said where it stands by mistake or misspelt, or else at the end.

    What a whole feed lacks is said at its beginning, unless it has no stories.
    """
    lacks = f"<{written(view.element)}> has no <{name}>"
    deeper = next(view.element.iterdescendants(clark(name, view.default)), None)
    if deeper is not None and view.index is not None:
        holder = deeper.getparent()
        said = written(holder) if holder is not None else "another element"
        return Problem(deeper, f"{lacks}: it stands inside of <{said}>, where nobody looks for it")
    stray = misspelt(view, name)
    if stray is None:
        return Problem(view, lacks, closing=at_the_end(view))
    return Problem(stray, f"{lacks}: <{written(stray)}> is not that element")


def at_the_end(view: View) -> bool:
    """Whether what an element lacks would be added at its end: everywhere but in a feed above its stories."""
    return view.parent is not None or next(view.element.iterchildren(*STORIES), None) is None


def misspelt(view: View, name: str) -> etree._Element | None:
    """The child whose name is almost the wanted one."""
    uri, local = _parts(clark(name, view.default))
    for child in islice(view.element.iterchildren(etree.Element), LOOKED_AT):
        there, own = _parts(child.tag)
        if there != uri and there in PREFIXES:
            continue
        if (there, own) != (uri, local) and _alike(own, local):
            return child
    return None


def misbound(view: View, name: str) -> bool:
    """Whether the element is there with a namespace that is none: `namespaces` says so once for all."""
    uri, local = _parts(clark(name, view.default))
    if not uri:
        return False
    for child in view.element.iterchildren(etree.Element):
        there, own = _parts(child.tag)
        if own == local and there and there not in PREFIXES:
            return True
    return False


def written(element: etree._Element) -> str:
    """The element's name as the document writes it."""
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _parts(tag: str) -> tuple[str, str]:
    uri, brace, local = tag.rpartition("}")
    return (uri[1:], local) if brace else ("", tag)


@lru_cache(maxsize=1024)
def _alike(one: str, other: str) -> bool:
    one, other = _folded(one), _folded(other)
    return one == other or (
        abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other).ratio() >= ALIKE
    )


def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")
