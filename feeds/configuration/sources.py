"""Mistakes in the sources of feeds.yaml that no type can see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from feeds.configuration.conform import Mistake, suggestion
from feeds.configuration.document import Path
from feeds.publication import Source

_NAME = re.compile(r"\w[\w.-]*")
_PLACE = re.compile(r"\{([^{}]*)\}")
_ONLY_SQL = ("database", "database_env", "query", "cursor")
_MAPPED = ("records", "sql", "webhook")


def contradictions(sources: Sequence[Source]) -> Iterator[Mistake]:
    """What is wrong with the sources."""
    counts = Counter(source.name for source in sources)
    for n, source in enumerate(sources):
        at: Path = ("sources", n)
        if counts[source.name] > 1:
            yield Mistake((*at, "name"), f"two sources are called {source.name!r}")
        if not _NAME.fullmatch(source.name):
            hint = "It stands in addresses, as in /-/webhooks/cms: write letters, digits, . _ and -."
            yield Mistake((*at, "name"), f"name: no source can be called {source.name!r}", hint)
        yield from _kind(source, at)
        yield from _needs(source, at)
        yield from _template(source, at)
        yield from _mapping(source, at)


def _kind(source: Source, at: Path) -> Iterator[Mistake]:
    from feeds.intake.read import namesake, readers

    if source.kind == "webhook" or namesake(source.kind):
        return
    known = sorted([*readers(), "webhook"])
    if source.kind not in known:
        yield Mistake(
            (*at, "kind"), f"there is no kind of source {source.kind!r}", suggestion(source.kind, known)
        )


def _needs(source: Source, at: Path) -> Iterator[Mistake]:
    if source.kind == "sql":
        yield from _database(source, at)
        return
    for name in _ONLY_SQL:
        if getattr(source, name) is not None:
            yield Mistake((*at, name), f"{name} is for sources of kind sql, and this one is {source.kind}")
    if source.kind == "webhook" and not source.secret_env:
        hint = "Write secret_env: NAME_OF_A_VARIABLE that holds the secret."
        yield Mistake(at, f"source {source.name!r} needs secret_env", hint)
    if source.kind != "webhook" and not source.path:
        hint = "Write path: followed by a file name or pattern, as in sources/*.html"
        yield Mistake(at, f"source {source.name!r} needs a path", hint)


def _database(source: Source, at: Path) -> Iterator[Mistake]:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    if source.path:
        yield Mistake((*at, "path"), "a source of kind sql has a query, and no path")
    if not (source.query or "").strip():
        yield Mistake(at, f"source {source.name!r} needs a query", "Write query: SELECT …")
    if (source.database is None) == (source.database_env is None):
        hint = "Write database: and an SQLAlchemy URL, or database_env: and the variable that holds one."
        said = "needs a database" if source.database is None else "has both database and database_env"
        yield Mistake(at, f"source {source.name!r} {said}", hint)
    if source.database is not None:
        try:
            make_url(source.database)
        except (ArgumentError, ValueError):
            hint = "Write one, as in postgresql+psycopg://reader@db.example/site"
            yield Mistake((*at, "database"), "database: this is no SQLAlchemy URL", hint)


def _template(source: Source, at: Path) -> Iterator[Mistake]:
    from feeds.intake.address import PLACES

    for name in _PLACE.findall(source.url or ""):
        if name not in PLACES:
            yield Mistake((*at, "url"), f"url: {{{name}}} stands for nothing", suggestion(name, list(PLACES)))


def _mapping(source: Source, at: Path) -> Iterator[Mistake]:
    from feeds.intake.records.mapping import FIELDS, fault

    expressions: dict[tuple[str, ...], str] = {
        ("mapping", field): said for field, said in source.mapping.items()
    }
    if source.records is not None:
        expressions["records",] = source.records
    for path, expression in expressions.items():
        if wrong := fault(expression):
            yield Mistake((*at, *path), f"{path[-1]}: {wrong.reason}", wrong.hint)
    for field in source.mapping:
        if field not in FIELDS:
            known = suggestion(field, sorted(FIELDS))
            yield Mistake((*at, "mapping", field), f"mapping: records have no field {field!r}", known)
    if source.mapping and source.kind not in _MAPPED:
        hint = "Records, webhooks and databases are mapped; other kinds have their fields by their formats."
        yield Mistake((*at, "mapping"), f"sources of kind {source.kind} take no mapping", hint)
    if source.records is not None and source.kind != "records":
        yield Mistake(
            (*at, "records"), f"records is for sources of kind records, and this one is {source.kind}"
        )
