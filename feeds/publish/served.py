"""What is said of documents besides their content: each feed's media type, and how long it may be kept. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from feeds.publication import Configuration
from feeds.targets import registry

PAGE = "index.html"
"""The page of subscriptions, which lies beside the feeds."""

PAGE_TYPE = "text/html"


class Served(NamedTuple):
    """A feed as it is served: its path, whether it has parts beside it, its media type, its age in seconds."""

    path: str
    parted: bool
    media_type: str
    max_age: int

    @property
    def content_type(self) -> str:
        """The Content-Type header of its documents."""
        return f"{self.media_type}; charset=utf-8"

    @property
    def parts(self) -> str:
        """A pattern of its parts' paths."""
        whole = PurePosixPath(self.path)
        return f"{re.escape(str(whole.with_suffix('')))}-[0-9-]+{re.escape(whole.suffix)}"


def served(configuration: Configuration) -> list[Served]:
    """Every feed of a configuration, in its order."""
    return [
        Served(
            feed.path,
            feed.archives is not None or registry.target(feed.target).layout != "single",
            registry.target(feed.target).media_type,
            int((feed.max_age or configuration.serve.max_age).delta.total_seconds()),
        )
        for feed in configuration.feeds
    ]


def page(configuration: Configuration) -> Served:
    """The page of subscriptions."""
    return Served(
        PAGE,
        parted=False,
        media_type=PAGE_TYPE,
        max_age=int(configuration.serve.max_age.delta.total_seconds()),
    )


def of_path(path: str, feeds: Mapping[str, Served]) -> Served | None:
    """The feed that a document is of, or is a part of."""
    if (own := feeds.get(path)) is not None:
        return own
    return next((feed for feed in feeds.values() if feed.parted and re.fullmatch(feed.parts, path)), None)


def caching(seconds: int) -> str:
    """The Cache-Control header of a document that may be kept for so long."""
    return f"public, max-age={seconds}, stale-while-revalidate={seconds}, stale-if-error=86400"
