"""What may go out: the same rules as `feeds check`, and the guard against sudden collapse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from feeds.archive.editions import Decision, Listed
from feeds.build.plan import FeedPlan
from feeds.checking.engine import Scope
from feeds.checking.finding import Finding
from feeds.targets import registry
from feeds.targets.check import check

FEWEST = 10
"""Editions with fewer items than this may change as they like: half of three is no collapse."""

EXPLAINED = frozenset({"window", "expired", "withdrawn", "limit", "embargo", "only", "except"})
"""Codes of decisions by which a story may leave a feed at any time; others are worth a question."""


def examine_items(items: Sequence[bytes], plan: FeedPlan, now: datetime) -> list[tuple[Finding, ...]]:
    """What the target's rules say of each item by itself."""
    if not items:
        return []
    frame = registry.writer(plan.target.name).frame(plan.channel)
    found: list[list[Finding]] = [[] for _ in items]
    for finding in _check(frame.around(list(items)), plan, now, scope="item"):
        if finding.index is not None:
            found[finding.index].append(finding)
    return [tuple(findings) for findings in found]


def examine(document: bytes, url: str, plan: FeedPlan, now: datetime) -> list[Finding]:
    """What the rules say of a whole document, its items aside, which were examined one by one."""
    return _check(document, plan, now, scope="feed", url=url)


def _check(
    data: bytes, plan: FeedPlan, now: datetime, *, scope: Scope, url: str | None = None
) -> list[Finding]:
    publication = plan.channel.setting.publication.name
    return check(data, plan.target.name, now=now, url=url, publication=publication, scope=scope)


def collapsed(
    before: Sequence[Listed], after: Sequence[Listed], decisions: Mapping[str, Decision]
) -> str | None:
    """Why an edition looks like an accident beside the one before it; None where it does not.

    More than half of the stories gone without one of the ordinary reasons, or more than half of
    those that are in both with another id.
    """
    if len(before) < FEWEST:
        return None
    ids = {item.id for item in after}
    gone = [item for item in before if item.id not in ids]
    renamed = {item.url: item.id for item in after}
    changed = [item for item in gone if renamed.get(item.url, item.id) != item.id]
    if len(changed) * 2 > len(before):
        return f"{len(changed)} of {len(before)} stories have another id than in the last edition"
    lost = [i for i in gone if i.id not in decisions or decisions[i.id].code not in EXPLAINED]
    if len(lost) * 2 > len(before):
        return f"{len(lost)} of {len(before)} stories of the last edition are gone at once"
    return None
