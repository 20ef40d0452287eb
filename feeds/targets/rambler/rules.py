"""The rules of Rambler News, as far as they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.checking.absence import misbound
from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare, example, fulltext, media, story
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Row, Vocabulary
from feeds.targets.rambler import facts
from feeds.targets.rss.rules.dialect import dialect

CURRENT = "https://help.rambler.ru/news/novosti-pravila-oformleniya-novostnogo-potoka/4"
OLDER = "https://help.rambler.ru/news/novosti-pravila-oformleniya-novostnogo-potoka/2179"

FULL = "rambler:fulltext"
VARIANTS = ("rambler:full-text", "content")
UNEXPECTED = frozenset({"iframe", "form", "table", "style", "object", "embed"})

LAST = '<p>Подробнее — <a href="https://ladinsk.example/most">на сайте города</a>.</p>'
TEXT = (
    f"<rambler:fulltext><![CDATA[<p>{example.MOST_1}</p><p>{example.MOST_2}</p>{LAST}]]></rambler:fulltext>"
)
SECOND_TEXT = f"<rambler:fulltext>&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;</rambler:fulltext>"

EXAMPLE = example.feed(
    ' xmlns:rambler="http://news.rambler.ru"',
    "<lastBuildDate>Mon, 23 Nov 2026 10:05:00 +0300</lastBuildDate>",
    example.story(TEXT),
    example.second_story(SECOND_TEXT),
)

RULES = dialect(
    "rambler",
    "RSS with rambler:fulltext",
    "RM",
    spec=CURRENT,
    example=EXAMPLE,
    texts=(FULL,),
    own_spaces=("rambler",),
    without=frozenset({"RSS012"}),
    structure=(*(Row(on="item", name=name, repeated="RSS009") for name in (FULL, *VARIANTS)),),
    vocabularies=(Vocabulary(uri=NAMESPACES["rambler"], unknown="RSS008"),),
)

declare(RULES, "RM001", "xml-wellformed", "error", channels.WELL_FORMED, spec=OLDER, check=None)


@RULES.rule(
    "RM002",
    "declaration",
    "error",
    on="document",
    summary="The document begins with the XML declaration.",
    hint='Begin the response with <?xml version="1.0" encoding="UTF-8"?>, before anything else.',
    spec=OLDER,
    bad=Change('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
    good=Change('<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0' encoding='utf-8'?>"),
)
def declaration(channel: View, context: Context) -> Iterator[Problem]:
    """A declaration that is missing, or not the first thing."""
    if context.document.source.startswith(channels.BOM):
        yield from channels.byte_order_mark(channel, context)
    elif not re.match(rb"<\?xml\s", context.document.source):
        yield Problem(None, "the document does not begin with an XML declaration")


@RULES.rule(
    "RM003",
    "encoding",
    "error",
    on="document",
    summary="The declared encoding is the one that the document is in.",
    hint="Declare the encoding that the file is saved in; UTF-8 is the best of them.",
    spec=OLDER,
    bad=channels.UTF8.bad,
    good=channels.UTF8.good,
)
def encoding(channel: View, context: Context) -> Iterator[Problem]:
    """UTF-8 that says that it is something else; the other way round it is not well-formed."""
    name = channels.encoding(context.document.source)
    if not channels.utf8(name) and channels.is_utf8(context.document.source):
        yield Problem(None, f"the document declares {name}, but is in UTF-8")


declare(
    RULES,
    "RM005",
    "root",
    "error",
    channels.RSS_2,
    spec=OLDER,
)
declare(RULES, "RM006", "ns", "error", channels.bound("rambler"), sure="inferred")
declare(
    RULES,
    "RM007",
    "utf8",
    "warning",
    channels.UTF8,
    sure="reported",
    bad=None,
    instead='A document that begins with <?xml version="1.0" encoding="windows-1251"?> and is saved so.',
)
channels.declare_channel(RULES, "RM008")
declare(RULES, "RM010", "title", "error", story.TITLE_PLAIN, sure="reported")
declare(RULES, "RM011", "link", "error", story.LINKED, spec=OLDER)
declare(RULES, "RM012", "link-unique", "error", story.LINK_UNIQUE, spec=OLDER)
declare(RULES, "RM014", "guid", "error", story.IDENTIFIED, sure="reported")
declare(RULES, "RM016", "pubdate", "error", dates.DATED, sure="reported")
declare(RULES, "RM017", "description", "error", story.DESCRIBED, sure="reported")


def _variant(item: View) -> str | None:
    return next((name for name in VARIANTS if item.one(name) is not None), None)


@RULES.rule(
    "RM020",
    "fulltext",
    "warning",
    on="item",
    summary="Each story has its full text in rambler:fulltext.",
    hint="Write the whole text into <rambler:fulltext><![CDATA[…]]></rambler:fulltext>.",
    sure="inferred",
    bad=Change(SECOND_TEXT, "<rambler:fulltext><![CDATA[<p> </p>]]></rambler:fulltext>"),
    good=Change(SECOND_TEXT, '<r:fulltext xmlns:r="http://news.rambler.ru">Сорок яблонь.</r:fulltext>'),
)
def full_text(item: View, context: Context) -> Iterator[Problem]:
    """No full text by any name, or nothing in it."""
    if _variant(item) is None or item.one(FULL) is not None:
        yield from fulltext.missing(FULL)(item, context)


@RULES.rule(
    "RM021",
    "fulltext-spelling",
    "warning",
    on="item",
    summary="The full text's element is spelt rambler:fulltext.",
    hint="Write rambler:fulltext, without a hyphen: nearly everybody does.",
    sure="uncertain",
    bad=Change(SECOND_TEXT, "<rambler:full-text>Сорок яблонь.</rambler:full-text>"),
    good=Change(SECOND_TEXT, f"{SECOND_TEXT}<rambler:full-text>Сорок яблонь.</rambler:full-text>"),
)
def spelling(item: View, context: Context) -> Iterator[Problem]:
    """The full text by another name alone."""
    name = _variant(item)
    if name and item.one(FULL) is None and not misbound(item, FULL):
        yield Problem(item.one(name), f"the full text is in {name}, not in {FULL}")


@RULES.rule(
    "RM022",
    "fulltext-tag",
    "error",
    on="item",
    summary="The full text has no scripts, and no styles, frames, forms or tables.",
    hint="Take scripts and styles out with all that is in them; write tables as paragraphs, frames as links.",
    sure="uncertain",
    bad=Change(LAST, "<script>count()</script>"),
    good=Change(LAST, "<p>В шаблоне забыли &lt;script&gt;.</p>"),
)
def unexpected_tags(item: View, context: Context) -> Iterator[Problem]:
    """Scripts are errors, what nobody expects is a warning, the rest is worth knowing."""
    yield from fulltext.inside(FULL, fulltext.none_of(frozenset({"script"})))(item, context)
    warn = fulltext.inside(FULL, fulltext.none_of(UNEXPECTED))
    yield from fulltext.lowered("warning", warn(item, context))
    known = UNEXPECTED | {"script"}
    rest = fulltext.inside(FULL, fulltext.only(facts.TAGS, besides=known))
    yield from fulltext.lowered("info", rest(item, context))


declare(
    RULES,
    "RM023",
    "fulltext-relative",
    "error",
    fulltext.reachable(FULL),
    sure="inferred",
    bad=Change(LAST, "<p><a href='/most'>на сайте города</a></p>"),
    good=Change(LAST, "<p><a href='mailto:info@ladinsk.example'>написать</a></p>"),
)
declare(RULES, "RM030", "enclosure", "error", media.USABLE, sure="inferred")
declare(RULES, "RM031", "enclosure-length", "info", media.MEASURED, sure="inferred")
declare(RULES, "RM040", "order", "info", dates.NEWEST_FIRST, sure="inferred")
declare(
    RULES,
    "RM041",
    "count",
    "info",
    channels.at_most(facts.LIMIT),
    sure="uncertain",
    instead="A feed with 51 stories.",
)
