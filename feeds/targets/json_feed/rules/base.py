"""The rule set of JSON Feed, and which keys there are, of which kind; the other modules add to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from feeds.checking.engine import Context
from feeds.checking.json_document import JSON_FEED, Value
from feeds.checking.rule import RuleSet

SPEC = "https://www.jsonfeed.org/version/1.1/"
VERSION_1_0 = "https://jsonfeed.org/version/1"
VERSION_1_1 = "https://jsonfeed.org/version/1.1"
NOW = "2026-11-23T12:00:00+03:00"


class Keys(NamedTuple):
    """The keys of one kind of object: texts, those of them that are plain, addresses, and all others."""

    texts: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """Every key."""
        return frozenset(self.texts + self.plain + self.addresses + self.others)


KEYS: dict[str, Keys] = {
    "feed": Keys(
        texts=("user_comment",),
        plain=("description",),
        addresses=("home_page_url", "feed_url", "next_url", "icon", "favicon"),
        others=("version", "title", "items", "language", "expired", "author", "authors", "hubs"),
    ),
    "item": Keys(
        texts=("content_html", "content_text"),
        plain=("title", "summary"),
        addresses=("url", "external_url", "image", "banner_image"),
        others=(
            "id", "date_published", "date_modified", "tags", "language", "author", "authors", "attachments",
        ),
    ),
    "author": Keys(plain=("name",), addresses=("url", "avatar")),
    "hub": Keys(addresses=("url",), others=("type",)),
    "attachment": Keys(
        plain=("title",),
        addresses=("url",),
        others=("mime_type", "size_in_bytes", "duration_in_seconds"),
    ),
}  # fmt: skip

PARTS: dict[str, dict[str, str]] = {
    "feed": {"author": "author", "authors": "author", "hubs": "hub"},
    "item": {"author": "author", "authors": "author", "attachments": "attachment"},
}
"""Which keys hold objects of which kind."""

EXAMPLE = """{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Zarya",
  "description": "News of Zarechensk & the country around it, < 24 hours old",
  "home_page_url": "https://zarya.example/",
  "feed_url": "https://zarya.example/feed.json",
  "icon": "https://zarya.example/icon-512.png",
  "favicon": "https://zarya.example/icon-64.png",
  "language": "ru",
  "authors": [{"name": "Zarya", "url": "mailto:desk@zarya.example"}],
  "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
  "items": [
    {
      "id": "https://zarya.example/2026/11/bridge",
      "url": "https://zarya.example/2026/11/bridge",
      "title": "The bridge opens a month early",
      "summary": "The first bus crosses on Monday.",
      "content_html": "<p>The first bus <em>crosses</em> on Monday.</p>",
      "image": "https://cdn.zarya.example/bridge.jpg",
      "date_published": "2026-11-23T08:40:00+03:00",
      "date_modified": "2026-11-23T10:05:00+03:00",
      "authors": [{"name": "Anna Orlova", "avatar": "https://cdn.zarya.example/orlova.jpg"}],
      "tags": ["bridge", "transport"],
      "attachments": [
        {"url": "https://cdn.zarya.example/bridge.mp3", "mime_type": "audio/mpeg",
         "title": "The story, read aloud", "size_in_bytes": 1200345, "duration_in_seconds": 124.5}
      ],
      "_zarya": {"section": "city", "about": "https://zarya.example/feeds"}
    },
    {
      "id": "zarya-48211",
      "url": "https://zarya.example/2026/11/library",
      "external_url": "https://library.example/night",
      "content_text": "The library stays open at night.",
      "date_published": "2026-11-22T18:30:00.250Z",
      "language": "en"
    }
  ]
}
"""

RULES = RuleSet(
    target="json-feed", title="JSON Feed 1.1", prefix="JF", spec=SPEC, example=EXAMPLE, shape=JSON_FEED
)


def kind_of(data: Any) -> str:
    """What a JSON value is, in words."""
    if isinstance(data, bool):
        return "true" if data else "false"
    for kind, said in ((str, "a text"), (int | float, "a number"), (list, "an array"), (dict, "an object")):
        if isinstance(data, kind):
            return said
    return "null"


def holders(channel: Value, context: Context) -> Iterator[tuple[str, Value]]:
    """The feed, its stories and the objects in them, each with its kind."""
    for kind, holder in (("feed", channel), *(("item", item) for item in context.items)):
        yield kind, holder
        for key, inner in PARTS[kind].items():
            for part in holder.all(key):
                if isinstance(part.data, dict):
                    yield inner, part
