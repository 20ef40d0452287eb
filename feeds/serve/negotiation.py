"""Which form of a document a client gets, RFC 9110, section 12.5: its coding, or a page for people. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

PREFERENCE = ("br", "zstd", "gzip")
"""The codings that are offered, the one that packs best first."""

IDENTITY = "identity"


@lru_cache(maxsize=1024)
def coding(accepted: str | None) -> str:
    """The coding that suits an Accept-Encoding header best; `identity` where none does."""
    if accepted is None:
        return IDENTITY
    weights = dict(_weights(accepted))
    anything = weights.get("*", 0.0)
    best, most = IDENTITY, 0.0
    for name in PREFERENCE:
        weight = weights.get(name, weights.get("x-gzip", anything) if name == "gzip" else anything)
        if weight > most:
            best, most = name, weight
    return IDENTITY if weights.get(IDENTITY, 0.0) > most else best


XML = ("application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml")
JSON = ("application/json", "application/feed+json")
HTML = "text/html"
ROBOT = re.compile(r"bot|crawl|spider|slurp|fetch|feed|rss|reader|compatible;|\+https?:", re.IGNORECASE)
"""What robots' names have, and browsers' have not."""


@lru_cache(maxsize=1024)
def prefers_page(accepted: str | None) -> bool:
    """Whether an Accept header says that HTML is liked better than the types of feeds.

    Browsers name both. Who takes anything, or names no XML besides it, is no browser and wants the feed.
    """
    if accepted is None or HTML not in accepted.lower():
        return False
    weights = dict(_weights(accepted))
    anything = max(weights.get(one, 0.0) for one in ("*/*", "application/*", "text/*"))
    stated = [weights[name] for name in (*XML, *JSON) if name in weights]
    return weights.get(HTML, 0.0) > max(stated, default=1.0 if anything else 0.0)


@lru_cache(maxsize=1024)
def prefers_json(accepted: str | None) -> bool:
    """Whether an Accept header names JSON, and likes it better than HTML."""
    weights = dict(_weights(accepted or ""))
    return weights.get("application/json", 0.0) > weights.get(HTML, 0.0)


@lru_cache(maxsize=1024)
def is_robot(agent: str) -> bool:
    """Whether a User-Agent is a program's that no person looks at; one that says nothing is."""
    return not agent or ROBOT.search(agent) is not None


def _weights(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            yield name, _quality(parameters)


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
