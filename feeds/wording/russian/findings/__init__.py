"""What the rules find and what to do about it, by the rooms that it is found in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from feeds.wording.russian.findings import (
    atom,
    comparing,
    demands,
    extensions,
    google,
    json,
    json_feed,
    media,
    partners,
    platforms,
    platforms_advice,
    podcasts,
    rss,
    serving,
    serving_advice,
    sitemap,
    structure,
    turbo,
    values,
    xml,
)

ROOMS = (
    atom, comparing, demands, extensions, google, json, json_feed, media, partners, platforms, platforms_advice,
    podcasts, rss, serving, serving_advice, sitemap, structure, turbo, values, xml,
)  # fmt: skip


def tables() -> Iterator[Mapping[str, str]]:
    """Every table of every room."""
    for room in ROOMS:
        yield from (table for name, table in vars(room).items() if name.isupper())


def _phrases() -> dict[str, str]:
    """All of them, and what is wrong with a value behind the name of what holds it."""
    found = {
        f"{{name:label}} {english}": f"{{name:label}}: {russian}"
        for english, russian in values.VALUES.items()
    }
    for table in tables():
        found |= table
    return found


FINDINGS: dict[str, str] = _phrases()
"""Russian for each message, each hint and each sentence about what holds."""
