"""Articles and their revisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from feeds.archive.schema import articles, revisions
from feeds.article import Article, decode, encode, revision_of

BATCH = 500
T = TypeVar("T")


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


class Stored(Struct, frozen=True):
    """What storing changed: ids of new and of changed articles, and how many were as before."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0


_head = msgspec.json.Decoder(Head)


def head_of(article: Article) -> Head:
    """An article's head."""

    def seconds(moment: datetime | None) -> float | None:
        return moment.timestamp() if moment else None

    return Head(
        article.id,
        article.url,
        revision_of(article),
        article.published.timestamp(),
        article.changed.timestamp(),
        article.section,
        article.tags,
        tuple(person.name for person in article.authors),
        article.language,
        article.origin.source if article.origin else None,
        seconds(article.embargo),
        seconds(article.expires),
        article.withdrawn,
        article.only,
        article.except_,
    )


def store(connection: Connection, records: Iterable[Article], *, priority: int = 0, now: datetime) -> Stored:
    """Keeps records; one that another source holds with a higher priority is left as it is.

    What a changed article said before is kept as a revision. When an id comes twice, the last counts.
    """
    added: list[str] = []
    changed: list[str] = []
    same = 0
    for batch in in_batches(records):
        latest = {article.id: article for article in batch}
        known = _known(connection, list(latest))
        new = [a for a in latest.values() if a.id not in known]
        rows = {a.id: _row(a, priority) for a in latest.values()}
        outdated = [a for a in latest.values() if a.id in known and _replaces(rows[a.id], known[a.id])]
        if new:
            connection.execute(insert(articles), [rows[a.id] for a in new])
        if outdated:
            _replace(connection, [rows[a.id] for a in outdated], now)
        added += (a.id for a in new)
        changed += (a.id for a in outdated)
        same += len(latest) - len(new) - len(outdated)
    return Stored(tuple(added), tuple(changed), same)


def _known(connection: Connection, ids: list[str]) -> dict[str, Any]:
    columns = select(articles.c.id, articles.c.revision, articles.c.source, articles.c.priority)
    return {row.id: row for row in connection.execute(columns.where(articles.c.id.in_(ids)))}


def _row(article: Article, priority: int) -> dict[str, Any]:
    head = head_of(article)
    return {
        "id": head.id,
        "url": head.url,
        "revision": head.revision,
        "published": head.published,
        "changed": head.changed,
        "source": head.source,
        "priority": priority,
        "facets": msgspec.json.encode(head),
        "record": encode(article),
    }


def _replaces(row: dict[str, Any], known: Any) -> bool:
    if row["source"] != known.source and row["priority"] < known.priority:
        return False
    return bool(row["revision"] != known.revision)


def _replace(connection: Connection, rows: list[dict[str, Any]], now: datetime) -> None:
    ids = [row["id"] for row in rows]
    previous = connection.execute(
        select(articles.c.id, articles.c.revision, articles.c.record).where(articles.c.id.in_(ids))
    ).all()
    kept = [{"article": p.id, "revision": p.revision} for p in previous]
    connection.execute(
        delete(revisions).where(
            revisions.c.article == bindparam("a"), revisions.c.revision == bindparam("r")
        ),
        [{"a": k["article"], "r": k["revision"]} for k in kept],
    )
    connection.execute(
        insert(revisions),
        [
            {"article": p.id, "revision": p.revision, "replaced": now.timestamp(), "record": p.record}
            for p in previous
        ],
    )
    connection.execute(
        update(articles)
        .where(articles.c.id == bindparam("this"))
        .values({name: bindparam(name) for name in rows[0] if name != "id"}),
        [{**row, "this": row["id"]} for row in rows],
    )


def heads(
    connection: Connection, *, since: datetime | None = None, newest_first: bool = True
) -> Iterator[Head]:
    """The heads of all articles published since an instant, by time and, at the same time, by id."""
    by_time = (articles.c.published, articles.c.id)
    query = select(articles.c.facets).order_by(*(c.desc() if newest_first else c for c in by_time))
    if since is not None:
        query = query.where(articles.c.published >= since.timestamp())
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield _head.decode(row.facets)


def records(connection: Connection, ids: Sequence[str]) -> dict[str, Article]:
    """The articles with these ids; those that are not there are left out."""
    found: dict[str, Article] = {}
    for batch in in_batches(ids):
        rows = connection.execute(select(articles.c.id, articles.c.record).where(articles.c.id.in_(batch)))
        found.update((row.id, decode(row.record)) for row in rows)
    return found


def find(connection: Connection, id_or_url: str) -> Article | None:
    """The article with that id, or else that address."""
    row = connection.execute(
        select(articles.c.record)
        .where(or_(articles.c.id == id_or_url, articles.c.url == id_or_url))
        .order_by((articles.c.id == id_or_url).desc())
    ).first()
    return decode(row.record) if row else None


def nearest(connection: Connection, text: str, count: int = 5) -> list[str]:
    """Ids of articles whose id or address holds the text, newest first: what a user may have meant."""
    pattern = articles.c.url.contains(text, autoescape=True) | articles.c.id.contains(text, autoescape=True)
    query = select(articles.c.id).where(pattern).order_by(articles.c.published.desc()).limit(count)
    return [row.id for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """How many articles there are."""
    return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())
