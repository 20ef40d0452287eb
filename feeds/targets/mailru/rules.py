"""The rules of Mail.ru News: the common core of what publishers send, for no page states them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from lxml import etree

from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare, example, fulltext, media, story
from feeds.checking.demands.text import plain, shown, visible
from feeds.checking.document import View, text_of, whole_text
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES, clark
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row, Vocabulary
from feeds.checking.values import one_of
from feeds.targets.mailru import facts
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://news.mail.ru/"
PULSE = "https://help.mail.ru/feed/rss"

FULL = "mailru:full-text"
BAD_TAGS = frozenset({"script"})
LIVELY = timedelta(days=3)

LOGO = "<image><url>https://zarya.example/logo-square.png</url><title><![CDATA[Заря над Ладой]]></title>"
LAST = '<p>Подробнее — <a href="https://ladinsk.example/most">на сайте города</a>.</p>'
TEXT = (
    f"<mailru:full-text><![CDATA[<p>{example.MOST_1}</p><p>{example.MOST_2}</p>{LAST}]]></mailru:full-text>"
)
SECOND_TEXT = f"<mailru:full-text>&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;</mailru:full-text>"

EXAMPLE = example.feed(
    ' xmlns:mailru="http://news.mail.ru/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    f"{LOGO}<link>https://zarya.example</link></image>",
    example.story(TEXT),
    example.second_story(SECOND_TEXT),
)

RULES = dialect(
    "mailru",
    "RSS with mailru:full-text",
    "MR",
    spec=PAGE,
    example=EXAMPLE,
    texts=(FULL,),
    own_spaces=("mailru",),
    without=frozenset({"RSS012"}),
    structure=(Row(on="item", name=FULL, repeated="RSS009"),),
    vocabularies=(Vocabulary(uri=NAMESPACES["mailru"], unknown="RSS008"),),
)

declare(RULES, "MR001", "xml-wellformed", "error", channels.WELL_FORMED, sure="inferred")
declare(RULES, "MR002", "root", "error", channels.RSS_2, sure="inferred")
declare(RULES, "MR003", "ns", "error", channels.bound("mailru", lenient=True), sure="inferred")
channels.declare_channel(RULES, "MR004")


@RULES.rule(
    "MR005",
    "channel-link-is-feed",
    "warning",
    on="channel",
    summary="The channel's link is the site's address, not the feed's.",
    hint="Write the address of the home page or of the section into the channel's <link>.",
    sure="inferred",
    bad=Change(example.CHANNEL_LINK, "<link>https://zarya.example/mailru.xml</link>"),
    good=Change(example.CHANNEL_LINK, "<link>https://zarya.example/news/</link>"),
)
def link_is_feed(channel: View, context: Context) -> Iterator[Problem]:
    """A link that leads back to the document."""
    link = channel.text("link")
    own = {context.url} | {e.get("href") for e in channel.all("atom:link") if e.get("rel") == "self"}
    if media.suffix(link) in (".xml", ".rss", ".atom") or (link and link in own):
        yield Problem(channel.one("link"), f"the channel's link is the address of a feed: {link[:200]}")


@RULES.rule(
    "MR006",
    "channel-image",
    "info",
    on="channel",
    summary="The channel has a square logo.",
    hint="Add <image> with url, title and link; the picture is square, 200 × 200 pixels or more.",
    spec=PULSE,
    sure="reported",
    bad=Change(LOGO, f"{LOGO}<width>144</width><height>40</height>"),
    good=Change(LOGO, f"{LOGO}<width>144</width><height>144</height>"),
)
def channel_image(channel: View, context: Context) -> Iterator[Problem]:
    """A missing logo, or one that is not square."""
    image = channel.one("image")
    if image is None:
        yield Problem(channel, "the channel has no image")
        return
    width, height = (media.pixels(image.findtext(name)) for name in ("width", "height"))
    if width and height and width != height:
        yield Problem(image, f"the logo is {width} × {height} pixels, not square")


@RULES.rule(
    "MR010",
    "title",
    "error",
    on="item",
    summary="Each story has a title in plain text, without blanks around it.",
    hint=story.TITLE_PLAIN.hint,
    sure="inferred",
    bad=story.TITLE_PLAIN.bad,
    good=story.TITLE_PLAIN.good,
)
def padded_title(item: View, context: Context) -> Iterator[Problem]:
    """White space that readers may see."""
    element = item.one("title")
    text = "" if element is None else whole_text(element)
    if element is not None and visible(text) and text != text.strip():
        yield Problem(element, "title has blanks around it", severity="warning")
    yield from story.unmarked("title")(item, context)


declare(RULES, "MR011", "link", "error", story.LINKED, sure="inferred")


@RULES.rule(
    "MR012",
    "guid",
    "error",
    on="feed",
    summary="Each story has a guid of its own.",
    hint=story.IDENTIFIED.hint,
    sure="inferred",
    bad=story.GUID_UNIQUE.bad,
    good=story.GUID_UNIQUE.good,
)
def guid(channel: View, context: Context) -> Iterator[Problem]:
    """A repeated guid confuses stories, a missing one leaves only the link."""
    yield from story.unique("guid")(channel, context)
    for item in context.items:
        if not visible(item.text("guid")):
            there = item.one("guid")
            message = "<item> has no <guid>" if there is None else "guid is empty"
            yield Problem(item if there is None else there, message, severity="warning")


declare(RULES, "MR013", "pubdate", "error", dates.DATED, sure="inferred")
declare(
    RULES,
    "MR014",
    "description",
    "warning",
    story.DESCRIBED,
    check=story.DESCRIPTION_PLAIN.check,
    summary="Each story has a description in plain text.",
    sure="inferred",
)
declare(
    RULES,
    "MR020",
    "fulltext-missing",
    "error",
    fulltext.there(FULL),
    sure="inferred",
    bad=Change(SECOND_TEXT, "<mailru:fulltext>Сорок яблонь.</mailru:fulltext>"),
    good=Change(SECOND_TEXT, f"<mailru:full-text>{example.ALLEYA_1}</mailru:full-text>"),
)


@RULES.rule(
    "MR021",
    "fulltext-teaser",
    "warning",
    on="item",
    summary="The full text is longer than the description.",
    hint="Send the whole text of the story, not its beginning.",
    sure="inferred",
    bad=Change(SECOND_TEXT, "<mailru:full-text>Сорок яблонь.</mailru:full-text>"),
    good=Change(SECOND_TEXT, f"<mailru:full-text>{example.ALLEYA_2}</mailru:full-text>"),
)
def teaser(item: View, context: Context) -> Iterator[Problem]:
    """Texts that are no longer than their lead."""
    lead = shown(item.text("description"))
    for element, content in fulltext.texts(item, FULL):
        text = content.begins(len(lead) + 1)
        if visible(text) and len(text) <= len(lead):
            yield Problem(element, "the full text is not longer than the description")


@RULES.rule(
    "MR022",
    "fulltext-tag",
    "error",
    on="item",
    summary="The full text has no scripts, and only " + ", ".join(sorted(facts.TAGS)) + ".",
    hint="Take scripts, styles, frames and forms out; unwrap other tags and keep their text.",
    sure="uncertain",
    bad=Change(LAST, "<script>count()</script>"),
    good=Change(LAST, "<p>В шаблоне забыли &lt;script&gt;.</p>"),
)
def unexpected_tags(item: View, context: Context) -> Iterator[Problem]:
    """Scripts are errors, other tags warnings."""
    yield from fulltext.inside(FULL, fulltext.none_of(BAD_TAGS))(item, context)
    rest = fulltext.inside(FULL, fulltext.only(facts.TAGS, besides=BAD_TAGS))
    yield from fulltext.lowered("warning", rest(item, context))


declare(
    RULES,
    "MR023",
    "fulltext-relative",
    "error",
    fulltext.reachable(FULL),
    sure="inferred",
    bad=Change(LAST, "<p><a href='../most'>на сайте города</a></p>"),
    good=Change(LAST, "<p><a href='tel:+70000000000'>позвонить</a></p>"),
)
declare(RULES, "MR030", "enclosure-attrs", "error", media.USABLE, sure="inferred")


@RULES.rule(
    "MR031",
    "enclosure-many",
    "info",
    on="item",
    summary=f"A story has at most {facts.ENCLOSURES} enclosures.",
    hint="Keep the main picture and up to five more.",
    sure="inferred",
    bad=Change(example.ENCLOSURE, example.ENCLOSURE * (facts.ENCLOSURES + 1)),
    good=Change(example.ENCLOSURE, example.ENCLOSURE * facts.ENCLOSURES),
)
def many_enclosures(item: View, context: Context) -> Iterator[Problem]:
    """More files than anybody sends."""
    enclosures = item.all("enclosure")
    if len(enclosures) > facts.ENCLOSURES:
        yield Problem(enclosures[facts.ENCLOSURES], f"the story has {len(enclosures)} enclosures")


RULES.facts(
    "MR040",
    "flags",
    "warning",
    on="item",
    summary="breaking and exclusive are 0 or 1.",
    hint="Write 1 for yes, 0 for no, or leave the element out.",
    sure="uncertain",
    bad=Change(example.AUTHOR, "<breaking>yes</breaking>"),
    good=Change(example.AUTHOR, "<breaking>1</breaking><exclusive>0</exclusive>"),
)
_flag = one_of(frozenset({"0", "1"}), "0, 1")
RULES.structure += (
    Row(on="item", name="title", missing="MR010", value=plain, invalid="MR010"),
    Row(on="item", name="breaking", value=_flag, invalid="MR040"),
    Row(on="item", name="exclusive", value=_flag, invalid="MR040"),
)


@RULES.rule(
    "MR041",
    "creator-url",
    "info",
    on="item",
    summary="The author is a name, not an address.",
    hint="Write the author's or the outlet's name.",
    sure="inferred",
    bad=Change(example.AUTHOR, "<dc:creator>https://zarya.example</dc:creator>"),
    good=Change(example.AUTHOR, "<dc:creator>Заря над Ладой</dc:creator>"),
)
def creator_url(item: View, context: Context) -> Iterator[Problem]:
    """Addresses in place of names."""
    for element in _authors(item):
        if re.match(r"(?:https?:)?//|www\.", text_of(element)):
            yield Problem(element, f"the author is an address: {text_of(element)[:80]}")


def _authors(item: View) -> Iterator[etree._Element]:
    for name in ("author", "dc:creator"):
        yield from item.element.iterchildren(clark(name))


@RULES.rule(
    "MR050",
    "stale",
    "info",
    on="feed",
    summary="The newest story is at most three days old.",
    hint="See why the feed no longer gets new stories.",
    spec=PULSE,
    sure="reported",
    now="2026-11-26T09:00:00+03:00",
    bad=Change(example.DATE, "<pubDate>Sat, 21 Nov 2026 10:00:00 +0300</pubDate>"),
    good=Change(example.DATE, "<pubDate>Wed, 25 Nov 2026 10:00:00 +0300</pubDate>"),
)
def stale(channel: View, context: Context) -> Iterator[Problem]:
    """A feed that looks dead."""
    moments = [moment for item in context.items if (moment := dates.published(item))]
    if moments and context.now - max(moments) > LIVELY:
        yield Problem(channel, f"the newest story is older than {dates.days(LIVELY)}")


@RULES.rule(
    "MR051",
    "unofficial",
    "info",
    on="document",
    instead="Any document in this format.",
    summary="No official document describes this format.",
    hint="Ask the editors of Mail.ru News what they want; these rules are the core of what others send.",
    sure="uncertain",
)
def unofficial(channel: View, context: Context) -> Iterator[Problem]:
    """Said of every document."""
    yield Problem(None, "the format is known from publishers' practice alone, no official page describes it")
