"""Stories whose texts are nearly the same: found when one of them changes, at the cost of what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from heapq import nlargest
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select, update

from feeds.archive import articles
from feeds.archive.articles import Head, in_batches
from feeds.archive.schema import about, alike, sketch_keys, sketches
from feeds.archive.schema import articles as stories
from feeds.markup.likeness import ALIKE, KEYS, Said, packed, said, share, sketch, unpacked

DAY = 86_400

RECENT = 30 * DAY
"""Seconds since publication for which a story is compared with new ones."""

APART = 14 * DAY
"""Seconds between two stories that may be taken for one; what returns every month is no second copy."""

LIKELY = 0.5
"""The part of two sketches that is in both where the texts themselves are compared."""

MANY = 50
"""Stories with a number in common that are looked at: where more have it, it is a phrase of the house."""

MOST = 200
"""Stories that are looked at in one go, the newest: who takes over a whole archive does not wait for it."""

CLOSEST = 5
"""Stories with which a story's text is compared in full: those whose sketches have the most in common with its own."""

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
        after = since if since <= sequence else 0
        _forget_changed(connection, after)
        changed = articles.newest_changed(connection, after, since=moment - RECENT, most=MOST)
        recent = [head for head in changed if head.withdrawn is None]
        for batch in in_batches(recent, BATCH):
            pairs += _looked_at(connection, batch)
        _note(connection, sequence)
        _prune(connection, moment - RECENT)
    return sorted(pairs)


def _done(connection: Connection) -> int:
    value = connection.execute(select(about.c.value).where(about.c.key == DONE)).scalar()
    return int(value) if value else 0


def _note(connection: Connection, sequence: int) -> None:
    if not connection.execute(update(about).where(about.c.key == DONE).values(value=str(sequence))).rowcount:
        connection.execute(insert(about).values(key=DONE, value=str(sequence)))


class _Known(NamedTuple):
    """A story's text, as far as it is needed to find others like it, and when it was published."""

    sketch: frozenset[int]
    published: float


def _looked_at(connection: Connection, heads: Sequence[Head]) -> Iterator[Pair]:
    records = articles.records(connection, [head.id for head in heads])
    texts = {name: said(article.body) for name, article in records.items()}
    made = {name: found for name, text in texts.items() if (found := sketch(text.runs))}
    by_key, known = _neighbours(connection, {key for found in made.values() for key in found[:KEYS]})
    for head in heads:
        if head.id not in made:
            continue
        mine = _Known(frozenset(made[head.id]), head.published)
        near = {name for key in made[head.id][:KEYS] for name in by_key.get(key, ())[-MANY:]}
        yield from _pairs(connection, head.id, texts, _closest(mine, {name: known[name] for name in near}))
        known[head.id] = mine
        for key in made[head.id][:KEYS]:
            by_key.setdefault(key, []).append(head.id)
    _enter(connection, heads, made)


def _neighbours(
    connection: Connection, keys: Iterable[int]
) -> tuple[dict[int, list[str]], dict[str, _Known]]:
    """The stories that have one of these numbers, by it, and what is known of them."""
    by_key: dict[int, list[str]] = {}
    for batch in in_batches(keys):
        for row in connection.execute(select(sketch_keys).where(sketch_keys.c.key.in_(batch))):
            by_key.setdefault(row.key, []).append(row.article)
    known: dict[str, _Known] = {}
    for some in in_batches({name for names in by_key.values() for name in names[-MANY:]}):
        for row in connection.execute(select(sketches).where(sketches.c.article.in_(some))):
            known[row.article] = _Known(frozenset(unpacked(row.sketch)), row.moment)
    return {key: [n for n in names if n in known] for key, names in by_key.items()}, known


def _closest(mine: _Known, near: dict[str, _Known]) -> list[str]:
    """Those stories whose texts are to be compared with a story's own."""
    common = {
        name: len(mine.sketch & known.sketch) for name, known in near.items() if _is_likely(mine, known)
    }
    return nlargest(CLOSEST, sorted(common), key=common.__getitem__)


def _is_likely(one: _Known, other: _Known) -> bool:
    most = min(len(one.sketch), len(other.sketch))
    near = abs(one.published - other.published) <= APART
    return near and len(one.sketch & other.sketch) >= LIKELY * most


def _pairs(connection: Connection, name: str, texts: dict[str, Said], likely: list[str]) -> Iterator[Pair]:
    """The pairs of a story with those that are as it is, told by their texts."""
    found = articles.records(connection, [other for other in likely if other not in texts])
    others = {other: said(article.body) for other, article in found.items()}
    for other in likely:
        part = share(texts[name], texts[other] if other in texts else others[other])
        if part >= ALIKE:
            pair = Pair(min(name, other), max(name, other), round(part, 3))
            connection.execute(insert(alike).values(pair._asdict()))
            yield pair


def _enter(connection: Connection, heads: Sequence[Head], made: dict[str, tuple[int, ...]]) -> None:
    there = [head for head in heads if head.id in made]
    if there:
        rows = [{"article": h.id, "moment": h.published, "sketch": packed(made[h.id])} for h in there]
        connection.execute(insert(sketches), rows)
        keys = [{"key": key, "article": h.id} for h in there for key in made[h.id][:KEYS]]
        connection.execute(insert(sketch_keys), keys)


def _forget_changed(connection: Connection, after: int) -> None:
    """Forgets what was known of the stories that storings after that number brought or changed."""
    changed = select(stories.c.id).where(stories.c.sequence > after)
    for column in (sketches.c.article, sketch_keys.c.article, alike.c.one, alike.c.other):
        if connection.execute(select(column).limit(1)).first() is not None:
            connection.execute(delete(column.table).where(column.in_(changed)))


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
