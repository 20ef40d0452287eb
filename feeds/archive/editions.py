"""Editions that are out, and the decisions that made them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, overload

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from feeds.archive.articles import Position, in_batches
from feeds.archive.pack import packed, unpacked
from feeds.archive.rows import put
from feeds.archive.schema import articles, decisions, editions
from feeds.checking.finding import Finding

Outcome = Literal["admitted", "left out", "held", "quarantined", "withdrawn"]


class Decision(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What was decided of one article for one feed, and why, in an editor's words.

    `until` is the instant at which it may be decided otherwise: an embargo lifts, a window closes.
    `published` tells that an earlier version is out although this one is quarantined. `revision` is
    the one that was judged, where it is the text that decided.
    """

    outcome: Outcome
    code: str
    reason: str
    until: datetime | None = None
    published: bool = False
    revision: str | None = None
    findings: tuple[Finding, ...] = ()


class Listed(Struct, frozen=True, array_like=True):
    """A story as an edition lists it: the revision that is out, and its item's digest and length in bytes.

    `published` and `expires` are the instants by which time alone may take it out, `changed` is when
    the revision last changed for its readers; seconds since 1970.
    """

    id: str
    url: str
    revision: str
    published: float
    digest: str
    length: int
    changed: float
    expires: float | None = None

    @property
    def position(self) -> Position:
        """Its place among all by time."""
        return self.published, self.id


class Packed(Sequence[Listed]):
    """The items of an edition, kept small until somebody asks for them: a large archive has many editions."""

    __slots__ = ("_data", "_length")

    def __init__(self, items: Sequence[Listed]) -> None:
        self._data = packed(msgspec.json.encode(items))
        self._length = len(items)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Listed: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Listed, ...]: ...

    def __getitem__(self, index: int | slice) -> Listed | tuple[Listed, ...]:
        return _items.decode(self.json)[index]

    def __iter__(self) -> Iterator[Listed]:
        return iter(_items.decode(self.json))

    @property
    def json(self) -> bytes:
        """The items as the archive keeps them."""
        return unpacked(self._data)


class Edition(Struct, frozen=True, kw_only=True):
    """One document as it is out.

    `recipe` is a hash of all that it is made of, `size` its bytes, `modified` the file's time in
    nanoseconds; `head` and `separator` are the bytes before the first item and between two.
    """

    document: str
    feed: str
    number: int
    recipe: str
    size: int
    modified: int = 0
    head: int = 0
    separator: int = 0
    updated: datetime | None = None
    count: int = 0
    items: Sequence[Listed] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def packed(self) -> Edition:
        """The same, its items packed."""
        return msgspec.structs.replace(self, items=Packed(self.items))

    @property
    def opened(self) -> Edition:
        """The same, its items at hand."""
        return msgspec.structs.replace(self, items=tuple(self.items))


_items = msgspec.json.Decoder(tuple[Listed, ...])
_findings = msgspec.json.Decoder(tuple[Finding, ...])
_decision = msgspec.json.Decoder(Decision)

_QUARANTINED = b'{"outcome":"quarantined"'
"""How such a decision begins as it is kept."""

_OUTER = [column for column in editions.c if column.name not in ("items", "findings")]


def documents(connection: Connection, feed: str) -> dict[str, Edition]:
    """The editions of a feed's documents by path, without their items and findings."""
    rows = connection.execute(select(*_OUTER).where(editions.c.feed == feed))
    return {row.document: Edition(**_outer(row)) for row in rows}


def edition(connection: Connection, document: str) -> Edition | None:
    """The edition of a document that is out."""
    row = connection.execute(select(editions).where(editions.c.document == document)).first()
    return None if row is None else _whole(row)


def of_feed(connection: Connection, feed: str) -> dict[str, Edition]:
    """The editions of a feed's documents by path, with all their items."""
    rows = connection.execute(select(editions).where(editions.c.feed == feed))
    return {row.document: _whole(row) for row in rows}


def findings_of(connection: Connection, feed: str) -> list[Finding]:
    """What was found in a feed's documents that are out."""
    rows = connection.execute(select(editions.c.findings).where(editions.c.feed == feed))
    return [finding for row in rows for finding in _findings.decode(row.findings)]


def _outer(row: Any) -> dict[str, Any]:
    facts = {column.name: getattr(row, column.name) for column in _OUTER}
    if facts["updated"] is not None:
        facts["updated"] = datetime.fromtimestamp(facts["updated"], tz=UTC)
    return facts


def _whole(row: Any) -> Edition:
    return Edition(**_outer(row), items=_items.decode(row.items), findings=_findings.decode(row.findings))


def enter(connection: Connection, made: Edition) -> None:
    """Makes an edition its document's current one."""
    items = made.items.json if isinstance(made.items, Packed) else msgspec.json.encode(made.items)
    facts = {
        **{column.name: getattr(made, column.name) for column in _OUTER},
        "updated": made.updated.timestamp() if made.updated else None,
        "items": items,
        "findings": msgspec.json.encode(made.findings),
    }
    put(connection, editions, facts)


def drop(connection: Connection, names: Iterable[str]) -> None:
    """Forgets documents that are no longer published."""
    for batch in in_batches(names):
        connection.execute(delete(editions).where(editions.c.document.in_(batch)))


def decided(connection: Connection, feed: str, article: str) -> Decision | None:
    """What the last build of a feed decided of an article, where it had to."""
    row = connection.execute(
        select(decisions.c.decision).where(decisions.c.feed == feed, decisions.c.article == article)
    ).first()
    return _decision.decode(row.decision) if row else None


def decisions_of(
    connection: Connection, feed: str, among: Collection[str] | None = None
) -> dict[str, Decision]:
    """What the last build of a feed decided, of all articles or of some."""
    query = select(decisions.c.article, decisions.c.decision).where(decisions.c.feed == feed)
    if among is None:
        return {row.article: _decision.decode(row.decision) for row in connection.execute(query)}
    found: dict[str, Decision] = {}
    for batch in in_batches(among):
        rows = connection.execute(query.where(decisions.c.article.in_(batch)))
        found.update((row.article, _decision.decode(row.decision)) for row in rows)
    return found


def decisions_between(connection: Connection, feed: str, start: float, end: float) -> dict[str, Decision]:
    """What the last build of a feed decided of the articles published in a span: from each decision to its article.

    The way round, from the span's articles, costs what the span holds; of most stories nothing was decided.
    """
    moment = articles.c.published + 0  # the sum keeps SQLite from going by the index of times
    query = (
        select(decisions.c.article, decisions.c.decision)
        .join(articles, articles.c.id == decisions.c.article)
        .where(decisions.c.feed == feed, moment >= start, moment < end)
    )
    return {row.article: _decision.decode(row.decision) for row in connection.execute(query)}


def quarantined(connection: Connection, feed: str) -> dict[str, Decision]:
    """The stories that rules keep out of a feed; other decisions, of which there may be many, are not read."""
    opening = decisions.c.decision
    query = select(decisions.c.article, decisions.c.decision).where(
        decisions.c.feed == feed, func.substr(opening, 1, len(_QUARANTINED)) == _QUARANTINED
    )
    return {row.article: _decision.decode(row.decision) for row in connection.execute(query)}


def decide(
    connection: Connection, feed: str, made: Mapping[str, Decision], among: Collection[str] | None = None
) -> None:
    """Keeps decisions in place of those of the build before: of all articles, or of those that it looked at."""
    before = decisions_of(connection, feed, among)
    gone = [article for article in before if made.get(article) != before[article]]
    new = [article for article in made if made[article] != before.get(article)]
    for batch in in_batches(gone):
        connection.execute(delete(decisions).where(decisions.c.feed == feed, decisions.c.article.in_(batch)))
    if new:
        rows = [{"feed": feed, "article": a, "decision": msgspec.json.encode(made[a])} for a in new]
        connection.execute(insert(decisions), rows)
