"""Posts in the outbox what is to be said of feeds that came out anew and of stories that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from feeds.announce.notices import SYNDICATED, sayings
from feeds.archive import outbox
from feeds.archive.archive import Archive
from feeds.publication import Configuration


class News(NamedTuple):
    """What came out: feeds by their paths and media types, and the addresses of stories that changed."""

    feeds: Sequence[tuple[str, str]]
    stories: Sequence[str] = ()


def post(box: Archive, configuration: Configuration, news: News, now: float) -> bool:
    """Posts it; whether there was anything that anybody is to be told.

    Raises:
        ArchiveError: the outbox refused.
    """
    base = configuration.base_url
    topics = [urljoin(base, path) for path, media_type in news.feeds if media_type in SYNDICATED]
    made = sayings(configuration, topics, news.stories)
    if made:
        with box.transaction() as connection:
            for saying in made:
                outbox.post(connection, saying.kind, saying.to, saying.about, now)
    return bool(made)
