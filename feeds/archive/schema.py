"""The archive's tables. Instants are seconds since 1970 in UTC; records and lists are JSON."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, String, Table

SCHEME = 1
"""Raised when an older program could not read the tables any more."""

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
    Column("url", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("published", Float, nullable=False),
    Column("changed", Float, nullable=False),
    Column("source", String),
    Column("priority", Integer, nullable=False),
    Column("facets", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("articles_by_time", "published", "id"),
    Index("articles_by_url", "url"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article", String, primary_key=True),
    Column("revision", String, primary_key=True),
    Column("replaced", Float, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""What articles said before they changed."""

fragments = Table(
    "fragments",
    metadata,
    Column("setting", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("revision", String, nullable=False),
    Column("refusal", LargeBinary),
    Column("good_revision", String),
    Column("item", LargeBinary),
    Column("findings", LargeBinary),
)
"""An article as a setting's writer rendered it: the last good item, and what became of `revision`."""

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
    Column("digest", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("updated", Float),
    Column("items", LargeBinary, nullable=False),
    Column("findings", LargeBinary, nullable=False),
    Index("editions_by_feed", "feed"),
)
"""The edition of each document that is out now."""
