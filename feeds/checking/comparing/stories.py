"""The stories of a document as they can be compared, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from feeds.checking.comparing.words import alike
from feeds.checking.content import Content
from feeds.checking.dates import loose
from feeds.checking.document import Document, Shape, View, whole_text
from feeds.checking.json_document import JsonDocument, Value
from feeds.checking.namespaces import clark
from feeds.checking.values import rfc3339, w3c
from feeds.markup.address import without_tracking

Dated = Callable[[str], datetime | None]


class Fields(NamedTuple):
    """What a format calls the parts of a story; of several names the first that is there counts."""

    id: tuple[str, ...]
    link: tuple[str, ...]
    title: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    texts: tuple[str, ...]
    dated: Dated


_TEXTS = (
    "content:encoded",
    "yandex:full-text",
    "mailru:full-text",
    "rambler:fulltext",
    "turbo:content",
    "description",
)
_RSS = Fields(
    ("guid",),
    ("link",),
    ("title",),
    ("pubDate", "dc:date"),
    ("atom:updated", "dcterms:modified"),
    _TEXTS,
    loose,
)
_ATOM = Fields(("id",), (), ("title",), ("published",), ("updated",), ("content", "summary"), rfc3339)
_JSON = Fields(
    ("id",),
    ("url",),
    ("title",),
    ("date_published",),
    ("date_modified",),
    ("content_html", "content_text"),
    rfc3339,
)
_SITEMAP = Fields((), ("loc",), (), (), ("lastmod",), (), w3c)


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its element, and what its feed says of it; "" and None for what it does not say.

    `text` stands for its text: equal numbers, equal texts.
    """

    at: Any
    index: int
    id: str
    link: str
    title: str
    published: datetime | None
    updated: datetime | None
    text: int

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.id or self.link or self.title

    @property
    def address(self) -> str:
        """Its link as links are compared: without scheme, www, trackers' parameters and a slash at the end."""
        return comparable(self.link)

    @property
    def headline(self) -> str:
        """Its title as titles are compared."""
        return alike(self.title)


class Stories:
    """A document with its stories."""

    def __init__(self, document: Document | JsonDocument, shape: Shape) -> None:
        self.document = document
        self.all = list(_stories(document, shape))

    @cached_property
    def by_id(self) -> dict[str, Story]:
        """The stories by their ids; the first of each."""
        return _first((story.id, story) for story in self.all)

    @cached_property
    def by_address(self) -> dict[str, Story]:
        """The stories by their links as links are compared; the first of each."""
        return _first((story.address, story) for story in self.all)

    @property
    def host(self) -> str | None:
        """The host of most stories' links, www left out."""
        hosts: dict[str, int] = {}
        for story in self.all:
            host = story.address.partition("/")[0]
            hosts[host] = hosts.get(host, 0) + 1
        hosts.pop("", None)
        return max(hosts, key=hosts.__getitem__, default=None)


def _first(pairs: Iterable[tuple[str, Story]]) -> dict[str, Story]:
    found: dict[str, Story] = {}
    for key, story in pairs:
        if key:
            found.setdefault(key, story)
    return found


def comparable(link: str) -> str:
    """A link as links are compared."""
    try:
        parts = urlsplit(without_tracking(link.strip()))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return link
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _stories(document: Document | JsonDocument, shape: Shape) -> Iterator[Story]:
    channel: Any = document.channel(shape)
    if channel is None:
        return
    for view in document.items(channel, shape):
        if isinstance(view, Value):
            yield _of_json(view)
        elif isinstance(view, View):
            yield _of_xml(view, shape)


def _of_json(story: Value) -> Story:
    def first(names: tuple[str, ...]) -> str:
        return next(filter(None, map(story.text, names)), "")

    return _story(story, story.index or 0, first, first(_JSON.link), _JSON)


def _of_xml(story: View, shape: Shape) -> Story:
    fields = _ATOM if "Atom" in shape.default else _SITEMAP if "sitemap" in shape.default else _RSS
    news = story.one("news:news") if fields is _SITEMAP else None
    if news is not None:
        return _of_news(story, View(news))

    def first(names: tuple[str, ...]) -> str:
        elements = (story.one(name) for name in names)
        return next((whole_text(element).strip() for element in elements if element is not None), "")

    made = _story(story, story.index or 0, first, first(fields.link) or _alternate(story), fields)
    story.forget()
    return made


def _of_news(story: View, news: View) -> Story:
    """An address of a news sitemap."""
    link = story.text("loc")
    published = w3c(news.text("news:publication_date"))
    updated = w3c(story.text("lastmod"))
    return Story(story, story.index or 0, "", link, news.text("news:title"), published, updated, 0)


def _story(at: Any, index: int, first: Callable[[tuple[str, ...]], str], link: str, fields: Fields) -> Story:
    return Story(
        at,
        index,
        first(fields.id),
        link,
        first(fields.title),
        fields.dated(first(fields.published)),
        fields.dated(first(fields.updated)),
        hash(Content(first(fields.texts)).shown),
    )


def _alternate(entry: View) -> str:
    """The page that an entry of Atom links to."""
    for link in entry.element.iterchildren(clark("atom:link")):
        if link.get("rel", "alternate") == "alternate":
            return (link.get("href") or "").strip()
    return ""
