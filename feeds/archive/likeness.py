"""Stories whose texts are nearly the same: found when one of them changes, at the cost of what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select, update

from feeds.archive import articles
from feeds.archive.articles import Head, in_batches
from feeds.archive.schema import about, alike, sketch_keys, sketches
from feeds.markup.likeness import ALIKE, KEYS, guess, packed, runs, share, sketch, unpacked, words_of

DAY = 86_400

RECENT = 30 * DAY
"""Seconds since publication for which a story is compared with new ones."""

APART = 14 * DAY
"""Seconds between two stories that may be taken for one; what returns every month is no second copy."""

LIKELY = 0.5
"""What two sketches share at least where the texts themselves are compared."""

MANY = 50
"""Stories with a number in common that are looked at: more have a phrase of the house in common, no text."""

BATCH = 200
"""Records that are in memory at once."""

DONE = "likeness"
"""Under which name the archive knows the last storing that was looked at."""


class Pair(NamedTuple):
    """Two stories whose texts are nearly the same, and the part of them that is in both, from 0 to 1."""

    one: str
    other: str
    share: float


def follow(connection: Connection, now: datetime) -> list[Pair]:
    """Looks at the stories that changed since it last did; the pairs that these are in."""
    sequence, since = articles.sequence(connection), _done(connection)
    moment = now.timestamp()
    pairs: list[Pair] = []
    if since != sequence:
        changed = articles.changed_since(connection, since if since <= sequence else 0)
        _forget(connection, [head.id for head in changed])
        recent = [h for h in changed if h.withdrawn is None and moment - h.published <= RECENT]
        for batch in in_batches(recent, BATCH):
            pairs += _looked_at(connection, batch)
        _note(connection, sequence)
        _prune(connection, moment - RECENT)
    return pairs


def _done(connection: Connection) -> int:
    value = connection.execute(select(about.c.value).where(about.c.key == DONE)).scalar()
    return int(value) if value else 0


def _note(connection: Connection, sequence: int) -> None:
    if not connection.execute(update(about).where(about.c.key == DONE).values(value=str(sequence))).rowcount:
        connection.execute(insert(about).values(key=DONE, value=str(sequence)))


def _looked_at(connection: Connection, heads: Sequence[Head]) -> Iterator[Pair]:
    records = articles.records(connection, [head.id for head in heads])
    for head in heads:
        article = records.get(head.id)
        words = words_of(article.body) if article else []
        made = sketch(runs(words))
        if made:
            yield from _pairs(connection, head, words, made)
            _enter(connection, head, made)


def _pairs(connection: Connection, head: Head, words: list[str], made: tuple[int, ...]) -> Iterator[Pair]:
    likely = [name for name, other in _candidates(connection, head, made) if guess(made, other) >= LIKELY]
    for name, article in articles.records(connection, likely).items():
        part = share(words, words_of(article.body))
        if part >= ALIKE:
            pair = Pair(min(head.id, name), max(head.id, name), round(part, 3))
            connection.execute(insert(alike).values(pair._asdict()))
            yield pair


def _candidates(
    connection: Connection, head: Head, made: tuple[int, ...]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Stories of about the same time that have one of the smallest numbers too."""
    sharing = select(sketch_keys.c.article).where(sketch_keys.c.key.in_(made[:KEYS]))
    query = (
        select(sketches.c.article, sketches.c.sketch)
        .where(
            sketches.c.article.in_(sharing),
            sketches.c.moment.between(head.published - APART, head.published + APART),
        )
        .order_by(sketches.c.moment.desc())
        .limit(MANY)
    )
    return ((row.article, unpacked(row.sketch)) for row in connection.execute(query).all())


def _enter(connection: Connection, head: Head, made: tuple[int, ...]) -> None:
    values = {"article": head.id, "moment": head.published, "sketch": packed(made)}
    connection.execute(insert(sketches).values(values))
    connection.execute(insert(sketch_keys), [{"key": key, "article": head.id} for key in made[:KEYS]])


def _forget(connection: Connection, ids: Iterable[str]) -> None:
    for batch in in_batches(ids):
        connection.execute(delete(sketches).where(sketches.c.article.in_(batch)))
        connection.execute(delete(sketch_keys).where(sketch_keys.c.article.in_(batch)))
        connection.execute(delete(alike).where(or_(alike.c.one.in_(batch), alike.c.other.in_(batch))))


def _prune(connection: Connection, before: float) -> None:
    """Forgets the sketches of stories that are too old to be compared; pairs that were found stay."""
    old = [
        r.article for r in connection.execute(select(sketches.c.article).where(sketches.c.moment < before))
    ]
    for batch in in_batches(old):
        connection.execute(delete(sketches).where(sketches.c.article.in_(batch)))
        connection.execute(delete(sketch_keys).where(sketch_keys.c.article.in_(batch)))


def others(connection: Connection, article: str) -> dict[str, float]:
    """The stories whose texts are nearly that of a story, with the part that is in both, the likest first."""
    query = select(alike).where(or_(alike.c.one == article, alike.c.other == article))
    rows = connection.execute(query.order_by(alike.c.share.desc(), alike.c.one, alike.c.other))
    return {row.other if row.one == article else row.one: row.share for row in rows}
