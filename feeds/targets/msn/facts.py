"""What MSN's Partner Hub asks of a feed."""

from __future__ import annotations

from datetime import timedelta

WINDOW = timedelta(days=3)
LIMIT = 20
MOST = 30
FEED_BYTES = 10_000_000
TITLE_LEAST, TITLE_MOST = 21, 150
SHORT_TITLE_MOST = 54
TEXT_LEAST, TEXT_MOST = 450, 500_000
IMAGE_PIXELS = 720
IMAGE_BYTES = 14_000_000
SLIDES_LEAST, SLIDES_MOST = 2, 200
IMAGE_TYPES: frozenset[str] = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
OLDEST = timedelta(days=365)
AHEAD = timedelta(hours=2)
"""How far ahead an expiry lies at least."""

TAGS: frozenset[str] = frozenset(
    {
        "b", "i", "em", "strong", "sub", "sup", "small", "h1", "h2", "h3", "h4", "h5", "a", "img",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
        "ul", "ol", "li", "p", "div", "span", "br", "blockquote", "iframe",
    }
)  # fmt: skip
"""What content:encoded may hold."""
