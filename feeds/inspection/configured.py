"""What feeds.yaml knows of a document: which feed it is of, where it is served, what is made an exception of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from feeds.checking.policy import Policy
from feeds.publication import Checks, Configuration, Feed, Publication
from feeds.targets import registry


class Home(NamedTuple):
    """Where a document belongs: the feed, its own path below the output, where it is served, whose it is."""

    feed: Feed
    path: str
    url: str
    outlet: Publication


class Configured:
    """A configuration, asked about documents. Without one, nothing is known."""

    def __init__(self, configuration: Configuration | None = None) -> None:
        self.configuration = configuration
        self._feeds = {feed.path: feed for feed in configuration.feeds} if configuration else {}

    def policy(self, now: datetime) -> Policy:
        """What is seen otherwise than the rules see it."""
        if self.configuration is None:
            return Policy(Checks(), now, ZoneInfo("UTC"))
        return Policy(self.configuration.checks, now, self._zone)

    @property
    def _zone(self) -> tzinfo:
        return ZoneInfo(self.configuration.publication.timezone if self.configuration else "UTC")

    def of_file(self, file: Path) -> Home | None:
        """Where a file belongs: to a feed, if it lies in the output by that feed's name or as a part of it."""
        if self.configuration is None or self.configuration.remote:
            return None
        output = Path(self.configuration.output).resolve()
        whole = file.resolve()
        return self._home(whole.relative_to(output).as_posix()) if whole.is_relative_to(output) else None

    def of_address(self, url: str) -> Home | None:
        """Where an address belongs."""
        base = self.configuration.base_url if self.configuration else None
        return self._home(url[len(base) :].partition("?")[0]) if base and url.startswith(base) else None

    def _home(self, path: str) -> Home | None:
        assert self.configuration is not None
        name = path.removesuffix(".gz")
        feed = self._feeds.get(name) or next(self._parted(name), None)
        if feed is None:
            return None
        url = urljoin(self.configuration.base_url, name)
        return Home(feed, name, url, self.configuration.publication)

    def _parted(self, path: str) -> Iterator[Feed]:
        """The feeds in parts that a document may be a part of."""
        for feed in self._feeds.values():
            whole = PurePosixPath(feed.path)
            part = PurePosixPath(path)
            alike = part.parent == whole.parent and part.suffix == whole.suffix
            if alike and part.name.startswith(f"{whole.stem}-") and _in_parts(feed):
                yield feed


def _in_parts(feed: Feed) -> bool:
    return registry.target(feed.target).layout != "single"
