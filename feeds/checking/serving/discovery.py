"""Rules about who may come and who is told: robots.txt, hubs, what pages announce."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from feeds.checking.document import Document
from feeds.checking.finding import Finding
from feeds.checking.json_document import JsonDocument
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.checking.serving.base import HTTP, READ
from feeds.checking.serving.headers import links
from feeds.checking.serving.observed import OK, Answer, Expectation, Serving
from feeds.checking.serving.robots import parse
from feeds.checking.telling import told

RFC9309 = "https://www.rfc-editor.org/rfc/rfc9309"
WEBSUB = "https://www.w3.org/TR/websub/"
HTML = "https://html.spec.whatwg.org/multipage/links.html#rel-alternate"

_NO_ROBOTS = "> GET http://feeds.example/robots.txt\n< 404 Not Found\n"
_ROBOTS = "> GET http://feeds.example/robots.txt\n< 200 OK\n< Content-Type: text/plain\n<\n"
_ORIGIN = "< Access-Control-Allow-Origin: *\n"
_HUB = '< Link: <https://hub.example/>; rel="hub"\n'
_SELF = '< Link: <http://feeds.example/feed.xml>; rel="self"\n'


@HTTP.rule(
    "HTTP019",
    "robots",
    "error",
    on="serving",
    summary="robots.txt lets the platform's robots fetch the document.",
    hint="Take the line out, or add a more exact Allow for the feed's path to the group of that robot.",
    spec=RFC9309,
    read=READ,
    bad=Change(_NO_ROBOTS, _ROBOTS + "< User-agent: *\n< Disallow: /\n"),
    good=Change(_NO_ROBOTS, _ROBOTS + "< User-agent: *\n< Disallow: /search\n"),
)
def robots(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Robots that are told to stay away."""
    answer, found = serving.good, serving.robots
    if answer is None or found is None:
        return
    softer: Any = None if expectation.obeyed else "warning"
    if found.status >= 500:
        said = f"robots.txt answers {found.status}, and robots stay away while it does"
        yield Problem(None, said, hint="Let robots.txt answer 200 or 404.", severity="warning")
    if found.status != OK:
        return
    rules = parse(found.body)
    told = {rules.verdict(names, answer.url): names[0] for names in expectation.robots or (("*",),)}
    for line, name in told.items():
        if line is not None:
            who = "all robots" if line.agent == "*" else name
            said = f"robots.txt keeps {who} from the document: Disallow: {line.pattern} in line {line.number}"
            yield Problem(None, said, severity=softer)


@HTTP.rule(
    "HTTP021",
    "hub-self",
    "error",
    on="serving",
    summary="Where the headers name a hub, headers or document name the feed's own address, once.",
    hint='Add Link: <https://…/feed.xml>; rel="self" with the address that the hub is told.',
    spec=WEBSUB,
    read=READ,
    bad=Change(_ORIGIN, _ORIGIN + _HUB),
    good=Change(_ORIGIN, _ORIGIN + _HUB + _SELF),
)
def hub_self(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Hubs whose subscribers do not know what to subscribe to."""
    hubs, selves = _linked(serving.good, "hub"), _linked(serving.good, "self")
    if len(set(selves)) > 1:
        yield Problem(None, f"the headers name several addresses as the feed's own: {', '.join(selves)}")
    elif hubs and not selves and not _own(expectation.document):
        yield Problem(
            None, f"the headers name the hub {hubs[0]}, and nothing names the feed's own address (rel=self)"
        )


@HTTP.rule(
    "HTTP022",
    "self-agrees",
    "error",
    on="serving",
    summary="Headers and document name the same address as the feed's own.",
    hint="Write one and the same address in both, and tell the hub that one.",
    spec=WEBSUB,
    read=READ,
    bad=Change(_ORIGIN, _ORIGIN + _HUB + '< Link: <https://www.feeds.example/rss>; rel="self"\n'),
    good=Change(_ORIGIN, _ORIGIN + _HUB + _SELF),
)
def self_agrees(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Subscriptions that miss what the hub sends out."""
    selves, own = _linked(serving.good, "self"), _own(expectation.document)
    if len(set(selves)) == 1 and own and own != selves[0]:
        yield Problem(None, f"the headers give {selves[0]} as the feed's own address, the document {own}")


def _linked(answer: Answer | None, relation: str) -> list[str]:
    found = links(answer.headers.all("link")) if answer else ()
    return [link.address for link in found if relation in link.relations]


def _own(document: Any) -> str | None:
    """The address that a document gives as its own."""
    if isinstance(document, JsonDocument):
        return (document.root.text("feed_url") if document.root else "") or None
    if not isinstance(document, Document) or document.root is None:
        return None
    channel = document.root.find("channel")
    frame = document.root if channel is None else channel
    selves = (link for link in frame.iterchildren(clark("atom:link")) if link.get("rel") == "self")
    return next((link.get("href", "").strip() for link in selves), "") or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A feed that a page announces: its address, the type that is stated, its title, and what came of it.

    `media_type` is that of the document's format; None where there is no document to be had.
    """

    address: str
    stated: str | None
    title: str | None
    media_type: str | None


@HTTP.rule(
    "HTTP020",
    "autodiscovery",
    "warning",
    on="page",
    summary="The page announces its feeds, each by its type and where it is.",
    hint='Put <link rel="alternate" type="application/rss+xml" title="…" href="https://…/feed.xml"> into the head of '
    "the page.",
    spec=HTML,
    read=READ,
    bad="> GET http://feeds.example/\n< 200 OK\n< Content-Type: text/html; charset=utf-8\n<\n"
    "< <title>Harbour Post</title>\n",
)
def autodiscovery(page: str, announced: list[Announced]) -> Iterator[Problem]:
    """Feeds that readers do not find, or find to be something else."""
    if not announced:
        yield Problem(None, f"{page} announces no feed")
    titles = [found.title for found in announced if found.title]
    for found in announced:
        if found.media_type is None:
            yield Problem(
                None,
                f"{page} announces {found.address}, where no feed is",
                hint="Take the link out or mend it.",
            )
        elif found.stated and found.media_type not in {found.stated, "application/xml"}:
            said = f"{page} announces {found.address} as {found.stated}, but it is {found.media_type}"
            yield Problem(None, said, hint=f'Write type="{found.media_type}".')
        elif found.title and titles.count(found.title) > 1:
            said = f"{page} announces several feeds as {found.title!r}"
            yield Problem(None, said, hint="Give each feed a title of its own.", severity="info")


@HTTP.rule(
    "HTTP045",
    "page-there",
    "error",
    on="page",
    summary="The page behind each story answers 200, to programs too.",
    hint="Put the page out before the feed, and let no check of browsers or login stand before it: platforms fetch "
    "it and hold it against the feed.",
    read=READ,
    bad="> GET https://harbour.example/31-ferry\n< 404 Not Found\n",
)
def page_there(link: str, said: str) -> Iterator[Problem]:
    """Stories whose pages are not to be had."""
    yield Problem(None, f"the page behind a story is not to be had: {link} {said}")


def announcing(page: str, announced: list[Announced]) -> list[Finding]:
    """What the rules say of a page and of the feeds that it announces."""
    rule = HTTP.by_code("HTTP020")
    assert rule is not None
    return list(told(rule, autodiscovery(page, announced)))


def missing_pages(dead: list[tuple[str, str]]) -> list[Finding]:
    """What the rules say of pages that are not there: each link, and what came of it."""
    rule = HTTP.by_code("HTTP045")
    assert rule is not None
    return list(told(rule, (problem for link, said in dead for problem in page_there(link, said))))
