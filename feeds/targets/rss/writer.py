"""Writes RSS 2.0 for readers and aggregators in general."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from feeds.article import Article
from feeds.markup.text import squeeze
from feeds.markup.write import write
from feeds.syndication.extension import Extension
from feeds.syndication.forms import language_tag, rfc3339, uri
from feeds.syndication.fragment import rss_frame, rss_item
from feeds.syndication.item import EveryStory, archive_nodes, authors, begin, enclose, pictures, rss_channel
from feeds.syndication.media import film, location, picture, rating
from feeds.syndication.node import Node
from feeds.syndication.story import READER, story, subjects
from feeds.targets.target import Channel, Frame, Setting


class Rss(Extension):
    """The namespaces of a general feed."""

    prefixes: ClassVar[tuple[str, ...]] = ("dc", "dcterms", "georss", "media", "slash")


class Paged(Rss):
    """The namespaces of a feed with archives."""

    prefixes = (*Rss.prefixes, "fh")


class RssWriter(EveryStory):
    """One enclosure, for readers keep but one: the cover; everything else in Media RSS."""

    version = 3

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story with all that RSS and its common extensions can say."""
        entry = begin(article, setting.publication, Rss)
        entry.author(authors(article))
        entry.category([{"term": subject} for subject in subjects(article)])
        if setting.options.full_text:
            entry.content(write(story(article), READER))
        enclose(entry, pictures(article), most=1)
        if article.comments and article.comments.url:
            entry.comments(uri(article.comments.url))
        if setting.options.modified and article.changed > article.published:
            entry.add(Node("dcterms:modified", rfc3339(article.changed)))
        entry.add(*_extras(article, setting.publication.language))
        return rss_item(entry)

    def frame(self, channel: Channel) -> Frame:
        """The channel, with its picture, its editors' address and how long it may be kept."""
        publication = channel.setting.publication
        feed = rss_channel(channel, publication, Paged if channel.paging else Rss)
        if logo := publication.logo_square or publication.logo:
            feed.image(url=uri(logo))
        if publication.email:
            feed.managingEditor(f"{publication.email} ({publication.name})")
        if channel.setting.options.ttl:
            feed.ttl(channel.setting.options.ttl)
        if channel.paging:
            feed.add(*archive_nodes(channel.paging, channel.url))
        return Frame(*rss_frame(feed))


def _extras(article: Article, language: str) -> Iterator[Node]:
    if lead := squeeze(article.lead or ""):
        yield Node("dcterms:abstract", lead)  # a description may be made from the text, this is the lead
    if (own := language_tag(article.language)) and own != language:
        yield Node("dc:language", own)
    if article.rights:
        yield Node("dc:rights", article.rights)
    if article.comments and article.comments.count is not None:
        yield Node("slash:comments", str(article.comments.count))
    yield from map(picture, pictures(article))
    yield from map(film, article.videos)
    yield from rating(article)
    yield from location(article.place)


WRITER = RssWriter()
