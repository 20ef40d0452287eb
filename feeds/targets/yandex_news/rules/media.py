"""Pictures and videos."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.demands import address, declare, media
from feeds.checking.demands.example import ENCLOSURE
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.targets.yandex_news import facts
from feeds.targets.yandex_news.rules.base import EXPORT, MEDIA, PLUGIN, RULES

declare(RULES, "YN040", "enclosure-attrs", "error", media.USABLE, sure="inferred")


@RULES.rule(
    "YN041",
    "enclosure-host",
    "warning",
    on="item/enclosure",
    summary="Enclosures are on the outlet's own domain.",
    hint="Serve the picture from your own site or from a subdomain of it.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(ENCLOSURE, '<enclosure url="https://cdn.example/most.jpg" type="image/jpeg" length="9"/>'),
    good=Change(ENCLOSURE, '<enclosure url="https://img.zarya.example/m.jpg" type="image/jpeg" length="9"/>'),
)
def enclosure_host(enclosure: View, context: Context) -> Iterator[Problem]:
    """Files of another site."""
    home = address.host(context.channel.text("link"))
    there = address.host(media.attribute(enclosure.element, "url"))
    if home and there and not address.one_site(home, there):
        yield Problem(enclosure, f"the enclosure is on {there}, the site on {home}")


@RULES.rule(
    "YN042",
    "enclosure-dup",
    "warning",
    on="item",
    summary="An enclosure is there once.",
    hint="Leave the repeated enclosure out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(ENCLOSURE, f"{ENCLOSURE}{ENCLOSURE}"),
    good=Change(ENCLOSURE, f"{ENCLOSURE}{ENCLOSURE.replace('most', 'most-2')}"),
)
def enclosure_twice(item: View, context: Context) -> Iterator[Problem]:
    """The same file again."""
    seen: set[str] = set()
    for enclosure in item.all("enclosure"):
        url = address.same(media.attribute(enclosure, "url"))
        if url and url in seen:
            yield Problem(enclosure, f"the same enclosure is there twice: {url[:200]}")
        seen.add(url)


def _pictures(item: View) -> Iterator[etree._Element]:
    """Elements that stand for a picture and may state its size."""
    yield from (element for element in item.all("enclosure") if media.is_image(element))
    for content in item.element.iter(clark("media:content")):
        if media.media_type(content).startswith("image/") or content.get("medium") == "image":
            yield content


@RULES.rule(
    "YN043",
    "image-size",
    "warning",
    on="item",
    summary=f"Pictures have at least {facts.IMAGE_WIDTH} × {facts.IMAGE_HEIGHT} pixels.",
    hint="Send the original picture, not a thumbnail.",
    spec=EXPORT,
    sure="reported",
    bad=Change(
        MEDIA, f'{MEDIA}<media:content url="https://zarya.example/s.jpg" medium="image" width="200"/>'
    ),
    good=Change(
        MEDIA, f'{MEDIA}<media:content url="https://zarya.example/m.jpg" medium="image" width="480"/>'
    ),
)
def image_size(item: View, context: Context) -> Iterator[Problem]:
    """Pictures whose stated size is too small for a cover."""
    for element in _pictures(item):
        width, height = (media.pixels(element.get(name)) for name in ("width", "height"))
        if (width or facts.IMAGE_WIDTH) < facts.IMAGE_WIDTH or (
            height or facts.IMAGE_HEIGHT
        ) < facts.IMAGE_HEIGHT:
            least = f"{facts.IMAGE_WIDTH} × {facts.IMAGE_HEIGHT}"
            yield Problem(
                element, f"the picture is {width or '?'} × {height or '?'} pixels, less than {least}"
            )


@RULES.rule(
    "YN044",
    "media-group",
    "error",
    on="item/media:group",
    summary="media:group has a video: media:content or media:player with a url.",
    hint='Add <media:content url="https://….mp4" type="video/mp4"/> or <media:player url="https://…"/>, '
    "or leave media:group out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(MEDIA, ""),
    good=Change(MEDIA, '<media:player url="https://vkvideo.ru/video-1_2"/>'),
)
def media_group(group: View, context: Context) -> Iterator[Problem]:
    """Groups that show nothing."""
    videos = [*group.all("media:content"), *group.all("media:player")]
    if not videos:
        yield Problem(group, "media:group has neither media:content nor media:player")
    for video in videos:
        player = video.find(clark("media:player"))
        if not media.attribute(video, "url") and (player is None or not media.attribute(player, "url")):
            yield Problem(video, "the video of media:group has no url")
