"""Pictures, videos and enclosures."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.content import Content, Mark
from feeds.checking.demands import declare, fulltext, media
from feeds.checking.demands.example import ENCLOSURE, SECOND_ENCLOSURE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import COVER, HEADING, RULES, VIDEO
from feeds.targets.dzen.rules.content import ENCODED

TYPES = facts.IMAGE_TYPES | facts.VIDEO_TYPES


def pictures(content: Content) -> list[Mark]:
    """The pictures of a text."""
    return content.starts("img")


@RULES.rule(
    "DZ040",
    "no-image",
    "warning",
    on="item",
    summary="Each story has a picture: an enclosure, or an img in the text.",
    hint="Add the story's picture as an enclosure, at least 700 pixels wide.",
    sure="reported",
    bad=Change(
        SECOND_ENCLOSURE, '<enclosure url="https://zarya.example/a.mp4" type="video/mp4" length="9"/>'
    ),
    good=Change(SECOND_ENCLOSURE, '<enclosure url="https://zarya.example/a" type="image/gif" length="9"/>'),
)
def no_image(item: View, context: Context) -> Iterator[Problem]:
    """Stories without a picture for their card."""
    drawn = any(pictures(content) for _, content in fulltext.texts(item, ENCODED))
    enclosed = item.one("enclosure")
    if not drawn and not any(media.is_image(enclosure) for enclosure in item.all("enclosure")):
        yield Problem(
            item if enclosed is None else enclosed,
            "the story has no picture: neither an enclosure nor an img",
        )


def _narrow(content: Content) -> fulltext.Found:
    for tag in pictures(content):
        width = media.pixels(tag.attributes.get("width"))
        if width is not None and width < facts.COVER_WIDTH:
            yield f"the picture is {width} pixels wide, less than {facts.COVER_WIDTH}", tag.offset


@RULES.rule(
    "DZ041",
    "image-width",
    "error",
    on="item",
    summary=f"Pictures are at least {facts.COVER_WIDTH} pixels wide.",
    hint="Send the original picture, not a thumbnail.",
    sure="reported",
    bad=Change(COVER, "<img height=200 width='300px' src='https://zarya.example/img/most.jpg'>"),
    good=Change(COVER, '<img src="https://zarya.example/img/most.jpg" width="700">'),
)
def image_width(item: View, context: Context) -> Iterator[Problem]:
    """Pictures that are narrow, as far as the feed says how wide they are."""
    yield from fulltext.inside(ENCODED, _narrow)(item, context)
    yield from narrow_enclosures(item)


def _without_width(tag: Mark) -> bool:
    """Whether a picture that is somewhere does not say how wide it is."""
    attributes = tag.attributes
    somewhere = not attributes.get("src", "").lstrip().startswith("data:")
    return somewhere and media.pixels(attributes.get("width")) is None


def _unmeasured(content: Content) -> fulltext.Found:
    """Said once of a text."""
    unknown = [tag for tag in pictures(content) if _without_width(tag)]
    if unknown:
        told = "of a picture is" if len(unknown) == 1 else f"of {len(unknown)} pictures is"
        yield f"the width {told} not known, nor whether it is {facts.COVER_WIDTH} pixels", unknown[0].offset


RULES.rule(
    "DZ048",
    "image-width-unknown",
    "info",
    on="item",
    summary="Pictures say how wide they are, so that it can be checked.",
    hint=f'Write the file\'s size in pixels: <img src="…" width="1200" height="800">; those of fewer than '
    f"{facts.COVER_WIDTH} are refused. Feeds made here have it where media: is set up in feeds.yaml.",
    sure="inferred",
    bad=Change(COVER, "<img src='https://zarya.example/img/most.jpg' width='100%'>"),
    good=Change(COVER, "<IMG SRC='https://zarya.example/img/most.jpg' WIDTH=700>"),
)(fulltext.inside(ENCODED, _unmeasured))


def narrow_enclosures(item: View) -> Iterator[Problem]:
    """Pictures besides the text that state their width."""
    stated = [e for e in (*item.all("enclosure"), *item.all("media:content")) if e.get("width")]
    for element in stated:
        width = media.pixels(element.get("width"))
        if width is not None and width < facts.COVER_WIDTH and media.is_image(element):
            yield Problem(element, f"the picture is {width} pixels wide, less than {facts.COVER_WIDTH}")


def narrow_in_news(content: Content) -> fulltext.Found:
    """Pictures too small for the seamless feed: the first one is the cover."""
    for number, tag in enumerate(pictures(content)):
        width, height = media.size_of(tag)
        if number == 0 and width is not None and width < facts.COVER_WIDTH:
            yield f"the cover is {width} pixels wide, less than {facts.COVER_WIDTH}", tag.offset
        elif (width or facts.IMAGE_WIDTH) < facts.IMAGE_WIDTH or (
            height or facts.IMAGE_HEIGHT
        ) < facts.IMAGE_HEIGHT:
            least = f"{facts.IMAGE_WIDTH} × {facts.IMAGE_HEIGHT}"
            yield f"the picture is {width or '?'} × {height or '?'} pixels, less than {least}", tag.offset


@RULES.rule(
    "DZ042",
    "image-type",
    "error",
    on="item/enclosure",
    summary="Enclosures are JPEG, PNG, GIF or WebP pictures, or MP4 videos.",
    hint="Convert the file, or correct type: image/jpeg, image/png, image/gif, image/webp or video/mp4.",
    sure="reported",
    bad=Change(
        ENCLOSURE, '<enclosure url="https://zarya.example/img/most.bmp" type="image/bmp" length="9"/>'
    ),
    good=Change(ENCLOSURE, '<enclosure url="https://zarya.example/most.mp4" type="Video/MP4" length="9"/>'),
)
def image_type(enclosure: View, context: Context) -> Iterator[Problem]:
    """Types that Dzen does not know."""
    stated = media.media_type(enclosure.element)
    if stated and stated not in TYPES:
        yield Problem(enclosure, f"enclosures of type {stated[:60]} are not supported")


@RULES.rule(
    "DZ043",
    "image-webp",
    "info",
    on="item",
    summary="Whether WebP pictures are taken is disputed.",
    hint="Send JPEG to be on the safe side.",
    sure="uncertain",
    bad=Change(ENCLOSURE, '<enclosure url="https://zarya.example/most.webp" type="image/webp" length="9"/>'),
    good=Change(ENCLOSURE, '<enclosure url="https://zarya.example/webp.png" type="image/png" length="9"/>'),
)
def image_webp(item: View, context: Context) -> Iterator[Problem]:
    """WebP in enclosures and in the text."""
    for enclosure in item.all("enclosure"):
        if media.media_type(enclosure) == "image/webp" or _is_webp(media.attribute(enclosure, "url")):
            yield Problem(enclosure, "the picture is WebP, which older readings of the rules do not list")
    for element, content in fulltext.texts(item, ENCODED):
        for tag in pictures(content):
            if _is_webp(tag.attributes.get("src", "").strip()):
                yield Problem(element, "the picture is WebP", offset=tag.offset)


def _is_webp(url: str) -> bool:
    return "webp" in url.lower() and media.suffix(url) == ".webp"


declare(RULES, "DZ044", "enclosure-attrs", "error", media.USABLE, sure="reported")
declare(RULES, "DZ045", "enclosure-length", "info", media.MEASURED, sure="inferred")


def _sources(content: Content) -> Iterator[tuple[Mark, str]]:
    """Each file of the text's videos, with the type that it seems to have."""
    videos = [tag for tag in content.starts("video") if tag.attributes.get("src")]
    for tag in [*videos, *fulltext.within(content, "video", frozenset({"source"}))]:
        attributes = tag.attributes
        stated = attributes.get("type", "").partition(";")[0].strip().lower()
        ending = media.suffix(attributes.get("src", "").strip()).lstrip(".")
        yield tag, stated or (f"video/{ending}" if ending else "")


def _unplayable(content: Content) -> fulltext.Found:
    for tag, kind in _sources(content):
        if kind and kind not in facts.VIDEO_TYPES:
            yield f"the video is {kind}, not MP4", tag.offset
    for tag in content.starts("video"):
        width, height = media.size_of(tag)
        if _below(width, facts.VIDEO_WIDTH) or _below(height, facts.VIDEO_HEIGHT):
            least = f"{facts.VIDEO_WIDTH} × {facts.VIDEO_HEIGHT}"
            yield f"the video is {width or '?'} × {height or '?'} pixels, less than {least}", tag.offset


def _below(value: int | None, least: int) -> bool:
    return value is not None and value < least


RULES.rule(
    "DZ046",
    "video-format",
    "error",
    on="item",
    summary=f"Videos are MP4, at least {facts.VIDEO_WIDTH} × {facts.VIDEO_HEIGHT} pixels.",
    hint='Send the video as <video><source src="https://….mp4" type="video/mp4"></video>.',
    sure="reported",
    bad=Change(VIDEO, '<video src="https://zarya.example/most.webm"></video>'),
    good=Change(VIDEO, '<video src="https://zarya.example/most.mp4?v=2" width="800" height="400"></video>'),
)(fulltext.inside(ENCODED, _unplayable))


def _bare(content: Content) -> fulltext.Found:
    """Said once of a text."""
    if found := fulltext.within(content, "figure", frozenset({"img"}), inverted=True):
        said = "a picture stands" if len(found) == 1 else f"{len(found)} pictures stand"
        yield f"{said} outside of a figure, without a caption", found[0].offset


RULES.rule(
    "DZ047",
    "img-not-in-figure",
    "info",
    on="item",
    summary="Pictures stand in a figure.",
    hint="Wrap each picture: <figure><img …><figcaption>who took it</figcaption></figure>.",
    sure="reported",
    bad=Change(HEADING, '<img src="https://zarya.example/img/plan.png">'),
    good=Change(HEADING, '<FIGURE><img src="https://zarya.example/img/plan.png"></FIGURE>'),
)(fulltext.inside(ENCODED, _bare))
