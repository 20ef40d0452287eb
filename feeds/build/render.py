"""Articles to items of a target, each checked before it counts as good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from feeds.archive.fragments import Fragment, Refused
from feeds.article import Article, revision_of
from feeds.build import gate
from feeds.build.plan import FeedPlan
from feeds.checking.finding import Finding
from feeds.targets import registry


def render(
    articles: Sequence[Article], plan: FeedPlan, before: Mapping[str, Fragment], now: datetime
) -> list[Fragment]:
    """What becomes of each article in the plan's setting; `before` holds the fragments that were.

    An item in which the target's rules find an error is kept from going out; the last good one
    stays. A story that the target has no place for is refused, and nothing of it stays.
    """
    made = [_write(article, plan) for article in articles]
    written = [n for n, fragment in enumerate(made) if fragment.item is not None]
    found = gate.examine_items([made[n].item or b"" for n in written], plan, now)
    for n, findings in zip(written, found, strict=True):
        made[n] = _judged(made[n], findings)
    return [_fallen_back(fragment, before.get(fragment.article)) for fragment in made]


def _write(article: Article, plan: FeedPlan) -> Fragment:
    writer = registry.writer(plan.target.name)
    setting = plan.channel.setting
    revision = revision_of(article)
    refusal = writer.refuse(article, setting)
    if refusal:
        return Fragment(article=article.id, revision=revision, refusal=Refused(refusal.code, refusal.reason))
    try:
        item = writer.item(article, setting)
    except Exception as error:  # one story that a writer chokes on never takes a feed down
        return Fragment(article=article.id, revision=revision, findings=(_choked(article, plan, error),))
    return Fragment(article=article.id, revision=revision, good_revision=revision, item=item)


def _choked(article: Article, plan: FeedPlan, error: Exception) -> Finding:
    return Finding(
        severity="error",
        code="WRITER",
        message=f"the story could not be written as {plan.target.name}: {type(error).__name__}: {error}",
        item=article.id,
        hint="This is a fault of feeds: please report it with the story's record (feeds read).",
    )


def _judged(fragment: Fragment, findings: tuple[Finding, ...]) -> Fragment:
    if any(finding.severity == "error" for finding in findings):
        return replace(fragment, findings=findings, good_revision=None, item=None)
    return replace(fragment, findings=findings)


def _fallen_back(fragment: Fragment, last: Fragment | None) -> Fragment:
    """With the last good item where there is none; a refused story has no place even so."""
    if fragment.item is not None or fragment.refusal or last is None:
        return fragment
    return replace(fragment, good_revision=last.good_revision, item=last.item)
