"""What a story says of its own publication: directives, rating, kind."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.absence import misbound
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.dzen import facts
from feeds.targets.dzen.rules.base import INDEXING, RATING, RULES

_KNOWN = frozenset().union(*facts.DIRECTIVES)


@RULES.rule(
    "DZ050",
    "category-conflict",
    "error",
    on="item",
    summary="Of each group of directives a story has one at most.",
    hint="Keep one of format-article and format-post, one of index and noindex, one of comment-all, "
    "comment-subscribers and comment-none.",
    sure="reported",
    bad=Change(INDEXING, f"{INDEXING}<category><![CDATA[ noindex ]]></category>"),
    good=Change(INDEXING, f"{INDEXING}<category>native-draft</category>"),
)
def category_conflict(item: View, context: Context) -> Iterator[Problem]:
    """Directives that contradict each other."""
    for group in facts.DIRECTIVES:
        stated = [(text_of(element), element) for element in item.all("category")]
        mine = [(text, element) for text, element in stated if text in group]
        for text, element in mine[1:]:
            if text != mine[0][0]:
                yield Problem(element, f"category {text} contradicts category {mine[0][0]}")


@RULES.rule(
    "DZ051",
    "category-unknown",
    "info",
    on="item/category",
    summary="A category is one of the directives.",
    hint="Dzen ignores rubrics here; leave the category out, or write one of: "
    + ", ".join(sorted(_KNOWN))
    + ".",
    sure="reported",
    bad=Change(INDEXING, "<category>Город</category>"),
    good=Change(INDEXING, "<category>\n<![CDATA[index]]></category>"),
)
def category_unknown(category: View, context: Context) -> Iterator[Problem]:
    """Categories without effect."""
    text = text_of(category.element)
    if text not in _KNOWN:
        yield Problem(category, f"category {text[:60]!r} is no directive, it has no effect")


@RULES.rule(
    "DZ052",
    "rating",
    "warning",
    on="item",
    summary="Each story says whether it is for adults.",
    hint='Add <media:rating scheme="urn:simple">nonadult</media:rating>, or adult.',
    sure="reported",
    bad=Change(RATING, '<media:rating scheme="urn:simple">no</media:rating>'),
    good=Change(RATING, "<media:rating scheme='urn:simple'> <![CDATA[adult]]> </media:rating>"),
)
def rating(item: View, context: Context) -> Iterator[Problem]:
    """A missing or unknown rating."""
    ratings = item.all("media:rating")
    if not ratings and not misbound(item, "media:rating"):
        yield Problem(item, "<item> has no <media:rating>")
    for element in ratings:
        scheme = element.get("scheme")
        if scheme is None:
            yield Problem(element, f"media:rating has no scheme={facts.RATING_SCHEME!r}", severity="info")
        elif scheme.strip() != facts.RATING_SCHEME:
            yield Problem(
                element, f"the scheme of media:rating is {scheme[:60]!r}, not {facts.RATING_SCHEME!r}"
            )
        if text_of(element) not in facts.RATINGS:
            yield Problem(element, f"media:rating is {text_of(element)[:40]!r}, not adult or nonadult")


@RULES.rule(
    "DZ062",
    "contenttype-in-channel-feed",
    "info",
    on="item/contentType",
    summary="contentType belongs to the seamless feed, not to a channel's.",
    hint="Leave contentType out, or check the feed as dzen-news.",
    sure="reported",
    bad=Change(RATING, f"{RATING}<contentType>news</contentType>"),
    good=Change(RATING, f"{RATING}<yandex:genre>message</yandex:genre>"),
)
def content_type_here(element: View, context: Context) -> Iterator[Problem]:
    """The seamless feed's element in a channel's feed."""
    yield Problem(element, "contentType is for the seamless feed; a channel's feed does not use it")
