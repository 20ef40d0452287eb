"""What Apple asks of podcasts, beyond where elements stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.checking.demands import html
from feeds.checking.demands.channel import encoding, utf8
from feeds.checking.document import View, text_of
from feeds.checking.email import address_fault
from feeds.checking.engine import Context
from feeds.checking.extensions.itunes.facts import CATEGORIES, FORMATS, FORMER
from feeds.checking.extensions.itunes.table import (
    CATEGORY,
    ENCLOSURE,
    EXPLICIT,
    ITUNES,
    KEYWORDS,
    OWNER,
    SUMMARY,
)
from feeds.checking.extensions.module import READ
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem

_ENDING = re.compile(r"\.(\w{1,10})(?:[?#].*)?$")


def _used(context: Context) -> bool:
    """Whether the feed has Apple's tags at all."""
    return bool(context.document.uses(NAMESPACES["itunes"]))


@ITUNES.rule(
    "ITUNES004",
    "itunes-category",
    "error",
    on="channel/itunes:category",
    summary="A category, and the one inside of it, are of Apple's list.",
    hint="Take the names from Apple's list letter by letter, & written as &amp;.",
    read=READ,
    bad=Change(CATEGORY, '<itunes:category text="Ferries"/>'),
    good=Change(CATEGORY, '<itunes:category text="Society &amp; Culture"/>'),
)
def category(view: View, context: Context) -> Iterator[Problem]:
    """A name that the list has not, or has no more."""
    name = view.get("text")
    if name is None:
        return
    if name not in CATEGORIES:
        yield _unlisted(view, name, former=name in FORMER)
    for inner in view.all("itunes:category"):
        part = inner.get("text")
        if part is not None and part not in CATEGORIES.get(name, ()):
            yield _unlisted(inner, part, former=part in FORMER.get(name, ()))


def _unlisted(at: object, name: str, *, former: bool) -> Problem:
    if former:
        return Problem(at, f"Apple has the category {name!r} no more", severity="warning", attribute="text")
    return Problem(at, f"Apple has no category {name[:60]!r} there", attribute="text")


@ITUNES.rule(
    "ITUNES005",
    "itunes-owner",
    "error",
    on="channel/itunes:owner/itunes:email",
    summary="The owner has an e-mail address.",
    hint="Write the address alone into itunes:email: Apple sends its messages there.",
    read=READ,
    bad=Change(OWNER, OWNER.replace("desk@harbour.example", "the desk")),
)
def owner(view: View, context: Context) -> Iterator[Problem]:
    """What is no address."""
    fault = address_fault(text_of(view.element))
    if fault:
        yield Problem(view, f"itunes:email {fault}")


@ITUNES.rule(
    "ITUNES008",
    "itunes-required",
    "warning",
    on="feed",
    summary="A podcast has a language, a category, an owner, and says whether it is explicit.",
    hint="Add what is missing: Apple refuses a podcast without it.",
    read=READ,
    bad=Change(EXPLICIT, ""),
)
def required(channel: View, context: Context) -> Iterator[Problem]:
    """What Apple asks of every podcast."""
    if not _used(context):
        return
    for name in ("itunes:category", "itunes:explicit", "itunes:owner"):
        if channel.one(name) is None:
            yield Problem(channel, f"{name} is missing, which Apple asks of a podcast")
    spoken = any(channel.one(name) is not None for name in ("language", "dc:language"))
    if not spoken and channel.get("xml:lang") is None and context.document.root.get(_LANG) is None:
        yield Problem(channel, "language is missing, which Apple asks of a podcast")


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@ITUNES.rule(
    "ITUNES009",
    "itunes-format",
    "warning",
    on="feed",
    summary="Episodes are in formats that Apple takes: m4a, mp3, mov, mp4, m4v, pdf, epub.",
    hint="Convert the file; most listeners take mp3.",
    read=READ,
    bad=Change(ENCLOSURE, ENCLOSURE.replace("mp3", "ogg")),
    good=Change(ENCLOSURE, ENCLOSURE.replace(".mp3", ".mp3?from=feed")),
)
def format_taken(channel: View, context: Context) -> Iterator[Problem]:
    """Another ending of the file's name, in a feed with Apple's tags."""
    if not _used(context):
        return
    for enclosure in (enclosure for item in context.items for enclosure in item.all("enclosure")):
        match = _ENDING.search(enclosure.get("url") or "")
        if match and match[1].lower() not in FORMATS:
            yield Problem(enclosure, f"Apple takes no {match[1]} files", attribute="url")


@ITUNES.rule(
    "ITUNES011",
    "itunes-keywords",
    "warning",
    on="channel/itunes:keywords, item/itunes:keywords",
    summary="Keywords have commas between them.",
    hint="Write sea, ferry, storm.",
    read=READ,
    bad=Change(KEYWORDS, "<itunes:keywords>sea ferry storm</itunes:keywords>"),
    good=Change(KEYWORDS, "<itunes:keywords>sea</itunes:keywords>"),
)
def keywords(view: View, context: Context) -> Iterator[Problem]:
    """Words with spaces between them alone."""
    said = text_of(view.element)
    if " " in said and "," not in said:
        yield Problem(view, "no commas stand between the keywords")


_TEXTS = ("author", "keywords", "subtitle", "summary", "title")


@ITUNES.rule(
    "ITUNES012",
    "itunes-plain",
    "warning",
    on=", ".join(f"{scope}/itunes:{name}" for scope in ("channel", "item") for name in _TEXTS),
    summary="Apple's texts are plain text.",
    hint="Take the tags out; HTML belongs into description or content:encoded.",
    read=READ,
    bad=Change(SUMMARY, SUMMARY.replace("storm", "&lt;b&gt;storm&lt;/b&gt;")),
)
def plain(view: View, context: Context) -> Iterator[Problem]:
    """Tags in it."""
    yield from html.in_plain_text(view)


@ITUNES.rule(
    "ITUNES013",
    "itunes-encoding",
    "warning",
    on="document",
    summary="A podcast is in UTF-8.",
    hint='Write the feed in UTF-8 and declare it so: <?xml version="1.0" encoding="UTF-8"?>',
    read=READ,
    bad=Change('encoding="UTF-8"', 'encoding="iso-8859-1"'),
)
def in_utf8(channel: View, context: Context) -> Iterator[Problem]:
    """Another encoding."""
    name = encoding(context.document.source)
    if not utf8(name) and _used(context):
        yield Problem(channel, f"the podcast is in {name}, Apple asks for UTF-8")
