"""Pictures, videos and places as elements of Media RSS and GeoRSS."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.article import Article, Image, Place, Video
from feeds.syndication.forms import degrees, media_type, uri
from feeds.syndication.node import Node

RATING_SCHEME = "urn:simple"


def image_type(image: Image) -> str:
    """What a picture is: some picture, whatever its address looks like, and nearly always JPEG."""
    kind = media_type(image.url, image.type) or ""
    return kind if kind.startswith("image/") else "image/jpeg"


def picture(image: Image) -> Node:
    """A picture as `media:content`, with its caption and credit."""
    facts = {
        "url": uri(image.url),
        "medium": "image",
        "type": image_type(image),
        "fileSize": image.length,
        "width": image.width,
        "height": image.height,
    }
    children = tuple(_said(image.caption or image.alt, image.credit))
    return Node("media:content", attributes=_written(facts), children=children)


def film(video: Video) -> Node:
    """A video as `media:content`: its file, its player's page, or both."""
    facts = {
        "url": video.url and uri(video.url),
        "medium": "video",
        "type": video.url and media_type(video.url, video.type),
        "fileSize": video.length,
        "duration": video.duration,
        "width": video.width,
        "height": video.height,
    }
    return Node("media:content", attributes=_written(facts), children=tuple(_around(video)))


def _around(video: Video) -> Iterator[Node]:
    if video.title:
        yield Node("media:title", video.title, {"type": "plain"})
    yield from _said(video.caption, video.credit)
    if video.thumbnail:
        yield Node("media:thumbnail", attributes={"url": uri(video.thumbnail)})
    if video.player:
        yield Node("media:player", attributes={"url": uri(video.player)})


def _said(caption: str | None, credit: str | None) -> Iterator[Node]:
    if caption:
        yield Node("media:description", caption, {"type": "plain"})
    if credit:
        yield Node("media:credit", credit)


def _written(facts: dict[str, str | int | None]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items() if value is not None}


def rating(article: Article, default: str | None = None) -> Iterator[Node]:
    """Whether the story is for adults only, where somebody said so."""
    if said := article.rating or default:
        yield Node("media:rating", said, {"scheme": RATING_SCHEME})


def location(place: Place | None) -> Iterator[Node]:
    """Where the story happens, if its coordinates are known."""
    if place is None or place.latitude is None or place.longitude is None:
        return
    yield Node("georss:point", f"{degrees(place.latitude)} {degrees(place.longitude)}")
    if place.name:
        yield Node("georss:featurename", place.name)
