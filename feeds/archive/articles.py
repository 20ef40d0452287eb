"""Articles and their revisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, or_, select

from feeds.archive.pack import sealed, sealed_origin, unsealed
from feeds.archive.schema import articles, moves
from feeds.article import Article
from feeds.media.stories import lacking

BATCH = 500
FEW = 1000
T = TypeVar("T")

Position = tuple[float, str]
"""Where a story stands among all by time: when it was published, and its id."""


def in_batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The values in lists of at most `size`, as many as one statement takes."""
    source = iter(values)
    while batch := list(islice(source, size)):
        yield batch


class Head(Struct, frozen=True, omit_defaults=True, array_like=True):
    """What selecting needs of an article, without its text. Instants are seconds since 1970."""

    id: str
    url: str
    revision: str
    published: float
    changed: float
    section: str | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None
    source: str | None = None
    embargo: float | None = None
    expires: float | None = None
    withdrawn: str | None = None
    only: tuple[str, ...] | None = None
    except_: tuple[str, ...] = ()

    @property
    def position(self) -> Position:
        """Its place among all by time."""
        return self.published, self.id


class Row(NamedTuple):
    """An article as the archive keeps it, all but the number of its storing."""

    id: str
    url: str
    revision: str
    published: float
    changed: float
    embargo: float | None
    expires: float | None
    source: str | None
    file: str | None
    priority: int
    facets: bytes
    record: bytes
    origin: bytes | None
    lacking: str | None


_head = msgspec.json.Decoder(Head)
_encoder = msgspec.json.Encoder()


def head_of(article: Article, revision: str | None = None) -> Head:
    """An article's head."""
    return Head(
        article.id,
        article.url,
        revision or sealed(article)[0],
        article.published.timestamp(),
        article.changed.timestamp(),
        article.section,
        article.tags,
        tuple(person.name for person in article.authors),
        article.language,
        article.origin.source if article.origin else None,
        _seconds(article.embargo),
        _seconds(article.expires),
        article.withdrawn,
        article.only,
        article.except_,
    )


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


def row_of(article: Article, priority: int = 0) -> Row:
    """An article as it is stored. Pure and the costly part of storing: it may run in another process."""
    revision, record = sealed(article)
    head = head_of(article, revision)
    return Row(
        head.id,
        head.url,
        revision,
        head.published,
        head.changed,
        head.embargo,
        head.expires,
        head.source,
        article.origin.file if article.origin else None,
        priority,
        _encoder.encode(head),
        record,
        sealed_origin(article),
        "\n".join(lacking(article)),
    )


def sequence(connection: Connection) -> int:
    """The number of the latest storing that changed anything; 0 before the first."""
    return int(connection.execute(select(func.max(articles.c.sequence))).scalar() or 0)


def heads(
    connection: Connection,
    *,
    since: float | None = None,
    until: float | None = None,
    beyond: Position | None = None,
    newest_first: bool = True,
) -> Iterator[Head]:
    """The heads of articles by time and, at the same time, by id.

    Those published from `since` on and before `until`; with `beyond`, those that follow that position.
    """
    published, name = articles.c.published, articles.c.id
    query = select(articles.c.facets).order_by(*(c.desc() if newest_first else c for c in (published, name)))
    if since is not None:
        query = query.where(published >= since)
    if until is not None:
        query = query.where(published < until)
    if beyond is not None:
        moment, last = beyond
        if newest_first:
            query = query.where(published <= moment, (published < moment) | (name < last))
        else:
            query = query.where(published >= moment, (published > moment) | (name > last))
    with connection.execute(query, execution_options={"yield_per": 1000}) as rows:
        for row in rows:
            yield _head.decode(row.facets)


def heads_of(connection: Connection, ids: Iterable[str]) -> dict[str, Head]:
    """The heads of the articles with these ids; those that are not there are left out."""
    found: dict[str, Head] = {}
    for batch in in_batches(ids):
        query = select(articles.c.id, articles.c.facets).where(articles.c.id.in_(batch))
        found.update((row.id, _head.decode(row.facets)) for row in connection.execute(query))
    return found


def changed_since(connection: Connection, number: int) -> list[Head]:
    """The heads of all articles that storings after that number brought or changed."""
    query = select(articles.c.facets).where(articles.c.sequence > number)
    return [_head.decode(row.facets) for row in connection.execute(query)]


def newest_changed(connection: Connection, number: int, *, since: float, most: int) -> list[Head]:
    """As `changed_since`, of those published from `since` on the newest, the oldest of them first."""
    # Few changes are found by their numbers; among many, the newest by their times. The sum leaves SQLite no choice.
    few = count_since(connection, number) <= FEW
    published = articles.c.published + 0 if few else articles.c.published
    query = (
        select(articles.c.facets)
        .where(articles.c.sequence > number, published >= since)
        .order_by(published.desc(), articles.c.id.desc())
        .limit(most)
    )
    return [_head.decode(row.facets) for row in connection.execute(query)][::-1]


def count_since(connection: Connection, number: int) -> int:
    """How many articles storings after that number brought or changed."""
    query = select(func.count()).select_from(articles).where(articles.c.sequence > number)
    return int(connection.execute(query).scalar_one())


def moved_since(connection: Connection, number: int) -> list[float]:
    """The former times of publication of articles that later storings gave another."""
    query = select(moves.c.published).where(moves.c.sequence > number)
    return [row.published for row in connection.execute(query)]


def due(connection: Connection, after: datetime, now: datetime) -> list[Head]:
    """The heads of articles for which an instant has come between two: of publication, embargo or expiry."""
    start, end = after.timestamp(), now.timestamp()
    instants = (articles.c.published, articles.c.embargo, articles.c.expires)
    found: dict[str, Head] = {}
    for instant in instants:
        query = select(articles.c.facets).where(instant > start, instant <= end)
        for row in connection.execute(query):
            head = _head.decode(row.facets)
            found[head.id] = head
    return list(found.values())


def records(connection: Connection, ids: Iterable[str], *, origins: bool = False) -> dict[str, Article]:
    """The articles with these ids, with their origins if asked for; those that are not there are left out."""
    found: dict[str, Article] = {}
    columns = (articles.c.id, articles.c.record, *((articles.c.origin,) if origins else ()))
    for batch in in_batches(ids):
        for row in connection.execute(select(*columns).where(articles.c.id.in_(batch))):
            found[row.id] = unsealed(row.record, row.origin if origins else None)
    return found


def find(connection: Connection, id_or_url: str) -> Article | None:
    """The article with that id, or else that address."""
    row = connection.execute(
        select(articles.c.record, articles.c.origin)
        .where(or_(articles.c.id == id_or_url, articles.c.url == id_or_url))
        .order_by((articles.c.id == id_or_url).desc())
    ).first()
    return unsealed(row.record, row.origin) if row else None


def nearest(connection: Connection, text: str, count: int = 5) -> list[str]:
    """Ids of articles whose id or address holds the text, newest first: what a user may have meant."""
    pattern = articles.c.url.contains(text, autoescape=True) | articles.c.id.contains(text, autoescape=True)
    query = select(articles.c.id).where(pattern).order_by(articles.c.published.desc()).limit(count)
    return [row.id for row in connection.execute(query)]


def ids_of_file(connection: Connection, source: str, file: str) -> set[str]:
    """The ids of the articles that a source's file gave."""
    query = select(articles.c.id).where(articles.c.file == file, articles.c.source == source)
    return {row.id for row in connection.execute(query)}


def ids_of_source(connection: Connection, source: str) -> set[str]:
    """The ids of the articles that a source gave and that are not withdrawn."""
    query = select(articles.c.id, articles.c.facets).where(articles.c.source == source)
    return {row.id for row in connection.execute(query) if _head.decode(row.facets).withdrawn is None}


def next_instant(connection: Connection, now: datetime) -> float | None:
    """The next instant at which a story appears, is let go, or expires by itself."""
    instants = (articles.c.published, articles.c.embargo, articles.c.expires)
    found = (
        connection.execute(select(func.min(instant)).where(instant > now.timestamp())).scalar()
        for instant in instants
    )
    return min((moment for moment in found if moment is not None), default=None)


def count(connection: Connection, since: float | None = None, until: float | None = None) -> int:
    """How many articles there are, or how many of them were published in a span of time."""
    query = select(func.count()).select_from(articles)
    if since is not None:
        query = query.where(articles.c.published >= since)
    if until is not None:
        query = query.where(articles.c.published < until)
    return int(connection.execute(query).scalar_one())


def first_after(connection: Connection, moment: float) -> float | None:
    """When the first article from an instant on was published."""
    published = articles.c.published
    return connection.execute(select(func.min(published)).where(published >= moment)).scalar()


def last_before(connection: Connection, moment: float) -> float | None:
    """When the last article before an instant was published."""
    published = articles.c.published
    return connection.execute(select(func.max(published)).where(published < moment)).scalar()


def span(connection: Connection) -> tuple[float, float] | None:
    """When the oldest and the newest article were published; None where there is none."""
    oldest, newest = connection.execute(
        select(func.min(articles.c.published), func.max(articles.c.published))
    ).one()
    return None if oldest is None else (oldest, newest)
