"""How the publisher does, as values."""

from __future__ import annotations

from datetime import datetime

import msgspec

from feeds.archive.editions import Decision
from feeds.archive.inbox import Message, Refusal
from feeds.archive.polls import Poll


class FeedStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a feed does: what is out, since when, what is wrong, when it changes by itself."""

    path: str
    target: str
    title: str
    entries: int
    bytes: int
    edition: int
    published: datetime | None
    newest: datetime | None
    wake: datetime | None
    held: str | None
    warnings: int
    quarantined: dict[str, Decision]


class SourceStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a source does."""

    name: str
    kind: str
    files: int
    rejections: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """How everything does."""

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
