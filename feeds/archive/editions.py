"""Editions that are out, and the decisions that made them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from feeds.archive.articles import in_batches
from feeds.archive.schema import decisions, editions
from feeds.checking.finding import Finding

Outcome = Literal["admitted", "left out", "held", "quarantined", "withdrawn"]


class Decision(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What was decided of one article for one feed, and why, in an editor's words.

    `until` is the instant at which it may be decided otherwise: an embargo lifts, a window closes.
    `published` tells that an earlier version is out although this one is quarantined.
    """

    outcome: Outcome
    code: str
    reason: str
    until: datetime | None = None
    published: bool = False
    findings: tuple[Finding, ...] = ()


class Listed(Struct, frozen=True, array_like=True):
    """A story as an edition lists it."""

    id: str
    url: str
    revision: str


class Edition(Struct, frozen=True, kw_only=True):
    """One document as it is out: `recipe` names all that went in, `digest` is the bytes' SHA-256."""

    document: str
    feed: str
    number: int
    recipe: str
    digest: str
    size: int
    updated: datetime | None = None
    items: tuple[Listed, ...] = ()
    findings: tuple[Finding, ...] = ()


_items = msgspec.json.Decoder(tuple[Listed, ...])
_findings = msgspec.json.Decoder(tuple[Finding, ...])
_decision = msgspec.json.Decoder(Decision)


def of_feed(connection: Connection, feed: str) -> dict[str, Edition]:
    """The editions of a feed's documents, by the document's path."""
    rows = connection.execute(select(editions).where(editions.c.feed == feed))
    return {
        row.document: Edition(
            document=row.document,
            feed=row.feed,
            number=row.number,
            recipe=row.recipe,
            digest=row.digest,
            size=row.size,
            updated=None if row.updated is None else datetime.fromtimestamp(row.updated, tz=UTC),
            items=_items.decode(row.items),
            findings=_findings.decode(row.findings),
        )
        for row in rows
    }


def enter(connection: Connection, edition: Edition) -> None:
    """Makes an edition its document's current one."""
    connection.execute(delete(editions).where(editions.c.document == edition.document))
    connection.execute(
        insert(editions).values(
            document=edition.document,
            feed=edition.feed,
            number=edition.number,
            recipe=edition.recipe,
            digest=edition.digest,
            size=edition.size,
            updated=edition.updated.timestamp() if edition.updated else None,
            items=msgspec.json.encode(edition.items),
            findings=msgspec.json.encode(edition.findings),
        )
    )


def drop(connection: Connection, documents: Iterable[str]) -> None:
    """Forgets documents that are no longer published."""
    for batch in in_batches(documents):
        connection.execute(delete(editions).where(editions.c.document.in_(batch)))


def decided(connection: Connection, feed: str, article: str) -> Decision | None:
    """What the last build of a feed decided of an article, where it had to."""
    row = connection.execute(
        select(decisions.c.decision).where(decisions.c.feed == feed, decisions.c.article == article)
    ).first()
    return _decision.decode(row.decision) if row else None


def decide(connection: Connection, feed: str, made: dict[str, Decision]) -> None:
    """Keeps a build's decisions in place of those of the build before."""
    rows = connection.execute(
        select(decisions.c.article, decisions.c.decision).where(decisions.c.feed == feed)
    )
    before = {row.article: row.decision for row in rows}
    after = {article: msgspec.json.encode(decision) for article, decision in made.items()}
    gone = [a for a in before if after.get(a) != before[a]]
    new = [a for a in after if after[a] != before.get(a)]
    for batch in in_batches(gone):
        connection.execute(delete(decisions).where(decisions.c.feed == feed, decisions.c.article.in_(batch)))
    if new:
        connection.execute(
            insert(decisions), [{"feed": feed, "article": a, "decision": after[a]} for a in new]
        )
