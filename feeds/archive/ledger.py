"""Where a story was, when it left, and who may still hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec import Struct

from feeds.archive.history import Appearance
from feeds.archive.polls import Poll


class Holder(Struct, frozen=True):
    """An agent that fetched a feed while the story was in it, and not since."""

    agent: str
    fetched: datetime


class Trace(Struct, frozen=True, kw_only=True):
    """A story's stay in one feed; `left` is None while it is there.

    `holders` have not come back since it left; `told` have, and could see that it is gone.
    """

    feed: str
    entered: datetime | None = None
    left: datetime | None = None
    holders: tuple[Holder, ...] = ()
    told: tuple[str, ...] = ()


def ledger(appearances: Iterable[Appearance], polls: Iterable[Poll]) -> list[Trace]:
    """Each feed that a story was in, with those who polled it."""
    by_feed: dict[str, list[Poll]] = {}
    for poll in polls:
        by_feed.setdefault(poll.feed, []).append(poll)
    return [_trace(appearance, by_feed.get(appearance.feed, [])) for appearance in appearances]


def _trace(appearance: Appearance, polls: list[Poll]) -> Trace:
    left = appearance.left
    since = appearance.entered or 0.0
    seen = [poll for poll in polls if poll.last >= since]
    holders = [poll for poll in seen if left is None or poll.last < left]
    return Trace(
        feed=appearance.feed,
        entered=_moment(appearance.entered),
        left=_moment(left),
        holders=tuple(Holder(p.agent, datetime.fromtimestamp(p.last, tz=UTC)) for p in holders),
        told=tuple(sorted(p.agent for p in seen if left is not None and p.last >= left)),
    )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)
