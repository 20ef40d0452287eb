"""A story: what it needs, its dates, its picture, its state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from feeds.checking.demands import address, media
from feeds.checking.demands.dates import CLOCKS
from feeds.checking.demands.example import DATE, GUID, LINK, NOW
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url, rfc822
from feeds.targets.smartnews import facts
from feeds.targets.smartnews.rules.base import CREATOR, RULES, SPEC_2_1, STATUS, THUMBNAIL
from feeds.targets.smartnews.rules.body import is_deleted, missing_body

_TRACKING = re.compile(r"utm_\w+", re.IGNORECASE)

RULES.rule(
    "SNF006",
    "story",
    "error",
    on="item",
    summary="Each story has a title, link, guid, pubDate and content:encoded.",
    hint="Add what is missing; content:encoded is the whole article, the guid never changes.",
    now=NOW,
    bad=Change(GUID, ""),
    good=Change(GUID, "<guid>https://zarya.example/2026/11/23/most-4021</guid>"),
)(missing_body)
RULES.facts(
    "SNF008",
    "author",
    "warning",
    on="item",
    summary="Each story names its author.",
    hint="Write the author's name, or the newsroom's, into dc:creator.",
    sure="reported",
    now=NOW,
    bad=Change(CREATOR, ""),
    good=Change(CREATOR, CREATOR * 2),
)


@RULES.rule(
    "SNF007",
    "thumbnail",
    "error",
    on="item",
    summary="Each story has a media:thumbnail: no GIF, the longer side 1,500 pixels and more.",
    hint='Add <media:thumbnail url="https://…/picture.jpg"/>, the lead picture of the story.',
    now=NOW,
    bad=Change(THUMBNAIL, ""),
    good=Change(THUMBNAIL, '<media:thumbnail url="https://zarya.example/img/most" height="1500"/>'),
)
def thumbnail(item: View, context: Context) -> Iterator[Problem]:
    """None, one without an address, or one that will not look well."""
    found = item.all("media:thumbnail")
    if not found and not is_deleted(item):
        yield Problem(item, "<item> has no <media:thumbnail>")
    for element in found:
        url = (element.get("url") or "").strip()
        sides = [int(side) for name in ("width", "height") if (side := element.get(name, "")).isdecimal()]
        if fault := absolute_url(url):
            yield Problem(element, f"url of media:thumbnail {fault}")
        elif media.suffix(url) == ".gif":
            yield Problem(element, "the thumbnail is a GIF", severity="warning")
        elif sides and max(sides) < facts.THUMBNAIL_PIXELS:
            said = f"the thumbnail's longer side has {max(sides)} pixels, less than {facts.THUMBNAIL_PIXELS}"
            yield Problem(element, said, severity="warning")


@RULES.rule(
    "SNF009",
    "date",
    "error",
    on="item",
    summary="pubDate is an RFC 822 date, with four digits of the year, that is not in the future.",
    hint="Write dates as in Mon, 23 Nov 2026 10:00:00 +0300, the zone in numbers; look at the server's clock.",
    now=NOW,
    bad=Change(DATE, "<pubDate>2026-11-23T10:00:00+03:00</pubDate>"),
    good=Change(DATE, "<pubDate>23 Nov 2026 09:04:00 GMT</pubDate>"),
)
def date(item: View, context: Context) -> Iterator[Problem]:
    """What the structure does not say: a year in two digits, a time to come."""
    text = item.text("pubDate")
    moment = rfc822(text)
    if moment and not re.search(r"\b\d{4}\b\s+\d{2}:", text):
        yield Problem(item.one("pubDate"), f"the year of pubDate has two digits: {text}")
    elif moment and moment > context.now + CLOCKS:
        yield Problem(item.one("pubDate"), f"pubDate lies in the future: {text}")


@RULES.rule(
    "SNF010",
    "link-tracking",
    "error",
    on="item/link",
    summary="The link is the canonical address, without parameters for tracking.",
    hint="Take utm_source and its kin out of the link; SmartNews counts by itself.",
    now=NOW,
    bad=Change(LINK, LINK.replace("</link>", "?utm_source=smartnews&amp;utm_medium=rss</link>")),
    good=Change(LINK, LINK.replace("</link>", "?part=2</link>")),
)
def link_tracking(link: View, context: Context) -> Iterator[Problem]:
    """Parameters that only count visitors."""
    parts = address.split(text_of(link.element))
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)] if parts else []
    tracking = [name for name in names if _TRACKING.fullmatch(name)]
    if tracking:
        yield Problem(link, f"the link has {', '.join(sorted(set(tracking)))[:200]}")


@RULES.rule(
    "SNF012",
    "related-link",
    "warning",
    on="item/snf:relatedLink",
    summary="snf:relatedLink is gone since version 2.0.",
    hint="Take the element out; links to other stories belong into the text.",
    spec=SPEC_2_1,
    now=NOW,
    bad=Change(STATUS, '<snf:relatedLink link="https://zarya.example/a" title="А"/>'),
    good=Change(STATUS, "<!-- no related link -->"),
)
def related_link(link: View, context: Context) -> Iterator[Problem]:
    """Any of them."""
    yield Problem(link, "snf:relatedLink has no effect any more")


@RULES.rule(
    "SNF013",
    "status",
    "error",
    on="item/media:status",
    summary="media:status is active or deleted.",
    hint='To take a story back, write state="deleted" and a new pubDate; leaving it out of the feed does nothing.',
    now=NOW,
    bad=Change(STATUS, '<media:status state="removed"/>'),
    good=Change(STATUS, '<media:status state="deleted"/>'),
)
def status(element: View, context: Context) -> Iterator[Problem]:
    """Any other state."""
    state = element.get("state")
    if state not in facts.STATES:
        yield Problem(
            element, "media:status has no state" if state is None else f"the state is {state[:40]!r}"
        )
