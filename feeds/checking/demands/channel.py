"""What a feed says of itself, how it is encoded, and how much it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from feeds.checking.demands.demand import Demand
from feeds.checking.demands.example import (
    CHANNEL_DESCRIPTION,
    CHANNEL_LINK,
    CHANNEL_TITLE,
    LANGUAGE,
    NOW,
)
from feeds.checking.demands.story import shown_text
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Check, Problem, RuleSet
from feeds.checking.structure import Row
from feeds.checking.values import absolute_url

MEBI = 1.048576
"""Nobody says whether a megabyte is 10⁶ bytes or 2²⁰: what lies between is a warning."""

BOM = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_DRIFT = re.compile(r"^https?://(?:www\.)?|^(?:www\.)|/+$", re.IGNORECASE)


def title_row(code: str) -> Row:
    """A channel's title."""
    return Row(on="channel", name="title", missing=code, value=shown_text, invalid=code)


def link_row(code: str) -> Row:
    """A channel's link."""
    return Row(on="channel", name="link", missing=code, value=absolute_url, invalid=code)


def description_row(code: str) -> Row:
    """A channel's description."""
    return Row(on="channel", name="description", missing=code, value=shown_text, invalid=code)


CHANNEL_TITLED = Demand(
    on="channel",
    summary="The channel has a title.",
    hint="Write the outlet's name into the channel's <title>.",
    row=title_row,
    bad=Change(CHANNEL_TITLE, "<title> </title>"),
    good=Change(CHANNEL_TITLE, "<title><![CDATA[Заря & Лада]]></title>"),
)

CHANNEL_LINKED = Demand(
    on="channel",
    summary="The channel has a link with the absolute address of the site.",
    hint="Write the site's address into the channel's <link>, with https://.",
    row=link_row,
    bad=Change(CHANNEL_LINK, "<link>zarya.example</link>"),
    good=Change(CHANNEL_LINK, "<link>\n  https://zarya.example\n</link>"),
)


def declare_channel(rules: RuleSet, code: str, **facts: Any) -> None:
    """Declares that a channel has title, link and description, as RSS 2.0 asks."""
    rules.facts(
        code,
        "channel",
        "error",
        on="channel",
        summary="The channel has a title, a link and a description.",
        hint="Write the outlet's name, the site's address with https:// and a line about the outlet into "
        "the channel's <title>, <link> and <description>.",
        bad=Change(CHANNEL_DESCRIPTION, ""),
        good=Change(CHANNEL_LINK, "<link>\n  https://zarya.example\n</link>"),
        now=NOW,
        **facts,
    )
    rules.structure += (title_row(code), link_row(code), description_row(code))


def _not_russian(text: str) -> str | None:
    return None if re.fullmatch(r"ru(?:[-_].*)?", text, re.IGNORECASE) else f"is {text[:40]!r}, not ru"


RUSSIAN = Demand(
    on="channel",
    summary="The channel says that it is in Russian.",
    hint="Write <language>ru</language> into the channel.",
    row=lambda code: Row(on="channel", name="language", missing=code, value=_not_russian, invalid=code),
    bad=Change(LANGUAGE, "<language>en</language>"),
    good=Change(LANGUAGE, "<language>ru-RU</language>"),
)


def near(uri: str, prefix: str) -> bool:
    """Whether a namespace is a misspelt form of the one that goes with a customary prefix."""
    right = NAMESPACES[prefix]
    return uri != right and _DRIFT.sub("", uri).lower() == _DRIFT.sub("", right).lower()


def namespaces(*prefixes: str, lenient: bool = False) -> Check:
    """A check on the document that prefixes are bound to the exact namespaces.

    Where it is `lenient`, a slash too few or too many at the end is a warning.
    """

    def check(channel: View, context: Context) -> Iterator[Problem]:
        for prefix, uri, element in context.document.bindings:
            meant = prefix if prefix in prefixes else next((p for p in prefixes if near(uri, p)), None)
            if meant is None or uri == NAMESPACES[meant]:
                continue
            slash = lenient and uri.rstrip("/") == NAMESPACES[meant].rstrip("/")
            yield Problem(
                element,
                f"the namespace of {prefix or 'unprefixed elements'} is {uri!r}, not {NAMESPACES[meant]!r}",
                severity="warning" if slash else None,
                attribute=f"xmlns:{prefix}" if prefix else "xmlns",
            )

    return check


def bound(*prefixes: str, lenient: bool = False) -> Demand:
    """Exact namespaces."""
    first = NAMESPACES[prefixes[0]]
    return Demand(
        on="document",
        summary=f"The namespaces of {' and '.join(prefixes)} are spelt exactly.",
        hint="Copy the namespace letter by letter, http:// included; with any other one the elements are "
        "not recognised: " + ", ".join(f'xmlns:{p}="{NAMESPACES[p]}"' for p in prefixes),
        check=namespaces(*prefixes, lenient=lenient),
        bad=Change(f'"{first}"', f'"{first.replace("http:", "https:")}"'),
    )


def utf8(name: str) -> bool:
    """Whether an encoding's name is UTF-8's, or that of a part of it."""
    return name in _UTF8


def is_utf8(source: bytes) -> bool:
    """Whether a document with other letters than Latin ones is in UTF-8."""
    try:
        return not source.isascii() and bool(source.decode())
    except UnicodeDecodeError:
        return False


def encoding(source: bytes) -> str:
    """The name of the encoding that a document declares, in lower case; utf-8 where it declares none."""
    if source.startswith(UTF_16):
        return "utf-16"
    declared = _DECLARED.match(source.removeprefix(BOM))
    return declared[1].decode("ascii").lower() if declared else "utf-8"


def _other_encoding(channel: View, context: Context) -> Iterator[Problem]:
    name = encoding(context.document.source)
    if not utf8(name):
        yield Problem(None, f"the document is in {name}, not in UTF-8")


UTF8 = Demand(
    on="document",
    summary="The document is in UTF-8.",
    hint='Write the feed in UTF-8 and declare it so: <?xml version="1.0" encoding="UTF-8"?>',
    check=_other_encoding,
    bad=Change('encoding="UTF-8"', 'encoding="windows-1251"'),
    good=Change('encoding="UTF-8"', 'encoding="utf-8"'),
)


def byte_order_mark(channel: View, context: Context) -> Iterator[Problem]:
    """A byte order mark: most parsers pass over it, some platforms do not."""
    if context.document.source.startswith(BOM):
        message = "a byte order mark stands before the XML declaration"
        yield Problem(
            None, message, severity="warning", hint="Save the file as UTF-8 without a byte order mark."
        )


WELL_FORMED = Demand(
    on="document",
    summary="The document is well-formed XML, and nothing stands before it.",
    hint="Write it with an XML library: & is &amp;, < is &lt;, names such as &nbsp; are not known, control "
    "characters are left out, and <?xml comes first.",
    check=byte_order_mark,
    bad=Change(CHANNEL_DESCRIPTION, "<description>Город&nbsp;Ладьинск</description>"),
    good=Change(CHANNEL_DESCRIPTION, "<description>Город&#160;Ладьинск</description>"),
)


def rss_2(channel: View, context: Context) -> Iterator[Problem]:
    """A version other than 2.0, more than one channel."""
    root = context.document.root
    version = (root.get("version") or "").strip()
    if version != "2.0":
        yield Problem(
            root, f"the version of rss is {version!r}, not 2.0" if version else "rss has no version"
        )
    for extra in root.findall("channel")[1:]:
        yield Problem(extra, "there is more than one channel")


RSS_2 = Demand(
    on="document",
    summary="The document is RSS 2.0 with one channel.",
    hint='Let the root be <rss version="2.0"> with one <channel> in it, both without a namespace.',
    check=rss_2,
    bad=Change('<rss version="2.0"', '<rss version="0.91"'),
    good=Change('<rss version="2.0"', "<rss version='2.0'"),
)


def at_most(stories: int) -> Demand:
    """No more than a number of stories."""

    def check(channel: View, context: Context) -> Iterator[Problem]:
        if len(context.items) > stories:
            yield Problem(context.items[stories], f"{len(context.items)} stories, more than {stories}")

    return Demand(
        on="feed",
        summary=f"A feed holds at most {stories} stories.",
        hint="Leave out the oldest stories.",
        check=check,
    )


def larger(context: Context, size: int) -> Iterator[Problem]:
    """That a document has more than a number of bytes; the whole one, where this is a part of it."""
    if (length := max(context.size, len(context.document.source))) > size:
        said = f"the document has {length / 1e6:.2f} MB, more than {size / 1e6:g}"
        yield Problem(context.document.root, said, severity=None if length > size * MEBI else "warning")


def no_larger(size: int) -> Demand:
    """No more than a number of bytes."""

    def check(channel: View, context: Context) -> Iterator[Problem]:
        return larger(context, size)

    return Demand(
        on="document",
        summary=f"The document has at most {size / 1e6:g} MB.",
        hint="Leave out the oldest stories.",
        check=check,
    )
