"""Rules about a story's publication, language and title, and about how many stories there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from feeds.checking.demands.text import reference as twice_escaped
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.targets.google_news import facts
from feeds.targets.google_news.rules.base import EXAMPLE, NAME, NOW, PARENTHESES, RULES
from feeds.targets.google_news.rules.headline import may_be_set_off, set_off
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.base import INDEX_EXAMPLE
from feeds.targets.sitemap.rules.document import URLSET
from feeds.targets.sitemap.rules.media import first_of_each
from feeds.targets.sitemap.rules.order import Order

ORDER = tuple(
    f"news:{name}"
    for name in (
        "publication", "access", "genres", "publication_date", "title", "keywords", "stock_tickers",
    )
)  # fmt: skip
OBSOLETE = ("news:access", "news:genres", "news:keywords", "news:stock_tickers", "news:geo_locations")

_OF_NEWS = Order(ORDER)
_NEWS, _NAME = clark("news:news"), clark("news:name")
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")

_TITLE = "Library opens at night: who needs 24 hours of books?"
_LAST_TITLE = f"<news:title>{_TITLE}</news:title>"
_STORY = EXAMPLE[EXAMPLE.index("<news:news>") : EXAMPLE.index("</news:news>")]


RULES.facts(
    "NS020",
    "news-required",
    "error",
    on="item/news:news",
    summary="An entry names the publication (name, language), the publication date and the title.",
    hint="Fill in what is missing; Google drops entries that lack one of these.",
    now=NOW,
    bad=Change("<news:language>ru</news:language>", ""),
    good=Change("<news:language>ru</news:language>", "<news:language> ru </news:language>"),
)
RULES.facts(
    "NS023",
    "news-language",
    "error",
    on="item/news:news",
    summary="The language is two or three small letters, or zh-cn or zh-tw.",
    hint="Write ru or en, without a country: not ru-RU, not EN.",
    now=NOW,
    bad=Change(">ru<", ">ru-RU<"),
    good=Change(">ru<", ">zh-cn<"),
)
RULES.facts(
    "NS034",
    "news-value",
    "error",
    on="item/news:news",
    summary="access, genres and stock_tickers have the schema's values.",
    hint="Leave them out: Google ignores them, and a wrong value makes the file invalid.",
    now=NOW,
    bad=Change(_LAST_TITLE, f"{_LAST_TITLE}<news:stock_tickers>A:1,A:2,A:3,A:4,A:5,A:6</news:stock_tickers>"),
    good=Change(_LAST_TITLE, f"{_LAST_TITLE}<news:stock_tickers>A:1, A:2,A:3,A:4,A:5</news:stock_tickers>"),
)


@RULES.rule(
    "NS004",
    "news-count",
    "error",
    on="feed",
    instead="A news sitemap with 1,001 stories.",
    summary="A news sitemap holds at most 1,000 stories.",
    hint="Split it into several news sitemaps and an index; most have far fewer stories in two days.",
    now=NOW,
)
def news_count(channel: View, context: Context) -> Iterator[Problem]:
    """The story that is one too many."""
    stories = list(channel.element.iter(_NEWS))
    if len(stories) > facts.MOST:
        yield Problem(stories[facts.MOST], f"there are {len(stories)} stories, more than {facts.MOST}")


@RULES.rule(
    "NS021",
    "publication-name",
    "error",
    on="item/news:news/news:publication/news:name",
    summary="The name is the publication's name exactly as Google News shows it.",
    hint="Copy the name from a story of yours on news.google.com, letter by letter.",
    now=NOW,
    publication=NAME,
    bad=Change(">Zarya &amp; Co<", ">Zarya &amp; co<"),
    good=Change(">Zarya &amp; Co<", "><![CDATA[Zarya & Co]]><"),
)
def publication_name(name: View, context: Context) -> Iterator[Problem]:
    """Another than the configured one. What stands in parentheses is NS022's."""
    text = text_of(name.element)
    if not text or not context.publication or text == context.publication:
        return
    if PARENTHESES.sub("", text).strip() != context.publication:
        yield Problem(name, f"the name is {text[:80]!r}, the publication's is {context.publication!r}")


RULES.facts(
    "NS022",
    "publication-parentheses",
    "warning",
    on="item/news:news",
    summary="The name leaves out what Google News shows in parentheses.",
    hint="Write the name alone: The Example Times, not The Example Times (subscription).",
    now=NOW,
    publication=NAME,
    bad=Change(">Zarya &amp; Co<", ">Zarya &amp; Co (Russia)<"),
    good=Change(">Zarya &amp; Co<", ">\n  Zarya &amp; Co\n<"),
)

RULES.facts(
    "NS024",
    "news-language-unknown",
    "warning",
    on="item/news:news",
    summary="The language is one of ISO 639.",
    hint="Look the code up: ru, en, uk, kk, fil. A country's code (gr, ua, jp) is often another one.",
    now=NOW,
    bad=Change(">ru<", ">gr<"),
    good=Change(">ru<", ">fil<"),
)

RULES.facts(
    "NS031",
    "news-title",
    "error",
    on="item/news:news",
    summary="The title is the headline.",
    hint="Put the story's headline into news:title.",
    now=NOW,
    bad=Change(_TITLE, " "),
    good=Change(_TITLE, "<![CDATA[Library & night]]>"),
)


@RULES.rule(
    "NS032",
    "news-title-alone",
    "warning",
    on="item/news:news/news:title",
    summary="The title is the headline alone: no publication, author or date, no markup.",
    hint="Write the headline as it stands above the story, as plain text, its & and < escaped once.",
    now=NOW,
    publication=NAME,
    bad=Change(_TITLE, "Library opens at night | Zarya &amp; Co"),
    good=Change(_TITLE, "Zarya &amp; Co opens its archive: 40 years &lt; 5 minutes, by foot and by train"),
)
def news_title_alone(title: View, context: Context) -> Iterator[Problem]:
    """What does not belong to a headline."""
    text = text_of(title.element)
    if len(title.element) or ("<" in text and _MARKUP.search(text)):
        yield Problem(title, f"the title has markup: {text[:120]!r}")
    if "&" in text and (reference := twice_escaped(text)):
        yield Problem(title, f"the title is escaped twice: it shows {reference}")
    names = (_name_beside(title), context.publication or "")
    if may_be_set_off(text, names):
        for said in set_off(text, names, _date_beside(title)):
            yield Problem(title, f"the title names {said}: {text[:120]!r}")


def _name_beside(title: View) -> str:
    """The publication's name in the entry of a title."""
    publication = title.parent.one("news:publication") if title.parent else None
    for child in publication if publication is not None else ():
        if child.tag == _NAME:
            return text_of(child)
    return ""


def _date_beside(title: View) -> datetime | None:
    """When the story of a title was published."""
    when = dates.span(title.parent.text("news:publication_date")) if title.parent else None
    return when.latest if when else None


@RULES.rule(
    "NS033",
    "news-obsolete",
    "info",
    on="feed",
    summary="Google no longer reads access, genres, keywords, stock_tickers and geo_locations.",
    hint="Leave them out.",
    now=NOW,
    bad=Change(_LAST_TITLE, f"{_LAST_TITLE}<news:keywords>night, books</news:keywords>"),
    good=Change(_LAST_TITLE, f"{_LAST_TITLE}<!-- night, books -->"),
)
def news_obsolete(channel: View, context: Context) -> Iterator[Problem]:
    """Said once for each of them."""
    yield from first_of_each(channel, "news:news", OBSOLETE)


@RULES.rule(
    "NS035",
    "news-once",
    "warning",
    on="item",
    summary="A url has one news:news.",
    hint="Give each story a url of its own.",
    now=NOW,
    bad=Change(_LAST_TITLE, f"{_LAST_TITLE}</news:news>{_STORY}"),
    good=Change(_LAST_TITLE, _LAST_TITLE.replace("24", "12")),
)
def news_once(item: View, context: Context) -> Iterable[Problem]:
    """The second one."""
    stories = item.all("news:news")
    return () if len(stories) < 2 else [Problem(stories[1], f"the url has {len(stories)} news:news")]


@RULES.rule(
    "NS036",
    "news-none",
    "info",
    on="feed",
    summary="A news sitemap lists stories.",
    hint="Nothing to do where nothing came out in two days. Else write news:news into each story's url.",
    now=NOW,
    bad='<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
    good=INDEX_EXAMPLE,
)
def news_none(channel: View, context: Context) -> Iterator[Problem]:
    """No news:news at all."""
    if channel.element.tag == URLSET and next(channel.element.iter(_NEWS), None) is None:
        yield Problem(channel, "the sitemap lists no news")


@RULES.rule(
    "NS037",
    "news-order",
    "warning",
    on="item/news:news",
    summary="The order is publication, access, genres, publication_date, title, keywords, stock_tickers.",
    hint="Google reads any order, but validators follow the schema: reorder the elements, each at most once.",
    now=NOW,
    bad=Change(
        f"<news:publication_date>2026-11-22</news:publication_date>\n      {_LAST_TITLE}",
        f"{_LAST_TITLE}<news:publication_date>2026-11-22</news:publication_date>",
    ),
    good=Change(_LAST_TITLE, f"<!-- last -->{_LAST_TITLE}"),
)
def news_order(news: View, context: Context) -> Iterable[Problem]:
    """The first element that stands too late; those that the schema does not know the table finds."""
    return _OF_NEWS.problems(news, "of the schema of news:news")
