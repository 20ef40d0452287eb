"""SmartNews' rules for SmartFormat, on top of those of RSS that it cares about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from lxml import etree

from feeds.checking.demands import address, declare
from feeds.checking.demands.channel import UTF8, bindings, near
from feeds.checking.demands.dates import CLOCKS, rfc822_date
from feeds.checking.demands.example import (
    ALLEYA_1,
    AUTHOR,
    CHANNEL_DESCRIPTION,
    DATE,
    GUID,
    LINK,
    MOST_1,
    MOST_2,
    NOW,
    feed,
    second_story,
    story,
)
from feeds.checking.demands.story import GUID_UNIQUE, shown_text
from feeds.checking.demands.text import shown, visible
from feeds.checking.document import RSS, View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem, RuleSet
from feeds.checking.structure import Row
from feeds.checking.values import absolute_url, rfc822
from feeds.targets.smartnews import facts

SPEC = "https://publishers.smartnews.com/hc/en-us/articles/56500436151065"
SPEC_2_1 = "https://publishers.smartnews.com/hc/en-us/articles/360036526213"
JAPANESE = "https://publishers.smartnews.com/hc/ja/articles/360010977813"

MEBIBYTE = 1_048_576
SPONSORED = 2

_TRACKING = re.compile(r"utm_\w+", re.IGNORECASE)
_DOCUMENT = re.compile(r"<!doctype\b", re.IGNORECASE)
_OUTSIDE_BODY = ("html", "head", "body", "script")

_LOGO = "<snf:logo><url>https://zarya.example/img/logo-700x100.png</url></snf:logo>"
_CHANNEL_DATE = "<pubDate>Mon, 23 Nov 2026 11:00:00 +0300</pubDate>"
_THUMBNAIL = '<media:thumbnail url="https://zarya.example/img/most.jpg" width="1600" height="900"/>'
_STATUS = '<media:status state="active"/>'
_CREATOR = "<dc:creator>Вера Лодочникова</dc:creator>"
_BODY = (
    '<content:encoded><![CDATA[<img src="https://zarya.example/img/most.jpg" alt="Мост">'
    f"<p>{MOST_1}</p><p>{MOST_2}</p>]]></content:encoded>"
)
_ANALYTICS = "<snf:analytics><![CDATA[<script>count(4021)</script>]]></snf:analytics>"
_SPONSORED = (
    '<snf:advertisement><snf:sponsoredLink link="https://zarya.example/shop" title="Лавка «Зари»" '
    'thumbnail="https://zarya.example/img/shop.jpg" advertiser="Заря"/></snf:advertisement>'
)

EXAMPLE = feed(
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:snf="http://www.smartnews.be/snf"',
    f"{_CHANNEL_DATE}\n<ttl>5</ttl>\n{_LOGO}",
    "\n".join(
        line
        for line in story(_CREATOR, _THUMBNAIL, _STATUS, _BODY, _ANALYTICS, _SPONSORED).splitlines()
        if line != AUTHOR
    ),
    second_story(
        "<dc:creator>Заря</dc:creator>",
        '<media:thumbnail url="https://zarya.example/img/alleya.png"/>',
        f"<content:encoded>&lt;p&gt;{ALLEYA_1}&lt;/p&gt;</content:encoded>",
    ),
)


def _required(on: str, name: str, code: str) -> Row:
    return Row(on=on, name=name, missing=code, value=shown_text, invalid=code)


STRUCTURE = (
    _required("channel", "title", "SNF003"),
    Row(on="channel", name="link", missing="SNF003", value=absolute_url, invalid="SNF003"),
    _required("channel", "description", "SNF003"),
    _required("channel", "language", "SNF003"),
    Row(on="channel", name="pubDate", missing="SNF003", value=rfc822_date, invalid="SNF009"),
    Row(on="channel", name="snf:logo", missing="SNF003"),
    Row(on="channel/snf:logo", name="url", missing="SNF003", value=absolute_url, invalid="SNF003"),
    Row(on="channel/snf:darkModeLogo", name="url", missing="SNF003", value=absolute_url, invalid="SNF003"),
    Row(on="channel", name="item", missing="SNF003"),
    _required("item", "title", "SNF006"),
    Row(on="item", name="link", missing="SNF006", value=absolute_url, invalid="SNF006"),
    _required("item", "guid", "SNF006"),
    Row(on="item", name="pubDate", missing="SNF006", value=rfc822_date, invalid="SNF009"),
    _required("item", "dc:creator", "SNF008"),
)

RULES = RuleSet(
    target="smartnews",
    title="SmartFormat 2.2",
    prefix="SNF",
    spec=SPEC,
    example=EXAMPLE,
    shape=RSS,
    structure=STRUCTURE,
)

RULES.facts(
    "SNF003",
    "channel",
    "error",
    on="channel",
    summary="The channel has a title, link, description, language, pubDate, a logo and stories.",
    hint="Add what is missing. The logo is a PNG of 700×100 pixels: <snf:logo><url>https://…</url></snf:logo>.",
    now=NOW,
    bad=Change(_LOGO, ""),
    good=Change(_LOGO, _LOGO.replace("logo-700x100", "logo")),
)
RULES.facts(
    "SNF006",
    "story",
    "error",
    on="item",
    summary="Each story has a title, link, guid, pubDate and content:encoded.",
    hint="Add what is missing; content:encoded is the whole article, the guid never changes.",
    now=NOW,
    bad=Change(GUID, ""),
    good=Change(GUID, "<guid>https://zarya.example/2026/11/23/most-4021</guid>"),
)
RULES.facts(
    "SNF008",
    "author",
    "warning",
    on="item",
    summary="Each story names its author.",
    hint="Write the author's name, or the newsroom's, into dc:creator.",
    sure="reported",
    now=NOW,
    bad=Change(_CREATOR, ""),
    good=Change(_CREATOR, _CREATOR * 2),
)
declare(RULES, "SNF002", "encoding", "error", UTF8, spec=SPEC)
declare(RULES, "PRT001", "guid-unique", "error", GUID_UNIQUE, spec=SPEC)


@RULES.rule(
    "SNF001",
    "namespace",
    "error",
    on="document",
    summary="The feed declares the namespace of SmartFormat.",
    hint=f'Write xmlns:snf="{NAMESPACES["snf"]}" into the root element, letter by letter.',
    now=NOW,
    bad=Change(' xmlns:snf="http://www.smartnews.be/snf"', ' xmlns:snf="https://www.smartnews.be/snf/"'),
    good=Change("http://www.smartnews.be/snf", "http://www.smartnews.&#98;e/snf"),
)
def namespace(channel: View, context: Context) -> Iterator[Problem]:
    """Another namespace in its place, or none."""
    bound = list(bindings(context.document.root))
    if any(uri == NAMESPACES["snf"] for _, uri, _ in bound):
        return
    for prefix, uri, element in bound:
        if prefix == "snf" or near(uri, "snf") or "smartnews" in uri.lower():
            yield Problem(element, f"the namespace of {prefix or 'the elements'} is {uri!r}")
            return
    yield Problem(context.document.root, "the namespace of SmartFormat is not declared")


@RULES.rule(
    "SNF004",
    "description-length",
    "warning",
    on="channel",
    summary="The channel's description has at most 30 characters.",
    hint="Shorten it: it stands below the outlet's name.",
    now=NOW,
    bad=Change(CHANNEL_DESCRIPTION, f"<description>{'я' * 31}</description>"),
    good=Change(CHANNEL_DESCRIPTION, f"<description>\n{'я' * 30}\n</description>"),
)
def description_length(channel: View, context: Context) -> Iterator[Problem]:
    """Characters, not bytes."""
    length = len(channel.text("description"))
    if length > facts.DESCRIPTION_CHARACTERS:
        yield Problem(channel.one("description"), f"the description has {length} characters")


@RULES.rule(
    "SNF005",
    "logo",
    "warning",
    on="channel",
    summary="The logos are PNG pictures.",
    hint="Save the logo as a transparent PNG of 700×100 pixels.",
    now=NOW,
    bad=Change("logo-700x100.png", "logo-700x100.jpg"),
    good=Change("logo-700x100.png", "logo?size=700x100"),
)
def logo(channel: View, context: Context) -> Iterator[Problem]:
    """By the file's name, where it has an ending."""
    for name in ("snf:logo", "snf:darkModeLogo"):
        for holder in channel.all(name):
            for url in View(holder).all("url"):
                if (ending := _ending(text_of(url))) not in ("", ".png"):
                    yield Problem(url, f"the logo is no PNG: {ending}")


def _ending(url: str) -> str:
    parts = address.split(url)
    name = parts.path.rpartition("/")[2] if parts else ""
    return "." + name.rpartition(".")[2].lower() if "." in name else ""


def _deleted(item: View) -> bool:
    return any(status.get("state") == "deleted" for status in item.all("media:status"))


def _body(item: View) -> str:
    return next((item.content(e).source for e in item.all("content:encoded")), "")


@RULES.rule(
    "SNF018",
    "body",
    "error",
    on="item",
    summary="content:encoded holds the article.",
    hint="Write the whole article into content:encoded, as HTML in CDATA, with the lead picture at its top.",
    now=NOW,
    bad=Change(_BODY, ""),
    good=Change(_STATUS, '<media:status state="deleted"/>'),
)
def body(item: View, context: Context) -> Iterator[Problem]:
    """No content:encoded, or nothing in it. A deleted story needs none."""
    element, text = item.one("content:encoded"), _body(item)
    if (element is None or not (visible(shown(text)) or "<img" in text)) and not _deleted(item):
        said = "content:encoded is missing" if element is None else "content:encoded is empty"
        yield Problem(item if element is None else element, said)


@RULES.rule(
    "SNF007",
    "thumbnail",
    "error",
    on="item",
    summary="Each story has a media:thumbnail: no GIF, the longer side 1,500 pixels and more.",
    hint='Add <media:thumbnail url="https://…/picture.jpg"/>, the lead picture of the story.',
    now=NOW,
    bad=Change(_THUMBNAIL, ""),
    good=Change(_THUMBNAIL, '<media:thumbnail url="https://zarya.example/img/most" height="1500"/>'),
)
def thumbnail(item: View, context: Context) -> Iterator[Problem]:
    """None, one without an address, or one that will not look well."""
    found = item.all("media:thumbnail")
    if not found and not _deleted(item):
        yield Problem(item, "media:thumbnail is missing")
    for element in found:
        url = (element.get("url") or "").strip()
        sides = [int(side) for name in ("width", "height") if (side := element.get(name, "")).isdecimal()]
        if fault := absolute_url(url):
            yield Problem(element, f"url of media:thumbnail {fault}")
        elif _ending(url) == ".gif":
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
    hint="Write Mon, 23 Nov 2026 10:00:00 +0300: English names, the zone in numbers; look at the server's clock.",
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
    "SNF011",
    "size",
    "error",
    on="feed",
    summary="A feed has at most 1 MB, and about 100 stories.",
    hint="List fewer stories: SmartNews remembers those that it has read.",
    now=NOW,
    bad=Change("<ttl>5</ttl>", f"<ttl>5</ttl><!-- {'x' * MEBIBYTE} -->"),
    good=EXAMPLE,
)
def size(channel: View, context: Context) -> Iterator[Problem]:
    """Bytes of the document, and stories."""
    number = max(context.size, len(context.document.source))
    if number > facts.FEED_BYTES:
        said = f"the feed has {number} bytes, more than {facts.FEED_BYTES}"
        yield Problem(channel, said, severity="error" if number > MEBIBYTE else "warning")
    if len(context.items) > facts.MOST:
        said = f"there are {len(context.items)} stories, more than {facts.MOST}"
        yield Problem(context.items[facts.MOST], said, severity="warning")


@RULES.rule(
    "SNF012",
    "related-link",
    "warning",
    on="item/snf:relatedLink",
    summary="snf:relatedLink is gone since version 2.0.",
    hint="Leave it out.",
    spec=SPEC_2_1,
    now=NOW,
    bad=Change(_STATUS, '<snf:relatedLink link="https://zarya.example/a" title="А"/>'),
    good=Change(_STATUS, "<!-- no related link -->"),
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
    bad=Change(_STATUS, '<media:status state="removed"/>'),
    good=Change(_STATUS, '<media:status state="deleted"/>'),
)
def status(element: View, context: Context) -> Iterator[Problem]:
    """Any other state."""
    state = element.get("state")
    if state not in facts.STATES:
        yield Problem(
            element, "media:status has no state" if state is None else f"the state is {state[:40]!r}"
        )


@RULES.rule(
    "SNF014",
    "body-document",
    "warning",
    on="item",
    summary="content:encoded is a piece of HTML, not a document, and has no scripts.",
    hint="Take html, head, body and script out; scripts that count go into snf:analytics.",
    now=NOW,
    bad=Change("<![CDATA[<img", "<![CDATA[<html><body><img"),
    good=Change("<![CDATA[<img", "<![CDATA[<!-- <html> --><header>Мост</header><img"),
)
def body_document(item: View, context: Context) -> Iterator[Problem]:
    """Each kind of tag once."""
    for element in item.all("content:encoded"):
        content = item.content(element)
        seen: set[str] = set()
        for tag in content.starts(*_OUTSIDE_BODY):
            if tag.name not in seen:
                seen.add(tag.name)
                yield Problem(element, f"the text has <{tag.written}>", offset=tag.offset)
        if doctype := _DOCUMENT.search(content.source):
            yield Problem(element, "the text has a document type", offset=doctype.start())


@RULES.rule(
    "SNF015",
    "sponsored-link",
    "warning",
    on="item/snf:advertisement",
    summary="A story has at most two sponsored links, each with link, title and advertiser.",
    hint="Keep two of them, and name link, title and advertiser as attributes of each.",
    spec=JAPANESE,
    now=NOW,
    bad=Change(' advertiser="Заря"', ""),
    good=Change(' thumbnail="https://zarya.example/img/shop.jpg"', ""),
)
def sponsored_link(advertisement: View, context: Context) -> Iterator[Problem]:
    """Too many, or something missing."""
    links = advertisement.all("snf:sponsoredLink")
    if len(links) > SPONSORED:
        yield Problem(links[SPONSORED], f"there are {len(links)} sponsored links, more than {SPONSORED}")
    for link in links:
        lacking = [name for name in ("link", "title", "advertiser") if not (link.get(name) or "").strip()]
        if lacking:
            yield Problem(link, f"the sponsored link has no {', '.join(lacking)}")


@RULES.rule(
    "SNF016",
    "analytics",
    "error",
    on="item/snf:analytics",
    summary="snf:analytics is a script in CDATA.",
    hint="Write <snf:analytics><![CDATA[<script>…</script>]]></snf:analytics>; it runs in a frame of its own.",
    now=NOW,
    bad=Change(_ANALYTICS, "<snf:analytics>UA-4021</snf:analytics>"),
    good=Change(_ANALYTICS, _ANALYTICS.replace("<script>", "\n<SCRIPT async>")),
)
def analytics(element: View, context: Context) -> Iterator[Problem]:
    """Elements in place of text, or a text without a script."""
    if any(True for _ in element.element.iterchildren(etree.Element)):
        yield Problem(element, "the script stands in snf:analytics as elements, not as text in CDATA")
    elif not element.content(element.element).starts("script"):
        yield Problem(element, "snf:analytics has no script")
