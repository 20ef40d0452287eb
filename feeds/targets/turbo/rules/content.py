"""The page itself."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.content import Content
from feeds.checking.demands import declare, fulltext
from feeds.checking.demands.text import visible
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.turbo import facts
from feeds.targets.turbo.rules.base import ANCHOR, HEADING, MENU, RULES, SECOND_TEXT, SHARE

PAGE = "turbo:content"
_H1, _MENU = frozenset({"h1"}), frozenset({"menu"})
_FORMS = frozenset({"search", "dynamic-form"})


@RULES.rule(
    "TU020",
    "content-missing",
    "error",
    on="item",
    summary='An item with turbo="true" has its page in turbo:content.',
    hint="Write the whole page into <turbo:content><![CDATA[…]]></turbo:content>.",
    bad=Change(SECOND_TEXT, "<turbo:content/>"),
    good=Change(SECOND_TEXT, SECOND_TEXT.replace("turbo:content>", "turbo:content >")),
)
def content_missing(item: View, context: Context) -> Iterator[Problem]:
    """Nothing to show."""
    if item.get("turbo") == "true":
        yield from fulltext.missing(PAGE)(item, context)


def _headless(content: Content) -> fulltext.Found:
    if not content.starts("header"):
        yield "the page has no <header>", 0
    elif not fulltext.within(content, "header", _H1):
        yield "the header has no <h1>", content.starts("header")[0].offset


@RULES.rule(
    "TU021",
    "header",
    "error",
    on="item",
    summary="The page begins with a header that has an h1.",
    hint="Begin the text in turbo:content with <header><h1>the headline</h1></header>.",
    sure="reported",
    bad=Change(SECOND_TEXT, "<turbo:content>&lt;p&gt;Сорок яблонь.&lt;/p&gt;</turbo:content>"),
    good=Change(HEADING, "<H1 class='big'>Мост</H1>"),
)
def header(item: View, context: Context) -> Iterator[Problem]:
    """Pages without a headline."""
    for element, content in fulltext.texts(item, PAGE):
        if visible(content.begins(1)):
            for message, offset in _headless(content):
                yield Problem(element, message, offset=offset)


def _headlines(content: Content) -> fulltext.Found:
    for tag in fulltext.within(content, "header", _H1, inverted=True):
        yield "an <h1> outside of the header", tag.offset
    for tag in fulltext.within(content, "header", _H1)[1:]:
        yield "the header has more than one <h1>", tag.offset


RULES.rule(
    "TU022",
    "h1-count",
    "warning",
    on="item",
    summary="The page has one h1, in its header.",
    hint="Write h2 for all other headings.",
    sure="reported",
    bad=Change(ANCHOR, "<h1>Снимки</h1>"),
    good=Change(ANCHOR, "<h2>Снимки</h2>"),
)(fulltext.inside(PAGE, _headlines))


def _blocks(content: Content) -> Iterator[tuple[str, int]]:
    """What data-block says, once for each tag, and where it says so."""
    for tag, number in content.distinct.items():
        if not tag.closing and "data-block" in tag.raw.lower():
            kind = tag.attributes.get("data-block")
            if kind is not None:
                yield kind.strip(), number


def _other_tags(content: Content) -> fulltext.Found:
    forms = any(kind in _FORMS for kind, _ in _blocks(content))
    besides = fulltext.SCRIPTS | (facts.FORM_TAGS if forms else frozenset())
    yield from fulltext.only(facts.TAGS, besides=besides)(content)


RULES.rule(
    "TU023",
    "tag",
    "warning",
    on="item",
    summary="The page has only the tags that Turbo pages know.",
    hint="Unwrap the tag and keep its text.",
    sure="reported",
    bad=Change(ANCHOR, "<nav>К снимкам</nav>"),
    good=Change(ANCHOR, "<p>К <abbr>снимкам</abbr></p>"),
)(fulltext.inside(PAGE, _other_tags))

RULES.rule(
    "TU024",
    "script",
    "error",
    on="item",
    summary="The page has no script and no style.",
    hint="Take the tag out with all that is in it.",
    sure="reported",
    bad=Change(ANCHOR, "<script>count()</script>"),
    good=Change(ANCHOR, "<p>&lt;script&gt;</p>"),
)(fulltext.inside(PAGE, fulltext.none_of(fulltext.SCRIPTS)))


def _dangling(content: Content) -> fulltext.Found:
    inner = [tag for tag in content.starts("a") if tag.attributes.get("href", "").lstrip().startswith("#")]
    ids = {tag.attributes.get("id") for tag in content.distinct if not tag.closing} if inner else set()
    for tag in inner:
        target = tag.attributes["href"].strip()
        if target[1:] not in ids:
            yield f"nothing in the page has the id that {target[:60]} leads to", tag.offset


RULES.rule(
    "TU025",
    "anchor",
    "warning",
    on="item",
    summary="Anchors lead to something in the page.",
    hint="Give the element that the link leads to that id, or take the link out.",
    sure="reported",
    bad=Change(ANCHOR, '<p><a href="#karta">К карте</a></p>'),
    good=Change(ANCHOR, "<p id='karta'><a href='#karta'>К карте</a></p>"),
)(fulltext.inside(PAGE, _dangling))

declare(
    RULES,
    "TU026",
    "relative",
    "error",
    fulltext.reachable(PAGE),
    sure="inferred",
    bad=Change(ANCHOR, '<p><a href="/foto">К снимкам</a></p>'),
    good=Change(ANCHOR, '<p><a href="HTTPS://zarya.example/foto">К снимкам</a></p>'),
)


def _stray_menus(content: Content) -> fulltext.Found:
    for tag in fulltext.within(content, "header", _MENU, inverted=True):
        yield "the menu stands outside of the header", tag.offset


RULES.rule(
    "TU027",
    "menu-outside",
    "warning",
    on="item",
    summary="The menu stands in the header.",
    hint="Move <menu> into <header>, below the headline and the picture.",
    sure="reported",
    bad=Change(ANCHOR, '<menu><a href="https://zarya.example/sport">Спорт</a></menu>'),
    good=Change(MENU, '<MENU><a href="https://zarya.example/sport">Спорт</a></MENU>'),
)(fulltext.inside(PAGE, _stray_menus))


def _unknown_blocks(content: Content) -> fulltext.Found:
    for kind, number in _blocks(content):
        if kind not in facts.BLOCKS:
            yield f"data-block={kind[:40]!r} is no block of Turbo pages", content.offset(number)


RULES.rule(
    "TU028",
    "block-type",
    "warning",
    on="item",
    summary="data-block names a block that Turbo pages know.",
    hint="Write one of " + ", ".join(sorted(facts.BLOCKS)) + ", or take the block out.",
    sure="reported",
    bad=Change(SHARE, '<div data-block="weather"></div>'),
    good=Change(SHARE, "<div data-block='gallery'></div>"),
)(fulltext.inside(PAGE, _unknown_blocks))
