"""The rule set of serving: its example, and how a rule is declared and asked."""

from __future__ import annotations

from feeds.checking.finding import Finding
from feeds.checking.rule import Change, RuleSet
from feeds.checking.serving.observed import Expectation, Serving
from feeds.checking.telling import told

READ = "2026-11-23"
RFC9110 = "https://www.rfc-editor.org/rfc/rfc9110"
RFC9111 = "https://www.rfc-editor.org/rfc/rfc9111"

URL = "http://feeds.example/feed.xml"

EXAMPLE = """> GET http://feeds.example/feed.xml
< 200 OK
< Date: Mon, 23 Nov 2026 09:05:00 GMT
< Content-Type: application/rss+xml; charset=utf-8
< Content-Encoding: gzip
< Vary: Accept-Encoding
< ETag: W/"a91f"
< Last-Modified: Mon, 23 Nov 2026 09:00:00 GMT
< Cache-Control: public, max-age=600
< Access-Control-Allow-Origin: *
<
< {feed}

> GET http://feeds.example/feed.xml
> If-None-Match: W/"a91f"
< 304 Not Modified
< ETag: W/"a91f"

> GET http://feeds.example/robots.txt
< 404 Not Found
"""
"""A conversation as it should be: requests begin with >, answers with <. {feed} stands for the document.

What comes with a Content-Encoding of gzip comes as it is where the client does not take gzip.
"""

TYPE = "application/rss+xml; charset=utf-8"
BODY = "< {feed}\n"

HTTP = RuleSet(
    target="http",
    title="Serving over HTTP",
    prefix="HTTP",
    spec=RFC9110,
    example=EXAMPLE,
)


def answered(status: str, *headers: str) -> Change:
    """The example with another answer in place of the first."""
    start, end = EXAMPLE.index("< 200"), EXAMPLE.index("\n\n")
    return Change(EXAMPLE[start:end], "\n".join([f"< {status}", *(f"< {header}" for header in headers)]))


def redirected(*answers: str) -> Change:
    """The example behind redirects, each a status and an address."""
    first = EXAMPLE.partition("\n")[0]
    asked = "http://feeds.example/old.xml"
    hops = ""
    for answer in answers:
        status, location = answer.rsplit(" ", 1)
        hops += f"> GET {asked}\n< {status}\n< Location: {location}\n\n"
        asked = location
    return Change(f"{first}\n< 200", f"{hops}> GET {asked}\n< 200")


def judged(serving: Serving, expectation: Expectation) -> list[Finding]:
    """What the rules say of how a document is served."""
    rules = (rule for rule in HTTP.own if rule.check and rule.on == "serving")
    return [
        finding for rule in rules if rule.check for finding in told(rule, rule.check(serving, expectation))
    ]
