"""feedgen's generator with its faults closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.syndication.entry import Entry, copied, last_page
from feeds.syndication.extension import Extension
from feeds.syndication.forms import legal, rfc822, rfc3339_utc
from feeds.syndication.node import Node

NAME = "feeds"
"""What `generator` says. It names no version: an edition's bytes do not change with a release."""

DOCUMENTATION = "https://www.rssboard.org/rss-specification"

AFTER_DESCRIPTION = 3
"""Where lastBuildDate stands in a channel: after title, link and description."""


class Generator(FeedGenerator):  # type: ignore[misc]  # feedgen has no types
    """A feed. It has no date until it is given one, and no clock is read."""

    dialect: Extension

    def __init__(
        self, extension: type[Extension] = Extension, entry_extension: type[Extension] | None = None
    ) -> None:
        super().__init__()
        self._FeedGenerator__atom_updated: datetime | None = None  # feedgen: the time of the call
        self._FeedGenerator__rss_lastBuildDate = None
        self.register_extension("dialect", extension, entry_extension or extension)
        self.generator(NAME)
        self.docs(DOCUMENTATION)

    def add(self, *nodes: Node) -> None:
        """Adds elements of the dialect to the channel, after feedgen's own."""
        self.dialect.nodes.extend(nodes)

    def title(self, title: str | None = None) -> Any:
        """The feed's name, plain text."""
        return super().title(title and legal(title))

    def description(self, description: str | None = None) -> Any:
        """What the feed brings, plain text; Atom's subtitle."""
        return super().description(description and legal(description))

    def updated(self, updated: datetime | None = None) -> Any:
        """When the feed's content last changed: Atom's updated and RSS's lastBuildDate."""
        known = super().updated(updated)
        self._FeedGenerator__rss_lastBuildDate = None  # written by `_create_rss`, in no locale's words
        return known

    def link(self, link: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds a link: href, rel (default alternate), type, hreflang, title, length.

        RSS's `link` is the last alternate link (feedgen: the last one of any kind).
        """
        links = super().link([{"rel": "alternate", **g} for g in copied(link, fields)] or None, replace)
        self._FeedGenerator__rss_link = last_page(links or [])
        return links

    def author(self, author: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds authors: name, uri, email."""
        return super().author(copied(author, fields) or None, replace)

    def add_entry(self, feedEntry: Entry | None = None, order: str = "append") -> Any:  # noqa: N803
        """Adds an entry, by default after the others."""
        return super().add_entry(Entry() if feedEntry is None else feedEntry, order)

    def _create_rss(self, extensions: bool = True) -> tuple[etree._Element, Any]:  # noqa: FBT001, FBT002
        rss, document = super()._create_rss(extensions)
        if self.updated():
            built = etree.Element("lastBuildDate")
            built.text = rfc822(self.updated())
            rss[0].insert(AFTER_DESCRIPTION, built)
        if not extensions:  # feedgen forgets to tell its entries
            for item, entry in zip(rss[0].findall("item"), self.entry(), strict=True):
                rss[0].replace(item, entry.rss_entry(extensions=False))
        return rss, document

    def _create_atom(self, extensions: bool = True) -> tuple[etree._Element, Any]:  # noqa: FBT001, FBT002
        feed, document = super()._create_atom(extensions)
        feed.find("updated").text = rfc3339_utc(self.updated())
        if not extensions:
            for element, entry in zip(feed.findall("entry"), self.entry(), strict=True):
                feed.replace(element, entry.atom_entry(extensions=False))
        return feed, document
