"""What a build has to do for each feed: a pure function of what changed and of what was built before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from feeds.archive.articles import Head
from feeds.archive.states import RELEASED, State
from feeds.build.plan import FeedPlan

Extent = Literal["nothing", "changes", "everything"]


class Changes(NamedTuple):
    """What happened since a feed was last built.

    `heads` are the stories that came, changed, or whose instant has come; `moved` are the times of
    publication that some of them had before.
    """

    heads: tuple[Head, ...] = ()
    moved: tuple[float, ...] = ()


class Intent(NamedTuple):
    """How much of a feed is to be composed anew, and why."""

    plan: FeedPlan
    extent: Extent
    reason: str


def intents(
    plans: Sequence[FeedPlan], states: Mapping[str, State], sequence: int, now: datetime
) -> list[Intent]:
    """What is to be done for each feed; `sequence` is the number of the latest storing."""
    return [Intent(plan, *_intent(plan, states.get(plan.path), sequence, now)) for plan in plans]


def _intent(plan: FeedPlan, state: State | None, sequence: int, now: datetime) -> tuple[Extent, str]:
    if state is None:
        return "everything", "it was never built"
    if state.key == RELEASED:
        return "everything", "it was released"
    if state.key != plan.key:
        return "everything", "its configuration or its writer changed"
    if state.message is not None:
        return "everything", "its last edition was held"
    if now.timestamp() < state.now:
        return "everything", "the clock went back"
    if state.sequence > sequence:
        return "everything", "the archive is another one"
    if state.sequence < sequence:
        return "changes", "stories came or changed"
    if state.wake is not None and state.wake <= now.timestamp():
        return "changes", "a story's time has come"
    return "nothing", "nothing changed"
