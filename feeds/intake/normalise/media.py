"""Images and videos as sources list them, and the images of the body that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from feeds.article import Image, ImageRole, Video
from feeds.intake.normalise.choice import Known, Sifted, Unfit
from feeds.intake.normalise.coerce import several, shown, whole, word
from feeds.intake.normalise.credit import parted
from feeds.intake.normalise.parts import Parts, address, count, pixels, short, text
from feeds.markup.nodes import Body, Element
from feeds.markup.text import inline, squeeze

MOST = 500  # pictures or videos of one story

_ROLES: dict[str, ImageRole] = {
    **dict.fromkeys(("cover", "main", "lead", "featured", "hero", "primary", "обложка", "главное"), "cover"),
    **dict.fromkeys(("gallery", "slide", "slideshow", "галерея"), "gallery"),
    **dict.fromkeys(("inline", "body", "content"), "inline"),
}

TYPES = {
    **dict.fromkeys(("jpg", "jpeg", "jpe"), "image/jpeg"),
    **{name: f"image/{name}" for name in ("png", "gif", "webp", "avif", "bmp")},
    "svg": "image/svg+xml",
    **dict.fromkeys(("mp4", "m4v"), "video/mp4"),
    **{name: f"video/{name}" for name in ("webm", "ogg", "mpeg")},
    "mov": "video/quicktime",
    "m3u8": "application/vnd.apple.mpegurl",
}

_ENDING = re.compile(r"^[^?#]*/[^/?#]*\.(\w{2,5})(?:[?#]|$)")
_MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9][\w!#$&^.+-]{0,80}")
_ISO_DURATION = re.compile(r"P(?:(\d{1,3})D)?T?(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:[.,]\d+)?S)?")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")


def type_of(said: Any, url: str | None) -> str | None:
    """The media type that is stated, or that the ending of the address tells."""
    stated = (word(said) or "").lower()
    if _MEDIA_TYPE.fullmatch(stated):
        return stated
    ending = _ENDING.search(url) if url else None
    return TYPES.get(ending[1].lower()) if ending else None


def duration(value: Any) -> int | None:
    """Seconds, from a number, from ISO 8601 (`PT1M3S`) or from a clock (`1:03`); None for none."""
    if (seconds := whole(value)) is not None:
        return seconds
    said = word(value) or ""
    if match := _CLOCK.fullmatch(said):
        hours, minutes, rest = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + rest
    match = _ISO_DURATION.fullmatch(said)
    if not match or not any(match.groups()):
        return None
    days, hours, minutes, rest = (int(part or 0) for part in match.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest


def _role(value: Any, base: str | None) -> ImageRole:
    return _ROLES.get((word(value) or "").casefold(), "inline")


def _seconds(value: Any, base: str | None) -> int | None:
    return duration(value)


_SAID = ("width", "height", "alt", "caption", "credit")
"""What a figure may say of a picture that a list names."""

_URL = "url src href link contentUrl content_url file source_url original path @id"
_TYPE = "type mime mime_type mimetype media_type encodingFormat content_type"
_LENGTH = "length size filesize file_size size_in_bytes contentSize bytes"
_CAPTION = "caption description desc legend"
_CREDIT = "credit credits author copyright copyrightHolder creditText photographer source"

_IMAGE = Parts(
    url=(_URL, address),
    role=("role", _role),
    type=(_TYPE, short),
    width=("width", pixels),
    height=("height", pixels),
    length=(_LENGTH, count),
    alt=("alt alt_text alternativeText", text),
    caption=(_CAPTION, text),
    credit=(_CREDIT, text),
)

_VIDEO = Parts(
    url=(_URL, address),
    player=("player embed embedUrl embed_url iframe player_url", address),
    type=(_TYPE, short),
    width=("width", pixels),
    height=("height", pixels),
    length=(_LENGTH, count),
    duration=("duration duration_in_seconds length_seconds", _seconds),
    thumbnail=("thumbnail thumbnailUrl thumbnail_url poster preview cover image", address),
    title=("title name", text),
    caption=(_CAPTION, text),
    credit=(_CREDIT, text),
)


def images(value: Any, known: Known) -> tuple[Image, ...] | Sifted | Unfit:
    """The pictures of a list, or of one picture; each once, what is no picture left out."""
    found: dict[str, Image] = {}
    dropped: list[str] = []
    for item in several(value)[:MOST]:
        image = _image(item if isinstance(item, Mapping) else {"url": item}, known)
        if image is None:
            dropped.append(f"{shown(item)} has no http(s) address")
        else:
            found.setdefault(image.url, image)
    if not found:
        return Unfit("has no picture with an http(s) address")
    return Sifted(tuple(found.values()), tuple(dropped)) if dropped else tuple(found.values())


def _image(item: Mapping[Any, Any], known: Known) -> Image | None:
    parts = _IMAGE.of(item, known.base)
    if "url" not in parts:
        return None
    parts["type"] = type_of(parts.get("type"), parts["url"])
    if "caption" in parts and "credit" not in parts:
        parts["caption"], parts["credit"] = parted(parts["caption"])
    return Image(**parts)


def gathered(listed: tuple[Image, ...], shown: Iterable[Image]) -> tuple[Image, ...]:
    """The listed pictures, then those of figures that are not among them; exactly one is the cover.

    What the list does not say of a picture (its size, its caption), its figure may.
    """
    found = {image.url: image for image in listed}
    for image in shown:
        if image.url in found:
            found[image.url] = _completed(found[image.url], image)
        elif len(found) < MOST:
            found[image.url] = image
    return _one_cover(tuple(found.values()))


def _completed(image: Image, other: Image) -> Image:
    if image.caption and image.credit and image.alt and image.width:
        return image
    missing = {
        name: said for name in _SAID if getattr(image, name) is None and (said := getattr(other, name))
    }
    return msgspec.structs.replace(image, **missing) if missing else image


def _one_cover(pictures: tuple[Image, ...]) -> tuple[Image, ...]:
    cover = next((n for n, image in enumerate(pictures) if image.role == "cover"), 0)
    return tuple(_as(image, n == cover) for n, image in enumerate(pictures))


def _as(image: Image, cover: bool) -> Image:  # noqa: FBT001
    """The picture as the cover, or as none."""
    role: ImageRole = "cover" if cover else "inline" if image.role == "cover" else image.role
    return image if role == image.role else msgspec.structs.replace(image, role=role)


def in_figures(figures: Body) -> Iterator[Image]:
    """The pictures of figures; of a gallery each with its own caption, never with the whole's."""
    for figure in figures:
        inner = [child for child in figure.children if isinstance(child, Element) and child.tag == "figure"]
        for part in inner or [figure]:
            image = part.first("img")
            if image is not None and image.attributes.get("src"):
                line = part.first("figcaption")
                said = squeeze(inline(line).replace("\n", " ")) if line is not None else None
                yield of_figure(image.attributes, said, "gallery" if inner else "inline")


def of_figure(attributes: Mapping[str, str], line: str | None, role: ImageRole = "inline") -> Image:
    """The picture that a figure shows, by its attributes and the line below it."""
    url = attributes["src"]
    said = parted(line) if line is not None else None
    return Image(
        url=url,
        role=role,
        type=type_of(None, url),
        width=whole(attributes.get("width"), 1, 100_000),
        height=whole(attributes.get("height"), 1, 100_000),
        alt=attributes.get("alt") or None,
        caption=said.caption if said else None,
        credit=said.credit if said else None,
    )


def videos(value: Any, known: Known) -> tuple[Video, ...] | Sifted | Unfit:
    """The videos of a list, or of one video: files, player pages, or both."""
    found: list[Video] = []
    dropped: list[str] = []
    for item in several(value)[:MOST]:
        video = _video(item if isinstance(item, Mapping) else {"url": item}, known)
        if video is None:
            dropped.append(f"{shown(item)} has no http(s) address")
        elif video not in found:
            found.append(video)
    if not found:
        return Unfit("has no video with an http(s) address")
    return Sifted(tuple(found), tuple(dropped)) if dropped else tuple(found)


def _video(item: Mapping[Any, Any], known: Known) -> Video | None:
    parts = _VIDEO.of(item, known.base)
    url = parts.get("url")
    parts["type"] = type_of(parts.get("type"), url)
    if url and "player" not in parts and parts["type"] is None:
        parts["player"] = parts.pop("url")  # an address that ends in no kind of file is a player's page
    return Video(**parts) if "url" in parts or "player" in parts else None
