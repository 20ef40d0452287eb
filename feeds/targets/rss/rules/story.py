"""What a story may hold, as a table, and what is plain about its values."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Row
from feeds.checking.values import media_type, nonblank, one_of
from feeds.targets.rss.rules.base import (
    ENCLOSURE,
    GUID,
    NOW,
    PROFILE,
    READ,
    RULES,
    SECOND_GUID,
    SECOND_TITLE,
    SOURCE,
    URL,
    fact,
)
from feeds.targets.rss.rules.channel import address_rows, contact_rows, date_rows, text_rows

UNIQUE_DIGITS = 9
"""A number with fewer digits is soon given again."""


def byte_count(text: str) -> str | None:
    """A whole number of bytes, 0 where it is not known."""
    bare = text.strip()
    if bare.isascii() and bare.isdecimal():
        return None
    if bare == "-1":
        return "is -1: write 0 where the size is not known"
    return f"is no number of bytes: {text[:40]!r}"


RULES.structure += (
    *text_rows("item", "title"),
    Row(on="item", name="title", value=nonblank, invalid="RSS054"),
    Row(on="item", name="description", repeated="RSS009"),
    *address_rows("item", "link"),
    *contact_rows("item", "author"),
    *text_rows("item", "category", many=True),
    Row(on="item", name="category", attributes=(Attribute(name="domain"),), value=nonblank, invalid="RSS054"),
    *address_rows("item", "comments"),
    Row(
        on="item",
        name="enclosure",
        repeated="RSS021",
        stray="RSS053",
        attributes=(
            Attribute(name="url", required="RSS020", value=uris.web, invalid="RSS020"),
            Attribute(name="length", required="RSS020", value=byte_count, invalid="RSS020"),
            Attribute(name="type", required="RSS020", value=media_type, invalid="RSS020"),
        ),
    ),
    Row(
        on="item",
        name="guid",
        missing="RSS011",
        repeated="RSS009",
        value=nonblank,
        invalid="RSS054",
        attributes=(
            Attribute(name="isPermaLink", value=one_of(("true", "false"), "true or false"), invalid="RSS015"),
        ),
    ),
    *date_rows("item", "pubDate"),
    *text_rows("item", "source"),
    Row(
        on="item",
        name="source",
        attributes=(Attribute(name="url", required="RSS027", value=uris.absolute, invalid="RSS027"),),
    ),
    Row(on="item", name="xhtml:body", opaque=True),
    Row(on="item", name="xhtml:div", opaque=True),
)

fact(
    "011",
    "guid",
    "warning",
    summary="Each story has a guid.",
    hint='Give each story an id that never changes, as in <guid isPermaLink="false">tag:your.site,2026:4021</guid>: '
    "without one, readers show changed stories as new ones.",
    bad=Change(f"{GUID}\n", "\n"),
    good=Change(GUID, "<guid>https://harbour.example/2026/11/ferry</guid>"),
)
fact(
    "015",
    "permalink-word",
    "error",
    summary="isPermaLink is true or false.",
    hint='Write isPermaLink="false" where the guid is no address; leave it out where it is one.',
    bad=Change('isPermaLink="false"', 'isPermaLink="no"'),
)
fact(
    "020",
    "enclosure",
    "error",
    summary="An enclosure has the http address of the file, its size in bytes and its media type.",
    hint='Write <enclosure url="https://…" length="184320" type="audio/mpeg"/>; 0 where the size is not known.',
    bad=Change(ENCLOSURE, ENCLOSURE.replace(' length="184320"', "")),
    good=Change(ENCLOSURE, ENCLOSURE.replace("184320", "0")),
)
fact(
    "021",
    "one-enclosure",
    "warning",
    summary="A story has one enclosure.",
    hint="Keep one: some readers take the first, some the last. Renditions belong into media:group.",
    bad=Change(ENCLOSURE, ENCLOSURE * 2),
    spec=PROFILE,
)
fact(
    "027",
    "source",
    "error",
    summary="source names the address of the feed that the story comes from.",
    hint='Write <source url="https://…">Name of the feed</source>.',
    bad=Change(SOURCE, "<source>Coast Wire</source>"),
)


@RULES.rule(
    "RSS010",
    "title-or-description",
    "error",
    on="item",
    summary="Each story has a title or a description.",
    hint="Write the headline into <title>; readers show stories by it.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SECOND_TITLE, ""),
    good=Change(SECOND_TITLE, "<description>The library stays open at night.</description>"),
)
def told(item: View, context: Context) -> Iterator[Problem]:
    """Neither of the two."""
    children = item.children
    if "title" not in children and "description" not in children:
        yield Problem(item, "the story has neither a title nor a description", closing=True)


@RULES.rule(
    "RSS012",
    "guid-unique",
    "error",
    on="feed",
    summary="No two stories have the same guid.",
    hint="Give each story an id of its own: readers show only one of those that share one.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SECOND_GUID, "<guid isPermaLink='false'><![CDATA[tag:harbour.example,2026:48211]]></guid>"),
    good=Change(SECOND_GUID, '<guid isPermaLink="false">TAG:harbour.example,2026:48211</guid>'),
)
def unique(channel: View, context: Context) -> Iterator[Problem]:
    """A guid that an earlier story has."""
    seen: dict[str, int] = {}
    for number, item in enumerate(context.items, 1):
        element = item.one("guid")
        text = text_of(element) if element is not None else ""
        if text and (first := seen.setdefault(text, number)) != number:
            yield Problem(element, f"story {first} has the same guid: {text[:120]!r}")


@RULES.rule(
    "RSS013",
    "permalink",
    "error",
    on="item/guid",
    summary='A guid that is not an address says isPermaLink="false".',
    hint='Write isPermaLink="false" on the guid, or the address of the page into it.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(' isPermaLink="false"', ""),
    good=Change(GUID, "<guid isPermaLink='true'>https://harbour.example/2026/11/ferry</guid>"),
)
def permalink(guid: View, context: Context) -> Iterator[Problem]:
    """An id that should be an address of a page and is none."""
    text = text_of(guid.element)
    if guid.get("isPermaLink") not in {None, "true"} or not text:
        return
    scheme = uris.scheme(text)
    if scheme in {"tag", "urn"} or "." in (scheme or ""):
        yield Problem(guid, f"the guid counts as an address, but {scheme}: leads to no page: {text[:80]!r}")
    elif fault := uris.absolute(text):
        yield Problem(guid, f"the guid counts as an address, but {fault}")


@RULES.rule(
    "RSS014",
    "guid-lasting",
    "warning",
    on="item/guid",
    summary="A guid is more than a short number, which another feed has too.",
    hint="Put the site before the number, as in harbour.example:48211.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(">tag:harbour.example,2026:48211<", ">48211<"),
    good=Change(">tag:harbour.example,2026:48211<", ">482110000000<"),
)
def lasting(guid: View, context: Context) -> Iterator[Problem]:
    """A number of few digits."""
    text = text_of(guid.element)
    if text.isdecimal() and len(text) < UNIQUE_DIGITS and guid.get("isPermaLink") == "false":
        yield Problem(guid, f"the guid is a short number, {text}")
