"""Records that are exact already, taken without detours.

A newsroom's own system often hands over records just as we keep them. Such a line is decoded straight
into its types, each value is seen to be as normalising would leave it, and the article is there in half
the time. A record with any other name, form or untidy value takes the long way, which gives the same
article for those that need not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

import msgspec
from msgspec import Struct

from feeds.article import Article, Image, ImageRole, Origin, Person
from feeds.intake.dates import settled
from feeds.intake.draft import Circumstances
from feeds.intake.normalise import language, media, people, scalars
from feeds.intake.normalise.body import LONGEST
from feeds.intake.normalise.coerce import LONGEST_LINE, is_tidy
from feeds.intake.normalise.title import without_site
from feeds.markup.address import PLAIN
from feeds.markup.canonical import Written, canonical, simple_figures
from feeds.markup.text import each_once, squeeze

PATIENCE = 16
"""After so many records in a row that were not exact, no more of a file are tried."""


class _Author(Struct, frozen=True, forbid_unknown_fields=True):
    name: str


class _Picture(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    url: str
    role: ImageRole = "inline"
    type: str | None = None
    width: int | None = None
    height: int | None = None
    length: int | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


class _Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    url: str
    title: str
    published: datetime
    body: str
    id: str | None = None
    lead: str | None = None
    updated: datetime | None = None
    language: str | None = None
    authors: tuple[_Author, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[_Picture, ...] = ()


_record = msgspec.json.Decoder(_Record)


class Exact:
    """Tries the records of one file."""

    def __init__(self, file: str | None, circumstances: Circumstances) -> None:
        self.file = file
        self.circumstances = circumstances
        self._misses = PATIENCE if circumstances.mapping else 0

    @property
    def worthwhile(self) -> bool:
        """Whether a record of the file may still be exact."""
        return self._misses < PATIENCE

    def article(self, line: bytes, number: int | None) -> Article | None:
        """The article of a record's JSON; None where it must take the long way."""
        try:
            found = _article(_record.decode(line), self.circumstances)
        except (msgspec.DecodeError, UnicodeDecodeError):
            found = None
        self._misses = 0 if found else self._misses + 1
        if found is None:
            return None
        article, fields = found
        origin = Origin(
            source=self.circumstances.source, file=self.file, kind="records", line=number, fields=fields
        )
        return msgspec.structs.replace(article, origin=origin)


def _article(record: _Record, circumstances: Circumstances) -> tuple[Article, dict[str, str]] | None:
    """The article of an exact record, and which of its fields gave what; None where it is not exact."""
    body = canonical(record.body) if len(record.body) <= LONGEST else None
    authors = _authors(tuple(author.name for author in record.authors), circumstances.site)
    tags = _tags(record.tags)
    told = _language(record.language or "")
    pictures = tuple(map(_picture, record.images))
    if not body or authors is None or tags is None or told is None or None in pictures:
        return None
    if not _plain(record, circumstances):
        return None
    listed = tuple(picture for picture in pictures if picture)
    if len({picture.url for picture in listed}) < len(listed):
        return None
    images = media.gathered(listed, _shown(body))
    article = Article(
        id=record.id or record.url,
        url=record.url,
        title=record.title,
        lead=record.lead or None,
        body=body,
        published=record.published,
        updated=record.updated,
        language=told,
        authors=authors,
        section=record.section or circumstances.section,
        tags=tags,
        images=images,
    )
    return article, dict(_fields(record, article))


def _shown(body: str) -> Iterator[Image]:
    """The pictures of a canonical body."""
    figures = simple_figures(body)
    if figures is None:
        yield from media.in_figures(Written(body).figures)
        return
    for attributes, line in figures:
        yield media.of_figure(attributes, line and squeeze(line))


def _plain(record: _Record, circumstances: Circumstances) -> bool:
    """Whether the single values are as they should be."""
    lines = filter(None, (record.title, record.lead, record.section, record.id))
    return (
        bool(record.title)
        and all(len(said) <= LONGEST_LINE and is_tidy(said) for said in lines)
        and len(record.id or "") <= scalars.LONGEST_ID
        and record.lead != record.title
        and record.section != ""
        and circumstances.section is None
        and PLAIN.fullmatch(record.url) is not None
        and _unsigned(record.title, record.url, circumstances.site)
        and _settled(record.published)
        and (record.updated is None or (_settled(record.updated) and record.updated >= record.published))
    )


def _unsigned(title: str, url: str, site: str | None) -> bool:
    """Whether the outlet's name does not stand behind the headline."""
    host = url.split("/", 3)[2].removeprefix("www.")
    return without_site(title, host) == title and (not site or without_site(title, site) == title)


def _settled(moment: datetime) -> bool:
    return moment.tzinfo is not None and settled(moment, "UTC") is moment


@lru_cache(maxsize=1024)
def _authors(names: tuple[str, ...], site: str | None) -> tuple[Person, ...] | None:
    """The persons of names that are plain ones."""
    if len({name.casefold() for name in names}) != len(names):
        return None
    if not all(people.is_plain(name) and name.casefold() != (site or "").casefold() for name in names):
        return None
    return tuple(Person(name=name) for name in names)


@lru_cache(maxsize=4096)
def _tags(tags: tuple[str, ...]) -> tuple[str, ...] | None:
    """The tags, each once whatever its capitals; None where one of them is not tidy."""
    tidy = all(0 < len(tag) <= scalars.LONGEST_TAG and is_tidy(tag) and tag[0] != "#" for tag in tags)
    if not tidy or len(tags) > scalars.MOST_TAGS:
        return None
    return each_once(tags)


@lru_cache(maxsize=64)
def _language(stated: str) -> str | None:
    return stated if language.tag(stated) == stated else None


def _picture(given: _Picture) -> Image | None:
    """A picture whose parts need no change."""
    sizes = (given.width or 1, given.height or 1)
    if not PLAIN.fullmatch(given.url) or not all(0 < size <= 100_000 for size in sizes):
        return None
    said = (given.alt, given.caption, given.credit)
    if (given.length or 0) < 0 or not all(
        s is None or (s and len(s) <= LONGEST_LINE and is_tidy(s)) for s in said
    ):
        return None
    kind = _type(given.type, given.url.rpartition(".")[2][:6])
    if given.type is not None and kind != given.type:
        return None
    return Image(
        url=given.url,
        role=given.role,
        type=kind,
        width=given.width or None,
        height=given.height or None,
        length=given.length,
        alt=given.alt,
        caption=given.caption,
        credit=given.credit,
    )


@lru_cache(maxsize=256)
def _type(said: str | None, ending: str) -> str | None:
    """The media type that is stated, or that an address with this ending tells."""
    return media.type_of(said, f"https://a.example/a.{ending}")


def _fields(record: _Record, article: Article) -> Iterator[tuple[str, str]]:
    """Which field of the record gave which field of the article, in the order of normalising."""
    yield "url", "url"
    yield "id", "id" if record.id else "url"
    for name in ("title", "published", "updated", "lead", "body", "language", "authors", "section", "tags"):
        if getattr(article, name):
            yield name, name
    if article.images:
        yield "images", "images" if record.images else "the body"
