"""What an export says of its site: the names behind its numbers; and the posts, in whichever form they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class Post(NamedTuple):
    """A post or page, with the address that an export beside Ghost's own gives it."""

    row: Row
    url: str | None = None


@dataclass(slots=True)
class Site:
    """Persons and tags by id, and those of each post in their order; settings by key."""

    people: dict[str, Row] = field(default_factory=dict)
    tags: dict[str, Row] = field(default_factory=dict)
    people_of: dict[str, list[str]] = field(default_factory=dict)
    tags_of: dict[str, list[str]] = field(default_factory=dict)
    meta_of: dict[str, Row] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


def exports(value: Any) -> Iterator[tuple[Site, list[Post]]]:
    """The sites in a file: exports, answers of the API, and what Ghost's tools for migrating make."""
    if not isinstance(value, Mapping):
        return
    databases = value.get("db")
    for database in databases if isinstance(databases, list) else [value]:
        if not isinstance(database, Mapping):
            continue
        inside = next(
            (database[name] for name in ("data", "result") if isinstance(database.get(name), Mapping)),
            database,
        )
        posts = [*_posts(inside.get("posts")), *_posts(inside.get("pages"), {"type": "page"})]
        if posts:
            yield site_of(inside), posts


def _posts(rows: Any, usual: Row | None = None) -> Iterator[Post]:
    for row in _rows(rows):
        if isinstance(row.get("data"), Mapping):
            url = row.get("url")
            yield Post({**(usual or {}), **row["data"]}, url if isinstance(url, str) else None)
        else:
            yield Post({**(usual or {}), **row})


def site_of(data: Row) -> Site:
    """The tables of an export."""
    site = Site()
    site.people = {str(row.get("id")): row for row in _rows(data.get("users"))}
    site.tags = {str(row.get("id")): row for row in _rows(data.get("tags"))}
    site.people_of = _related(data.get("posts_authors"), "author_id")
    site.tags_of = _related(data.get("posts_tags"), "tag_id")
    site.meta_of = {str(row.get("post_id")): row for row in _rows(data.get("posts_meta"))}
    site.settings = {str(row.get("key")): row.get("value") for row in _rows(data.get("settings"))}
    return site


def _related(rows: Any, name: str) -> dict[str, list[str]]:
    found: dict[str, list[tuple[float, str]]] = {}
    for row in _rows(rows):
        order = row.get("sort_order")
        place = float(order) if isinstance(order, int) and abs(order) < 2**53 else 0.0
        found.setdefault(str(row.get("post_id")), []).append((place, str(row.get(name))))
    return {
        post: [one for _, one in sorted(members, key=lambda pair: pair[0])] for post, members in found.items()
    }


def _rows(rows: Any) -> list[Row]:
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
