"""What may go out: the same rules as `feeds check`, and the guard against sudden collapse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from feeds.archive.editions import Listed
from feeds.build.plan import FeedPlan
from feeds.checking.engine import Scope
from feeds.checking.finding import Finding
from feeds.targets import registry
from feeds.targets.check import check

if TYPE_CHECKING:
    from feeds.build.compose import Entry

SMALL = 25
"""Editions with no more items than this are always judged as a whole."""

FEWEST = 10
"""Editions with fewer items than this may change as they like: half of three is no collapse."""

ORDINARY = frozenset({"window", "expired", "withdrawn", "limit", "embargo", "future", "only", "except"})
"""Codes of decisions by which a story may leave a feed at any time; others are worth a question."""


def examine_items(items: Sequence[bytes], plan: FeedPlan, now: datetime) -> list[tuple[Finding, ...]]:
    """What the target's rules say of each item by itself."""
    if not items:
        return []
    frame = registry.writer(plan.target.name).frame(plan.channel_for(plan.channel.url, now))
    found: list[list[Finding]] = [[] for _ in items]
    for finding in _check(frame.around(list(items)), plan, now, scope="item"):
        if finding.index is not None:
            found[finding.index].append(finding)
    return [tuple(findings) for findings in found]


def examine(
    document: bytes, url: str, plan: FeedPlan, now: datetime, size: int | None = None
) -> list[Finding]:
    """What the rules say of a whole document, its items aside, which were examined one by one.

    `size` is the document's in bytes, where these are not all of it.
    """
    return _check(document, plan, now, scope="feed", url=url, size=size)


def examine_again(document: bytes, url: str, plan: FeedPlan, now: datetime) -> list[Finding]:
    """What the rules say today of a document that was out before, its items among it."""
    return [*_check(document, plan, now, scope="item"), *examine(document, url, plan, now)]


def _check(
    data: bytes,
    plan: FeedPlan,
    now: datetime,
    *,
    scope: Scope,
    url: str | None = None,
    size: int | None = None,
) -> list[Finding]:
    publication = plan.channel.setting.publication.name
    found = check(data, plan.target.name, now=now, url=url, publication=publication, scope=scope, size=size)
    return plan.policy.applied(found, plan.path) if plan.policy else found


def representative(entries: Sequence[Entry]) -> list[int] | None:
    """The entries that rules about the whole need to see again; None: all of them.

    An edition in which nothing was wrong stays right where nothing changed: what is new can only
    clash with what has its address, and stand in a wrong order with its neighbours.
    """
    new = [n for n, entry in enumerate(entries) if entry.item is not None]
    if len(entries) <= SMALL or 2 * len(new) > len(entries):
        return None
    urls = Counter(entries[n].listed.url for n in new)
    near = {m for n in new for m in (n - 1, n, n + 1) if 0 <= m < len(entries)}
    near |= {n for n, entry in enumerate(entries) if entry.listed.url in urls}
    return sorted(near | {0, 1})


def collapsed(
    before: Sequence[Listed], after: Iterable[Listed], explained: Callable[[list[str]], int]
) -> str | None:
    """Why an edition looks like an accident beside the one before it; None where it does not.

    More than half of the stories gone without one of the ordinary reasons (`explained` counts those
    that have one), or more than half of those that are in both with another id.
    """
    if len(before) < FEWEST:
        return None
    there = {item.id: item.url for item in after}
    gone = [item for item in before if item.id not in there]
    if len(gone) * 2 <= len(before):
        return None
    urls = set(there.values())
    renamed = sum(item.url in urls for item in gone)
    if renamed * 2 > len(before):
        return f"{renamed} of {len(before)} stories have another id than in the last edition"
    lost = len(gone) - explained([item.id for item in gone])
    if lost * 2 > len(before):
        return f"{lost} of {len(before)} stories of the last edition are gone at once"
    return None
