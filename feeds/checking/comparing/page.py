"""The page behind a story, as far as platforms compare it with the feed: its headlines, its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from feeds.checking.comparing.words import Difference, Text, alike, difference

_FIGURE = re.compile(r"<figure\b[^<>]*>.*?</figure>", re.DOTALL)


class Page(NamedTuple):
    """What a page shows: its headlines (any of them will do), its lead, its text."""

    titles: tuple[str, ...] = ()
    lead: str = ""
    text: str = ""


class Parting(NamedTuple):
    """Where a story's text first parts from its page's: its offset in the feed's text, and what stands there."""

    offset: int
    feed: str
    page: str
    places: int


def parted(source: str, page: Page) -> Parting | None:
    """Where a full text, which may hold HTML, first parts from the page's; None where they say the same.

    Captions do not count, and a lead above the text may be part of the full text or not.
    """
    feed = Text(_unpictured(source), markup=True)
    best: tuple[Difference, Text] | None = None
    for text in [page.text] + [f"{page.lead}\n\n{page.text}"] * bool(page.lead):
        shown = Text(text)
        found = difference(feed, shown)
        if found is None:
            return None
        if best is None or found.words < best[0].words:
            best = found, shown
    assert best is not None
    return _told(feed, *best)


def _told(feed: Text, found: Difference, shown: Text) -> Parting:
    start, end = found.here
    words = feed.words
    offset = words[start].start if start < len(words) else max(0, len(feed.source.rstrip()) - 1)
    return Parting(offset, feed.shown(start, end), shown.shown(*found.there), found.places)


def _unpictured(source: str) -> str:
    """The text with blanks in place of figures; behind the last end of one none is looked for."""
    figures, end, rest = source.rpartition("</figure")
    return _FIGURE.sub(lambda figure: " " * len(figure[0]), figures + end + rest[:1]) + rest[1:]


def entitled(title: str, page: Page) -> bool:
    """Whether a title is a headline of the page."""
    return not page.titles or alike(title) in {alike(known) for known in page.titles}
