"""Rules about keys that stand at several levels: addresses, texts, authors, languages, unknown ones."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from feeds.checking.engine import Context
from feeds.checking.json_document import Value
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url, language
from feeds.targets.json_feed.rules.base import KEYS, NOW, RULES, VERSION_1_1, holders, kind_of

_OTHER_SCHEMES = re.compile(r"(?:mailto|data|ftp|gemini|ipfs|magnet|tel|xmpp):\S+", re.IGNORECASE)
_EXTENSION = re.compile(r"_[a-zA-Z][^.]*")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
# A pair of tags, a tag with attributes, or one that stands alone: «the <video> tag» is a text about HTML.
_MARKUP = re.compile(
    r"<([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?>(?=.{0,2000}?</\1\s*>)"
    r"|<[a-zA-Z][a-zA-Z0-9]*\s+[a-zA-Z-]+\s*=\s*[\"'][^<>]*>"
    r"|<(?:br|hr|img)\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_SPOKEN_OF = frozenset({"&amp;", "&lt;", "&gt;"})
"""References that a plain text may well be about."""

_AUTHORS = '"authors": [{"name": "Anna Orlova", "avatar": "https://cdn.zarya.example/orlova.jpg"}]'
_IMAGE = '"image": "https://cdn.zarya.example/bridge.jpg"'
_SUMMARY = '"summary": "The first bus crosses on Monday."'
_LANGUAGE = '"language": "ru"'


@RULES.rule(
    "JF011",
    "address",
    "error",
    on="feed",
    summary="Addresses are absolute.",
    hint="Write the whole address: https://, host and path. Readers know no base to complete it by.",
    now=NOW,
    bad=Change(_IMAGE, '"image": "/bridge.jpg"'),
    good=Change(_IMAGE, '"image": "https://cdn.zarya.example/%D0%BC%D0%BE%D1%81%D1%82.jpg?a=1&b=2"'),
)
def address(channel: Value, context: Context) -> Iterator[Problem]:
    """Every key whose value is an address."""
    for kind, holder in holders(channel, context):
        for name in KEYS[kind].addresses:
            said = holder.one(name)
            if said is not None and (fault := address_fault(said.data)):
                yield Problem(said, f"{name} {fault}")


def address_fault(data: Any) -> str | None:
    """What keeps a value from being an absolute address, in words that follow its key."""
    if not isinstance(data, str):
        return f"is {kind_of(data)}, not a text"
    return None if _OTHER_SCHEMES.fullmatch(data) else absolute_url(data)


@RULES.rule(
    "JF013",
    "authors",
    "error",
    on="feed",
    summary="authors is an array of objects, each with a name, a url or an avatar.",
    hint='Write "authors": [{"name": "..."}]; leave the key out where nobody is named.',
    now=NOW,
    bad=Change(_AUTHORS, '"authors": {"name": "Anna Orlova"}'),
    good=Change(_AUTHORS, '"authors": [{"url": "https://zarya.example/orlova"}, {"name": "Ivan"}]'),
)
def authors(channel: Value, context: Context) -> Iterator[Problem]:
    """Another shape, or nobody in it; the author of version 1.0 too."""
    for holder in (channel, *context.items):
        many, one = holder.one("authors"), holder.one("author")
        if many is not None and not isinstance(many.data, list):
            yield Problem(many, f"authors is {kind_of(many.data)}, not an array")
        for author in [*(many.elements if many else ()), *([one] if one else ())]:
            if not isinstance(author.data, dict):
                yield Problem(author, f"the author is {kind_of(author.data)}, not an object")
            elif not any(author.text(name) for name in KEYS["author"].known):
                yield Problem(author, "the author has neither a name nor a url nor an avatar")


@RULES.rule(
    "JF014",
    "author-deprecated",
    "warning",
    on="feed",
    summary="Version 1.1 names authors in an array; author is the form of version 1.0.",
    hint='Write "authors": [{...}]; author may stand beside it for old readers.',
    now=NOW,
    bad=Change(_AUTHORS, '"author": {"name": "Anna Orlova"}'),
    good=Change(_AUTHORS, f'{_AUTHORS}, "author": {{"name": "Anna Orlova"}}'),
)
def author_deprecated(channel: Value, context: Context) -> Iterator[Problem]:
    """Said once where authors is missing, and once where it is there too."""
    if channel.get("version") != VERSION_1_1:
        return
    old = [(holder, author) for holder in (channel, *context.items) if (author := holder.one("author"))]
    alone = [author for holder, author in old if holder.one("authors") is None]
    beside = [author for holder, author in old if holder.one("authors") is not None]
    if alone:
        yield Problem(alone[0], f"author stands in place of authors ({len(alone)} in all)")
    if beside:
        yield Problem(beside[0], f"author is the form of 1.0 ({len(beside)} in all)", severity="info")


@RULES.rule(
    "JF019",
    "language",
    "warning",
    on="feed",
    summary="language is a language tag.",
    hint="Write ru, en or en-GB: a language, and a country if need be, with a hyphen.",
    now=NOW,
    bad=Change(_LANGUAGE, '"language": "ru_RU"'),
    good=Change(_LANGUAGE, '"language": "sr-Latn-RS"'),
)
def languages(channel: Value, context: Context) -> Iterator[Problem]:
    """Of the feed and of every story."""
    for holder in (channel, *context.items):
        said = holder.one("language")
        if said is None:
            continue
        if not isinstance(said.data, str):
            yield Problem(said, f"language is {kind_of(said.data)}, not a text")
        elif fault := language(said.data):
            yield Problem(said, f"language {fault}")


@RULES.rule(
    "JF020",
    "unknown-key",
    "warning",
    on="feed",
    summary="Keys that the format does not know begin with an underscore and a letter, and have no dot.",
    hint="Look for a slip of the pen; a key of your own begins with _, as in _zarya. "
    "Readers pass over what they do not know.",
    now=NOW,
    bad=Change(_SUMMARY, '"description": "The first bus crosses on Monday."'),
    good=Change(_SUMMARY, '"_summary": {"short.est": "The first bus."}'),
)
def unknown_key(channel: Value, context: Context) -> Iterator[Problem]:
    """Said once for each key of each kind of object."""
    counts: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], Value] = {}
    for kind, holder in holders(channel, context):
        for name in holder.children.keys() - KEYS[kind].known:
            if not _EXTENSION.fullmatch(name):
                counts[kind, name] = counts.get((kind, name), 0) + 1
                first.setdefault((kind, name), Value(holder.data[name], (*holder.path, name)))
    for (kind, name), number in sorted(counts.items()):
        times = f" ({number} times)" if number > 1 else ""
        said = f"JSON Feed knows no key {name[:60]!r} in {_A[kind]}{times}"
        yield Problem(first[kind, name], said)


_A = {
    "feed": "a feed",
    "item": "an item",
    "author": "an author",
    "hub": "a hub",
    "attachment": "an attachment",
}
"""Kinds of objects, as they stand in a sentence."""


@RULES.rule(
    "JF021",
    "plain-text",
    "warning",
    on="feed",
    summary="title, summary, description and names are plain text.",
    hint="Take tags out and write characters themselves (& not &amp;); HTML has its place in content_html.",
    now=NOW,
    bad=Change(_SUMMARY, '"summary": "The first bus <b>crosses</b> on Monday."'),
    good=Change(_SUMMARY, '"summary": "a < b, and what the <video> element is good for & why"'),
)
def plain_text(channel: Value, context: Context) -> Iterator[Problem]:
    """Markup, or a character written as in HTML."""
    for kind, holder in holders(channel, context):
        for name in (*KEYS[kind].plain, *(("title",) if kind == "feed" else ())):
            said = holder.one(name)
            if said is not None and isinstance(said.data, str):
                yield from _markup(name, said)


def _markup(name: str, said: Value) -> Iterator[Problem]:
    reference = next((r for r in _REFERENCE.findall(said.data) if html.unescape(r) != r), None)
    if tag := _MARKUP.search(said.data):
        yield Problem(said, f"{name} has markup: {tag[0][:60]!r}")
    elif reference:
        sure = reference.lower() not in _SPOKEN_OF
        said_so = f"{name} has a character written as in HTML: {reference}"
        yield Problem(said, said_so, severity="warning" if sure else "info")


@RULES.rule(
    "JF027",
    "text",
    "error",
    on="feed",
    summary="Texts are texts.",
    hint="Put the value in quotes, or leave the key out where there is none.",
    now=NOW,
    bad=Change(_SUMMARY, '"summary": ["The first bus crosses on Monday."]'),
    good=Change(_SUMMARY, '"summary": null'),
)
def text(channel: Value, context: Context) -> Iterator[Problem]:
    """Every key whose value is a text and of which no other rule speaks."""
    for kind, holder in holders(channel, context):
        for name in KEYS[kind].texts + KEYS[kind].plain:
            said = holder.one(name)
            if said is not None and not isinstance(said.data, str):
                yield Problem(said, f"{name} is {kind_of(said.data)}, not a text")
