"""What elements say together: pairs that say the same, dates that cannot be, images, hours and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from feeds.checking.absence import at_the_end, written
from feeds.checking.dates import implausible, loose
from feeds.checking.demands.common import spoken
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.rss.rules.base import (
    BUILT,
    CREATOR,
    DATE,
    EXAMPLE,
    IMAGE,
    IMAGE_TITLE,
    ITEM_LINK,
    LANGUAGE,
    NOW,
    PROFILE,
    READ,
    RULES,
    SKIPPED,
    TEXT,
    URL,
)

_FROM_BUILT = EXAMPLE[EXAMPLE.index(BUILT) : EXAMPLE.index(ITEM_LINK)]
_COUNTED = '<slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">2</slash:comments>'

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@RULES.rule(
    "RSS005",
    "language",
    "error",
    on="channel",
    summary="The channel says which language it is in, by a tag.",
    hint="Write <language>en</language> into the channel, or the tag of its language: ru, pt-BR, zh-Hans.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(LANGUAGE, "<language>english</language>"),
    good=Change(LANGUAGE, "<dc:language>en</dc:language>"),
)
def language(channel: View, context: Context) -> Iterator[Problem]:
    """No language at all; a wrong tag the table finds."""
    named = any(channel.one(name) is not None for name in ("language", "dc:language"))
    if not named and spoken(channel.element) is None:
        yield Problem(
            channel,
            "the channel does not say which language it is in",
            severity="warning",
            closing=at_the_end(channel),
        )


_DATES = "channel/pubDate, channel/lastBuildDate, item/pubDate"


@RULES.rule(
    "RSS018",
    "date-plausible",
    "warning",
    on=_DATES,
    summary="Dates are not in the future, nor before 1990.",
    hint="Check the clock and the time zone of the program that writes the feed; leave a scheduled story out until "
    "its time has come.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(DATE, "<pubDate>Mon, 23 Nov 2026 14:00:00 +0300</pubDate>"),
    good=Change(DATE, "<pubDate>Mon, 23 Nov 2026 12:09:00 +0300</pubDate>"),
)
def plausible(date: View, context: Context) -> Iterator[Problem]:
    """A date that cannot be."""
    text = text_of(date.element)
    fault = implausible(loose(text), context.now)
    if fault:
        yield Problem(date, f"{date.element.tag} {fault}: {text[:60]}")


@RULES.rule(
    "RSS023",
    "skipped",
    "error",
    on="channel/skipHours, channel/skipDays",
    summary="Hours to skip are numbers from 0 to 23, days English names, each once.",
    hint="Write <hour>0</hour> for midnight, <day>Sunday</day>; leave the element out where no hour is skipped.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SKIPPED, "<skipHours><hour>24</hour><hour>25</hour></skipHours>"),
    good=Change(SKIPPED, "<skipHours><hour>05</hour></skipHours>"),
)
def skipped(view: View, context: Context) -> Iterator[Problem]:
    """Hours and days that are none, or there more than once."""
    seen: set[str] = set()
    hours = view.element.tag == "skipHours"
    for element in view.all("hour" if hours else "day"):
        text = text_of(element)
        value = str(int(text) % 24) if hours and text.isdecimal() and len(text) < 4 else text
        if hours and text == "24":
            yield Problem(element, "the hour 24 is written 0", severity="warning")
        elif fault := _hour_fault(text) if hours else _day_fault(text):
            yield Problem(element, fault)
            continue
        if value in seen:
            yield Problem(element, f"{text} is there more than once")
        seen.add(value)


def _hour_fault(text: str) -> str | None:
    right = re.fullmatch(r"\d{1,2}", text) and int(text) < 24
    return None if right else f"hour is no number from 0 to 23: {text[:40]!r}"


def _day_fault(text: str) -> str | None:
    return None if text in DAYS else f"day is no English name of one: {text[:40]!r}"


@RULES.rule(
    "RSS025",
    "image-same",
    "warning",
    on="channel/image",
    summary="Title and link of the image are those of the channel.",
    hint="Write the channel's title and link into the image too: they are its alternative text and its link.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(IMAGE_TITLE, IMAGE_TITLE.replace("Harbour Post", "Logo")),
    good=Change(IMAGE_TITLE, IMAGE_TITLE.replace("Harbour Post", "\n Harbour Post ")),
)
def image_same(image: View, context: Context) -> Iterator[Problem]:
    """Something else than the channel says."""
    for name in ("title", "link"):
        element = image.one(name)
        if element is None:
            continue
        own, channels = text_of(element), context.channel.text(name)
        if own and channels and own != channels:
            yield Problem(element, f"{name} of the image is {own[:60]!r}, of the channel {channels[:60]!r}")


@RULES.rule(
    "RSS056",
    "image-format",
    "warning",
    on="channel/image/url",
    summary="The channel's image is a GIF, a JPEG or a PNG.",
    hint="Name a picture in one of these formats.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(IMAGE, IMAGE.replace(".png", ".svg")),
    good=Change(IMAGE, IMAGE.replace(".png", "?id=4")),
)
def image_format(url: View, context: Context) -> Iterator[Problem]:
    """An ending of another format."""
    try:
        path = urlsplit(text_of(url.element)).path
    except ValueError:
        return
    match = re.search(r"\.([A-Za-z0-9]{2,5})$", path)
    if match and match[1].lower() not in {"gif", "jpg", "jpeg", "jpe", "png"}:
        yield Problem(url, f"the image is a .{match[1]}, not a GIF, JPEG or PNG")


@RULES.rule(
    "RSS029",
    "description-first",
    "warning",
    on="item/content:encoded",
    summary="A story with its full text in content:encoded has a summary in description, before it.",
    hint="Write the lead into <description>, then the whole text into <content:encoded>.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(
        TEXT,
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">All.</content:encoded>',
    ),
)
def description_first(text: View, context: Context) -> Iterator[Problem]:
    """A full text without a summary, or before it."""
    if next(text.element.itersiblings("description", preceding=True), None) is not None:
        return
    there = text.parent is not None and text.parent.one("description") is not None
    said = (
        "stands before description, which some readers then take" if there else "has no description beside it"
    )
    yield Problem(text, f"content:encoded {said}")


@RULES.rule(
    "RSS030",
    "comments-dated",
    "warning",
    on="item/slash:comments",
    summary="A feed that counts comments says when it was built.",
    hint="Write <lastBuildDate> into the channel: the number is only as good as its date.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(_FROM_BUILT, _FROM_BUILT.removeprefix(BUILT) + _COUNTED),
)
def comments_dated(comments: View, context: Context) -> Iterator[Problem]:
    """A count of comments without a date."""
    if context.channel.one("lastBuildDate") is None:
        yield Problem(comments, "slash:comments counts comments, but the channel has no lastBuildDate")


_CHANNEL_PAIRS = {
    "dc:creator": "managingEditor",
    "dc:date": "pubDate",
    "dc:subject": "category",
    "dc:language": "language",
    "dc:rights": "copyright",
    "dc:publisher": "webMaster",
    "dcterms:modified": "lastBuildDate",
    "admin:generatorAgent": "generator",
    "cc:license": "creativeCommons:license",
}
_ITEM_PAIRS = {
    "dc:creator": "author",
    "dc:date": "pubDate",
    "dc:subject": "category",
    "dc:source": "source",
    "atom:id": "guid",
    "atom:published": "pubDate",
    "cc:license": "creativeCommons:license",
}
_TEXTS = ("atom:content", "xhtml:body")
"""What says once more what description says."""


@RULES.rule(
    "RSS031",
    "said-twice",
    "warning",
    on=", ".join(
        (
            *(f"channel/{name}" for name in _CHANNEL_PAIRS),
            *(f"item/{name}" for name in (*_ITEM_PAIRS, *_TEXTS)),
        )
    ),
    summary="Nothing is said twice, once by RSS and once by an extension.",
    hint="Keep one of the two: they drift apart, and readers take either.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(CREATOR, f"{CREATOR}<author>moen@harbour.example (Ida Moen)</author>"),
    good=Change(CREATOR, "<author>moen@harbour.example (Ida Moen)</author>"),
)
def said_twice(view: View, context: Context) -> Iterator[Problem]:
    """An extension's element beside the one of RSS that says the same."""
    holder = view.parent
    if holder is None:
        return
    name = _names().get(str(view.element.tag), "")
    if name in _TEXTS:
        yield Problem(view, f"{name} says what description says, which readers look at")
        return
    pairs = _ITEM_PAIRS if holder.index is not None else _CHANNEL_PAIRS
    other = pairs.get(name)
    if other and holder.all(other) and holder.all(name)[:1] == [view.element]:
        yield Problem(view, f"{written(view.element)} and {other} say the same")


def _names() -> dict[str, str]:
    from feeds.checking.namespaces import clark

    return {clark(name): name for name in (*_CHANNEL_PAIRS, *_ITEM_PAIRS, *_TEXTS)}


@RULES.rule(
    "RSS050",
    "out-of-use",
    "warning",
    on="channel/textInput, channel/rating",
    summary="textInput and rating are out of use.",
    hint="Take them out: no reader looks at them.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(SKIPPED, "<rating>general</rating>"),
)
def out_of_use(view: View, context: Context) -> Iterator[Problem]:
    """An element that nobody reads any more."""
    yield Problem(view, f"{view.element.tag} is out of use")
