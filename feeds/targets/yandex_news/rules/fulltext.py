"""The story's full text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from feeds.checking.comparing.page import Page
from feeds.checking.content import Content
from feeds.checking.demands import example, fulltext, page
from feeds.checking.demands.example import ALLEYA_1
from feeds.checking.demands.text import escaped_tags, visible
from feeds.checking.document import View, whole_text
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.yandex_news.rules.base import LAST, PLUGIN, RULES, SECOND_TEXT

FULL, ENCODED = "yandex:full-text", "content:encoded"
FEW_CHARACTERS = 50
REACH = 1000
"""How far from its ends a text's first and last paragraphs are looked for, in characters."""

FEW_STORIES = 3
"""Stories that a feed must have before one paragraph in most of them is no accident."""

_MEDIA = frozenset({"img", "video", "audio", "iframe", "picture", "embed", "object"})
_BLOCKS = frozenset({"p", "br", "div"})
_STYLING = frozenset(
    {"b", "blockquote", "em", "h1", "h2", "h3", "h4", "i", "img", "li", "ol", "span", "strong", "u", "ul"}
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_PLAYER = re.compile(
    r"\b(?:https?://)?(?:www\.|m\.)?(?:youtube\.com/(?:watch|embed|shorts|live|v/)|youtu\.be/|rutube\.ru/(?:video|play|shorts)|"
    r"vk\.com/(?:video|clip)|vkvideo\.ru/|ok\.ru/video|vimeo\.com/\d|player\.vimeo\.com/|dailymotion\.com/video|"
    r"dzen\.ru/(?:video|embed)|coub\.com/view|tiktok\.com/@|twitch\.tv/)\S*",
    re.IGNORECASE,
)
_HOSTS = (
    "youtu",
    "rutube.",
    "vk.com",
    "vkvideo.",
    "ok.ru",
    "vimeo.",
    "dailymotion.",
    "dzen.ru",
    "coub.",
    "tiktok.",
    "twitch.",
)
"""What the address of every player has in it."""

_NAMES = "adsense|audio|ads?|banner|caption|embed|gallery|more|playlist|poll|readmore|spoiler|video|youtube"
_SHORTCODE = re.compile(
    rf"\[(?:/[a-z][\w-]*|(?:{_NAMES})|[a-z]+[_-][\w-]+|[a-z][\w-]*(?:\s+\d+|\s+[\w-]+\s*=\s*[^\]]+))\s*/?\]",
    re.IGNORECASE,
)


@RULES.rule(
    "YN020",
    "fulltext-missing",
    "error",
    on="item",
    summary="Each story has its full text in yandex:full-text.",
    hint="Write the whole text of the page into <yandex:full-text>, with the hyphen.",
    bad=Change(SECOND_TEXT, f"<yandex:fulltext>{ALLEYA_1}</yandex:fulltext>"),
    good=Change(SECOND_TEXT, f"<y:full-text xmlns:y='http://news.yandex.ru'>{ALLEYA_1}</y:full-text>"),
)
def full_text(item: View, context: Context) -> Iterator[Problem]:
    """No full text. News on Dzen makes do with content:encoded, Yandex does not."""
    there = item.one(ENCODED)
    read = there is not None and visible(item.content(there).begins(1))
    for problem in fulltext.absence(FULL)(item, context):
        yield replace(problem, severity="warning") if read else problem


RULES.rule(
    "YN021",
    "fulltext-empty",
    "error",
    on="item",
    summary="The full text is not empty.",
    hint="Write the whole text of the page into <yandex:full-text>; leave the story out if it has none.",
    bad=Change(SECOND_TEXT, "<yandex:full-text><![CDATA[<p>&nbsp;</p>]]></yandex:full-text>"),
    good=Change(SECOND_TEXT, f"<yandex:full-text>&lt;p&gt;{ALLEYA_1}&lt;/p&gt;</yandex:full-text>"),
)(fulltext.emptiness(FULL))


@RULES.rule(
    "YN022",
    "fulltext-short",
    "info",
    on="item",
    summary="The full text is longer than the description.",
    hint="Send the whole text of the page, not its beginning.",
    sure="uncertain",
    bad=Change(SECOND_TEXT, "<yandex:full-text>Посажено сорок яблонь.</yandex:full-text>"),
    good=Change(SECOND_TEXT, f"<yandex:full-text>{ALLEYA_1}</yandex:full-text>"),
)
def fulltext_short(item: View, context: Context) -> Iterator[Problem]:
    """Texts that look like a teaser."""
    for element, content in fulltext.texts(item, FULL):
        least = max(FEW_CHARACTERS, len(item.text("description")))
        text = content.begins(least)
        if visible(text) and len(text) < least:
            yield Problem(element, f"the full text has only {len(text)} characters")


def _twice(content: Content) -> fulltext.Found:
    """Escaped tags where there are no real ones: prose that shows a tag has real paragraphs around it."""
    escaped = escaped_tags(content.source)
    blocks = [(name, offset) for name, offset in escaped if name in _BLOCKS]
    styling = [(name, offset) for name, offset in escaped if name in _STYLING]
    found = blocks if blocks or len(styling) < 2 or content.distinct else styling
    if found and not content.starts(*_BLOCKS):
        yield f"tags are escaped twice: readers see <{found[0][0]}> as text", found[0][1]


RULES.rule(
    "YN023",
    "fulltext-escaped-twice",
    "error",
    on="item",
    summary="Markup is escaped once: either as CDATA or with &lt;.",
    hint="Write <![CDATA[<p>…</p>]]> or &lt;p&gt;…&lt;/p&gt;, not both.",
    sure="reported",
    bad=Change(
        SECOND_TEXT, f"<yandex:full-text><![CDATA[&lt;p&gt;{ALLEYA_1}&lt;/p&gt;]]></yandex:full-text>"
    ),
    good=Change(SECOND_TEXT, f"<yandex:full-text>&lt;p&gt;{ALLEYA_1} (&amp;lt;p&amp;gt;)</yandex:full-text>"),
)(fulltext.inside(FULL, _twice))


def _media(content: Content) -> fulltext.Found:
    media = [tag for tag in content.distinct if tag.name in _MEDIA and not tag.closing]
    for tag, count in fulltext.first_of_each(content, media):
        yield f"the full text has <{tag.written}>" + (f" ({count} times)" if count > 1 else ""), tag.offset
    if not any("/" in part and any(host in part.lower() for host in _HOSTS) for part in content.parts[::2]):
        return
    for match in _PLAYER.finditer(_ANY_TAG.sub(lambda tag: " " * len(tag[0]), content.source)):
        yield f"the full text has a player's bare address: {match[0][:80]}", match.start()


RULES.rule(
    "YN024",
    "fulltext-media",
    "warning",
    on="item",
    summary="Pictures and videos are not in the full text.",
    hint="Send pictures as <enclosure> and videos in <media:group>: the text is compared with the page's.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(LAST, "<p>https://www.youtube.com/watch?v=LADA4021</p>"),
    good=Change(LAST, '<p>Есть <a href="https://youtu.be/LADA4021">видео</a>.</p>'),
)(fulltext.inside(FULL, _media))

RULES.rule(
    "YN025",
    "fulltext-script",
    "error",
    on="item",
    summary="The full text has no script and no style.",
    hint="Take the tag out with all that is in it.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(LAST, "<script>count()</script>"),
    good=Change(LAST, "<p>В шаблоне забыли &lt;script&gt;.</p>"),
)(fulltext.inside(FULL, fulltext.none_of(fulltext.SCRIPTS)))


def _shortcodes(content: Content) -> fulltext.Found:
    match = _SHORTCODE.search(content.source) if "[" in content.source else None
    if match:
        yield f"a shortcode of the CMS is left: {match[0][:60]}", match.start()


RULES.rule(
    "YN026",
    "fulltext-shortcode",
    "warning",
    on="item",
    summary="No shortcode of the CMS is left in the full text.",
    hint="Export the text as the page shows it, or take [gallery …] and the like out.",
    spec=PLUGIN,
    sure="reported",
    bad=Change(LAST, '<p>[gallery ids="1,2,3"]</p>'),
    good=Change(LAST, "<p>«Они [строители] успели [1]», — сказал мэр [sic].</p>"),
)(fulltext.inside(FULL, _shortcodes))

RULES.rule(
    "YN028",
    "fulltext-mismatch",
    "warning",
    on="item",
    summary="The full text is the text of the page, word by word.",
    hint="Edit feed and page together, and leave out of the feed what is not the story's text: captions, credits, "
    "links to other stories. A story whose text is another one is crawled, but not shown.",
    spec=PLUGIN,
    sure="reported",
    page=Page(text=f"{example.MOST_1}\n\n{example.MOST_2}\n\nЧертежи и смета опубликованы на сайте города."),
    bad=Change(LAST, "<p>Чертежи опубликованы на сайте города.</p>"),
    good=Change(LAST, "Чертежи&nbsp;и <b>см</b>ета опубликованы на&#10;сайте города."),
)(page.same_text(FULL))


def paragraphs(source: str) -> list[str]:
    """The paragraphs of a text, whether marked by tags or by line breaks."""
    lines = (" ".join(line.split()) for line in Content(source).text("\n").split("\n"))
    return [line for line in lines if visible(line)]


def _ends(source: str) -> Iterator[str]:
    """The first paragraph and the last one, as far as they lie within `REACH` of the text's ends."""
    found = (*paragraphs(source[:REACH])[:1], *paragraphs(source[-REACH:])[-1:])
    yield from dict.fromkeys(found)


@RULES.rule(
    "YN027",
    "fulltext-boilerplate",
    "info",
    on="feed",
    summary="The full text is the story alone, without what all stories share.",
    hint="Leave out the outlet's name, appeals, contacts and other lines that stand in every story.",
    sure="uncertain",
    bad=Change(LAST, "<p>Заря над Ладой</p>"),
    good=Change(LAST, "<p>«Заря над Ладой» писала о стройке в мае.</p>"),
)
def boilerplate(channel: View, context: Context) -> Iterator[Problem]:
    """A paragraph that begins or ends most stories, or the outlet's name by itself."""
    texts = [(element, whole_text(element)) for item in context.items for element in item.all(FULL)]
    ends: dict[str, list[etree._Element]] = {}
    for element, source in texts:
        for end in _ends(source):
            ends.setdefault(end, []).append(element)
    often = max(FEW_STORIES - 1, len(context.items) / 2)
    for text, elements in ends.items():
        if len(elements) > often:
            said = f"{len(elements)} stories begin or end with the same line: {text[:60]!r}"
            yield Problem(elements[0], said)
    name = " ".join(channel.text("title").split())
    named = (element for element, source in texts if name and _mentions(source, name))
    if (element := next(named, None)) is not None:
        yield Problem(element, f"the outlet's name is a line of the text: {name[:60]!r}")


def _mentions(source: str, name: str) -> bool:
    """Whether a name is a line by itself."""
    first = name.split(maxsplit=1)[0]
    return (first in source or html.escape(first) in source) and name in paragraphs(source)
