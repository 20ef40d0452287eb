"""What Yandex asks of a feed with the full text."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

Genre = Literal["lenta", "message", "article", "interview"]

WINDOW = timedelta(days=8)
NEWS_WINDOW = timedelta(days=7)
"""How long News on Dzen looks at a story; search does so for `WINDOW`."""

LIMIT = 500
GENRES: frozenset[str] = frozenset({"lenta", "message", "article", "interview"})
GENRE_OF: dict[str, Genre] = {
    "flash": "lenta",
    "message": "message",
    "article": "article",
    "interview": "interview",
    "opinion": "article",
    "live": "message",
}
"""Yandex's genre for each of ours."""

IMAGE_TYPES: frozenset[str] = frozenset({"image/jpeg", "image/png", "image/gif"})
TITLE_CHARACTERS = 240
LENTA_CHARACTERS = 80
FEED_BYTES = 10_000_000
IMAGE_WIDTH, IMAGE_HEIGHT = 480, 320


class Options(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the feed is written."""

    genre: Annotated[Genre, Meta(description="for stories that state none")] | None = None
