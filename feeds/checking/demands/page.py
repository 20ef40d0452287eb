"""The page behind a story: platforms that compare it with the feed want the same text and the same headline."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.comparing.page import entitled, parted
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Check, Problem


def same_text(name: str) -> Check:
    """A check that an element's text is the page's, where the page is known."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        page = context.pages.get(item.text("link")) if context.pages else None
        element = item.one(name)
        if page is None or element is None or not page.text:
            return
        found = parted(item.content(element).source, page)
        if found is not None:
            more = f" ({found.places} places differ)" if found.places > 1 else ""
            yield Problem(
                element,
                f"the text is not the page's: the feed says {found.feed!r}, the page {found.page!r}{more}",
                offset=found.offset,
            )

    return check


def same_title(item: View, context: Context) -> Iterator[Problem]:
    """Titles that are not the page's, where the page is known."""
    page = context.pages.get(item.text("link")) if context.pages else None
    element = item.one("title")
    if page is not None and element is not None and not entitled(text_of(element), page):
        yield Problem(element, f"the title is not the page's: {page.titles[0]!r}")
