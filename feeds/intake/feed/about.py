"""What a feed says of itself, for those who move in from it or compare it: its name, its addresses, its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from feeds.intake.draft import Rejection
from feeds.intake.feed.xml_feed import channel_of
from feeds.intake.normalise.coerce import several, some_line, whole, word
from feeds.intake.records.forms import values
from feeds.intake.xml import Broken, Tree, read
from feeds.intake.xml.node import Node, joined

Form = Literal["rss", "atom", "json", "sitemap"]

_BEGINNING = 1024
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_FORMS: Mapping[str, Form] = {
    "atom:feed": "atom",
    "feed": "atom",
    "atom:entry": "atom",
    "entry": "atom",
    "sitemap:urlset": "sitemap",
    "sitemap:sitemapindex": "sitemap",
}
"""What a root is of; any other is RSS."""


class About(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A feed's own facts. `address` is where it says that it is, `ttl` minutes, `updated` as it is written."""

    form: Form
    title: str | None = None
    home: str | None = None
    address: str | None = None
    description: str | None = None
    language: str | None = None
    rights: str | None = None
    email: str | None = None
    icon: str | None = None
    logo: str | None = None
    hubs: tuple[str, ...] = ()
    ttl: int | None = None
    updated: str | None = None
    generator: str | None = None


def is_json(data: bytes) -> bool:
    """Whether a document begins as JSON does."""
    start = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return start[:1] in (b"{", b"[")


def about(data: bytes) -> About | Rejection:
    """What a feed says of itself; of a document that breaks off nothing but its form."""
    if is_json(data):
        return _of_json(data)
    document = read(data)
    if isinstance(document, Rejection):
        return document
    if isinstance(document, Broken):
        return About(form="rss")
    return _of_xml(document)


def _of_json(data: bytes) -> About | Rejection:
    for found in values(data, "feed.json", None):
        if isinstance(found, Rejection):
            return found
        if isinstance(found.value, Mapping):
            return _of_object(found.value)
    return Rejection(code="no-feed", reason="is JSON, but no feed")


def _of_object(feed: Mapping[str, Any]) -> About:
    hubs = (word(hub.get("url")) for hub in several(feed.get("hubs")) if isinstance(hub, Mapping))
    return About(
        form="json",
        title=some_line(feed.get("title")),
        home=word(feed.get("home_page_url")),
        address=word(feed.get("feed_url")),
        description=some_line(feed.get("description")),
        language=word(feed.get("language")),
        icon=word(feed.get("icon")) or word(feed.get("favicon")),
        hubs=tuple(hub for hub in hubs if hub),
    )


def _of_xml(document: Tree) -> About:
    root = Node(document.root)
    own = root.one("channel") or root
    channel = channel_of(root)
    base = channel.base
    square, wide = _logos(own, root)
    return About(
        form=_FORMS.get(root.name, "rss"),
        title=some_line(channel.title),
        home=channel.home,
        address=_joined(base, next(_links(own, "self"), None)),
        description=some_line(own.text_of("description", "atom:subtitle", "atom:tagline", "dc:description")),
        language=channel.language,
        rights=some_line(channel.rights),
        email=_email(own),
        icon=_joined(base, square),
        logo=_joined(base, wide),
        hubs=tuple(_links(own, "hub")),
        ttl=whole(own.text_of("ttl"), 1),
        updated=own.text_of("lastbuilddate", "atom:updated", "atom:modified", "dc:date", "pubdate"),
        generator=some_line(own.text_of("generator", "atom:generator")),
    )


def _joined(base: str | None, address: str | None) -> str | None:
    return joined(base, address) if address else None


def _links(own: Node, rel: str) -> Iterator[str]:
    for node in own.all("atom:link", "link"):
        href = node.get("href")
        if href and node.get("rel") == rel:
            yield href


def _email(own: Node) -> str | None:
    """The newsroom's address."""
    authors = (author.text_of("atom:email", "email") for author in own.all("atom:author"))
    said = (*authors, own.text_of("managingeditor"), own.text_of("webmaster"))
    return next((match[0] for text in said if text and (match := _MAIL.search(text))), None)


def _logos(own: Node, root: Node) -> tuple[str | None, str | None]:
    """The square picture that stands for the feed in a list, and the logo of another or of unknown form."""
    logos = list(own.all("yandex:logo"))
    images = (*own.all("image"), *root.all("image"))
    squares = [node.text for node in logos if node.get("type") == "square"]
    squares += [node.text for node in own.all("atom:icon")]
    squares += [node.get("href") or "" for node in own.all("itunes:image")]
    wides = [node.text for node in logos if node.get("type") != "square"]
    wides += [node.text for node in own.all("atom:logo")]
    wides += [image.text_of("url") or image.text for image in images]
    return next(filter(None, squares), None), next(filter(None, wides), None)
