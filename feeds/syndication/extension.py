"""feedgen extensions by which dialects add their own elements."""

from __future__ import annotations

from typing import ClassVar

from feedgen.ext.base import BaseEntryExtension
from lxml import etree

from feeds.checking.namespaces import NAMESPACES
from feeds.syndication.node import Node, append


class Extension(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """A dialect's extension: writes the nodes that it was given, in their order.

    A dialect names the prefixes that its documents declare.
    """

    prefixes: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def extend_ns(self) -> dict[str, str]:
        """The namespaces that the root declares."""
        return {prefix: NAMESPACES[prefix] for prefix in self.prefixes}

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Adds the nodes to an item, or to the channel below an `rss` root."""
        parent = feed[0] if feed.tag == "rss" else feed
        for node in self.nodes:
            append(parent, node)
        return feed

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Adds the nodes to an entry or a feed."""
        for node in self.nodes:
            append(feed, node)
        return feed
