"""Rules about polling cheaply: validators, conditional requests, caches between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from feeds.checking.document import Document
from feeds.checking.rule import Change, Problem
from feeds.checking.serving.base import EXAMPLE, HTTP, READ, RFC9110, RFC9111
from feeds.checking.serving.headers import date, directives, is_strong, opaque, seconds
from feeds.checking.serving.observed import NOT_MODIFIED, OK, Answer, Expectation, Serving

PATIENCE = 4
"""How many times longer than the feed's own ttl a cache may keep it."""

_ETAG = '< ETag: W/"a91f"\n< Last-Modified'
_MODIFIED = "< Last-Modified: Mon, 23 Nov 2026 09:00:00 GMT\n"
_CACHED = "< Cache-Control: public, max-age=600\n"
_REPEATED = """> If-None-Match: W/"a91f"
< 304 Not Modified
< ETag: W/"a91f"
"""


@HTTP.rule(
    "HTTP006",
    "validators",
    "warning",
    on="serving",
    summary="The answer carries an ETag or a Last-Modified.",
    hint="Send an ETag (a hash of the content) or Last-Modified: polls of what did not change then cost a few bytes.",
    spec=f"{RFC9110}#name-validator-fields",
    read=READ,
    bad=Change('< ETag: W/"a91f"\n' + _MODIFIED, ""),
    good=Change(_MODIFIED, ""),
)
def validators(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Documents that are sent whole at every poll."""
    if serving.good and not _validated(serving.good):
        yield Problem(
            None, "the answer has neither an ETag nor a Last-Modified: it is sent whole at every poll"
        )


def _validated(answer: Answer) -> bool:
    return bool(answer.headers.get("etag") or answer.headers.get("last-modified"))


def _repeated(serving: Serving) -> tuple[Answer, Answer] | None:
    """The first answer, and the one to the same request with its validators, where that brought a document too."""
    first, again = serving.good, serving.again
    return (first, again) if first and again and again.status == OK and _validated(first) else None


@HTTP.rule(
    "HTTP007",
    "not-modified",
    "error",
    on="serving",
    summary="A request with the validators of an answer gets 304 while nothing changed.",
    hint="Compare If-None-Match with the ETag as it is sent, -gzip at its end included, or else If-Modified-Since "
    "with Last-Modified; answer 304 without a body. Often a server that packs changes the ETag on its way out.",
    spec=f"{RFC9110}#name-conditional-requests",
    read=READ,
    bad=Change(_REPEATED, '> If-None-Match: W/"a91f"\n< 200 OK\n< ETag: W/"a91f"\n<\n< {feed}\n'),
)
def not_modified(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Validators that are sent and not honoured."""
    pair = _repeated(serving)
    if pair and pair[0].body == pair[1].body and not _renamed(*pair):
        sent = " and ".join(n for n in ("ETag", "Last-Modified") if pair[0].headers.get(n))
        yield Problem(None, f"the same document came again, though the second request named its {sent}")
    elif serving.good and serving.again and serving.again.status >= 400:
        number = serving.again.status
        yield Problem(None, f"a request with the validators of the first answer is answered {number}")


def _renamed(first: Answer, again: Answer) -> bool:
    """Whether the ETag is another one."""
    one, other = first.headers.get("etag"), again.headers.get("etag")
    return bool(one and other and opaque(one) != opaque(other))


@HTTP.rule(
    "HTTP033",
    "etag-steady",
    "error",
    on="serving",
    summary="The ETag stays the same while the content does.",
    hint="Make the ETag of the content (a hash), not of the time or the server: behind a balancer each server makes "
    "its own from its files' times and numbers.",
    spec=f"{RFC9110}#name-etag",
    read=READ,
    bad=Change(_REPEATED, '> If-None-Match: W/"a91f"\n< 200 OK\n< ETag: W/"b020"\n<\n< {feed}\n'),
)
def etag_steady(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """ETags that are new at every request."""
    pair = _repeated(serving)
    if pair and pair[0].body == pair[1].body and _renamed(*pair):
        one, other = (answer.headers.get("etag") for answer in pair)
        yield Problem(None, f"the same document came with the ETag {one}, and then with {other}")


@HTTP.rule(
    "HTTP009",
    "etag-true",
    "warning",
    on="serving",
    summary="Another content has another ETag.",
    hint="Make the ETag of the content: a client that has the old one will never get the new content.",
    spec=f"{RFC9110}#name-etag",
    read=READ,
    bad=Change(
        _REPEATED, '> If-None-Match: W/"a91f"\n< 200 OK\n< ETag: W/"a91f"\n<\n< {feed, another one}\n'
    ),
)
def etag_true(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """One ETag for two contents."""
    pair = _repeated(serving)
    if pair and pair[0].body != pair[1].body and not _renamed(*pair) and pair[0].headers.get("etag"):
        yield Problem(None, f"two different documents came with the ETag {pair[0].headers.get('etag')}")


@HTTP.rule(
    "HTTP043",
    "content-steady",
    "warning",
    on="serving",
    summary="The document is the same at each request while no story changed.",
    hint="Let dates such as lastBuildDate be those of the newest story; take times, counters and random numbers out.",
    read=READ,
    bad=Change(
        _REPEATED, '> If-None-Match: W/"a91f"\n< 200 OK\n< ETag: W/"b020"\n<\n< {feed, another one}\n'
    ),
)
def content_steady(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Documents with the time of the request in them."""
    answers = (serving.good, serving.again, serving.plain)
    bodies = [answer.body for answer in answers if answer and answer.status == OK and not answer.trouble]
    if len(bodies) == len(answers) and len(set(bodies)) == len(bodies):
        yield Problem(
            None, f"{len(bodies)} requests, one after the other, brought {len(bodies)} different documents"
        )


@HTTP.rule(
    "HTTP008",
    "not-modified-etag",
    "error",
    on="serving",
    summary="A 304 carries the ETag of the answer that it stands for.",
    hint="Send the same ETag with 304 as with 200; clients take it over.",
    spec=f"{RFC9110}#name-304-not-modified",
    read=READ,
    bad=Change('< 304 Not Modified\n< ETag: W/"a91f"', '< 304 Not Modified\n< ETag: W/"b020"'),
    good=Change('< 304 Not Modified\n< ETag: W/"a91f"', "< 304 Not Modified"),
)
def not_modified_etag(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """ETags that come with 304 and are others."""
    first, again = serving.good, serving.again
    if first and again and again.status == NOT_MODIFIED and _renamed(first, again):
        one, other = (answer.headers.get("etag") for answer in (first, again))
        yield Problem(None, f"304 came with the ETag {other}, the document with {one}")


@HTTP.rule(
    "HTTP034",
    "etag-per-coding",
    "warning",
    on="serving",
    summary="The packed document and the plain one have ETags of their own, or weak ones.",
    hint="Put W/ before the ETag, or add to it how the content is packed: a strong ETag promises the same bytes.",
    spec=f"{RFC9110}#name-weak-versus-strong",
    read=READ,
    bad=Change(_ETAG, '< ETag: "a91f"\n< Last-Modified'),
    good=EXAMPLE.replace('W/"a91f"', 'W/"0017"'),
)
def etag_per_coding(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Strong ETags that stand for two different rows of bytes."""
    first, plain = serving.good, serving.plain
    if not first or not plain or plain.status != OK or not first.headers.get("content-encoding"):
        return
    one, other = first.headers.get("etag"), plain.headers.get("etag")
    if one and one == other and is_strong(one) and not plain.headers.get("content-encoding"):
        yield Problem(None, f"the strong ETag {one} stands for the packed content and for the plain one")


@HTTP.rule(
    "HTTP010",
    "modified-past",
    "warning",
    on="serving",
    summary="Last-Modified is a date, and not later than Date.",
    hint="Let Last-Modified be when the newest story changed, in the form Mon, 23 Nov 2026 09:00:00 GMT.",
    spec=f"{RFC9110}#name-last-modified",
    read=READ,
    bad=Change(
        "Last-Modified: Mon, 23 Nov 2026 09:00:00 GMT", "Last-Modified: Mon, 23 Nov 2026 12:00:00 GMT"
    ),
)
def modified_past(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Changes in the future."""
    written = serving.good.headers.get("last-modified") if serving.good else None
    if not serving.good or not written:
        return
    changed, sent = date(written), date(serving.good.headers.get("date"))
    if changed is None:
        yield Problem(None, f"Last-Modified is no date of HTTP: {written[:60]!r}")
    elif sent and changed > sent:
        yield Problem(None, f"Last-Modified ({written}) is later than the answer itself")


@HTTP.rule(
    "HTTP011",
    "cache-control",
    "warning",
    on="serving",
    summary="The answer says how long it may be kept, no longer than the feed's own ttl suggests.",
    hint="Send Cache-Control: public, max-age=300 (up to 3600).",
    spec=RFC9111,
    read=READ,
    sure="inferred",
    bad=Change(_CACHED, ""),
    good=Change(_CACHED, "< Expires: Mon, 23 Nov 2026 09:15:00 GMT\n"),
)
def cache_control(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Caches that are left to guess, or keep a feed for too long."""
    if not serving.good:
        return
    said = directives(serving.good.headers.get("cache-control"))
    age, ttl = seconds(said.get("max-age")), _ttl(expectation.document)
    if not said and not serving.good.headers.get("expires"):
        yield Problem(None, "the answer does not say how long it may be kept: clients guess")
    elif {"no-store", "private"} & set(said):
        word = "no-store" if "no-store" in said else "private"
        yield Problem(
            None, f"no cache may keep the document ({word}), though anybody may read it", severity="info"
        )
    elif age and ttl and age > ttl * 60 * PATIENCE:
        yield Problem(
            None,
            f"caches may keep the document for {age} s, though the feed asks to be read every {ttl} minutes",
        )


def _ttl(document: Any) -> int | None:
    """The minutes that a feed says it may be kept."""
    if not isinstance(document, Document) or document.root is None:
        return None
    return seconds((document.root.findtext("channel/ttl") or "").strip())


@HTTP.rule(
    "HTTP013",
    "vary",
    "warning",
    on="serving",
    summary="A document that comes packed or not, as the client likes, says Vary: Accept-Encoding.",
    hint="Add Vary: Accept-Encoding (nginx: gzip_vary on): caches give the packed content to all clients otherwise.",
    spec=f"{RFC9110}#name-vary",
    read=READ,
    bad=Change("< Vary: Accept-Encoding\n", ""),
)
def vary(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Packed documents that caches take for all."""
    if not serving.good or not serving.good.headers.get("content-encoding"):
        return
    said = {word.strip().lower() for word in (serving.good.headers.get("vary") or "").split(",")}
    if not said & {"accept-encoding", "*"}:
        yield Problem(None, "the document is packed for those who can unpack it, and Vary does not say so")


@HTTP.rule(
    "HTTP016",
    "cors",
    "info",
    on="serving",
    summary="A public feed may be read by programs in browsers.",
    hint="Send Access-Control-Allow-Origin: * if readers in browsers shall be able to read the feed.",
    spec="https://fetch.spec.whatwg.org/#http-cors-protocol",
    read=READ,
    bad=Change("< Access-Control-Allow-Origin: *\n", ""),
)
def cors(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Feeds that browsers keep from programs in pages."""
    answer, is_feed = serving.good, expectation.media_type != "application/xml"
    if answer and is_feed and answer.headers.get("access-control-allow-origin") is None:
        yield Problem(
            None, "programs in browsers may not read the feed: there is no Access-Control-Allow-Origin"
        )


@HTTP.rule(
    "HTTP044",
    "cookies",
    "info",
    on="serving",
    summary="A feed comes without cookies.",
    hint="Send no Set-Cookie with feeds: caches do not keep such answers, and readers have no use for cookies.",
    read=READ,
    bad=Change(_CACHED, _CACHED + "< Set-Cookie: session=a1b2c3\n"),
)
def cookies(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Answers that caches leave alone."""
    if serving.good and serving.good.headers.get("set-cookie"):
        yield Problem(None, "the answer sets a cookie, so caches do not keep it")
