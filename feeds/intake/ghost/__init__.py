"""Ghost: its exports, the answers of its API, and what its tools for migrating make of other systems."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.ghost.cards import said
from feeds.intake.ghost.fields import draft_of
from feeds.intake.ghost.site import Post, Site, exports
from feeds.intake.records.forms import values

KINDS = ("ghost",)

_STATES = {
    "draft": "is a draft",
    "scheduled": "is to be published later",
    "sent": "went out by mail only",
}


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each post and page that is out; of others, why not."""
    found = next(values(data, "ghost.json", circumstances.encoding), None)
    if found is None or isinstance(found, Rejection):
        yield found or Rejection(code="empty", reason="is empty")
        return
    answered = False
    for site, posts in exports(found.value):
        for post in posts:
            answered = True
            yield _answer(Draft(kind=KINDS[0], file=file, address=address), post, site, circumstances)
    if not answered:
        yield Rejection(code="no-ghost", reason="is JSON that holds no posts of Ghost")


def _answer(draft: Draft, post: Post, site: Site, circumstances: Circumstances) -> Draft | Rejection:
    status = said(post.row, "status") or "published"
    if status != "published":
        why = _STATES.get(status, f"has the status {status[:40]}")
        title = said(post.row, "title")[:80]
        return Rejection(
            code="not-published", reason=f"is not published by its newsroom yet: {title!r} {why}"
        )
    return draft_of(draft, post, site, circumstances)
