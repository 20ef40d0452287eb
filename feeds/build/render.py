"""Articles to items of a target, each checked before it counts as good."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from feeds.archive.editions import Decision
from feeds.article import Article
from feeds.build import gate
from feeds.build.plan import FeedPlan
from feeds.checking.finding import Finding
from feeds.targets import registry


class Rendering(Struct, frozen=True, kw_only=True):
    """What became of an article's revision: an item that may go out, or the decision that keeps it in."""

    article: str
    revision: str
    item: bytes | None = None
    decision: Decision | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def digest(self) -> str:
        """The item's hash: 32 hexadecimal digits."""
        return hashlib.blake2b(self.item or b"", digest_size=16).hexdigest()


def render(stories: Sequence[tuple[Article, str]], plan: FeedPlan, now: datetime) -> list[Rendering]:
    """What becomes of each article, given with its revision, in the plan's setting.

    An item in which the target's rules find an error is kept from going out; a story that the
    target has no place for is refused.
    """
    made = [_write(article, revision, plan) for article, revision in stories]
    written = [n for n, rendering in enumerate(made) if rendering.item is not None]
    found = gate.examine_items([made[n].item or b"" for n in written], plan, now)
    for n, findings in zip(written, found, strict=True):
        made[n] = _judged(made[n], findings)
    return made


def _write(article: Article, revision: str, plan: FeedPlan) -> Rendering:
    writer = registry.writer(plan.target.name)
    setting = plan.channel.setting
    try:
        refusal = writer.refuse(article, setting)
        if refusal is None:
            item = writer.item(article, setting)
            return Rendering(article=article.id, revision=revision, item=item)
    except Exception as error:  # one story that a writer chokes on never takes a feed down
        choked = _choked(article, plan, error)
        return Rendering(article=article.id, revision=revision, decision=quarantine((choked,), revision))
    decision = Decision(outcome="left out", code=refusal.code, reason=refusal.reason, revision=revision)
    return Rendering(article=article.id, revision=revision, decision=decision)


def _choked(article: Article, plan: FeedPlan, error: Exception) -> Finding:
    return Finding(
        severity="error",
        code="WRITER",
        message=f"the story could not be written as {plan.target.name}: {type(error).__name__}: {error}",
        item=article.id,
        hint="This is a fault of feeds: please report it with the story's record (feeds read).",
    )


def _judged(rendering: Rendering, findings: tuple[Finding, ...]) -> Rendering:
    errors = tuple(finding for finding in findings if finding.severity == "error")
    if not errors:
        return replace(rendering, findings=findings)
    return replace(rendering, item=None, decision=quarantine(errors, rendering.revision))


def quarantine(errors: tuple[Finding, ...], revision: str) -> Decision:
    """The decision that errors keep a revision from going out."""
    return Decision(
        outcome="quarantined",
        code=errors[0].code,
        reason="; ".join(dict.fromkeys(finding.message for finding in errors)),
        revision=revision,
        findings=errors,
    )
