"""The story's text."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.content import Content
from feeds.checking.demands import address, declare, fulltext
from feeds.checking.demands.example import ALLEYA_1, ALLEYA_2
from feeds.checking.demands.text import visible
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import HEADING, ITEMS, LINK, RULES, SECOND_TEXT

ENCODED = "content:encoded"
FORBIDDEN = frozenset({"script", "style", "form", "object", "embed"})
FORMATTING = frozenset({"a", "b", "i", "u", "s", "strong", "em", "del", "sub", "sup", "code", "span"})
_IFRAME = frozenset({"iframe"})

_OTHERS = ("yandex:full-text", "turbo:content")


def of_another_service(item: View) -> bool:
    """Whether the text is there in another service's element alone."""
    return item.one(ENCODED) is None and any(item.one(name) is not None for name in _OTHERS)


lacking = fulltext.missing(ENCODED)


@RULES.rule(
    "DZ030",
    "content-missing",
    "error",
    on="item",
    summary="Each story has its text in content:encoded.",
    hint="Write the whole text as HTML into <content:encoded><![CDATA[…]]></content:encoded>.",
    sure="reported",
    bad=Change(SECOND_TEXT, "<content:encoded><![CDATA[<p>&nbsp;</p>]]></content:encoded>"),
    good=Change("<content:encoded>&lt;p&gt;", "<content:encoded>\n&lt;P&gt;"),
)
def content_missing(item: View, context: Context) -> Iterator[Problem]:
    """No text, or nothing to see in it."""
    if not of_another_service(item):
        yield from lacking(item, context)


@RULES.rule(
    "DZ031",
    "content-short",
    "error",
    on="item",
    summary=f"A text has at least {facts.TEXT_CHARACTERS} characters.",
    hint="Send the whole story; what is shorter is a note, which Dzen passes over.",
    sure="reported",
    bad=Change(SECOND_TEXT, f"<content:encoded>&lt;p&gt;{'н' * 299}&lt;/p&gt;</content:encoded>"),
    good=Change(SECOND_TEXT, f"<content:encoded>&lt;p&gt;{'&amp;#1085;' * 300}&lt;/p&gt;</content:encoded>"),
)
def content_short(item: View, context: Context) -> Iterator[Problem]:
    """Texts that the importer ignores."""
    for element, content in fulltext.texts(item, ENCODED):
        text = content.begins(facts.TEXT_CHARACTERS)
        if visible(text) and len(text) < facts.TEXT_CHARACTERS:
            yield Problem(element, f"the text has {len(text)} characters, fewer than {facts.TEXT_CHARACTERS}")


RULES.rule(
    "DZ032",
    "content-tag",
    "warning",
    on="item",
    summary="The text has no other tags than " + ", ".join(sorted(facts.TAGS)) + ".",
    hint=fulltext.TAGS_HINT,
    sure="reported",
    bad=Change(HEADING, "<h2>Кто <STRONG>построил</STRONG></h2>"),
    good=Change(HEADING, "<h4 id='built'>Кто <i>построил</i></h4>"),
)(fulltext.inside(ENCODED, fulltext.only(facts.TAGS, besides=FORBIDDEN | _IFRAME)))

RULES.rule(
    "DZ033",
    "content-forbidden",
    "error",
    on="item",
    summary="The text has no script, style, form, object or embed.",
    hint="Take the tag out with all that is in it.",
    sure="reported",
    bad=Change(HEADING, "<style>h2 { color: red }</style>"),
    good=Change(HEADING, "<h2>Кто забыл &lt;script&gt; в шаблоне</h2>"),
)(fulltext.inside(ENCODED, fulltext.none_of(FORBIDDEN)))


@RULES.rule(
    "DZ034",
    "content-attr",
    "error",
    on="item",
    summary="Tags carry neither scripts nor styles.",
    hint="Take onclick, style, class and the like off the tags: scripts are refused, styles are ignored.",
    sure="reported",
    bad=Change(HEADING, "<h2 onClick='x()'>Кто построил</h2>"),
    good=Change(HEADING, "<h2 title='onclick=нет'>Кто построил</h2>"),
)
def content_attributes(item: View, context: Context) -> Iterator[Problem]:
    """Handlers are errors, styles are worth knowing."""
    for element, content in fulltext.texts(item, ENCODED):
        for message, offset in fulltext.handlers(content):
            yield Problem(element, message, offset=offset)
        for message, offset in _styled(content):
            yield Problem(element, message, severity="info", offset=offset)


def _styled(content: Content) -> fulltext.Found:
    left = ["style", "class"]
    for tag, number in content.distinct.items():
        attributes = tag.attributes
        for name in [name for name in left if name in attributes] if attributes and not tag.closing else ():
            left.remove(name)
            yield f"<{tag.written}> has {name}, which is ignored", content.offset(number)


declare(
    RULES,
    "DZ035",
    "content-nonabsolute",
    "error",
    fulltext.reachable(ENCODED),
    sure="inferred",
    bad=Change(LINK, '<a href="most/otchyot.html">на сайте города</a>'),
    good=Change(LINK, '<a href=" https://ladinsk.example/most ">на сайте</a> и <a href="#foto">ниже</a>'),
)


@RULES.rule(
    "DZ036",
    "content-noparagraph",
    "warning",
    on="item",
    summary="The text is divided into paragraphs with p.",
    hint="Put each paragraph into <p>…</p>: line breaks are lost.",
    sure="inferred",
    bad=Change(SECOND_TEXT, f"<content:encoded>{ALLEYA_1}\n\n{ALLEYA_2}</content:encoded>"),
    good=Change(SECOND_TEXT, f"<content:encoded><![CDATA[<P>{ALLEYA_1}<P>{ALLEYA_2}]]></content:encoded>"),
)
def no_paragraph(item: View, context: Context) -> Iterator[Problem]:
    """Text that will run together."""
    for element, content in fulltext.texts(item, ENCODED):
        if not content.numbers("p") and visible(content.begins(1)):
            yield Problem(element, "the text has no <p>: its paragraphs are lost")


def _formatted_items(content: Content) -> fulltext.Found:
    """Said once of a text: lists are formatted throughout or not at all."""
    if found := fulltext.within(content, "li", FORMATTING):
        times = f" ({len(found)} times)" if len(found) > 1 else ""
        yield f"<{found[0].written}> in a list item: no formatting survives there{times}", found[0].offset


RULES.rule(
    "DZ037",
    "li-formatting",
    "info",
    on="item",
    summary="List items are plain text.",
    hint="Write list items without b, i and the like, or make them paragraphs.",
    sure="reported",
    bad=Change(ITEMS, "<ul><li><b>длина</b> 240 метров</li></ul>"),
    good=Change(ITEMS, "<ol><li>длина 240 метров</ol><p><b>Ширина</b> 3 метра</p>"),
)(fulltext.inside(ENCODED, _formatted_items))


def embeds(item: View, players: frozenset[str]) -> Iterator[Problem]:
    """Embedded pages; those of the players are only worth knowing."""
    for element, content in fulltext.texts(item, ENCODED):
        for tag in content.starts("iframe"):
            source = tag.attributes.get("src", "").strip()
            host = address.host(f"https:{source}" if source.startswith("//") else source) or ""
            known = any(host == player or host.endswith(f".{player}") for player in players)
            yield Problem(
                element,
                f"an embedded page of {host or 'an unknown host'}: it may be dropped",
                severity="info" if known else None,
                offset=tag.offset,
            )


@RULES.rule(
    "DZ038",
    "iframe",
    "warning",
    on="item",
    summary="The text embeds nothing but players of YouTube, VK Video and RuTube.",
    hint="Put a link or a picture in place of the <iframe>; only players of YouTube, VK Video and RuTube "
    "are said to work, and only in a channel.",
    sure="uncertain",
    bad=Change(HEADING, '<iframe src="https://maps.example/ladinsk"></iframe>'),
    good=Change(HEADING, '<iframe src="https://rutube.ru/play/embed/4021"></iframe>'),
)
def iframe(item: View, context: Context) -> Iterator[Problem]:
    """Embeds in a channel."""
    yield from embeds(item, facts.PLAYERS)


@RULES.rule(
    "DZ074",
    "wrong-dialect",
    "error",
    on="item",
    summary="The feed is one for a channel, not one for News or Turbo pages.",
    hint="Send the text in content:encoded; a feed with yandex:full-text or turbo:content alone does not "
    "fit a channel.",
    bad=Change(SECOND_TEXT, f"<yandex:full-text>{ALLEYA_1}</yandex:full-text>"),
    good=Change(SECOND_TEXT, f"{SECOND_TEXT}<yandex:full-text>{ALLEYA_1}</yandex:full-text>"),
)
def wrong_dialect(item: View, context: Context) -> Iterator[Problem]:
    """The text in another service's element alone."""
    if of_another_service(item):
        element = next(item.one(name) for name in _OTHERS if item.one(name) is not None)
        yield Problem(element, "the text is in another service's element, and content:encoded is missing")
