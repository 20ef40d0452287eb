"""The article itself, and what runs beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import absent
from feeds.checking.demands import fulltext
from feeds.checking.demands.example import NOW
from feeds.checking.demands.text import visible
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.smartnews.rules.base import ANALYTICS, JAPANESE, RULES

SPONSORED_LINKS = 2

_DOCUMENT = re.compile(r"<!doctype\b", re.IGNORECASE)
_OUTSIDE_BODY = frozenset({"html", "head", "body", "script"})


def is_deleted(item: View) -> bool:
    """Whether a story is sent to be taken back."""
    return any(status.get("state") == "deleted" for status in item.all("media:status"))


def missing_body(item: View, context: Context) -> Iterator[Problem]:
    """No content:encoded, or nothing in it. A deleted story needs none."""
    element = item.one("content:encoded")
    if is_deleted(item):
        return
    if element is None:
        yield absent(item, "content:encoded")
    elif not (visible((content := item.content(element)).begins(1)) or content.starts("img")):
        yield Problem(element, "content:encoded is empty")


@RULES.rule(
    "SNF014",
    "body-document",
    "warning",
    on="item",
    summary="content:encoded is a piece of HTML, not a document, and has no scripts.",
    hint="Take html, head, body and script out; scripts that count go into snf:analytics.",
    now=NOW,
    bad=Change("<![CDATA[<img", "<![CDATA[<html><body><img"),
    good=Change("<![CDATA[<img", "<![CDATA[<!-- <html> --><header>Мост</header><img"),
)
def body_document(item: View, context: Context) -> Iterator[Problem]:
    """Each kind of tag once."""
    for element, content in fulltext.texts(item, "content:encoded"):
        found = [tag for tag in content.distinct if tag.name in _OUTSIDE_BODY and not tag.closing]
        for mark, _ in fulltext.first_of_each(content, found):
            yield Problem(element, f"the text has <{mark.written}>", offset=mark.offset)
        if "<!" in content.source and (doctype := _DOCUMENT.search(content.source)):
            yield Problem(element, "the text has a document type", offset=doctype.start())


@RULES.rule(
    "SNF015",
    "sponsored-link",
    "warning",
    on="item/snf:advertisement",
    summary="A story has at most two sponsored links, each with link, title and advertiser.",
    hint="Keep two of them, and name link, title and advertiser as attributes of each.",
    spec=JAPANESE,
    now=NOW,
    bad=Change(' advertiser="Заря"', ""),
    good=Change(' thumbnail="https://zarya.example/img/shop.jpg"', ""),
)
def sponsored_link(advertisement: View, context: Context) -> Iterator[Problem]:
    """Too many, or something missing."""
    links = advertisement.all("snf:sponsoredLink")
    if len(links) > SPONSORED_LINKS:
        yield Problem(
            links[SPONSORED_LINKS], f"there are {len(links)} sponsored links, more than {SPONSORED_LINKS}"
        )
    for link in links:
        lacking = [name for name in ("link", "title", "advertiser") if not (link.get(name) or "").strip()]
        if lacking:
            yield Problem(link, f"the sponsored link has no {', '.join(lacking)}")


@RULES.rule(
    "SNF016",
    "analytics",
    "error",
    on="item/snf:analytics",
    summary="snf:analytics is a script in CDATA.",
    hint="Write <snf:analytics><![CDATA[<script>…</script>]]></snf:analytics>; it runs in a frame of its own.",
    now=NOW,
    bad=Change(ANALYTICS, "<snf:analytics>UA-4021</snf:analytics>"),
    good=Change(ANALYTICS, ANALYTICS.replace("<script>", "\n<SCRIPT async>")),
)
def analytics(element: View, context: Context) -> Iterator[Problem]:
    """Elements in place of text, or a text without a script."""
    if any(True for _ in element.element.iterchildren(etree.Element)):
        yield Problem(element, "the script stands in snf:analytics as elements, not as text in CDATA")
    elif not element.content(element.element).starts("script"):
        yield Problem(element, "snf:analytics has no script")
