"""Former editions: what each changed, and its documents as they were."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from feeds.archive import blocks
from feeds.archive.articles import in_batches
from feeds.archive.blocks import DIGEST, Block, Former
from feeds.archive.editions import Edition, Listed
from feeds.archive.rows import put
from feeds.archive.schema import kept, kept_blocks, kept_documents

ALWAYS = 2
"""Editions that are kept however old they are: the newest, and the one before it."""

DAY = 86_400

_LAST = (
    select(kept_documents.c.blocks)
    .where(kept_documents.c.document == bindparam("this"), kept_documents.c.blocks.is_not(None))
    .order_by(kept_documents.c.number.desc())
    .limit(1)
)


class Kept(Struct, frozen=True, kw_only=True):
    """An edition of a feed that can be had again: when it came out, how large it is, what was otherwise before.

    `again` is the edition whose content it published again, where it was rolled back to that; `cause` says
    because of what it came out.
    """

    feed: str
    number: int
    moment: float
    count: int
    size: int
    added: int
    gone: int
    changed: int
    again: int | None = None
    cause: str | None = None

    @property
    def published(self) -> datetime:
        """When it came out."""
        return datetime.fromtimestamp(self.moment, tz=UTC)


class Change(NamedTuple):
    """A document of which an edition of a feed brings another version; the former items (none at first)."""

    edition: Edition
    content: bytes
    before: Sequence[Listed]


class Bounds(NamedTuple):
    """How many editions are kept, for how many days after another followed, and in how many packed bytes."""

    editions: int
    days: int
    size: int


# ---- keeping


def keep(
    connection: Connection,
    feed: str,
    changes: Iterable[Change],
    dropped: Mapping[str, Sequence[Listed]],
    *,
    number: int,
    moment: float,
    bounds: Bounds,
    totals: tuple[int, int],
    again: int | None = None,
    cause: Callable[[Collection[str]], str | None] = lambda _stories: None,
) -> None:
    """Keeps an edition of a feed: the documents that changed, those that were taken away with what they held.

    `number` is that of the feed's own document; where this did not change, the edition has a higher one.
    `totals` are the stories and the bytes of all its documents. `cause` says because of what it came out,
    given the stories that it changed.
    """
    known = editions_of(connection, feed)
    number = max(number, (known[0].number if known else 0) + 1)
    moves = Moves()
    for change in changes:
        _keep_document(connection, feed, number, change)
        if known:  # of the first one all is new, and may be all of a large archive
            moves.take(change.before, change.edition.items)
    for document, items in dropped.items():
        _enter(connection, feed, number, document, {})
        moves.take(items, ())
    added, gone, changed = moves.told()
    made = Kept(
        feed=feed,
        number=number,
        moment=moment,
        count=totals[0],
        size=totals[1],
        added=len(added) if known else totals[0],
        gone=len(gone),
        changed=len(changed),
        again=again,
        cause=cause(added | gone | changed),
    )
    put(connection, kept, {c.name: getattr(made, c.name) for c in kept.c})
    _bound(connection, feed, [made, *known], bounds, again)


class Moves:
    """What an edition changed: stories that came, went, or are otherwise, in whichever of its documents.

    A story may leave one document for another, or stand in two: an archive and what is newest.
    """

    def __init__(self) -> None:
        self._came: dict[str, str] = {}
        self._went: dict[str, str] = {}
        self._stayed: set[str] = set()
        self._changed: set[str] = set()

    def take(self, before: Sequence[Listed], after: Sequence[Listed]) -> None:
        """Adds what one document held before, and what it holds."""
        was = {item.id: item.digest for item in before}
        for item in after:
            digest = was.pop(item.id, None)
            if digest is None:
                self._came[item.id] = item.digest
                continue
            self._stayed.add(item.id)
            if digest != item.digest:
                self._changed.add(item.id)
        self._went |= was

    def told(self) -> tuple[set[str], set[str], set[str]]:
        """The stories that came, those that went, and those that are otherwise."""
        moved = self._came.keys() & self._went.keys()
        changed = self._changed | {name for name in moved if self._came[name] != self._went[name]}
        known = moved | self._stayed
        return self._came.keys() - known, self._went.keys() - known, changed


def _keep_document(connection: Connection, feed: str, number: int, change: Change) -> None:
    edition = change.edition
    made = blocks.cut(edition, change.content)
    wanted = {piece.digest: piece for piece in made.pieces}
    there = _of_the_last(connection, edition.document)
    there |= _present(connection, edition.document, [digest for digest in wanted if digest not in there])
    new = [
        {"document": edition.document, "digest": digest, "size": len(sealed), "content": sealed}
        for digest, piece in wanted.items()
        if digest not in there
        for sealed in (blocks.sealed_block(piece.of(change.content)),)
    ]
    if new:
        connection.execute(insert(kept_blocks), new)
    facts = {
        "recipe": edition.recipe,
        "frame": blocks.sealed_frame(made.frame),
        "updated": edition.updated.timestamp() if edition.updated else None,
        "blocks": b"".join(piece.digest for piece in made.pieces),
    }
    _enter(connection, feed, number, edition.document, facts)


def _of_the_last(connection: Connection, document: str) -> set[bytes]:
    """The blocks of the document's last version that is kept: most of those of the next one."""
    row = connection.execute(_LAST, {"this": document}).first()
    return set(_digests(row.blocks if row else None))


def _present(connection: Connection, document: str, digests: Iterable[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for batch in in_batches(digests):
        query = select(kept_blocks.c.digest).where(
            kept_blocks.c.document == document, kept_blocks.c.digest.in_(batch)
        )
        found.update(row.digest for row in connection.execute(query))
    return found


def _enter(connection: Connection, feed: str, number: int, document: str, facts: dict[str, Any]) -> None:
    absent = dict.fromkeys(column.name for column in kept_documents.c)
    put(connection, kept_documents, absent | {"feed": feed, "document": document, "number": number} | facts)


# ---- bounds


def _bound(connection: Connection, feed: str, known: list[Kept], bounds: Bounds, held: int | None) -> None:
    """Forgets the editions that are too many, too old or too large, but for the one that the feed is held at."""
    moment = known[0].moment
    followed = [moment, *(edition.moment for edition in known)]
    out = [
        edition.number
        for place, edition in enumerate(known)
        if edition.number != held
        and (place >= bounds.editions or (place >= ALWAYS and moment - followed[place] > bounds.days * DAY))
    ]
    if out:
        _forget_editions(connection, feed, known, out)
    spare = [edition.number for edition in known[ALWAYS:] if edition.number not in {*out, held}]
    while spare and _size(connection, feed) > bounds.size:
        out.append(spare.pop())
        _forget_editions(connection, feed, known, out)


def _size(connection: Connection, feed: str) -> int:
    """The packed bytes that a feed's former editions take."""
    mine = select(kept_documents.c.document).where(kept_documents.c.feed == feed).distinct()
    query = select(func.sum(kept_blocks.c.size)).where(kept_blocks.c.document.in_(mine))
    return int(connection.execute(query).scalar() or 0)


def _forget_editions(connection: Connection, feed: str, known: list[Kept], out: list[int]) -> None:
    oldest = min((e.number for e in known if e.number not in out), default=known[0].number)
    connection.execute(delete(kept).where(kept.c.feed == feed, kept.c.number.in_(out)))
    _forget_before(connection, feed, oldest)


def _forget_before(connection: Connection, feed: str, oldest: int) -> None:
    """Forgets the versions of documents that no edition from a number on has, and the blocks of these alone."""
    query = select(kept_documents.c.document, kept_documents.c.number, kept_documents.c.recipe).where(
        kept_documents.c.feed == feed, kept_documents.c.number <= oldest
    )
    versions: dict[str, list[tuple[int, bool]]] = {}
    for row in connection.execute(query.order_by(kept_documents.c.number)):
        versions.setdefault(row.document, []).append((row.number, row.recipe is not None))
    for document, numbers in versions.items():
        last, there = numbers[-1]
        old = [number for number, _ in numbers[:-1]] + ([] if there else [last])
        if old:
            _forget_versions(connection, document, old)


def _forget_versions(connection: Connection, document: str, numbers: list[int]) -> None:
    mine = kept_documents.c.document == document
    rows = connection.execute(select(kept_documents.c.number, kept_documents.c.blocks).where(mine)).all()
    left = {d for row in rows if row.number not in numbers for d in _digests(row.blocks)}
    gone = {d for row in rows if row.number in numbers for d in _digests(row.blocks)} - left
    connection.execute(delete(kept_documents).where(mine, kept_documents.c.number.in_(numbers)))
    for batch in in_batches(gone):
        connection.execute(
            delete(kept_blocks).where(kept_blocks.c.document == document, kept_blocks.c.digest.in_(batch))
        )


def forget(connection: Connection, feeds: Iterable[str]) -> None:
    """Forgets all editions of feeds."""
    for feed in feeds:
        named = select(kept_documents.c.document).where(kept_documents.c.feed == feed).distinct()
        documents = [row.document for row in connection.execute(named)]
        for batch in in_batches(documents):
            connection.execute(delete(kept_blocks).where(kept_blocks.c.document.in_(batch)))
        connection.execute(delete(kept_documents).where(kept_documents.c.feed == feed))
        connection.execute(delete(kept).where(kept.c.feed == feed))


# ---- looking


def has_any(connection: Connection, feed: str) -> bool:
    """Whether any edition of a feed can be had again."""
    return connection.execute(select(kept.c.number).where(kept.c.feed == feed).limit(1)).first() is not None


def editions_of(connection: Connection, feed: str) -> list[Kept]:
    """The editions of a feed that can be had again, the newest first."""
    query = select(kept).where(kept.c.feed == feed).order_by(kept.c.number.desc())
    return [_kept(row) for row in connection.execute(query)]


def _kept(row: Row[Any]) -> Kept:
    return Kept(**row._asdict())


def at(connection: Connection, feed: str, moment: datetime) -> Kept | None:
    """The edition that was out at an instant."""
    query = select(kept).where(kept.c.feed == feed, kept.c.moment <= moment.timestamp())
    row = connection.execute(query.order_by(kept.c.number.desc()).limit(1)).first()
    return _kept(row) if row else None


def numbered(connection: Connection, feed: str, number: int) -> Kept | None:
    """The edition of that number."""
    row = connection.execute(select(kept).where(kept.c.feed == feed, kept.c.number == number)).first()
    return _kept(row) if row else None


def feed_of(connection: Connection, document: str) -> str | None:
    """The feed that a document is, or was, of."""
    query = select(kept_documents.c.feed).where(kept_documents.c.document == document).limit(1)
    row = connection.execute(query).first()
    return row.feed if row else None


def feeds_with_history(connection: Connection) -> list[str]:
    """The feeds that have any."""
    return sorted(row.feed for row in connection.execute(select(kept.c.feed).distinct()))


def documents(connection: Connection, feed: str, number: int) -> Iterator[Former]:
    """The documents of a feed as they were in an edition, in the order of their paths."""
    query = select(kept_documents).where(kept_documents.c.feed == feed, kept_documents.c.number <= number)
    latest = {row.document: row for row in connection.execute(query.order_by(kept_documents.c.number))}
    for _, row in sorted(latest.items()):
        if row.recipe is not None:
            yield _former(connection, row)


def _former(connection: Connection, row: Row[Any]) -> Former:
    frame = blocks.unsealed_frame(row.frame)
    found = tuple(_blocks(connection, row.document, list(_digests(row.blocks))))
    items = tuple(item for block in found for item in block.items)
    edition = Edition(
        document=row.document,
        feed=row.feed,
        number=row.number,
        recipe=row.recipe,
        size=0,
        head=len(frame.head),
        separator=len(frame.separator),
        updated=datetime.fromtimestamp(row.updated, tz=UTC) if row.updated is not None else None,
        count=len(items),
        items=items,
    )
    former = Former(edition, frame, found)
    return former._replace(edition=replace(edition, size=len(former.content)))


def _blocks(connection: Connection, document: str, digests: list[bytes]) -> list[Block]:
    found: dict[bytes, Block] = {}
    for batch in in_batches(dict.fromkeys(digests)):
        query = select(kept_blocks.c.digest, kept_blocks.c.content).where(
            kept_blocks.c.document == document, kept_blocks.c.digest.in_(batch)
        )
        rows = connection.execute(query)
        found.update((row.digest, blocks.unsealed_block(row.content)) for row in rows)
    return [found[digest] for digest in digests]


def _digests(data: bytes | None) -> Iterator[bytes]:
    return (data[n : n + DIGEST] for n in range(0, len(data), DIGEST)) if data else iter(())
