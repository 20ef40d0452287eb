"""feedgen's entry with its faults closed.

The base class keeps its state in private attributes, which are set here where its setters do harm.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgen.entry import FeedEntry
from lxml import etree

from feeds.checking.namespaces import clark
from feeds.syndication.extension import Extension
from feeds.syndication.forms import legal, rfc822, rfc3339_utc
from feeds.syndication.node import Node, character_data

LINK_ATTRIBUTES = ("rel", "type", "hreflang", "title", "length")


class Entry(FeedEntry):  # type: ignore[misc]  # feedgen has no types
    """A story as an RSS item or an Atom entry.

    Setters take plain values, clean them of what XML cannot hold, and change nothing of what they
    are given. Dates must be aware; RSS keeps their offset, Atom has them in UTC.
    """

    dialect: Extension
    _FeedEntry__atom_link: list[dict[str, str]] | None

    def __init__(self, extension: type[Extension] = Extension) -> None:
        super().__init__()
        self._FeedEntry__atom_updated: datetime | None = None  # feedgen: the time of the call
        self.register_extension("dialect", extension)

    def add(self, *nodes: Node) -> None:
        """Adds elements of the dialect, after feedgen's own."""
        self.dialect.nodes.extend(nodes)

    def guid(self, guid: str | None = None, *, permalink: bool = False) -> Any:
        """The id that the story keeps for ever; `permalink` says that it is the story's address."""
        return super().guid(guid and legal(guid), permalink)

    def id(self, id: str | None = None) -> Any:  # noqa: A002
        """The id that the story keeps for ever."""
        return super().id(id and legal(id))

    def title(self, title: str | None = None) -> Any:
        """The headline, plain text."""
        return super().title(title and legal(title))

    def link(self, link: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds a link: href, rel (any; default alternate), type, hreflang, title, length.

        The last alternate link is RSS's `link`; links with rel enclosure are its enclosures.
        """
        links: list[dict[str, str]] = [] if replace else list(self._FeedEntry__atom_link or ())
        links += [{"rel": "alternate", **given} for given in copied(link, fields)]
        self._FeedEntry__atom_link = links
        self._FeedEntry__rss_link = last_page(links)
        return links

    def enclosure(
        self, url: str | None = None, *, media_type: str | None = None, length: int | None = None
    ) -> Any:
        """Adds a file: `length` in bytes, None if unknown. RSS writes every one that is added."""
        if url is not None:
            size = None if length is None else str(length)
            self.link(href=url, rel="enclosure", type=media_type, length=size)
        return [known for known in self.link() if known["rel"] == "enclosure"]

    def author(self, author: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds authors: name, uri, email. RSS names each as dc:creator, with an address or without."""
        authors = super().author(copied(author, fields) or None, replace)
        self._FeedEntry__rss_author = None
        return authors

    def contributor(self, contributor: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds contributors: name, uri, email. Atom only."""
        return super().contributor(copied(contributor, fields) or None, replace)

    def category(self, category: Any = None, *, replace: bool = False, **fields: str | None) -> Any:
        """Adds categories: term, scheme, label."""
        return super().category(copied(category, fields) or None, replace)

    def published(self, published: datetime | None = None) -> Any:
        """When the story appeared: Atom's published and RSS's pubDate."""
        known = super().published(published)
        self._FeedEntry__rss_pubDate = None  # written by `rss_entry`; feedgen would switch the locale
        return known

    def summary(self, summary: str | None = None) -> Any:
        """The summary, plain text; RSS's description where none is set."""
        return super().summary(summary and legal(summary))

    def description(self, description: str | None = None) -> Any:
        """The description, which in Atom is the summary; the content stays as it is."""
        return super().description(description and legal(description), isSummary=True)

    def content(self, content: str | None = None) -> Any:
        """The whole story as HTML: a CDATA section in RSS, escaped in Atom."""
        if content is not None:
            text, section = character_data(content)
            self._FeedEntry__atom_content = {"content": text, "type": "html"}
            self._FeedEntry__rss_content = {"content": section}
        return self._FeedEntry__atom_content

    def rights(self, rights: str | None = None) -> Any:
        """Who owns the story; Atom only."""
        return super().rights(rights and legal(rights))

    def comments(self, comments: str | None = None) -> Any:
        """The page with readers' comments; RSS only."""
        return super().comments(comments and legal(comments))

    def rss_entry(self, *, extensions: bool = True) -> etree._Element:
        """The story as an RSS item."""
        item: etree._Element = super().rss_entry(extensions=False)
        for file in self.enclosure():
            known = {"url": file["href"], "length": file.get("length", "0"), "type": file.get("type", "")}
            etree.SubElement(item, "enclosure", known)
        if self.published():
            etree.SubElement(item, "pubDate").text = rfc822(self.published())
        if extensions:
            for author in self.author() or ():
                etree.SubElement(item, clark("dc:creator")).text = author.get("name")
            self._extend("rss", item)
        return item

    def atom_entry(self, *, extensions: bool = True) -> etree._Element:
        """The story as an Atom entry."""
        entry: etree._Element = super().atom_entry(extensions=False)
        for element, link in zip(entry.findall("link"), self.link(), strict=True):
            for name in LINK_ATTRIBUTES:
                if link.get(name):
                    element.set(name, link[name])
        for name, moment in (("updated", self.updated()), ("published", self.published())):
            if (date := entry.find(name)) is not None:
                date.text = rfc3339_utc(moment)
        if extensions:
            self._extend("atom", entry)
        return entry

    def _extend(self, kind: str, element: etree._Element) -> None:
        for extension in self._FeedEntry__extensions.values():
            if extension[kind]:
                getattr(extension["inst"], f"extend_{kind}")(element)


def copied(given: Any, fields: dict[str, Any]) -> list[dict[str, str]]:
    """What a setter was given (one dict, several, or keywords) as clean dicts of our own."""
    listed = given if isinstance(given, list | tuple) else [given or fields]
    return [{name: legal(value) for name, value in one.items() if value is not None} for one in listed if one]


def last_page(links: list[dict[str, str]]) -> str | None:
    """The address of the last alternate link: what RSS calls the link."""
    return next((link["href"] for link in reversed(links) if link["rel"] == "alternate"), None)
