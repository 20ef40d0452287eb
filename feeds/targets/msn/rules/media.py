"""Pictures and slide shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from feeds.checking.demands import fulltext, media
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url, w3c
from feeds.targets.msn import facts
from feeds.targets.msn.rules.base import MEDIA, NOW, PICTURE, RULES, SECOND_MEDIA

_GROUPED = clark("media:content")
_BESIDE = {"media:credit": "who made it", "media:text": "what it shows"}


def kind_of(element: etree._Element) -> str:
    """What a media:content is: image, video, audio or "" where it does not say."""
    stated = media.attribute(element, "medium").lower()
    return stated or media.media_type(element).partition("/")[0]


def pictures(item: View) -> list[etree._Element]:
    """The pictures that a story brings, grouped ones too."""
    found = [
        *item.all("media:content"),
        *(e for g in item.all("media:group") for e in g.iterchildren(_GROUPED)),
    ]
    return [element for element in found if kind_of(element) in {"image", ""}]


def deleted(item: View, now: datetime) -> bool:
    """Whether a story is sent to be taken back."""
    said = item.text("dcterms:valid")
    end = w3c(said.rpartition("end=")[2].partition(";")[0].strip()) if "end=" in said else None
    return end is not None and end <= now


@RULES.rule(
    "MSN006",
    "https",
    "error",
    on="item",
    summary="The story's address and those of its pictures are on https.",
    hint="Write https:// addresses: MSN refuses others.",
    now=NOW,
    bad=Change('url="https://zarya.example/img/bridge.jpg"', 'url="http://zarya.example/img/bridge.jpg"'),
    good=Change('url="https://zarya.example/img/bridge.jpg"', 'url="HTTPS://zarya.example/img/bridge.jpg"'),
)
def https(item: View, context: Context) -> Iterator[Problem]:
    """Addresses of pictures; the story's own is the table's."""
    thumbnails = (t for picture in pictures(item) for t in picture.iterchildren(clark("media:thumbnail")))
    for element in (*pictures(item), *thumbnails, *item.all("media:thumbnail"), *item.all("enclosure")):
        url = media.attribute(element, "url")
        if url and not url.startswith("https://") and (fault := _insecure(url)):
            yield Problem(element, f"the address of the picture {fault}", attribute="url")
    for element, content in fulltext.texts(item, "content:encoded"):
        for image in content.starts("img"):
            url = image.attributes.get("src", "").strip()
            if url[:5].lower() == "http:":
                yield Problem(element, f"the picture is not on https: {url[:80]!r}", offset=image.offset)


def _insecure(url: str) -> str | None:
    if fault := absolute_url(url):
        return fault
    return None if url[:6].lower() == "https:" else f"is not on https: {url[:80]!r}"


@RULES.rule(
    "MSN007",
    "picture",
    "warning",
    on="item",
    summary=f"Each story has a picture of {facts.IMAGE_PIXELS} pixels or more in width, with its credit and a text of "
    "what it shows.",
    hint='Add <media:content medium="image"> with media:credit and media:text: without a picture nothing is published '
    "by itself.",
    now=NOW,
    bad=Change(SECOND_MEDIA, ""),
    good=Change(PICTURE, PICTURE.replace("1600", "720").replace("900", "405")),
)
def picture(item: View, context: Context) -> Iterator[Problem]:
    """None, or one that is too small, too heavy, or not described."""
    found = pictures(item)
    video = any(kind_of(element) == "video" for element in item.all("media:content"))
    if not found and not video and not deleted(item, context.now):
        yield Problem(item, "the story has no picture: there is no <media:content>", closing=True)
    for element in found:
        for fault in _faults(element):
            yield Problem(element, fault)


def _faults(element: etree._Element) -> Iterator[str]:
    width, size = media.pixels(element.get("width")), element.get("fileSize", "")
    if width is not None and width < facts.IMAGE_PIXELS:
        yield f"the picture is {width} pixels wide, less than {facts.IMAGE_PIXELS}"
    if size.isdecimal() and int(size) > facts.IMAGE_BYTES:
        yield f"the picture has {int(size) / 1e6:.1f} MB, more than {facts.IMAGE_BYTES / 1e6:g}"
    stated = media.media_type(element)
    if stated and stated not in facts.IMAGE_TYPES and stated.startswith("image/"):
        yield f"pictures of type {stated[:60]} are not taken"
    for name, meaning in _BESIDE.items():
        there = next(element.iterchildren(clark(name)), None)
        if there is None or not (there.text or "").strip():
            yield f"the picture has no {name}: {meaning}"


@RULES.rule(
    "MSN012",
    "slides",
    "error",
    on="item",
    summary=f"A slide show has {facts.SLIDES_LEAST} to {facts.SLIDES_MOST} slides.",
    hint="Send one picture as media:content without media:group; split what has more slides.",
    now=NOW,
    bad=Change(MEDIA, f"<media:group>{MEDIA}</media:group>"),
    good=Change(MEDIA, f"<media:group>{MEDIA}{SECOND_MEDIA}</media:group>"),
)
def slides(item: View, context: Context) -> Iterator[Problem]:
    """Groups of one picture, and stories with too many."""
    for group in item.all("media:group"):
        if (count := len(list(group.iterchildren(_GROUPED)))) < facts.SLIDES_LEAST:
            said = f"the slide show has {count} slide{'' if count == 1 else 's'}, fewer than {facts.SLIDES_LEAST}"
            yield Problem(group, said)
    found = pictures(item)
    if len(found) > facts.SLIDES_MOST:
        said = f"the slide show has {len(found)} slides, more than {facts.SLIDES_MOST}"
        yield Problem(found[facts.SLIDES_MOST], said)
