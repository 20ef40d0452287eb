"""Storing articles: what replaces what, what is kept of what was, what stays withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from feeds.archive import media
from feeds.archive.archive import insert_many
from feeds.archive.articles import Row, find, in_batches, row_of, sequence
from feeds.archive.pack import unsealed
from feeds.archive.schema import articles, moves, revisions, withdrawals
from feeds.article import Article

LONGEST_NAME = 1000
"""Characters of a name by which a story may be withdrawn that is not there yet; ids are no longer than this."""


class Stored(Struct, frozen=True):
    """What storing changed: how many articles are new, changed, and as before; its number."""

    added: int = 0
    changed: int = 0
    same: int = 0
    sequence: int = 0


def store(connection: Connection, rows: Iterable[Row], *, now: datetime, insist: bool = False) -> Stored:
    """Keeps articles as one storing.

    A story that another source or file holds is replaced by the one of higher priority, of two with
    the same priority by the one that changed later, and else by the later file. Two sources' records
    of one address are one story, under the id that it had first. What a changed article said before
    is kept. With `insist` the rows go before what others of the same priority said: somebody sent them now.
    """
    number = sequence(connection) + 1
    added = changed = same = 0
    taken_back = withdrawn(connection)
    for batch in in_batches(rows):
        latest = _settled(connection, media.complete(connection, batch))
        if taken_back:
            latest = {name: _as_withdrawn(row, taken_back.get(name)) for name, row in latest.items()}
        known = _known(connection, list(latest))
        new = [row for row in latest.values() if row.id not in known]
        outdated = [
            row for row in latest.values() if row.id in known and _replaces(row, known[row.id], insist=insist)
        ]
        if new:
            insert_many(connection, articles, [("sequence", number)], Row._fields, new)
        if outdated:
            _replace(connection, outdated, known, number, now)
        added += len(new)
        changed += len(outdated)
        same += len(latest) - len(new) - len(outdated)
    return Stored(added, changed, same, number)


class Withdrawal(NamedTuple):
    """A story that was taken back by name: why, and when."""

    article: str
    reason: str
    moment: float


def withdrawn(connection: Connection) -> dict[str, Withdrawal]:
    """Every story that was taken back by name."""
    return {row.article: Withdrawal(*row) for row in connection.execute(select(withdrawals))}


def _as_withdrawn(row: Row, withdrawal: Withdrawal | None) -> Row:
    """The row as it is kept while its story is withdrawn."""
    if withdrawal is None:
        return row
    article = unsealed(row.record, row.origin)
    moment = datetime.fromtimestamp(withdrawal.moment, tz=UTC)
    back = msgspec.structs.replace(article, withdrawn=withdrawal.reason, updated=moment)
    return row_of(back, row.priority)._replace(lacking=row.lacking)


def withdraw(
    connection: Connection, stories: Iterable[tuple[str, str]], *, now: datetime
) -> dict[str, str | None]:
    """Takes stories back, each given by its id or address and with a reason; their ids, None where unknown.

    A story stays withdrawn until it is reinstated, whatever its sources say. One that is not known
    yet is withdrawn as soon as it comes.
    """
    found: dict[str, str | None] = {}
    rows: list[Row] = []
    for name, reason in stories:
        article = find(connection, name)
        found[name] = article.id if article else None
        if article is None and len(name) > LONGEST_NAME:
            continue
        withdrawal = Withdrawal(article.id if article else name, reason or "withdrawn", now.timestamp())
        connection.execute(delete(withdrawals).where(withdrawals.c.article == withdrawal.article))
        connection.execute(insert(withdrawals).values(withdrawal._asdict()))
        if article is not None and article.withdrawn is None:
            rows.append(_as_withdrawn(row_of(article), withdrawal))
    replace_own(connection, rows, now=now)
    return found


def reinstate(connection: Connection, ids: Iterable[str]) -> None:
    """Lets stories appear again: as what is stored of them next."""
    connection.execute(delete(withdrawals).where(withdrawals.c.article.in_(list(ids))))


def restore(connection: Connection, stories: Iterable[str], *, now: datetime) -> dict[str, str | None]:
    """Lets withdrawn stories appear again as they are known; their ids, None where there is no such withdrawal."""
    found: dict[str, str | None] = {}
    rows: list[Row] = []
    taken_back = withdrawn(connection)
    for name in stories:
        article = find(connection, name)
        story = article.id if article else name
        found[name] = story if story in taken_back else None
        if article is not None and story in taken_back:
            rows.append(row_of(_without_withdrawal(connection, article, now)))
    reinstate(connection, [story for story in found.values() if story])
    replace_own(connection, rows, now=now)
    return found


def _without_withdrawal(connection: Connection, article: Article, now: datetime) -> Article:
    """The article as it was, or, where its source changed it meanwhile, as it is now."""
    query = (
        select(revisions.c.record)
        .where(revisions.c.article == article.id)
        .order_by(revisions.c.replaced.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    last = unsealed(row.record, None) if row else None
    again = msgspec.structs.replace(article, withdrawn=None, updated=now)
    if last is not None and msgspec.structs.replace(last, updated=now, origin=article.origin) == again:
        return msgspec.structs.replace(last, origin=article.origin)
    return again


def replace_own(connection: Connection, rows: Iterable[Row], *, now: datetime) -> int:
    """Replaces articles that are there by newer records of them, whatever their sources; how many changed."""
    number = sequence(connection) + 1
    count = 0
    for batch in in_batches(rows):
        known = _known(connection, [row.id for row in batch])
        there = (row for row in batch if row.id in known and row.revision != known[row.id].revision)
        changed = [
            row._replace(priority=known[row.id].priority, lacking=known[row.id].lacking) for row in there
        ]
        if changed:
            _replace(connection, changed, known, number, now)
        count += len(changed)
    return count


def spread(connection: Connection, urls: Iterable[str], *, now: datetime) -> int:
    """Gives stories what is known now of the files that they show; how many said something else before."""
    stories = in_batches(media.shown_by(connection, urls))
    return sum(
        replace_own(connection, media.complete(connection, media.rows_of(connection, batch)), now=now)
        for batch in stories
    )


def _settled(connection: Connection, batch: list[Row]) -> dict[str, Row]:
    """The rows by id, those of a story that another source has under another id with that id; the last counts."""
    urls = [row.url for row in batch]
    query = select(articles.c.url, articles.c.id, articles.c.source).where(articles.c.url.in_(urls))
    owners = {row.url: row for row in connection.execute(query)}
    latest: dict[str, Row] = {}
    for row in batch:
        owner = owners.get(row.url)
        merged = owner is not None and owner.id != row.id and owner.source != row.source
        settled = renamed(row, owner.id) if merged and owner is not None else row
        if settled.id not in latest or _replaces(settled, latest[settled.id]):
            latest[settled.id] = settled
    return latest


def renamed(row: Row, name: str) -> Row:
    """The same story under another id."""
    article = msgspec.structs.replace(unsealed(row.record, row.origin), id=name)
    return row_of(article, row.priority)._replace(lacking=row.lacking)


def _known(connection: Connection, ids: list[str]) -> dict[str, Any]:
    names = ("id", "revision", "source", "file", "priority", "changed", "published", "lacking")
    query = select(*(articles.c[name] for name in names)).where(articles.c.id.in_(ids))
    return {row.id: row for row in connection.execute(query)}


def _replaces(row: Row, known: Any, *, insist: bool = False) -> bool:
    """Whether a row goes before what is known of its story."""
    if row.revision == known.revision:
        return False
    if (row.source, row.file) == (known.source, known.file):
        return True
    if insist and row.priority >= known.priority:
        return True
    mine = (row.priority, row.changed, row.file or "", row.revision)
    return mine > (known.priority, known.changed, known.file or "", known.revision)


def _replace(
    connection: Connection, rows: list[Row], known: dict[str, Any], number: int, now: datetime
) -> None:
    ids = [row.id for row in rows]
    moved = [row.id for row in rows if row.published != known[row.id].published]
    if moved:
        connection.execute(
            insert(moves),
            [{"sequence": number, "article": i, "published": known[i].published} for i in moved],
        )
    _keep_revisions(connection, ids, now)
    names = [name for name in Row._fields if name != "id"]
    connection.execute(
        update(articles)
        .where(articles.c.id == bindparam("this"))
        .values({name: bindparam(name) for name in (*names, "sequence")}),
        [{**row._asdict(), "this": row.id, "sequence": number} for row in rows],
    )


def _keep_revisions(connection: Connection, ids: list[str], now: datetime) -> None:
    columns = (articles.c.id, articles.c.revision, articles.c.record)
    previous = connection.execute(select(*columns).where(articles.c.id.in_(ids))).all()
    connection.execute(
        delete(revisions).where(
            revisions.c.article == bindparam("a"), revisions.c.revision == bindparam("r")
        ),
        [{"a": row.id, "r": row.revision} for row in previous],
    )
    connection.execute(
        insert(revisions),
        [
            {"article": row.id, "revision": row.revision, "replaced": now.timestamp(), "record": row.record}
            for row in previous
        ],
    )
