"""Rules about pictures and videos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from feeds.checking.demands import html
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url
from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.addresses import canonical, site
from feeds.targets.sitemap.rules.base import RULES
from feeds.targets.sitemap.rules.entries import NOW
from feeds.targets.sitemap.rules.order import Order
from feeds.targets.sitemap.rules.structure import VIDEO_ORDER

IMAGES = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps"
VIDEOS = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps"
CLEANING = "https://developers.google.com/search/blog/2022/05/spring-cleaning-sitemap-extensions"

TITLE_OF_SCHEMA = 100

OBSOLETE_IMAGE = ("image:caption", "image:geo_location", "image:title", "image:license")
OBSOLETE_VIDEO = (
    "video:category", "video:gallery_loc", "video:price", "video:tvshow", "video:id",
    "video:content_segment_loc",
)  # fmt: skip
OBSOLETE_PLAYER = ("allow_embed", "autoplay")

_OF_VIDEOS = Order(VIDEO_ORDER)
_IMAGE_LOC, _PLAYER = clark("image:loc"), clark("video:player_loc")

_PICTURE = "<image:loc>https://cdn.zarya.example/river.jpg</image:loc>"
_FILE = "https://cdn.zarya.example/choir.mp4"


def _more(number: int) -> str:
    """So many more pictures, to stand behind one inside its image:image."""
    return "".join(
        f"</image:image><image:image><image:loc>https://i.example/{n}</image:loc>" for n in range(number)
    )


def first_of_each(channel: View, parent: str, names: tuple[str, ...]) -> Iterator[Problem]:
    """Says once for each name where it first stands below such a parent, and how often it does."""
    holder = clark(parent)
    tags = {clark(name): name for name in names}
    found: dict[str, list[etree._Element]] = {}
    for element in channel.element.iter(*tags):
        if (above := element.getparent()) is not None and above.tag == holder:
            found.setdefault(tags[str(element.tag)], []).append(element)
    for name in filter(found.__contains__, names):
        yield Problem(found[name][0], f"{name} has no effect any more ({len(found[name])} in all)")


RULES.facts(
    "IMG001",
    "image-loc",
    "error",
    on="item/image:image",
    summary="Each image:image has exactly one image:loc, an absolute address.",
    hint="Put the picture's whole address into image:loc: https://, host and path.",
    spec=IMAGES,
    bad=Change(_PICTURE, "<image:loc>river.jpg</image:loc>"),
    good=Change(_PICTURE, "<image:loc>https://other.example/river.jpg</image:loc>"),
)


@RULES.rule(
    "IMG002",
    "image-count",
    "error",
    on="item",
    instead="A page with 1,001 pictures.",
    summary="A page lists at most 1,000 pictures.",
    hint="List the pictures that matter; the rest is not read.",
    spec=IMAGES,
    bad=Change(_PICTURE, _PICTURE + _more(999)),
    good=Change(_PICTURE, _PICTURE + _more(998)),
)
def image_count(item: View, context: Context) -> Iterable[Problem]:
    """The picture that is one too many."""
    if len(item.element) <= facts.IMAGES or len(images := item.all("image:image")) <= facts.IMAGES:
        return ()
    return [Problem(images[facts.IMAGES], f"there are {len(images)} pictures, more than {facts.IMAGES}")]


@RULES.rule(
    "IMG003",
    "image-obsolete",
    "info",
    on="feed",
    summary="Of a picture, Google reads image:loc only, since August 2022.",
    hint="Leave the caption, place, title and licence out; describe pictures in the page itself.",
    spec=CLEANING,
    bad=Change(_PICTURE, f"{_PICTURE}<image:caption>The river</image:caption>"),
    good=Change(_PICTURE, f"{_PICTURE}<!-- The river -->"),
)
def image_obsolete(channel: View, context: Context) -> Iterator[Problem]:
    """Said once for each of the four."""
    yield from first_of_each(channel, "image:image", OBSOLETE_IMAGE)


@RULES.rule(
    "IMG005",
    "image-repeated",
    "warning",
    on="item",
    summary="A page lists each picture once.",
    hint="Keep one image:image for each picture of the page.",
    spec=IMAGES,
    bad=Change(_PICTURE, "<image:loc>https://cdn.zarya.example/bridge.jpg</image:loc>"),
    good=Change(_PICTURE, "<image:loc>https://cdn.zarya.example/bridge.jpg?crop=1</image:loc>"),
)
def image_repeated(item: View, context: Context) -> Iterator[Problem]:
    """The second image:image of one address and every further one."""
    if len(item.all("image:image")) < 2:
        return
    seen: set[str] = set()
    for loc in item.element.iter(_IMAGE_LOC):
        address = canonical(text_of(loc))
        if address in seen and address:
            yield Problem(loc, f"the picture is listed already: {address[:200]}")
        seen.add(address)


RULES.facts(
    "IMG006",
    "image-order",
    "info",
    on="item/image:image",
    summary="The order of a picture's elements is that of the schema.",
    hint="Google reads any order; reorder the elements where another program validates the file.",
    spec=IMAGES,
    bad=Change(_PICTURE, f"<image:title>River</image:title>{_PICTURE}"),
    good=Change(_PICTURE, f"{_PICTURE}<image:title>River</image:title>"),
)


RULES.facts(
    "VID001",
    "video-required",
    "error",
    on="item/video:video",
    summary="A video has a thumbnail_loc, a title and a description.",
    hint="Fill in all three; Google drops videos that lack one.",
    spec=VIDEOS,
    bad=Change("<video:title>The choir rehearses</video:title>", "<video:title> </video:title>"),
    good=Change(
        "<video:title>The choir rehearses</video:title>", "<video:title><![CDATA[Choir]]></video:title>"
    ),
)
RULES.facts(
    "VID004",
    "video-description",
    "error",
    on="item/video:video",
    summary="A video's description has at most 2,048 characters.",
    hint="Shorten it; the page itself may say more.",
    spec=VIDEOS,
    bad=Change("Two minutes from the last rehearsal.", "х" * 2049),
    good=Change("Two minutes from the last rehearsal.", "х" * 2048),
)
RULES.facts(
    "VID005",
    "video-duration",
    "error",
    on="item/video:video",
    summary="A video's duration is a whole number of seconds from 1 to 28,800.",
    hint="Write the length in seconds (124, not 2:04); leave it out where it is unknown or over 8 hours.",
    spec=VIDEOS,
    bad=Change(">124<", ">2:04<"),
    good=Change(">124<", ">28800<"),
)
RULES.facts(
    "VID010",
    "video-address",
    "error",
    on="item/video:video",
    summary="A video's thumbnail, file and player have absolute http, https or ftp addresses.",
    hint="Give an address that a crawler can fetch; streaming schemes such as rtmp do not work.",
    spec=VIDEOS,
    bad=Change(_FILE, "rtmp://cdn.zarya.example/choir"),
    good=Change(_FILE, "ftp://cdn.zarya.example/choir.mp4"),
)
RULES.facts(
    "VID011",
    "video-repeated",
    "warning",
    on="item/video:video",
    summary="Each element of a video stands there once, but for tags.",
    hint="Keep the one that is true.",
    spec=VIDEOS,
    bad=Change("<video:live>no</video:live>", "<video:live>no</video:live><video:live>no</video:live>"),
    good=Change("<video:tag>choir</video:tag>", "<video:tag>choir</video:tag><video:tag>song</video:tag>"),
)


@RULES.rule(
    "VID002",
    "video-source",
    "error",
    on="item/video:video",
    summary="A video has a content_loc or a player_loc.",
    hint="Give the address of the media file in content_loc (preferred), or of the player in player_loc.",
    spec=VIDEOS,
    bad=Change(
        f"<video:content_loc>{_FILE}</video:content_loc>\n"
        "      <video:player_loc>https://zarya.example/player?v=choir</video:player_loc>",
        "",
    ),
    good=Change("<video:player_loc>https://zarya.example/player?v=choir</video:player_loc>", ""),
)
def video_source(video: View, context: Context) -> Iterator[Problem]:
    """Neither of the two, or both empty."""
    if not video.text("video:content_loc") and not video.text("video:player_loc"):
        yield Problem(video, "the video has neither content_loc nor player_loc")


@RULES.rule(
    "VID003",
    "video-page",
    "error",
    on="item/video:video/video:content_loc",
    summary="content_loc is the media file, not the page.",
    hint="Give the address of the media file itself, or of the player in player_loc.",
    spec=VIDEOS,
    bad=Change(_FILE, "https://zarya.example/2026/10/choir?part=1&amp;page=2"),
    good=Change(_FILE, "https://zarya.example/2026/10/choir?part=1&amp;page=3"),
)
def video_page(file: View, context: Context) -> Iterator[Problem]:
    """A content_loc that is the page's own address."""
    page = _page(file.parent)
    if page and canonical(text_of(file.element)) == canonical(page):
        yield Problem(file, "content_loc is the address of the page itself")


def _page(video: View | None) -> str:
    """The address of the page that a video is listed with."""
    return video.parent.text("loc") if video is not None and video.parent is not None else ""


@RULES.rule(
    "VID006",
    "video-expired",
    "warning",
    on="item/video:video",
    summary="A video whose expiration_date has passed leaves the sitemap.",
    hint="Take the video out, or correct its expiration_date; leave the date out where the video stays.",
    spec=VIDEOS,
    now=NOW,
    bad=Change("2027-10-04T00:00:00+03:00", "2026-11-04"),
    good=Change("2027-10-04T00:00:00+03:00", "2026-11-24"),
)
def video_expired(video: View, context: Context) -> Iterator[Problem]:
    """An expiration_date in the past."""
    text = video.text("video:expiration_date")
    when = dates.span(text)
    if when and when.latest < context.now:
        yield Problem(video.one("video:expiration_date"), f"the video expired on {text}")


@RULES.rule(
    "VID007",
    "video-value",
    "error",
    on="item/video:video/video:uploader",
    summary="A video's rating, dates, countries, platforms and yes/no values have the schema's forms.",
    hint="rating 0.0 to 5.0; yes or no; relationship allow or deny; countries as two capitals with spaces "
    "between; platforms web, mobile, tv; dates as 2026-11-22T17:40:00+01:00.",
    spec=VIDEOS,
    bad=Change(">RU BY KZ<", ">RU BY UK<"),
    good=Change(">RU BY KZ<", ">GB<"),
)
def video_uploader(uploader: View, context: Context) -> Iterator[Problem]:
    """What the structure does not say: the uploader's page lies on the page's own site."""
    info = uploader.get("info")
    if info is None:
        return
    here, there = site(_page(uploader.parent)), site(info)
    if fault := absolute_url(info):
        yield Problem(uploader, f"info of uploader {fault}", severity="warning")
    elif here and there and here.host != there.host:
        said = f"info of uploader leads to {there.host}, not to {here.host}"
        yield Problem(uploader, said, severity="warning")


@RULES.rule(
    "VID008",
    "video-tags",
    "error",
    on="item/video:video",
    summary="A video has at most 32 tags.",
    hint="Keep the tags that describe the video best.",
    spec=VIDEOS,
    bad=Change("<video:tag>choir</video:tag>", "<video:tag>choir</video:tag>" * 33),
    good=Change("<video:tag>choir</video:tag>", "<video:tag>choir</video:tag>" * 32),
)
def video_tags(video: View, context: Context) -> Iterator[Problem]:
    """The tag that is one too many."""
    tags = video.all("video:tag")
    if len(tags) > facts.VIDEO_TAGS:
        yield Problem(tags[facts.VIDEO_TAGS], f"there are {len(tags)} tags, more than {facts.VIDEO_TAGS}")


@RULES.rule(
    "VID009",
    "video-obsolete",
    "info",
    on="feed",
    summary="A video's category, gallery, price, show, id, segments and player options have no effect.",
    hint="Leave them out.",
    spec=CLEANING,
    bad=Change("<video:player_loc>", '<video:player_loc autoplay="ap=1">'),
    good=Change("<video:player_loc>", "<video:player_loc>\n"),
)
def video_obsolete(channel: View, context: Context) -> Iterator[Problem]:
    """Said once for each element and attribute."""
    yield from first_of_each(channel, "video:video", OBSOLETE_VIDEO)
    for name in OBSOLETE_PLAYER:
        found = [player for player in channel.element.iter(_PLAYER) if name in player.attrib]
        if found:
            yield Problem(found[0], f"{name} of player_loc has no effect any more ({len(found)} in all)")


@RULES.rule(
    "VID012",
    "video-schema",
    "info",
    on="item/video:video",
    summary="A video's elements stand in the schema's order, and its title has at most 100 characters.",
    hint="Google reads any order; reorder or shorten where another program validates the file.",
    spec=VIDEOS,
    bad=Change(
        "<video:duration>124</video:duration>\n",
        "<video:live>no</video:live><video:duration>124</video:duration>\n",
    ),
    good=Change("The choir rehearses", "х" * TITLE_OF_SCHEMA),
)
def video_schema(video: View, context: Context) -> Iterator[Problem]:
    """What only the schema minds."""
    yield from _OF_VIDEOS.problems(video, "of the schema")
    title = video.one("video:title")
    if title is not None and len(text_of(title)) > TITLE_OF_SCHEMA:
        yield Problem(
            title, f"the title has {len(text_of(title))} characters; the schema takes {TITLE_OF_SCHEMA}"
        )


@RULES.rule(
    "VID013",
    "video-plain",
    "warning",
    on="item/video:video/video:title, item/video:video/video:description",
    summary="A video's title and description are plain text.",
    hint="Take the tags out; they are the words of the page's own title and text.",
    spec=VIDEOS,
    bad=Change("Two minutes from", "&lt;p&gt;Two minutes from"),
    good=Change("Two minutes from", "Two &lt; three minutes from"),
)
def video_plain(text: View, context: Context) -> Iterator[Problem]:
    """Tags, or what was escaped once too often."""
    yield from html.in_plain_text(text)
