"""How the publisher does, as values."""

from __future__ import annotations

from datetime import datetime

import msgspec

from feeds.archive.editions import Decision
from feeds.archive.inbox import Message, Refusal
from feeds.archive.outbox import Notice
from feeds.archive.polls import Poll
from feeds.intake.draft import Rejection


class FeedStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a feed does: what is out, since when, what is wrong, when it changes by itself.

    `built` is when it was last looked at, `published` when the edition came out that is out, `newest`
    when the newest of its stories changed. `stories` tells how many each of its last editions had,
    `polled` how often it was polled in each of the last hours, the oldest first. `rolled_back` is the
    former edition that somebody had published again, until the feed is released.
    """

    path: str
    target: str
    title: str
    entries: int
    bytes: int
    edition: int
    built: datetime | None = None
    published: datetime | None
    newest: datetime | None
    wake: datetime | None
    held: str | None
    errors: int = 0
    warnings: int
    notes: int = 0
    quarantined: dict[str, Decision]
    stories: tuple[int, ...] = ()
    polled: tuple[int, ...] = ()
    rolled_back: int | None = None


class SourceStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a source does: when it was last read or heard of, when that last brought something."""

    name: str
    kind: str
    files: int
    records: int = 0
    rejections: int
    rejected: tuple[Rejection, ...] = ()
    read: datetime | None = None
    brought: datetime | None = None


class PollStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What an agent holds of a feed, and how often it came in each of the last hours.

    `edition` is the number of the one that it holds, `current` whether that is the one that is out,
    `behind` how many came out since.
    """

    poll: Poll
    current: bool
    edition: int | None = None
    behind: int | None = None
    polled: tuple[int, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """How everything does. `titles` are the headlines of the stories that it speaks of, by id."""

    now: datetime
    publication: str
    generation: int
    articles: int
    feeds: list[FeedStatus]
    sources: list[SourceStatus]
    messages: list[Message]
    refusals: list[Refusal]
    counts: dict[str, int]
    polls: list[Poll]
    pollers: list[PollStatus] = []
    announcements: list[Notice] = []
    waiting: int = 0
    titles: dict[str, str] = {}
