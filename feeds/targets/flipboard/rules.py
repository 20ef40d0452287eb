"""Flipboard's rules: those of RSS, and what it says of text and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.demands import declare, example, fulltext, media, story
from feeds.checking.document import RSS, View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem, RuleSet
from feeds.targets.flipboard import facts
from feeds.targets.rss.rules import RULES as RSS_RULES

PAGE = "https://about.flipboard.com/publishers/"
URL = "https://zarya.example/flipboard.xml"

FULL = "content:encoded"
PICTURE = (
    '<media:content url="https://zarya.example/img/alleya.jpg" type="image/jpeg" width="1200" height="800"/>'
)
SECOND_TEXT = (
    f"<content:encoded>&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;"
    f"&lt;p&gt;{example.ALLEYA_2}&lt;/p&gt;</content:encoded>"
)


_IMAGE = '&lt;img src="https://zarya.example/img/hour.jpg"&gt;'


def _third(number: int) -> str:
    """One of the stories that make the example as long as Flipboard likes feeds to be."""
    return "\n".join(
        (
            f"<title>Ладьинск, час {number}</title>",
            f"<link>https://zarya.example/2026/11/21/{number}</link>",
            f'<guid isPermaLink="false">zarya.example:story:{number}</guid>',
            f"<pubDate>Sat, 21 Nov 2026 {number - 1000:02}:00:00 +0300</pubDate>",
            f"<description>Что было в городе в час {number}.</description>",
            f"<content:encoded>&lt;p&gt;{example.MOST_1}&lt;/p&gt;&lt;p&gt;{example.MOST_2}&lt;/p&gt;{_IMAGE}</content:encoded>",
        )
    )


_FIRST = example.story(
    f"<content:encoded><![CDATA[<p>{example.MOST_1}</p><p>{example.MOST_2}</p>]]></content:encoded>"
).replace(example.AUTHOR, "<dc:creator>Вера Лодочникова</dc:creator>")
_SECOND = example.second_story(SECOND_TEXT, PICTURE).replace(f"{example.SECOND_ENCLOSURE}\n", "")
EXAMPLE = example.feed(
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"',
    f'<atom:link href="{URL}" rel="self" type="application/rss+xml"/>',
    _FIRST,
    _SECOND,
    *(_third(1000 + hour) for hour in range(23, 5, -1)),
)

RULES = RuleSet(
    target="flipboard",
    title="RSS for Flipboard",
    prefix="FLB",
    spec=PAGE,
    example=EXAMPLE,
    shape=RSS,
    base=RSS_RULES,
    without=frozenset({"RSS012"}),
)

declare(RULES, "PRT001", "guid-unique", "error", story.GUID_UNIQUE, url=URL)


@RULES.rule(
    "FLB001",
    "quality",
    "warning",
    on="item, feed",
    summary=f"A feed has {facts.LEAST} to {facts.LIMIT} stories, each with {facts.TEXT_CHARACTERS} characters of "
    f"text and a picture whose shorter side has {facts.IMAGE_PIXELS} pixels.",
    hint="Send the whole text in content:encoded and the original picture as an enclosure; keep stories in the "
    "feed until newer ones have come.",
    sure="reported",
    now=example.NOW,
    url=URL,
    bad=Change(SECOND_TEXT, f"<content:encoded>&lt;p&gt;{'н' * 299}&lt;/p&gt;</content:encoded>"),
    good=Change(SECOND_TEXT, f"<content:encoded>&lt;p&gt;{'н' * 300}&lt;/p&gt;</content:encoded>"),
)
def quality(view: View, context: Context) -> Iterator[Problem]:
    """Teasers, stories without a picture, and short feeds."""
    if view.index is None:
        if len(context.items) < facts.LEAST:
            yield Problem(view, f"the feed has {len(context.items)} stories, fewer than {facts.LEAST}")
        return
    yield from _teaser(view)
    yield from _picture(view)


def _teaser(item: View) -> Iterator[Problem]:
    texts = [element for name in (FULL, "description") for element in item.all(name)]
    length, longest = max(
        ((len(item.content(e).begins(facts.TEXT_CHARACTERS)), e) for e in texts),
        default=(0, None),
        key=lambda t: t[0],
    )
    if length < facts.TEXT_CHARACTERS:
        said = f"the text has {length} characters, fewer than {facts.TEXT_CHARACTERS}"
        yield Problem(item if longest is None else longest, said)


def _picture(item: View) -> Iterator[Problem]:
    found = [e for e in item.all("enclosure") if media.is_image(e)]
    for name in ("media:content", "media:thumbnail"):
        found += [e for e in item.all(name) if not _is_film(e)]
    for group in item.all("media:group"):
        found += [e for e in group if isinstance(e.tag, str) and not _is_film(e)]
    if any(_large(e.get("width"), e.get("height")) for e in found):
        return
    for _, content in fulltext.texts(item, FULL):
        images = content.starts("img")
        if any(_large(image.attributes.get("width"), image.attributes.get("height")) for image in images):
            return
    said = (
        f"no picture has {facts.IMAGE_PIXELS} pixels on its shorter side"
        if found
        else "the story has no picture"
    )
    yield Problem(found[0] if found else item, said, closing=not found)


def _is_film(element: etree._Element) -> bool:
    return media.media_type(element).startswith(("video/", "audio/")) or element.get("medium") in {
        "video",
        "audio",
    }


def _large(*sides: str | None) -> bool:
    """Whether a picture is large enough, as far as its sides are known."""
    known = [pixels for side in sides if (pixels := media.pixels(side)) is not None]
    return not known or min(known) >= facts.IMAGE_PIXELS


@RULES.rule(
    "PRT003",
    "second-hand",
    "info",
    on="document",
    instead="Any feed that is checked for Flipboard.",
    summary="Some of the limits are known from others than the platform.",
    hint="Ask the platform's partner team to confirm them before you rely on them.",
    sure="uncertain",
)
def second_hand(channel: View, context: Context) -> Iterator[Problem]:
    """Said of every document."""
    yield Problem(None, "what Flipboard asks of text and pictures is partly known from others alone")
