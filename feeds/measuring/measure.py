"""Measures the files of a publication's stories: what is due is looked at, remembered, and given to the stories."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from feeds.archive import media, storing
from feeds.archive.archive import Archive
from feeds.archive.media import KnownFile
from feeds.fetching import Bounds, Fetcher
from feeds.fetching.guard import Guard
from feeds.measuring import local, remote
from feeds.measuring.local import Folders
from feeds.measuring.look import Look, looked
from feeds.measuring.survey import Limits, Looked, survey
from feeds.publication import Media

Progress = Callable[[str], None]

BOUNDS = Bounds(step=5.0, whole=15.0, largest=remote.FIRST, redirects=5)
"""What one request may take."""


class Measured(NamedTuple):
    """What a measuring came to: files that were looked at, stories that say more now, files that still wait."""

    files: list[KnownFile]
    stories: int = 0
    waiting: int = 0

    @property
    def failed(self) -> list[KnownFile]:
        """The files of which nothing could be found out."""
        return [file for file in self.files if file.problem is not None]


class Eyes:
    """Looks at files as a publication says: in its folders first, then, if it may, on servers."""

    def __init__(self, setting: Media) -> None:
        self._folders = Folders(setting.files)
        self._fetch = setting.fetch
        self.fetcher = Fetcher(Guard(allowed=setting.allow_private), BOUNDS)
        if setting.fetch:
            self._transport = self.fetcher.transport  # made before threads share it

    def look(self, file: KnownFile) -> Look:
        """Looks at one file."""
        path = self._folders.file(file.url)
        if path is not None:
            return local.look(path, file)
        if self._fetch:
            return remote.look(self.fetcher, file)
        return Look(problem="is not in its folder", lasting=True)


def measure(
    archive: Archive,
    setting: Media,
    now: datetime,
    *,
    limits: Limits | None = None,
    most: int | None = None,
    stop: threading.Event | None = None,
    progress: Progress | None = None,
) -> Measured:
    """Looks at files that are due, those of the newest stories first, and gives stories what was found out.

    Limits that are not given are those of the setting. Nothing is looked at where it allows nothing.

    Raises:
        ArchiveError: the archive refused.
    """
    if setting.beginnings == ():
        return Measured([])
    moment = now.timestamp()
    with archive.transaction() as connection:
        files = todo(connection, setting, now, most or setting.most)
    limits = limits or limits_of(setting)
    found: list[Looked] = []
    for result in survey(files, Eyes(setting).look, limits, stop):
        found.append(result)
        if progress:
            progress(result.file.url)
    with archive.transaction() as connection:
        known, stories = enter(connection, found, now)
        waiting = media.count_due(connection, moment, setting.beginnings)
    return Measured(known, stories, waiting)


def limits_of(setting: Media) -> Limits:
    """The limits of one build."""
    return Limits(setting.concurrency, setting.per_host, setting.wait.delta.total_seconds())


def todo(connection: Connection, setting: Media, now: datetime, most: int) -> list[KnownFile]:
    """Takes up the files of stories that are new, and tells which files are to be looked at now."""
    media.take_up(connection)
    return media.due(connection, now.timestamp(), most, setting.beginnings)


def enter(connection: Connection, found: Iterable[Looked], now: datetime) -> tuple[list[KnownFile], int]:
    """Remembers what was found out, and gives it to stories: the files as they are known, how many stories changed."""
    looks = {result.file.url: result.look for result in found}
    before = media.of(connection, sorted(looks))
    after = [looked(file, looks[file.url], now.timestamp()) for file in before]
    media.enter(connection, after)
    new = [file.url for file, was in zip(after, before, strict=True) if file.facts != was.facts]
    return after, storing.spread(connection, new, now=now)
