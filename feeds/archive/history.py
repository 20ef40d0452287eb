"""What feeds held when: their editions, and when each story entered and left them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from feeds.archive.articles import in_batches
from feeds.archive.editions import Edition
from feeds.archive.rows import put
from feeds.archive.schema import appearances, history

MOST = 1000
"""Editions of a feed that are remembered."""


class Past(Struct, frozen=True):
    """An edition that a feed had: when it came out, how many stories and bytes it had."""

    feed: str
    number: int
    recipe: str
    published: float
    count: int
    size: int


class Appearance(Struct, frozen=True):
    """When a story entered a feed for the last time (None: before anybody looked), and when it left it."""

    feed: str
    article: str
    entered: float | None
    left: float | None


def note(connection: Connection, edition: Edition, moment: float) -> None:
    """Remembers that an edition came out."""
    past = Past(edition.document, edition.number, edition.recipe, moment, edition.count, edition.size)
    put(connection, history, msgspec.structs.asdict(past))
    if edition.number > MOST:
        old = (history.c.feed == edition.document, history.c.number <= edition.number - MOST)
        connection.execute(delete(history).where(*old))


def editions_of(connection: Connection, feed: str, most: int = MOST) -> list[Past]:
    """The editions that a feed had, the newest first."""
    query = select(history).where(history.c.feed == feed).order_by(history.c.number.desc()).limit(most)
    return [Past(*row) for row in connection.execute(query)]


def held(connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Past]:
    """The editions that agents hold, each given by its feed and recipe; those that are forgotten are left out."""
    by_feed: dict[str, set[str]] = {}
    for feed, recipe in wanted:
        by_feed.setdefault(feed, set()).add(recipe)
    found: dict[tuple[str, str], Past] = {}
    for feed, recipes in by_feed.items():
        query = select(history).where(history.c.feed == feed, history.c.recipe.in_(recipes))
        found.update(((feed, row.recipe), Past(*row)) for row in connection.execute(query))
    return found


def moved(
    connection: Connection, feed: str, entered: Iterable[str], left: Iterable[str], moment: float
) -> None:
    """Remembers which stories entered a feed, and which left it."""
    for batch in in_batches(entered):
        connection.execute(
            delete(appearances).where(appearances.c.feed == feed, appearances.c.article.in_(batch))
        )
        rows = [{"feed": feed, "article": article, "entered": moment} for article in batch]
        connection.execute(insert(appearances), rows)
    for batch in in_batches(left):
        known = select(appearances.c.article).where(
            appearances.c.feed == feed, appearances.c.article.in_(batch)
        )
        there = {row.article for row in connection.execute(known)}
        unknown = [a for a in batch if a not in there]
        if unknown:
            connection.execute(insert(appearances), [{"feed": feed, "article": a} for a in unknown])
        connection.execute(
            update(appearances)
            .where(appearances.c.feed == feed, appearances.c.article == bindparam("this"))
            .values(left=moment),
            [{"this": article} for article in batch],
        )


def appearances_of(connection: Connection, article: str) -> list[Appearance]:
    """Where a story was and is, as far as it is remembered."""
    query = select(appearances).where(appearances.c.article == article).order_by(appearances.c.feed)
    return [Appearance(*row) for row in connection.execute(query)]
