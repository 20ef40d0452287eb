"""The story's full text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from feeds.checking.comparing.page import Page
from feeds.checking.content import Content
from feeds.checking.demands import example, fulltext, page
from feeds.checking.demands.example import ALLEYA_1
from feeds.checking.demands.text import INLINE, escaped_tags, shown, visible
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.yandex_news.rules.base import LAST, PLUGIN, RULES, SECOND_TEXT

FULL = "yandex:full-text"
FEW_CHARACTERS = 50
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
_NAMES = "adsense|audio|ads?|banner|caption|embed|gallery|more|playlist|poll|readmore|spoiler|video|youtube"
_SHORTCODE = re.compile(
    rf"\[(?:/[a-z][\w-]*|(?:{_NAMES})|[a-z]+[_-][\w-]+|[a-z][\w-]*(?:\s+\d+|\s+[\w-]+\s*=\s*[^\]]+))\s*/?\]",
    re.IGNORECASE,
)

RULES.rule(
    "YN020",
    "fulltext-missing",
    "error",
    on="item",
    summary="Each story has its full text in yandex:full-text.",
    hint="Write the whole text of the page into <yandex:full-text>, with the hyphen.",
    bad=Change(SECOND_TEXT, f"<yandex:fulltext>{ALLEYA_1}</yandex:fulltext>"),
    good=Change(SECOND_TEXT, f"<y:full-text xmlns:y='http://news.yandex.ru'>{ALLEYA_1}</y:full-text>"),
)(fulltext.absence(FULL))

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
        text = shown(content.source)
        if visible(text) and len(text) < max(FEW_CHARACTERS, len(item.text("description"))):
            yield Problem(element, f"the full text has only {len(text)} characters")


def _twice(content: Content) -> fulltext.Found:
    """Escaped tags where there are no real ones: prose that shows a tag has real paragraphs around it."""
    escaped = escaped_tags(content.source)
    blocks = [(name, offset) for name, offset in escaped if name in _BLOCKS]
    styling = [(name, offset) for name, offset in escaped if name in _STYLING]
    found = blocks if blocks or len(styling) < 2 or content.tags else styling
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
    for tag, count in fulltext.first_of_each(content.starts(*_MEDIA)):
        yield f"the full text has <{tag.written}>" + (f" ({count} times)" if count > 1 else ""), tag.offset
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
    match = _SHORTCODE.search(content.source)
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
    lines: list[str] = []
    start = 0
    for tag in [*Content(source).tags, None]:
        if tag is None or tag.name not in INLINE:
            end = tag.offset if tag else len(source)
            lines += source[start:end].split("\n")
            start = source.find(">", end) + 1 if tag else end
    return [text for line in lines if visible(text := shown(line))]


def _told(items: list[View]) -> Iterator[tuple[etree._Element, list[str]]]:
    """Each text with its paragraphs."""
    for item in items:
        for element, content in fulltext.texts(item, FULL):
            said = paragraphs(content.source)
            if said:
                yield element, said


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
    texts = list(_told(context.items))
    ends = [(end, element) for element, said in texts for end in dict.fromkeys((said[0], said[-1]))]
    often = max(FEW_STORIES - 1, len(context.items) / 2)
    for text, count in Counter(end for end, _ in ends).items():
        if count > often:
            element = next(element for end, element in ends if end == text)
            yield Problem(element, f"{count} stories begin or end with the same line: {text[:60]!r}")
    name = channel.text("title")
    named = next((element for element, said in texts if name in said), None)
    if named is not None:
        yield Problem(named, f"the outlet's name is a line of the text: {name[:60]!r}")
