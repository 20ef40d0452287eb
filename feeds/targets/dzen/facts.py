"""What Dzen asks of a channel's feed and of the seamless one."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

WINDOW = timedelta(days=3)
MOST = 500
FIRST_FEED = 10
"""Stories that the very first feed of a channel must hold."""

TEXT_CHARACTERS = 300
TITLE_CHARACTERS = 240
FEED_BYTES = 10_000_000
COVER_WIDTH = 700
IMAGE_WIDTH, IMAGE_HEIGHT = 480, 320
VIDEO_WIDTH, VIDEO_HEIGHT = 800, 400

IMAGE_TYPES: frozenset[str] = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
VIDEO_TYPES: frozenset[str] = frozenset({"video/mp4"})

TAGS: frozenset[str] = frozenset(
    {
        "p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "b", "i", "u", "s",
        "figure", "figcaption", "img", "video", "source",
    }
)  # fmt: skip
"""What content:encoded may hold."""

PLAYERS: frozenset[str] = frozenset(
    {"youtube.com", "youtube-nocookie.com", "youtu.be", "vk.com", "vkvideo.ru", "rutube.ru"}
)
"""Hosts of the players that a channel may embed."""

Format = Literal["article", "post"]
Commenting = Literal["all", "subscribers", "none"]
ContentType = Literal["news", "news_only", "blogs_only"]

FORMATS: dict[str, str] = {"article": "format-article", "post": "format-post"}
INDEXING: dict[bool, str] = {True: "index", False: "noindex"}
COMMENTING: dict[str, str] = {
    "all": "comment-all",
    "subscribers": "comment-subscribers",
    "none": "comment-none",
}
DRAFT = "native-draft"
DIRECTIVES: tuple[frozenset[str], ...] = (
    frozenset({DRAFT}),
    frozenset(FORMATS.values()),
    frozenset(INDEXING.values()),
    frozenset(COMMENTING.values()),
)
"""What category may say of a story's publication, one word of each group at most."""

CONTENT_TYPES: frozenset[str] = frozenset({"news", "news_only", "blogs_only"})
RATINGS: frozenset[str] = frozenset({"adult", "nonadult"})
RATING_SCHEME = "urn:simple"


class ChannelOptions(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How stories appear in the channel; what is left out is as the channel's settings say."""

    format: Annotated[Format, Meta(description="long articles or short posts")] | None = None
    index: Annotated[bool, Meta(description="whether search engines may index the copy")] | None = None
    comments: Annotated[Commenting, Meta(description="who may comment")] | None = None
    draft: Annotated[bool, Meta(description="stories wait in the drafts for an editor")] = False


class NewsOptions(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where stories appear."""

    content_type: Annotated[
        ContentType,
        Meta(description="news: in News and in the channel; news_only: in News; blogs_only: in the channel"),
    ] = "news"
