"""What is to be said after a build: to whom, and about what. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from feeds.archive.outbox import Kind
from feeds.publication import Configuration

SYNDICATED = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
"""What hubs carry; sitemaps have no subscribers."""


class Saying(NamedTuple):
    """To whom, and about which addresses."""

    kind: Kind
    to: str
    about: tuple[str, ...]


def sayings(configuration: Configuration, topics: Sequence[str], stories: Sequence[str]) -> list[Saying]:
    """What is to be said of feeds that came out anew, and of stories that changed, all by their addresses."""
    made = [Saying("websub", hub, tuple(topics)) for hub in configuration.hubs] if topics else []
    index = configuration.indexnow
    host = urlsplit(configuration.publication.url).hostname
    own = tuple(url for url in dict.fromkeys(stories) if urlsplit(url).hostname == host)
    if index is not None and own:
        made.append(Saying("indexnow", index.endpoint, own))
    return made
