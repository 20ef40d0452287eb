"""The archive's tables. Instants are seconds since 1970 in UTC; lists are JSON, records packed JSON."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Float, Index, LargeBinary, MetaData, Table

from feeds.archive.columns import Integer, String

SCHEME = 5
"""Raised when an older program could not read the tables any more."""

STEPS: dict[int, tuple[str, ...]] = {
    2: ("ALTER TABLE files ADD COLUMN records INTEGER NOT NULL DEFAULT 0",),
    3: ("ALTER TABLE articles ADD COLUMN lacking VARCHAR",),
    4: tuple(f"DROP TABLE IF EXISTS {name}" for name in ("kept", "kept_documents", "kept_blocks")),
}
"""What makes an archive of a scheme one of the next; tables that are new are made anyway."""

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("url", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("published", Float, nullable=False),
    Column("changed", Float, nullable=False),
    Column("embargo", Float),
    Column("expires", Float),
    Column("source", String),
    Column("file", String),
    Column("priority", Integer, nullable=False),
    Column("facets", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("origin", LargeBinary),
    Column("lacking", String),
)
"""Each story's newest revision. `sequence` is the number of the storing that brought it.

`lacking` are the addresses of the story's files of which its source says too little, one a line; it is
NULL in rows of older programs, which did not look.
"""

Index("articles_by_time", articles.c.published, articles.c.id)
_by_url = Index("articles_by_url", articles.c.url)
Index("articles_by_sequence", articles.c.sequence)


def _index_of_some(name: str, column: Column[Any]) -> tuple[Index, ColumnElement[bool]]:
    """An index of the rows that have something in a column, and what it says of them."""
    there = column.is_not(None)
    return Index(name, column, sqlite_where=there), there


_of_some = (
    _index_of_some("articles_by_file", articles.c.file),
    _index_of_some("articles_by_embargo", articles.c.embargo),
    _index_of_some("articles_by_expiry", articles.c.expires),
)


def for_postgresql() -> None:
    """Says of the indices what PostgreSQL wants said; to know of it takes long to load, so nobody else does."""
    _by_url.dialect_kwargs["postgresql_using"] = "hash"
    for index, there in _of_some:
        index.dialect_kwargs["postgresql_where"] = there


revisions = Table(
    "revisions",
    metadata,
    Column("article", String, primary_key=True),
    Column("revision", String, primary_key=True),
    Column("replaced", Float, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""What articles said before they changed."""

moves = Table(
    "moves",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("article", String, primary_key=True),
    Column("published", Float, nullable=False),
)
"""When an article was published before a storing said otherwise: it left that month's part of a sitemap."""

withdrawals = Table(
    "withdrawals",
    metadata,
    Column("article", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("moment", Float, nullable=False),
)
"""Stories that were taken back by name: they stay so, whatever their sources still say."""

appearances = Table(
    "appearances",
    metadata,
    Column("feed", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("entered", Float),
    Column("left", Float),
)
"""When each story entered a feed for the last time, and when it left it."""

Index("appearances_by_article", appearances.c.article)

files = Table(
    "files",
    metadata,
    Column("source", String, primary_key=True),
    Column("path", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("rejections", LargeBinary),
)
"""Files as they were when last read: what did not change since is not read again."""

readings = Table(
    "readings",
    metadata,
    Column("source", String, primary_key=True),
    Column("moment", Float, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("brought", Float),
)
"""The last reading of each source, and what it brought."""

feeds = Table(
    "feeds",
    metadata,
    Column("feed", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("now", Float, nullable=False),
    Column("wake", Float),
    Column("frontier", LargeBinary),
    Column("message", String),
)
"""What each feed was last composed of: its configuration, the storing it has seen, the instant."""

decisions = Table(
    "decisions",
    metadata,
    Column("feed", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("decision", LargeBinary, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("document", String, primary_key=True),
    Column("feed", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("recipe", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),
    Column("head", Integer, nullable=False),
    Column("separator", Integer, nullable=False),
    Column("updated", Float),
    Column("count", Integer, nullable=False),
    Column("items", LargeBinary, nullable=False),
    Column("findings", LargeBinary, nullable=False),
)
"""The edition of each document that is out now, with the place of every item in it."""

Index("editions_by_feed", editions.c.feed)

history = Table(
    "history",
    metadata,
    Column("feed", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("recipe", String, nullable=False),
    Column("published", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Column("size", Integer, nullable=False),
)
"""The editions that a feed had, the newest of many."""

kept = Table(
    "kept",
    metadata,
    Column("feed", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("moment", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("again", Integer),
    Column("cause", String),
)
"""The editions of each feed that can be had again, what each changed, and why. `again`: it came out again."""

kept_documents = Table(
    "kept_documents",
    metadata,
    Column("document", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("feed", String, nullable=False),
    Column("recipe", String),
    Column("frame", LargeBinary),
    Column("updated", Float),
    Column("blocks", LargeBinary),
)
"""A document as it was from an edition of its feed on: its frame and its blocks; no recipe where it was taken away."""

Index("kept_documents_by_feed", kept_documents.c.feed)

kept_blocks = Table(
    "kept_blocks",
    metadata,
    Column("document", String, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Items of a document that stand together, each block once however many editions have it."""

Index("kept_blocks_by_size", kept_blocks.c.document, kept_blocks.c.size)

sketches = Table(
    "sketches",
    metadata,
    Column("article", String, primary_key=True),
    Column("moment", Float, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
)
"""What is known of recent stories' texts, to find others like them; `moment` is when they were published."""

Index("sketches_by_time", sketches.c.moment)

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("article", String, primary_key=True),
)
"""The numbers by which sketches are found."""

Index("sketch_keys_by_article", sketch_keys.c.article)

alike = Table(
    "alike",
    metadata,
    Column("one", String, primary_key=True),
    Column("other", String, primary_key=True),
    Column("share", Float, nullable=False),
)
"""Stories whose texts are nearly the same; each pair once, the lesser id first."""

Index("alike_by_other", alike.c.other)

holds = Table(
    "holds",
    metadata,
    Column("feed", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("moment", Float, nullable=False),
)
"""Feeds that were rolled back to an edition and stay there until they are released."""

media = Table(
    "media",
    metadata,
    Column("url", String, primary_key=True),
    Column("type", String),
    Column("width", Integer),
    Column("height", Integer),
    Column("length", Integer),
    Column("etag", String),
    Column("modified", String),
    Column("newest", Float, nullable=False),
    Column("looked", Float),
    Column("due", Float),
    Column("failures", Integer, nullable=False),
    Column("problem", String),
)
"""Files that stories show, as they were found when last looked at.

`newest` is when the newest story that shows one was published; `due` when to look again, NULL for never.
"""

Index("media_by_due", media.c.due, media.c.newest)

depictions = Table(
    "depictions",
    metadata,
    Column("url", String, primary_key=True),
    Column("article", String, primary_key=True),
)
"""Which stories show which files of which their sources say too little."""

Index("depictions_by_article", depictions.c.article)
