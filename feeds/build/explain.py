"""Why a story is in a feed, or is not: what the last build decided, or would decide now."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import Connection

from feeds.archive import editions, holds
from feeds.archive.articles import head_of
from feeds.archive.editions import Decision, Edition
from feeds.archive.holds import Hold
from feeds.article import Article
from feeds.build.plan import FeedPlan
from feeds.build.select import decide


class Answer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One feed's answer about one story. `alike` are stories with nearly the same text, whichever feeds they are in."""

    feed: str
    target: str
    published: bool
    code: str
    reason: str
    until: datetime | None = None
    hint: str | None = None
    spec: str | None = None
    alike: tuple[str, ...] = ()


def explain(connection: Connection, article: Article, plan: FeedPlan, now: datetime) -> Answer:
    """Whether the feed's current edition has the story, and why."""
    out = _edition_with(article.id, editions.of_feed(connection, plan.path))
    if (hold := holds.of(connection, plan.path)) is not None:
        return _answer(plan, published=out is not None, code="rolled-back", reason=_held(hold, plan, out))
    decision = editions.decided(connection, plan.path, article.id) or decide(head_of(article), plan, now)
    if out is None and decision is None:
        decision = _beyond(plan) if plan.limit else _awaited()
    if decision is None:
        return _answer(plan, published=True, code="in", reason=_where(plan, out))
    finding = decision.findings[0] if decision.findings else None
    return _answer(
        plan,
        published=out is not None,
        code=decision.code,
        reason=_said(decision, out),
        until=decision.until,
        hint=finding.hint if finding else None,
        spec=finding.spec if finding else None,
    )


def _held(hold: Hold, plan: FeedPlan, out: Edition | None) -> str:
    """Why a story is in a feed that stays at a former edition, or is not."""
    place = "is in" if out else "is not in"
    since = hold.since.astimezone(ZoneInfo(plan.channel.setting.publication.timezone))
    return (
        f"{place} edition {hold.number}, which the feed was rolled back to on {since:%Y-%m-%d %H:%M}; "
        f"to go on: feeds release {hold.feed}"
    )


def _where(plan: FeedPlan, out: Edition | None) -> str:
    if out is not None and plan.layout == "archived" and out.document != plan.path:
        return f"is in the feed's archive {out.document}"
    return "is in the feed"


def _answer(
    plan: FeedPlan,
    *,
    published: bool,
    code: str,
    reason: str,
    until: datetime | None = None,
    hint: str | None = None,
    spec: str | None = None,
) -> Answer:
    return Answer(
        feed=plan.path,
        target=plan.target.name,
        published=published,
        code=code,
        reason=reason,
        until=until,
        hint=hint,
        spec=spec,
    )


def _said(decision: Decision, out: Edition | None) -> str:
    if decision.outcome == "quarantined":
        earlier = "; an earlier version is in the feed" if out else ""
        return f"the platform would refuse it: {decision.reason}{earlier}"
    if out is not None:
        return f"is in the feed until the next build: {decision.reason}"
    return decision.reason


def _edition_with(article: str, current: dict[str, Edition]) -> Edition | None:
    return next((e for e in current.values() if any(item.id == article for item in e.items)), None)


def _beyond(plan: FeedPlan) -> Decision:
    reason = f"the feed holds the {plan.limit} newest stories, and there are as many newer ones"
    return Decision(outcome="left out", code="limit", reason=reason)


def _awaited() -> Decision:
    return Decision(outcome="left out", code="next-build", reason="will be in the feed after the next build")
