"""Rules about the way to a document: whether there is an answer, redirects, trust."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from feeds.checking.rule import Change, Problem
from feeds.checking.serving.base import EXAMPLE, HTTP, READ, RFC9110, answered, redirected
from feeds.checking.serving.observed import OK, Expectation, Serving

TEMPORARY = frozenset({302, 303, 307})
MOVED = frozenset({301, 308})
BUSY = frozenset({429, 503})
DELTA = 226
GONE = 410

_ADVICE: dict[int, str] = {
    401: "Aggregators have no login: open the address, or give each of them one with a login in it.",
    403: "Something keeps programs out: look for a rule against unknown agents, a check of browsers, or a block "
    "of countries, and let this path through.",
    404: "Look at the path. If the feed is gone for good, answer 410; if it moved, 301 to where it is.",
    406: "The server chooses by Accept: let it give the feed to whoever asks for its address.",
    410: "The feed is said to be gone for good, and readers unsubscribe. If it is not, let it answer 200.",
    429: "The client is told that it asks too often. Aggregators come every few minutes: raise the limit.",
    451: "The feed is withheld for legal reasons.",
}

_UNREACHED: dict[str, str] = {
    "address": "Write an address that begins with https://.",
    "unknown": "Look for a slip in the host's name, and at its records in DNS.",
    "refused": "See whether the server runs and listens there, and what the firewall lets through.",
    "timeout": "Let a cache or a file answer, not a program that puts the feed together each time.",
    "broken": "See the server's log; often a length is announced that the content has not, or a proxy gives up.",
    "protocol": "Something else than a web server answers there, or it answers for another port.",
}


def _failed(code: str, name: str, summary: str, hint: str, kinds: frozenset[str], *lines: str) -> None:
    """Declares the rule for some kinds of failures."""

    @HTTP.rule(
        code,
        name,
        "error",
        on="serving",
        summary=summary,
        hint=hint,
        read=READ,
        bad=f"> GET {lines[0]}\n" + "".join(f"! {line}\n" for line in lines[1:]),
    )
    def check(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
        failure = serving.failure
        if failure is not None and failure.kind in kinds:
            yield Problem(None, f"{failure.url} {failure.reason}", hint=_UNREACHED.get(failure.kind))


@HTTP.rule(
    "HTTP001",
    "status",
    "error",
    on="serving",
    summary="The server answers 200 and sends the document.",
    hint="Let the address answer 200 with the document in it.",
    read=READ,
    bad=answered("404 Not Found", "Content-Type: text/html"),
)
def status(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Answers that bring no document."""
    answer = serving.answer
    if answer is None or answer.status in {OK, DELTA}:
        return
    number = answer.status
    hint = _ADVICE.get(number)
    if number >= 500:
        hint = (
            "The server failed: see its log. Aggregators come back later, and drop feeds that fail for days."
        )
    elif 300 <= number < 400:
        hint = "A redirect needs a Location with the address to go to."
    yield Problem(None, f"{answer.url} answers {number}, which brings no document", hint=hint)


_failed(
    "HTTP035",
    "reachable",
    "The server can be reached and answers.",
    "See whether the server runs, and what stands between it and the world.",
    frozenset(_UNREACHED),
    "https://feds.example/feed.xml",
    "unknown: has a host that no name server knows",
)
_failed(
    "HTTP036",
    "certificate",
    "The certificate is valid, is for this host, and comes with the ones between it and a known authority.",
    "Renew the certificate, let it name this host, and send the whole chain (fullchain.pem). Aggregators do not "
    "click warnings away.",
    frozenset({"tls"}),
    "https://feeds.example/feed.xml",
    "tls: shows a certificate that cannot be trusted: certificate has expired",
)
_failed(
    "HTTP037",
    "public",
    "The address is one that the public can reach.",
    "Aggregators cannot reach such an address. To check a server of your own all the same, give --allow-private.",
    frozenset({"private"}),
    "http://cms.local/feed.xml",
    "private: leads to 10.0.0.7, in a private network",
)
_failed(
    "HTTP038",
    "redirects-end",
    "Redirects come to an end.",
    "Look for two rules that undo one another, such as one that adds a slash and one that takes it away.",
    frozenset({"redirects"}),
    "https://feeds.example/feed",
    "redirects: redirects in circles",
)


@HTTP.rule(
    "HTTP014",
    "redirects-few",
    "warning",
    on="serving",
    summary="The address leads to the document, with one permanent redirect at most.",
    hint="Publish the address that is at the end, and let all former ones lead there in one step with 301.",
    read=READ,
    bad=redirected("302 Found http://feeds.example/feed.xml"),
    good=redirected("301 Moved Permanently http://feeds.example/feed.xml"),
)
def redirects_few(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Redirects at each poll."""
    hops = serving.hops
    chain = ", ".join(f"{hop.status} to {hop.headers.get('location')}" for hop in hops)
    if len(hops) > 1:
        yield Problem(None, f"{len(hops)} redirects stand before the document: {chain}")
    elif hops and hops[0].status in TEMPORARY:
        yield Problem(
            None,
            f"a temporary redirect stands before the document: {chain}",
            hint="If it moved for good, answer 301: readers then remember the new address. Otherwise serve it here.",
        )
    elif hops:
        yield Problem(
            None,
            f"the document moved: {chain}",
            hint="Give the new address wherever the old one stands: in pages, in robots.txt, at the platforms.",
            severity="info",
        )


@HTTP.rule(
    "HTTP039",
    "redirects-safe",
    "warning",
    on="serving",
    summary="No redirect leads from https to http.",
    hint="Let the redirect name an https address: many clients refuse to go back to http.",
    read=READ,
    bad=redirected(
        "301 Moved Permanently https://feeds.example/feed.xml",
        "301 Moved Permanently http://feeds.example/feed.xml",
    ),
    good=redirected("301 Moved Permanently http://feeds.example/feed.xml"),
)
def redirects_safe(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Redirects that give up encryption."""
    urls = [hop.url for hop in serving.hops]
    urls += [last.url for last in (serving.answer or serving.failure,) if last]
    for here, there in pairwise(urls):
        if urlsplit(here).scheme == "https" and urlsplit(there).scheme == "http":
            yield Problem(None, f"{here} redirects to {there}, which is not encrypted")


_SECURE = """
> GET https://feeds.example/feed.xml
< 200 OK
< Content-Type: application/rss+xml
<
< {feed}
"""


@HTTP.rule(
    "HTTP031",
    "https",
    "warning",
    on="serving",
    summary="Where https works, http leads to it.",
    hint="Answer 301 with the https address, and publish that one: two addresses are two feeds to readers.",
    read=READ,
    bad=EXAMPLE + _SECURE,
    good=EXAMPLE,
)
def https(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Documents that are served in both ways."""
    if serving.good and serving.secure and serving.secure.status == OK:
        yield Problem(None, f"{serving.good.url} is not encrypted, though {serving.secure.url} works as well")


@HTTP.rule(
    "HTTP015",
    "retry-after",
    "warning",
    on="serving",
    summary="An answer of 429 or 503 says when to come again.",
    hint="Add Retry-After with a number of seconds.",
    spec=f"{RFC9110}#name-retry-after",
    read=READ,
    bad=answered("503 Service Unavailable", "Content-Type: text/plain"),
)
def retry_after(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Clients that are sent away for an unknown time."""
    answer = serving.answer
    if answer and answer.status in BUSY and answer.headers.get("retry-after") is None:
        yield Problem(None, f"the answer {answer.status} does not say when to come again")


@HTTP.rule(
    "HTTP017",
    "delta",
    "error",
    on="serving",
    summary="226 is sent to clients only that asked for a part of the feed.",
    hint="Do not answer 226 at all: readers drop it, even those that ask for it.",
    spec="https://www.rfc-editor.org/rfc/rfc3229",
    read=READ,
    bad=Change("< 200 OK", "< 226 IM Used"),
)
def delta(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Parts of a feed that nobody asked for."""
    for answer in (serving.answer, serving.again):
        if answer and answer.status == DELTA:
            yield Problem(None, "the server answers 226, with a part of the feed, though none was asked for")
            return


@HTTP.rule(
    "HTTP042",
    "speed",
    "info",
    on="serving",
    summary="How fast the server answers, and how much it sends.",
    hint="Platforms give up after 10 seconds or less. Let a cache or a file answer.",
    read=READ,
    bad=EXAMPLE,
)
def speed(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Always said: it is worth knowing."""
    answer = serving.good
    if answer:
        packed = f", {_bytes(answer.wire)} packed" if answer.wire != len(answer.body) else ""
        yield Problem(
            None,
            f"the first byte came after {answer.first_byte:.2f} s, the last after {answer.total:.2f} s: "
            f"{_bytes(len(answer.body))}{packed}",
        )


def _bytes(number: int) -> str:
    for unit, size in (("MB", 1_000_000), ("kB", 1_000)):
        if number >= size:
            return f"{number / size:.1f} {unit}"
    return f"{number} bytes"
