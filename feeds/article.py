"""The normalised record: one immutable `Article` per story, whatever it came from.

Everything else reads it and nothing changes it. Its JSON form is the one that `feeds read`
prints and `feeds schema article` describes.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

Count = Annotated[int, Meta(ge=0)]
Pixels = Annotated[int, Meta(ge=1, description="pixels")]
Bytes = Annotated[int, Meta(ge=0, description="bytes")]
Url = Annotated[str, Meta(min_length=1, description="absolute http(s) URL")]
Text = Annotated[str, Meta(description="plain text, no markup")]

Genre = Literal["flash", "message", "article", "interview", "opinion", "live"]
Rating = Literal["nonadult", "adult"]
ImageRole = Literal["cover", "inline", "gallery"]


class Person(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An author: the bare name, without a job title or «Автор:»."""

    name: Text
    url: Url | None = None
    email: str | None = None


class Image(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A picture of the story; exactly one of an article's images may be its cover."""

    url: Url
    role: ImageRole = "inline"
    type: Annotated[str, Meta(description="media type, as in image/jpeg")] | None = None
    width: Pixels | None = None
    height: Pixels | None = None
    length: Bytes | None = None
    alt: Text | None = None
    caption: Text | None = None
    credit: Text | None = None


class Video(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A video of the story: a file (`url`), a player page (`player`), or both."""

    url: Url | None = None
    player: Url | None = None
    type: str | None = None
    width: Pixels | None = None
    height: Pixels | None = None
    length: Bytes | None = None
    duration: Annotated[int, Meta(ge=0, description="seconds")] | None = None
    thumbnail: Url | None = None
    title: Text | None = None
    caption: Text | None = None
    credit: Text | None = None


class Link(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Another page: a related story (whose address a text dump does not know) or a translation."""

    url: Url | None = None
    title: Text | None = None
    language: str | None = None
    image: Url | None = None


class Place(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where the story happens; degrees of WGS 84."""

    name: Text | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None


class Comments(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Readers' comments: how many, and the page that shows them."""

    count: Count | None = None
    url: Url | None = None


class Origin(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where a record came from, and for each field the place in the source that gave it.

    Not part of the story: two records that differ in origin alone have the same revision.
    """

    source: str | None = None
    file: str | None = None
    kind: str | None = None
    line: int | None = None
    fields: dict[str, str] = field(default_factory=dict)


class Article(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One story. `body` is canonical markup (docs/architecture.md), never raw HTML from outside.

    `published` and `updated` are aware and keep the offset that the source stated. `only` and
    `except` name the targets that the story is for, or not for; `embargo` is the instant before
    which it may not go out, `expires` the one after which it must be gone, `withdrawn` the reason
    for which it was taken back.
    """

    id: Annotated[str, Meta(min_length=1, description="stable: the story keeps it whatever changes")]
    url: Annotated[Url, Meta(description="the story's own page, absolute")]
    title: Annotated[str, Meta(min_length=1, description="the headline; plain text, no markup")]
    short_title: Annotated[Text, Meta(description="a headline for narrow places")] | None = None
    kicker: Annotated[Text, Meta(description="the line above the headline")] | None = None
    lead: Annotated[Text, Meta(description="what it begins with, or its summary; plain text")] | None = None
    body: Annotated[str, Meta(description="canonical markup")] = ""
    published: Annotated[datetime, Meta(description="with its offset, as in 2026-11-24T18:40:00+03:00")]
    updated: Annotated[datetime, Meta(description="when it last changed for its readers")] | None = None
    language: Annotated[str, Meta(description="BCP 47")] | None = None
    authors: Annotated[tuple[Person, ...], Meta(description="in the order of the byline")] = ()
    section: Annotated[Text, Meta(description="the one section that it is in")] | None = None
    tags: Annotated[tuple[Text, ...], Meta(description="what it is about, the most important first")] = ()
    place: Place | None = None
    genre: Annotated[Genre, Meta(description="what kind of story it is")] | None = None
    images: Annotated[tuple[Image, ...], Meta(description="all pictures, those of the body too")] = ()
    videos: Annotated[tuple[Video, ...], Meta(description="all videos, those of the body too")] = ()
    related: Annotated[tuple[Link, ...], Meta(description="other stories that it points to")] = ()
    translations: Annotated[tuple[Link, ...], Meta(description="the story in other languages")] = ()
    channels: Annotated[
        tuple[Link, ...], Meta(description="the outlet's pages elsewhere, as its page lists them")
    ] = ()
    comments: Comments | None = None
    rating: Annotated[Rating, Meta(description="whether it is for adults only")] | None = None
    rights: Annotated[Text, Meta(description="whose the text is")] | None = None
    free: Annotated[bool, Meta(description="whether everybody may read it without paying")] | None = None
    embargo: Annotated[datetime, Meta(description="before this instant it goes nowhere")] | None = None
    expires: Annotated[datetime, Meta(description="from this instant on it is nowhere")] | None = None
    withdrawn: Annotated[Text, Meta(description="why it was taken back, if it was")] | None = None
    only: (
        Annotated[tuple[str, ...], Meta(description="targets, or paths of feeds, that it is for")] | None
    ) = None
    except_: Annotated[
        tuple[str, ...], Meta(description="targets, or paths of feeds, that it is not for")
    ] = field(name="except", default=())
    origin: Origin | None = None

    @property
    def cover(self) -> Image | None:
        """The image that stands for the story: the one marked so, else the first one."""
        return next((image for image in self.images if image.role == "cover"), None) or next(
            iter(self.images), None
        )

    @property
    def changed(self) -> datetime:
        """When the story last changed for its readers: `updated`, or `published` if that is later."""
        return max(self.updated, self.published) if self.updated else self.published


# Raised by one when the same record must get another revision (a new meaning of a field).
REVISION_SCHEME = b"1"
_encoder = msgspec.json.Encoder(order="sorted")


def content_of(article: Article) -> bytes:
    """The story as JSON, its fields in a fixed order, without its origin.

    Fields left at their default do not enter it, so a field added later changes no story.
    """
    return _encoder.encode(msgspec.structs.replace(article, origin=None))


def revision_of(article: Article, content: bytes | None = None) -> str:
    """The content's hash: 32 hexadecimal digits, equal for equal stories on every machine."""
    return hashlib.blake2b(REVISION_SCHEME + (content or content_of(article)), digest_size=16).hexdigest()


def encode(article: Article) -> bytes:
    """The record as one line of JSON, absent fields left out."""
    return msgspec.json.encode(article)


def decode(data: bytes | str) -> Article:
    """The record that `encode` wrote.

    Raises:
        msgspec.ValidationError: the data is JSON but not a record.
        msgspec.DecodeError: the data is not JSON.
    """
    return msgspec.json.decode(data, type=Article)


def utc(moment: datetime) -> datetime:
    """The same instant in UTC."""
    return moment.astimezone(UTC)


class Retraction(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An article taken back: what a tombstone says of it."""

    id: str
    url: Url
    when: datetime
    reason: Text | None = None
