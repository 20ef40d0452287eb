"""Files that stories show: what is known of them, which stories show them, which are to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    true,
    update,
)  # fmt: skip

from feeds.archive.archive import insert_many
from feeds.archive.articles import Row, in_batches, row_of
from feeds.archive.pack import unsealed
from feeds.archive.schema import about, articles, depictions, media
from feeds.media.facts import Facts
from feeds.media.stories import completed, lacking

SEEN = "media"
"""The key of the latest storing whose stories were looked through."""


class KnownFile(Struct, frozen=True, kw_only=True):
    """A file at an address, as it was when last looked at.

    `etag` and `modified` are its validators. `newest` is when the newest story that shows it was
    published, `looked` when it was looked at, `due` when to look again (None: never); seconds since
    1970. `failures` counts how often in a row nothing was found out, `problem` says why.
    """

    url: str
    newest: float
    facts: Facts = Facts()
    etag: str | None = None
    modified: str | None = None
    looked: float | None = None
    due: float | None = 0.0
    failures: int = 0
    problem: str | None = None


_FACTS = ("type", "width", "height", "length")
_REST = ("etag", "modified", "newest", "looked", "due", "failures", "problem")


def take_up(connection: Connection) -> int:
    """Notes the files of stories that were stored since it was last done; how many of them are new."""
    seen = _seen(connection)
    query = select(articles.c.id, articles.c.sequence).where(articles.c.sequence > seen)
    stored = connection.execute(query).all()
    new = sum(_note(connection, batch) for batch in in_batches(row.id for row in stored))
    if stored:
        _remember_seen(connection, max(row.sequence for row in stored))
    return new


def _seen(connection: Connection) -> int:
    found = connection.execute(select(about.c.value).where(about.c.key == SEEN)).scalar()
    return int(found or 0)


def _remember_seen(connection: Connection, number: int) -> None:
    connection.execute(delete(about).where(about.c.key == SEEN))
    connection.execute(insert(about).values(key=SEEN, value=str(number)))


def _note(connection: Connection, ids: list[str]) -> int:
    """Notes the files of some stories."""
    connection.execute(delete(depictions).where(depictions.c.article.in_(ids)))
    query = select(articles.c.id, articles.c.published, articles.c.lacking).where(articles.c.id.in_(ids))
    pairs: list[tuple[str, str]] = []
    newest: dict[str, float] = {}
    for story, published, shown in connection.execute(query).all():
        said = _of_an_old_program(connection, story) if shown is None else shown
        for url in filter(None, said.split("\n")):
            pairs.append((url, story))
            newest[url] = max(newest.get(url, published), published)
    if pairs:
        insert_many(connection, depictions, [], ("url", "article"), pairs)
    known = of(connection, newest)
    new = newest.keys() - {file.url for file in known}
    later = [_shown_anew(file, newest[file.url]) for file in known if newest[file.url] > file.newest]
    enter(connection, [*later, *(KnownFile(url=url, newest=newest[url]) for url in sorted(new))])
    return len(new)


def _shown_anew(file: KnownFile, published: float) -> KnownFile:
    """A file that a newer story shows; one of which nothing was found out has another chance."""
    return replace(file, newest=published, **({"due": 0.0, "failures": 0} if file.problem else {}))


def _of_an_old_program(connection: Connection, story: str) -> str:
    """What a story lacks that was stored before anybody looked; noted with it."""
    record = connection.execute(select(articles.c.record).where(articles.c.id == story)).scalar_one()
    said = "\n".join(lacking(unsealed(record)))
    connection.execute(update(articles).where(articles.c.id == story).values(lacking=said))
    return said


def of(connection: Connection, urls: Iterable[str]) -> list[KnownFile]:
    """What is known of the files at these addresses; those that nobody knows are left out."""
    found: list[KnownFile] = []
    for batch in in_batches(urls):
        rows = connection.execute(select(media).where(media.c.url.in_(batch))).mappings()
        found += map(_known, rows)
    return found


def every(connection: Connection) -> list[KnownFile]:
    """All files, those of the newest stories first."""
    query = select(media).order_by(media.c.newest.desc(), media.c.url)
    return [_known(row) for row in connection.execute(query).mappings()]


def due(
    connection: Connection, now: float, most: int, beginnings: tuple[str, ...] | None = None
) -> list[KnownFile]:
    """The files that are to be looked at now, those of the newest stories first, at most so many.

    With `beginnings`, those whose addresses begin so.
    """
    query = select(media).where(media.c.due <= now, _beginning(beginnings))
    query = query.order_by(media.c.newest.desc(), media.c.url).limit(most)
    return [_known(row) for row in connection.execute(query).mappings()]


def next_due(connection: Connection, beginnings: tuple[str, ...] | None = None) -> float | None:
    """When the next file is to be looked at; None where none is."""
    query = select(func.min(media.c.due)).where(media.c.due.is_not(None), _beginning(beginnings))
    return connection.execute(query).scalar()


def count_due(connection: Connection, now: float, beginnings: tuple[str, ...] | None = None) -> int:
    """How many files are to be looked at now."""
    query = select(func.count()).select_from(media).where(media.c.due <= now, _beginning(beginnings))
    return int(connection.execute(query).scalar_one())


def call_up(connection: Connection, now: float) -> None:
    """Makes every file one that is to be looked at now."""
    connection.execute(update(media).values(due=now, failures=0))


def _beginning(beginnings: tuple[str, ...] | None) -> ColumnElement[bool]:
    if beginnings is None:
        return true()
    return or_(false(), *(media.c.url.startswith(said, autoescape=True) for said in beginnings))


def _known(row: RowMapping) -> KnownFile:
    facts = Facts(**{name: row[name] for name in _FACTS})
    return KnownFile(url=row["url"], facts=facts, **{name: row[name] for name in _REST})


def enter(connection: Connection, files: Sequence[KnownFile]) -> None:
    """Remembers files as they are now."""
    for batch in in_batches(files):
        connection.execute(delete(media).where(media.c.url.in_([file.url for file in batch])))
        names = ("url", *_FACTS, *_REST)
        rows = [
            (
                file.url,
                *(getattr(file.facts, name) for name in _FACTS),
                *(getattr(file, name) for name in _REST),
            )
            for file in batch
        ]
        insert_many(connection, media, [], names, rows)


def complete(connection: Connection, rows: list[Row]) -> list[Row]:
    """The rows with what is known of the files of which they say too little."""
    urls = {url for row in rows for url in (row.lacking or "").split("\n") if url}
    known = {file.url: file.facts for file in of(connection, sorted(urls)) if file.facts != Facts()}
    return [_completed(row, known) for row in rows] if known else rows


def _completed(row: Row, known: dict[str, Facts]) -> Row:
    said = {url: known[url] for url in (row.lacking or "").split("\n") if url in known}
    if not said:
        return row
    return row_of(completed(unsealed(row.record, row.origin), said), row.priority)._replace(
        lacking=row.lacking
    )


def shown_by(connection: Connection, urls: Iterable[str]) -> list[str]:
    """The ids of the stories that show files of which their sources say too little."""
    found: set[str] = set()
    for batch in in_batches(urls):
        query = select(depictions.c.article).where(depictions.c.url.in_(batch))
        found |= {row.article for row in connection.execute(query)}
    return sorted(found)


def rows_of(connection: Connection, ids: Iterable[str]) -> list[Row]:
    """The rows of stories, as they are stored."""
    columns = [articles.c[name] for name in Row._fields]
    return [
        Row(*row)
        for batch in in_batches(ids)
        for row in connection.execute(select(*columns).where(articles.c.id.in_(batch)))
    ]
