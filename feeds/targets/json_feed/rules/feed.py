"""Rules about the feed itself: JSON, version, title, addresses, hubs, size."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.engine import Context
from feeds.checking.json_document import JsonDocument, Value
from feeds.checking.rule import Change, Problem
from feeds.targets.json_feed.rules.base import (
    EXAMPLE,
    NOW,
    RULES,
    VERSION_1_0,
    VERSION_1_1,
    kind_of,
)

RFC8259 = "https://www.rfc-editor.org/rfc/rfc8259"

LARGE, HUGE = 250_000, 1_000_000
"""Bytes beyond which a feed is a burden, and a heavy one."""

_VERSION = f'"version": "{VERSION_1_1}"'
_HUBS = '"hubs": [{"type": "WebSub", "url": "https://hub.example/"}]'
_FEED_URL = '"feed_url": "https://zarya.example/feed.json"'
_TITLE = '"title": "Zarya"'


RULES.facts(
    "JF001",
    "json",
    "error",
    on="document",
    summary="The feed is JSON in UTF-8, without a byte order mark and without repeated keys.",
    hint="Let a JSON library write the file, as UTF-8.",
    spec=RFC8259,
    now=NOW,
    bad=Change('"language": "ru",', '"language": "ru",,'),
    good=Change('"language": "ru",', '\t"language"\n:\t"r\\u0075" ,'),
)


@RULES.rule(
    "JF002",
    "version",
    "error",
    on="document",
    summary="The feed is an object whose version is the address of JSON Feed 1.1 (or 1).",
    hint=f'Write "version": "{VERSION_1_1}", letter by letter.',
    now=NOW,
    bad=Change(_VERSION, '"version": "1.1"'),
    good=Change(_VERSION, f'"version": "{VERSION_1_1}", "user_comment": "Zarya & <friends>"'),
)
def version(channel: Value | None, context: Context) -> Iterator[Problem]:
    """No object, no version, or an unknown one."""
    document: JsonDocument = context.document
    if document.root is None:
        return
    if not isinstance(document.root.data, dict):
        yield Problem(document.root, f"the document is {kind_of(document.root.data)}, not an object")
        return
    said = document.root.one("version")
    if said is None:
        yield Problem(document.root, "the document has no version: is it a JSON Feed?")
    elif said.data not in (VERSION_1_0, VERSION_1_1):
        yield Problem(said, f"version is {str(said.data)[:80]!r}, not {VERSION_1_1!r}")


@RULES.rule(
    "JF003",
    "title",
    "error",
    on="channel",
    summary="The feed has a title.",
    hint="Write the outlet's or the section's name, as plain text.",
    now=NOW,
    bad=Change(_TITLE, '"title": 7'),
    good=Change(_TITLE, '"title": "«Заря»"'),
)
def title(channel: Value, context: Context) -> Iterator[Problem]:
    """No title, none that is a text, or an empty one."""
    said = channel.one("title")
    if said is None:
        yield Problem(channel, "the feed has no title")
    elif not isinstance(said.data, str):
        yield Problem(said, f"title is {kind_of(said.data)}, not a text")
    elif not said.data.strip():
        yield Problem(said, "title is empty", severity="warning")


@RULES.rule(
    "JF004",
    "items",
    "error",
    on="channel",
    summary="The feed has an array of items, each of them an object.",
    hint='Write "items": [ ... ]; a feed without stories has "items": [].',
    now=NOW,
    bad=EXAMPLE[: EXAMPLE.index('"items"')].rstrip().rstrip(",") + "}",
    good=EXAMPLE[: EXAMPLE.index('"items"')] + '"items": []}',
)
def items(channel: Value, context: Context) -> Iterator[Problem]:
    """No items, something else in their place, or strays among them."""
    said = channel.one("items")
    if said is None:
        yield Problem(channel, "the feed has no items")
    elif not isinstance(said.data, list):
        yield Problem(said, f"items is {kind_of(said.data)}, not an array")
    else:
        for entry in said.elements:
            if not isinstance(entry.data, dict):
                yield Problem(entry, f"the entry is {kind_of(entry.data)}, not an object")


@RULES.rule(
    "JF010",
    "own-addresses",
    "warning",
    on="channel",
    summary="The feed names its home page and its own address.",
    hint="Add home_page_url and feed_url: readers show the one, and know the feed by the other.",
    now=NOW,
    bad=Change(f"{_FEED_URL},", ""),
    good=Change(_FEED_URL, '"feed_url": "https://zarya.example/feed.json?full=1"'),
)
def own_addresses(channel: Value, context: Context) -> Iterator[Problem]:
    """Either of the two."""
    for name in ("home_page_url", "feed_url"):
        if channel.one(name) is None:
            yield Problem(channel, f"the feed has no {name}")


@RULES.rule(
    "JF012",
    "next-page",
    "error",
    on="channel",
    summary="next_url leads to another document, with older stories.",
    hint="Leave next_url out of the last page; it never names the page on which it stands.",
    now=NOW,
    bad=Change(_FEED_URL, f'{_FEED_URL}, "next_url": "https://zarya.example/feed.json"'),
    good=Change(_FEED_URL, f'{_FEED_URL}, "next_url": "https://zarya.example/feed.json?page=2"'),
)
def next_page(channel: Value, context: Context) -> Iterator[Problem]:
    """A page that is its own successor."""
    following = channel.text("next_url")
    if following and following == channel.text("feed_url"):
        yield Problem(channel.one("next_url"), "next_url is the same as feed_url: readers go in circles")
    elif following and following == context.url:
        yield Problem(channel.one("next_url"), "next_url leads to this very document")


@RULES.rule(
    "JF015",
    "hubs",
    "error",
    on="channel",
    summary="hubs is an array of objects, each with a type and a url.",
    hint='Write "hubs": [{"type": "WebSub", "url": "https://..."}].',
    now=NOW,
    bad=Change(_HUBS, '"hubs": [{"url": "https://hub.example/"}]'),
    good=Change(_HUBS, '"hubs": []'),
)
def hubs(channel: Value, context: Context) -> Iterator[Problem]:
    """Another shape, or something missing."""
    said = channel.one("hubs")
    if said is None:
        return
    if not isinstance(said.data, list):
        yield Problem(said, f"hubs is {kind_of(said.data)}, not an array")
    for hub in said.elements:
        if not isinstance(hub.data, dict):
            yield Problem(hub, f"the hub is {kind_of(hub.data)}, not an object")
            continue
        for name in ("type", "url"):
            if not isinstance(hub.get(name), str) or not hub.text(name):
                yield Problem(hub, f"the hub has no {name}")


@RULES.rule(
    "JF018",
    "expired",
    "error",
    on="channel",
    summary="expired is true or false.",
    hint='Write "expired": true, without quotes, when the feed has ended for good; else leave it out.',
    now=NOW,
    bad=Change(_TITLE, f'{_TITLE}, "expired": "false"'),
    good=Change(_TITLE, f'{_TITLE}, "expired": false'),
)
def expired(channel: Value, context: Context) -> Iterator[Problem]:
    """Anything else."""
    said = channel.one("expired")
    if said is not None and not isinstance(said.data, bool):
        yield Problem(said, f"expired is {kind_of(said.data)}, not true or false")


@RULES.rule(
    "JF022",
    "size",
    "warning",
    on="document",
    summary="A feed is smaller than 250 KB, and never larger than 1 MB.",
    hint="List fewer stories, or put older ones on another page (next_url).",
    now=NOW,
    bad=Change(_TITLE, f'{_TITLE}, "user_comment": "{"x" * HUGE}"'),
    good=EXAMPLE,
)
def size(channel: Value | None, context: Context) -> Iterator[Problem]:
    """Bytes of the whole document."""
    document: JsonDocument = context.document
    number = max(context.size, len(document.source))
    if number > LARGE:
        said = f"the feed has {number} bytes; above {LARGE} it is a burden for readers"
        yield Problem(document.root, said, severity="warning" if number > HUGE else "info")


@RULES.rule(
    "JF025",
    "own-address",
    "warning",
    on="channel",
    summary="feed_url is the address at which the feed is served.",
    hint="Write the address that readers subscribe to, with the right scheme and host.",
    now=NOW,
    url="https://zarya.example/feed.json",
    bad=Change(_FEED_URL, '"feed_url": "http://zarya.example/feed.json"'),
    good=Change(_FEED_URL, '"feed_url" : "https://zarya.example/feed.json"'),
)
def own_address(channel: Value, context: Context) -> Iterator[Problem]:
    """Another address than the one that was asked."""
    said = channel.text("feed_url")
    if context.url and said and said != context.url:
        yield Problem(channel.one("feed_url"), f"feed_url is {said[:200]}, but this is {context.url}")
