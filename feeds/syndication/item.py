"""What every dialect of RSS says of a story and of its feed in the same way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Protocol

from feeds.article import Article, Image
from feeds.markup.text import squeeze
from feeds.publication import Publication
from feeds.syndication.entry import Entry
from feeds.syndication.extension import Extension
from feeds.syndication.forms import uri
from feeds.syndication.generator import Generator
from feeds.syndication.media import image_type
from feeds.syndication.node import Node
from feeds.syndication.story import description, identity


class EveryStory:
    """A writer that has a place for every story."""

    def refuse(self, article: Article, setting: object) -> None:
        """Takes every story."""


class Channel(Protocol):
    """What a feed says of itself."""

    @property
    def url(self) -> str:
        """Where the feed is served."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def link(self) -> str:
        """The page that it represents."""

    @property
    def description(self) -> str:
        """What it brings."""

    @property
    def language(self) -> str:
        """BCP 47."""

    @property
    def hubs(self) -> tuple[str, ...]:
        """The WebSub hubs that hear of its changes."""

    @property
    def updated(self) -> datetime | None:
        """When the newest of its stories changed."""


def begin(article: Article, publication: Publication, extension: type[Extension]) -> Entry:
    """An item with headline, link, guid, date and description."""
    entry = Entry(extension)
    entry.title(article.title)
    link = uri(article.url)
    entry.link(href=link)
    name = identity(article, publication)
    entry.guid(name, permalink=name in {article.url, link})
    entry.published(article.published)
    entry.description(description(article))
    return entry


def enclose(
    entry: Entry,
    images: Iterable[Image | None],
    types: Collection[str] | None = None,
    most: int | None = None,
) -> None:
    """Adds pictures as enclosures, each address once, at most so many and of these media types."""
    chosen: dict[str, Image] = {}
    for image in images:
        if image is not None and (types is None or image_type(image) in types):
            chosen.setdefault(uri(image.url), image)
    for address, image in list(chosen.items())[:most]:
        entry.enclosure(address, media_type=image_type(image), length=image.length)


def authors(article: Article) -> list[dict[str, str | None]]:
    """The authors with their pages; an address is no reader's business."""
    return [
        {"name": squeeze(person.name), "uri": person.url and uri(person.url)}
        for person in article.authors
        if squeeze(person.name)
    ]


def author_line(article: Article) -> str:
    """The authors' names as one line."""
    return ", ".join(filter(None, (squeeze(person.name) for person in article.authors)))


def logos(publication: Publication) -> Iterator[Node]:
    """The outlet's logos as Yandex and Dzen want them."""
    if publication.logo:
        yield Node("yandex:logo", uri(publication.logo))
    if publication.logo_square:
        yield Node("yandex:logo", uri(publication.logo_square), {"type": "square"})


def pictures(article: Article) -> list[Image]:
    """The article's pictures, its cover first."""
    cover = article.cover
    return [cover, *(image for image in article.images if image is not cover)] if cover else []


class Archive(Protocol):
    """How a document stands among a feed's archives."""

    @property
    def current(self) -> str:
        """Where the feed itself is."""

    @property
    def previous(self) -> str | None:
        """The archive before."""

    @property
    def following(self) -> str | None:
        """The archive behind."""


def archive_nodes(paging: Archive, url: str, link: str = "atom:link") -> Iterator[Node]:
    """What RFC 5005 has documents say: that one is an archive, and where the others are."""
    if paging.current != url:
        yield Node("fh:archive")
    related = {
        "current": paging.current if paging.current != url else None,
        "prev-archive": paging.previous,
        "next-archive": paging.following,
    }
    for relation, address in related.items():
        if address:
            yield Node(link, attributes={"rel": relation, "href": uri(address)})


def rss_channel(channel: Channel, publication: Publication, extension: type[Extension]) -> Generator:
    """A feed with title, link, description, language, its own address, hubs, date and copyright."""
    feed = Generator(extension)
    feed.title(channel.title)
    feed.link(href=uri(channel.link))
    feed.link(href=uri(channel.url), rel="self", type="application/rss+xml")
    feed.description(channel.description)
    feed.language(channel.language)
    if channel.updated:
        feed.updated(channel.updated)
    if publication.copyright:
        feed.copyright(publication.copyright)
    feed.add(*(Node("atom:link", attributes={"rel": "hub", "href": uri(hub)}) for hub in channel.hubs))
    return feed
