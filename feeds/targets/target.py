"""What a target is: its facts, and what its writer can do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

import msgspec
from msgspec import Struct

from feeds.article import Article, Retraction
from feeds.publication import Publication


class NoOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The target has no options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A platform's format. `writer` and `rules` name an object as `module:attribute`, loaded when needed.

    `window` is the age beyond which a story has no business in the feed, `limit` the number of
    stories that the feed takes by default, `most` the platform's own cap. A `layout` of "monthly"
    is an index with a part for each month; feeds of a target with `archives` may keep old stories in
    documents of their own.

    `robots` are the names that the platform's robots go by in robots.txt, each with those that it falls back
    to; they are known to be `obedient` to it, or not.

    A document whose root is one of `roots` is recognised by the `signs` that it bears, elements or
    `category=TEXT`, each with how sure it is; without any sign it is the `generic` target's.
    """

    name: str
    title: str
    summary: str
    platform: str
    spec: str
    media_type: str
    suffix: str = ".xml"
    window: timedelta | None = None
    limit: int | None = None
    most: int | None = None
    layout: Literal["single", "monthly"] = "single"
    archives: bool = False
    options: type[Struct] = NoOptions
    writer: str | None = None
    rules: str
    roots: tuple[str, ...] = ("rss",)
    signs: Mapping[str, int] = field(default_factory=dict)
    generic: bool = False
    robots: tuple[tuple[str, ...], ...] = (("*",),)
    obedient: bool = False


@dataclass(frozen=True, kw_only=True)
class Setting:
    """All that an item may depend on besides its article. Equal settings share their fragments."""

    target: str
    publication: Publication
    base_url: str
    options: Any = field(default_factory=NoOptions)

    @cached_property
    def key(self) -> str:
        """A hash that names this setting."""
        parts = (self.target, self.publication, self.base_url, self.options)
        return hashlib.blake2b(msgspec.json.encode(parts, order="sorted"), digest_size=12).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Paging:
    """How a document stands among the feed's archives (RFC 5005); addresses, None where there is none.

    `current` is where the feed itself is; a document with another address is one of its archives.
    """

    current: str
    previous: str | None = None
    following: str | None = None


@dataclass(frozen=True, kw_only=True)
class Channel:
    """All that a feed's frame depends on. `updated` is when the newest of its stories changed."""

    setting: Setting
    url: str  # where this feed is served
    title: str
    link: str
    description: str
    language: str
    hubs: tuple[str, ...] = ()
    updated: datetime | None = None
    retractions: tuple[Retraction, ...] = ()
    paging: Paging | None = None


class Frame(NamedTuple):
    """A document around its items: head + item + separator + item + tail."""

    head: bytes
    tail: bytes
    separator: bytes = b""

    def around(self, items: list[bytes]) -> bytes:
        """The whole document."""
        return b"".join((self.head, self.separator.join(items), self.tail))


class Refusal(NamedTuple):
    """Why a target has no place for a story, in an editor's words."""

    code: str
    reason: str


class Part(NamedTuple):
    """One document of a partitioned feed, as its index lists it."""

    url: str
    updated: datetime


class Writer(Protocol):
    """Writes one target's documents. Pure: the same arguments give the same bytes."""

    version: int
    """Raised whenever the bytes of an item may differ for the same article and setting."""

    def refuse(self, article: Article, setting: Setting) -> Refusal | None:
        """Why the target cannot take this story, or None."""

    def item(self, article: Article, setting: Setting) -> bytes:
        """The story as the target wants it."""

    def frame(self, channel: Channel) -> Frame:
        """The document around the items."""


class PartedWriter(Writer, Protocol):
    """A writer whose feed is an index and parts (layout "monthly")."""

    def index(self, channel: Channel, parts: list[Part]) -> bytes:
        """The index of the parts."""
