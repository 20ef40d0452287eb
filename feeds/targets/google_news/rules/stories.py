"""Rules about a story's publication, language and title, and about how many stories there are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.iso import LANGUAGES_2, LANGUAGES_3
from feeds.checking.namespaces import prefixed
from feeds.checking.rule import Change, Problem
from feeds.targets.google_news import facts
from feeds.targets.google_news.rules.base import EXAMPLE, NAME, NOW, RULES
from feeds.targets.google_news.rules.headline import set_off
from feeds.targets.sitemap.rules import dates
from feeds.targets.sitemap.rules.base import INDEX_EXAMPLE
from feeds.targets.sitemap.rules.document import URLSET
from feeds.targets.sitemap.rules.media import first_of_each
from feeds.targets.sitemap.rules.order import misplaced, places, unknown

ORDER = tuple(
    f"news:{name}"
    for name in (
        "publication", "access", "genres", "publication_date", "title", "keywords", "stock_tickers",
    )
)  # fmt: skip
OBSOLETE = ("news:access", "news:genres", "news:keywords", "news:stock_tickers", "news:geo_locations")

_PLACES = places(ORDER)
_PUBLICATION_PLACES = places(("news:name", "news:language"))
_PARENTHESES = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")

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
    summary="A news sitemap holds at most 1,000 stories.",
    hint="Split it into several news sitemaps and an index; most have far fewer stories in two days.",
    now=NOW,
)
def news_count(channel: View, context: Context) -> Iterator[Problem]:
    """The story that is one too many."""
    stories = [element for item in context.items for element in item.all("news:news")]
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
    """Empty, or another than the configured one. What stands in parentheses is NS022's."""
    text = text_of(name.element)
    if not text:
        yield Problem(name, "the publication's name is empty")
    elif context.publication and context.publication not in (text, _PARENTHESES.sub("", text).strip()):
        yield Problem(name, f"the name is {text[:80]!r}, the publication's is {context.publication!r}")


@RULES.rule(
    "NS022",
    "publication-parentheses",
    "warning",
    on="item/news:news/news:publication/news:name",
    summary="The name leaves out what Google News shows in parentheses.",
    hint="Write the name alone: The Example Times, not The Example Times (subscription).",
    now=NOW,
    publication=NAME,
    bad=Change(">Zarya &amp; Co<", ">Zarya &amp; Co (Russia)<"),
    good=Change(">Zarya &amp; Co<", ">\n  Zarya &amp; Co\n<"),
)
def publication_parentheses(name: View, context: Context) -> Iterator[Problem]:
    """Anything in parentheses."""
    text = text_of(name.element)
    if _PARENTHESES.search(text):
        yield Problem(name, f"the name has something in parentheses: {text[:80]!r}")


@RULES.rule(
    "NS024",
    "news-language-unknown",
    "warning",
    on="item/news:news/news:publication/news:language",
    summary="The language is one of ISO 639.",
    hint="Look the code up: ru, en, uk, kk, fil. A country's code (gr, ua, jp) is often another one.",
    now=NOW,
    bad=Change(">ru<", ">gr<"),
    good=Change(">ru<", ">fil<"),
)
def news_language_unknown(language: View, context: Context) -> Iterator[Problem]:
    """A code of the right form that nobody has given out."""
    text = text_of(language.element)
    if re.fullmatch("[a-z]{2,3}", text) and text not in LANGUAGES_2 and text not in LANGUAGES_3:
        yield Problem(language, f"ISO 639 knows no language {text!r}")


@RULES.rule(
    "NS031",
    "news-title",
    "error",
    on="item/news:news/news:title",
    summary="The title is the headline.",
    hint="Put the story's headline into news:title.",
    now=NOW,
    bad=Change(_TITLE, " "),
    good=Change(_TITLE, "<![CDATA[Library & night]]>"),
)
def news_title(title: View, context: Context) -> Iterator[Problem]:
    """Nothing, or nothing but space."""
    if not text_of(title.element):
        yield Problem(title, "the title is empty")


@RULES.rule(
    "NS032",
    "news-title-alone",
    "warning",
    on="item/news:news",
    summary="The title is the headline alone: no publication, author or date, no markup.",
    hint="Write the headline as it stands above the story, as plain text, its & and < escaped once.",
    now=NOW,
    publication=NAME,
    bad=Change(_TITLE, "Library opens at night | Zarya &amp; Co"),
    good=Change(_TITLE, "Zarya &amp; Co opens its archive: 40 years &lt; 5 minutes, by foot and by train"),
)
def news_title_alone(news: View, context: Context) -> Iterator[Problem]:
    """What does not belong to a headline."""
    title = news.one("news:title")
    if title is None:
        return
    text = text_of(title)
    publication = news.one("news:publication")
    name = View(publication).text("news:name") if publication is not None else ""
    published = dates.span(news.text("news:publication_date"))
    if len(title) or _MARKUP.search(text):
        yield Problem(title, f"the title has markup: {text[:120]!r}")
    for reference in _REFERENCE.findall(text)[:1]:
        if html.unescape(reference) != reference:
            yield Problem(title, f"the title is escaped twice: it shows {reference}")
    for said in set_off(text, (name, context.publication or ""), published and published.latest):
        yield Problem(title, f"the title names {said}: {text[:120]!r}")


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
    yield from first_of_each(context, "news:news", OBSOLETE)


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
def news_once(item: View, context: Context) -> Iterator[Problem]:
    """The second one."""
    stories = item.all("news:news")
    if len(stories) > 1:
        yield Problem(stories[1], f"the url has {len(stories)} news:news")


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
    if channel.element.tag == URLSET and not any(item.all("news:news") for item in context.items):
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
def news_order(news: View, context: Context) -> Iterator[Problem]:
    """The first element that stands too late, and elements that the schema does not know."""
    publications = [(View(element), _PUBLICATION_PLACES) for element in news.all("news:publication")]
    for view, known in [(news, _PLACES), *publications]:
        if found := misplaced(view.element, known):
            late, before = (prefixed(element.tag) for element in found)
            yield Problem(found[0], f"{late} stands after {before}")
        for element in unknown(view.element, known):
            yield Problem(element, f"{prefixed(element.tag)} is not in the schema of news:news")
