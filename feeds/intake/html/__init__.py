"""Pages: the story, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.html.page import load
from feeds.intake.html.story import story

KINDS = ("html",)


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """The one story of a page."""
    page = load(data, address, circumstances)
    yield page if isinstance(page, Rejection) else story(page, file)
