"""Rules about how an answer describes what it brings: media type, encoding, packing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from feeds.checking.rule import Change, Problem
from feeds.checking.serving.base import BODY, HTTP, READ, TYPE
from feeds.checking.serving.headers import media_type
from feeds.checking.serving.observed import Expectation, Serving
from feeds.checking.xml.source import declared

XML_TYPES = frozenset({"application/xml", "text/xml"})
_JSON = "application/feed+json"

ALLOWED: dict[str, frozenset[str]] = {
    "application/rss+xml": XML_TYPES | {"application/rdf+xml"},
    "application/atom+xml": XML_TYPES,
    _JSON: frozenset({"application/json"}),
    "application/xml": XML_TYPES | {"application/gzip", "application/x-gzip"},
}
"""For each target's media type the others that do as well."""

PAGES = frozenset({"text/html", "application/xhtml+xml"})

SNIFFED = 512
"""Bytes in which clients look for the root where the type does not tell."""

SMALL = 1024
"""Bytes that are not worth packing."""

GZIP = b"\x1f\x8b"
"""How a file begins that is packed itself, as sitemaps may be."""

_ROOTS = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|RDF)[\s>]")
_STYLESHEET = re.compile(rb"<\?xml-stylesheet\s[^>]*?\btype\s*=\s*[\"']([^\"'>]*)[\"']")
_SHEETS = ("text/xsl", "application/xslt+xml", "text/xslt")


@HTTP.rule(
    "HTTP002",
    "media-type",
    "error",
    on="serving",
    summary="The Content-Type is the one of the format.",
    hint="Let the server send Content-Type: application/rss+xml; charset=utf-8 (Atom: application/atom+xml, JSON Feed: "
    "application/feed+json, sitemaps: application/xml).",
    read=READ,
    why="Browsers, crawlers and many readers go by the type, not by what is in the document.",
    bad=Change(TYPE, "text/html; charset=utf-8"),
    good=Change(TYPE, "application/xml; charset=utf-8"),
)
def type_fits(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Types of something else."""
    if not serving.good:
        return
    wanted = expectation.media_type
    hint = f"Let the server send Content-Type: {wanted}{'' if wanted == _JSON else '; charset=utf-8'}."
    said = media_type(serving.good.headers.get("content-type"))
    if said is None:
        yield Problem(None, "the answer has no Content-Type", hint=hint, severity="warning")
    elif said.name in PAGES:
        yield Problem(None, f"the document is served as a web page ({said.name})", hint=hint)
    elif said.name != wanted and said.name not in ALLOWED.get(wanted, ()):
        yield Problem(None, f"the document is served as {said.name}", hint=hint, severity="warning")


@HTTP.rule(
    "HTTP003",
    "root-early",
    "warning",
    on="serving",
    summary="A feed with a general type of XML shows what it is within the first 512 bytes.",
    hint="Serve it as application/rss+xml or application/atom+xml, or move comments behind the root's tag.",
    read=READ,
    bad=Change(
        f"< Content-Type: {TYPE}\n",
        "< Content-Type: text/xml; charset=utf-8\n< X-Example: a comment of 600 characters comes first\n",
    ),
    good=Change(TYPE, "text/xml; charset=utf-8"),
)
def root_early(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Feeds that clients do not recognise."""
    if not _generic(serving) or expectation.media_type == "application/xml":
        return
    assert serving.good
    if not _ROOTS.search(serving.good.body[:SNIFFED]):
        yield Problem(None, "neither the type nor the first 512 bytes tell that this is a feed")


@HTTP.rule(
    "HTTP004",
    "nosniff",
    "info",
    on="serving",
    summary="A feed with a general type of XML is not served with nosniff.",
    hint="Serve it as application/rss+xml or application/atom+xml; then nosniff does no harm.",
    read=READ,
    sure="uncertain",
    bad=Change(TYPE, "text/xml; charset=utf-8\n< X-Content-Type-Options: nosniff"),
    good=Change(TYPE, f"{TYPE}\n< X-Content-Type-Options: nosniff"),
)
def nosniff(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Clients that are told not to look."""
    if not _generic(serving) or expectation.media_type == "application/xml":
        return
    assert serving.good
    if (serving.good.headers.get("x-content-type-options") or "").strip().lower() == "nosniff":
        yield Problem(
            None, "clients may not look what is in the document (nosniff), and the type does not tell"
        )


def _generic(serving: Serving) -> bool:
    said = media_type(serving.good.headers.get("content-type")) if serving.good else None
    return said is not None and said.name in XML_TYPES


@HTTP.rule(
    "HTTP005",
    "charset",
    "error",
    on="serving",
    summary="The charset of the Content-Type is the encoding that the document declares.",
    hint="Send charset=utf-8 and declare UTF-8 in the document.",
    spec="https://www.rfc-editor.org/rfc/rfc7303",
    read=READ,
    why="The header goes before the declaration: letters come out garbled.",
    bad=Change("charset=utf-8", "charset=windows-1251"),
    good=Change("; charset=utf-8", ""),
)
def charset(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Two encodings for one document."""
    said = media_type(serving.good.headers.get("content-type")) if serving.good else None
    if not said or not said.charset:
        return
    assert serving.good
    own = "utf-8" if expectation.media_type == _JSON else declared(serving.good.body)
    given, meant = _codec(said.charset), _codec(own)
    if given is None:
        yield Problem(None, f"the Content-Type names an encoding that nobody knows: {said.charset!r}")
    elif meant and given.replace("_", "-") != meant.replace("_", "-") and not meant.startswith(f"{given}-"):
        same = _same_text(serving.good.body, given, meant)
        yield Problem(
            None,
            f"the Content-Type says that the document is in {said.charset}, the document that it is in {own}",
            severity="warning" if same else None,
        )


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _same_text(body: bytes, one: str, other: str) -> bool:
    """Whether a document reads the same in both encodings, as one of ASCII letters alone does."""
    try:
        return body.decode(one) == body.decode(other)
    except (UnicodeError, ValueError, LookupError):
        return False


@HTTP.rule(
    "HTTP032",
    "charset-there",
    "info",
    on="serving",
    summary="A document that is served as text/xml says its encoding in the header.",
    hint="Send Content-Type: text/xml; charset=utf-8, or application/rss+xml.",
    spec="https://www.rfc-editor.org/rfc/rfc7303",
    read=READ,
    bad=Change(TYPE, "text/xml"),
    good=Change(TYPE, "application/xml"),
)
def charset_there(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Older clients take such a document for ASCII."""
    said = media_type(serving.good.headers.get("content-type")) if serving.good else None
    if said and said.name == "text/xml" and not said.charset:
        yield Problem(
            None, "the document is served as text/xml without a charset, which older clients take for ASCII"
        )


@HTTP.rule(
    "HTTP012",
    "packed",
    "info",
    on="serving",
    summary="The server packs documents for clients that take gzip.",
    hint="Switch gzip on for application/rss+xml, application/atom+xml and application/xml: a fifth remains.",
    read=READ,
    bad=Change("< Content-Encoding: gzip\n< Vary: Accept-Encoding\n", ""),
)
def packed(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Documents that are sent as they are, though gzip was offered."""
    answer = serving.good
    if answer is None or answer.headers.get("content-encoding") or answer.body.startswith(GZIP):
        return
    if len(answer.body) > SMALL:
        yield Problem(
            None, f"the document of {len(answer.body)} bytes is not packed, though gzip was offered"
        )


@HTTP.rule(
    "HTTP040",
    "packed-well",
    "error",
    on="serving",
    summary="A packed document is packed in a way that the client takes, and can be unpacked.",
    hint="Let one place alone pack: the program, the server or the CDN. Send br or zstd to those only who ask for it.",
    read=READ,
    bad=Change("< Content-Encoding: gzip\n", "< Content-Encoding: br\n"),
)
def packed_well(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Content that clients cannot read."""
    for answer in (serving.answer, serving.plain):
        if answer and answer.trouble:
            yield Problem(None, f"the content cannot be read: {answer.trouble}")
            return
    plain = serving.plain
    if plain and plain.headers.get("content-encoding"):
        yield Problem(
            None, "the content is packed for clients too that did not offer to unpack it", severity="warning"
        )


@HTTP.rule(
    "HTTP041",
    "size",
    "error",
    on="serving",
    summary="The document is not larger than a program fetches.",
    hint="Leave the oldest stories out; platforms take a few megabytes.",
    read=READ,
    bad=Change(BODY, "< {64 MiB and more}\n"),
)
def size(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Documents that were not fetched to their end."""
    if serving.good and serving.good.cut:
        yield Problem(
            None,
            f"the document is larger than {len(serving.good.body) // 2**20} MiB, and was not fetched to its end",
        )


@HTTP.rule(
    "HTTP026",
    "stylesheet-xslt",
    "warning",
    on="serving",
    summary="The document does not count on browsers that run XSLT.",
    hint='Take <?xml-stylesheet type="text/xsl" …?> out, and link to a page about the feed instead; CSS still works.',
    spec="https://developer.chrome.com/docs/web-platform/deprecating-xslt",
    read=READ,
    bad=Change(BODY, '< {feed with <?xml-stylesheet type="text/xsl" href="feed.xsl"?>}\n'),
)
def stylesheet(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Style sheets that browsers do not apply any more."""
    if any(sheet in _SHEETS for sheet in _sheets(serving)):
        yield Problem(None, "the document is made readable by XSLT, which browsers remove")


@HTTP.rule(
    "HTTP027",
    "stylesheet-type",
    "info",
    on="serving",
    summary="A document with a style sheet is served as application/xml or text/xml.",
    hint="Serve it as application/xml or text/xml if people shall read it in browsers, or take the style sheet out.",
    read=READ,
    bad=Change(BODY, '< {feed with <?xml-stylesheet type="text/css" href="feed.css"?>}\n'),
)
def stylesheet_type(serving: Serving, expectation: Expectation) -> Iterator[Problem]:
    """Style sheets without effect: browsers do not show such a type."""
    said = media_type(serving.good.headers.get("content-type")) if serving.good else None
    if said and said.name not in XML_TYPES and "text/css" in _sheets(serving):
        yield Problem(None, f"the style sheet has no effect: browsers do not show {said.name}")


def _sheets(serving: Serving) -> list[str]:
    head = serving.good.body[:4096] if serving.good else b""
    return [kind.decode("latin-1").strip().lower() for kind in _STYLESHEET.findall(head)]
