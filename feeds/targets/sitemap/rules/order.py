"""Children that stand in another order than the schema's, or that it does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from feeds.checking.namespaces import clark


def places(names: Sequence[str]) -> dict[str, int]:
    """Each element's place in the order, by Clark name."""
    return {clark(name): n for n, name in enumerate(names)}


def misplaced(
    parent: etree._Element, order: Mapping[str, int], others: int | None = None
) -> tuple[etree._Element, etree._Element] | None:
    """The first child that stands behind one that it belongs before, and that one.

    `others` is the place of elements that the order does not name; None where they do not count.
    """
    last, highest = -1, None
    for child in parent.iterchildren(etree.Element):
        place = order.get(child.tag, others)
        if place is None:
            continue
        if highest is not None and place < last:
            return child, highest
        if place > last:
            last, highest = place, child
    return None


def unknown(parent: etree._Element, order: Mapping[str, int]) -> Iterator[etree._Element]:
    """The children that the order does not name."""
    for child in parent.iterchildren(etree.Element):
        if child.tag not in order:
            yield child
