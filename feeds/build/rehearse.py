"""What would become of an article: the decision of every feed, made without changing anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from feeds.archive.articles import head_of
from feeds.article import Article, revision_of
from feeds.build.plan import FeedPlan
from feeds.build.render import render
from feeds.build.select import decide
from feeds.checking.finding import Finding


class Rehearsal(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one feed would do with an article, and what its platform's rules say of it."""

    feed: str
    target: str
    published: bool
    code: str = "in"
    reason: str = "would be in the feed"
    until: datetime | None = None
    findings: tuple[Finding, ...] = ()


def rehearse(article: Article, plans: Sequence[FeedPlan], now: datetime) -> list[Rehearsal]:
    """What every feed would do with an article."""
    return [_rehearse(article, plan, now) for plan in plans]


def _rehearse(article: Article, plan: FeedPlan, now: datetime) -> Rehearsal:
    (rendering,) = render([(article, revision_of(article))], plan, now)
    decision = decide(head_of(article), plan, now) or rendering.decision
    findings = rendering.findings
    if decision is None:
        return Rehearsal(feed=plan.path, target=plan.target.name, published=True, findings=findings)
    return Rehearsal(
        feed=plan.path,
        target=plan.target.name,
        published=False,
        code=decision.code,
        reason=decision.reason,
        until=decision.until,
        findings=decision.findings or findings,
    )
