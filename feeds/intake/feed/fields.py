"""An item of any XML feed to a draft: which elements may hold a field, the best ones first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from feeds.intake.draft import Circumstances, Draft
from feeds.intake.feed.channel import Channel, identity, offer_language
from feeds.intake.feed.media import linked, media
from feeds.intake.feed.story import Told, offer_story
from feeds.intake.feed.texts import said, short, whole
from feeds.intake.normalise.coerce import some_line, truth
from feeds.intake.xml.node import Node, joined
from feeds.markup.text import each_once

_DIRECTIVE = re.compile(r"(?:format-\w+|(?:no)?index|comment-\w+|native(?:-\w+)?|evergreen)")
_GENRES = {"lenta": "flash", "message": "message", "article": "article", "interview": "interview"}
_ADULT = {"yes": "adult", "true": "adult", "explicit": "adult", "no": "nonadult", "clean": "nonadult"}
_EXPIRY = re.compile(r"\bend\s*=\s*([^;\s]+)", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")

TOMBSTONE = "at:deleted-entry"
"""What Atom has in place of an entry that was taken back (RFC 6721)."""

TEXTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("title", "atom:title", "dc:title", "media:title", "itunes:title", "turbo:topic")),
    ("published", (
        "pubdate", "atom:published", "dcterms:issued", "atom:issued", "dc:date", "prism:publicationdate",
        "dcterms:created", "atom:created", "dcterms:date", "date", "published", "datetime",
        "atom:updated", "dcterms:modified", "atom:modified",
    )),
    ("updated", ("atom:updated", "dcterms:modified", "atom:modified", "prism:modificationdate", "updated")),
    ("short_title", ("mi:shorttitle",)),
    ("kicker", ("dcterms:alternative",)),
    ("language", ("dc:language", "language")),
    ("rights", ("dc:rights", "atom:rights", "atom:copyright", "media:copyright", "cc:license")),
    ("expires", ("expirationdate", "expires")),
)  # fmt: skip
"""Fields that are the text of an element."""


def draft_of(item: Node, channel: Channel, circumstances: Circumstances, line: int | None = None) -> Draft:
    """The draft of an item."""
    draft = Draft(kind="feed", line=line or item.line)
    if item.name == TOMBSTONE:
        return _taken_back(draft, item, channel, circumstances)
    base = item.base(channel.base or channel.home)
    link = _offer_links(draft, item, base)
    draft.base = link or base
    _offer_id(draft, item, channel, circumstances)
    for field, names in TEXTS:
        for node in item.all(*names):
            draft.offer(field, said(node), node.name)
    draft.offer("published", date_in_address(link), "the date in its address")
    for field, offering in _OFFERINGS.items():
        for value, where in offering(item, base):
            draft.offer(field, value, where)
    _offer_subjects(draft, item)
    _offer_authors(draft, item, base, channel, circumstances)
    told = Told(
        whole=whole(item, draft.base),
        short=list(short(item, draft.base)),
        media=media(item, draft.base),
        link=link,
        lead=item.text_of("dcterms:abstract") if channel.ours else None,
        ours=channel.ours,
    )
    offer_story(draft, told)
    draft.offer("rights", None if channel.ours else channel.rights, "the feed's rights")
    draft.offer("site", channel.title, "the feed's title")
    draft.offer("language", item.language, "xml:lang")
    offer_language(draft, channel, told.sample(draft), "the feed's language")
    return draft


def _taken_back(draft: Draft, item: Node, channel: Channel, circumstances: Circumstances) -> Draft:
    """The draft of a story of which a feed says only that it is gone."""
    stated = item.get("ref") or ""
    story = identity(stated, channel, circumstances)
    draft.offer("id", story, "ref")
    draft.offer("url", story if story.startswith(("http://", "https://")) else None, "ref")
    draft.offer("title", story, "ref")
    draft.offer("published", item.get("when"), "when")
    draft.offer("withdrawn", item.text_of("at:comment") or "deleted", "at:comment")
    return draft


def _offer_links(draft: Draft, item: Node, base: str | None) -> str | None:
    """Offers the story's addresses; the first one is the one that relative addresses are read against."""
    for address, where in _links(item):
        if address and " " not in address:
            draft.offer("url", joined(base, address), where)
    first = next(draft.all("url"), None)
    return first.value if first else None


def _links(item: Node) -> Iterator[tuple[str | None, str]]:
    for node in item.all("feedburner:origlink", "pheedo:origlink", "link"):
        yield node.text, node.name
    alternates = (n for n in linked(item) if (n.get("rel") or "alternate") == "alternate")
    pages = sorted(alternates, key=lambda n: "html" not in (n.get("type") or "html"))
    yield from ((node.get("href"), node.name) for node in pages)
    for node in item.all("guid"):
        if truth(node.get("isPermaLink", "ispermalink") or "true") is True and "://" in node.text:
            yield node.text, "guid"
    yield item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"), "rdf:about"
    for node in item.all("atom:id", "id"):
        if node.text.startswith(("http://", "https://")):
            yield node.text, node.name


def _offer_id(draft: Draft, item: Node, channel: Channel, circumstances: Circumstances) -> None:
    for node in item.all("guid", "atom:id", "id", "dc:identifier"):
        if node.text:
            draft.offer("id", identity(node.text, channel, circumstances), node.name)


def date_in_address(link: str | None) -> str | None:
    """The day that a story's address names, as in /2026/11/23/."""
    match = _IN_ADDRESS.search(link or "")
    return "-".join(match.groups()) if match else None


def _offer_authors(
    draft: Draft, item: Node, base: str | None, channel: Channel, circumstances: Circumstances
) -> None:
    """The item's persons, from whichever element names some; else the feed's own."""
    section = None if channel.ours else next((o.value for o in draft.all("section")), None)
    groups = ("atom:author", "dc:creator", "author", "dc:author", "itunes:author", "dcterms:creator")
    for name in groups:
        people = [_person(node, base) for node in item.all(name)]
        persons = [one for one in people if one.get("name") not in (None, "", section)]
        draft.offer("authors", channel.without_outlet(persons), name)
    if "authors" not in draft.offers and not any(item.one(name) for name in groups):
        draft.offer("authors", channel.own_authors(circumstances), "the feed's author")


def _person(node: Node, base: str | None) -> dict[str, Any]:
    if not len(node.element):
        return {"name": node.text} if node.text else {}
    page = node.text_of("atom:uri", "uri", "atom:url", "url")
    return {
        "name": node.text_of("atom:name", "name"),
        "url": joined(node.base(base), page) if page else None,
        "email": node.text_of("atom:email", "email"),
    }


def _offer_subjects(draft: Draft, item: Node) -> None:
    """The first category is the section, the others are tags; what steers a platform is neither."""
    draft.offer("section", item.text_of("slash:section", "prism:section"), "slash:section")
    nodes = item.all("category", "atom:category", "dc:subject")
    said = (some_line(node.get("label") or node.text or node.get("term")) for node in nodes)
    named = each_once(subject for subject in said if subject and not _DIRECTIVE.fullmatch(subject))
    first, *others = named or [None]
    if "section" in draft.offers:
        others = list(named)
    else:
        draft.offer("section", first, "category")
    draft.offer("tags", others, "category")
    more = [node.get("label", "text") or node.text for node in item.all("media:category", "itunes:category")]
    draft.offer("tags", more, "media:category")
    for node in item.all("media:keywords", "itunes:keywords", "yandex:tags", "tags", "keywords"):
        draft.offer("tags", node.text, node.name)


Found = Iterator[tuple[Any, str]]


def _comments(item: Node, base: str | None) -> Found:
    pages = [n.get("href") for n in linked(item) if n.get("rel") == "replies"]
    page = item.text_of("comments") or next((p for p in pages if p), None)
    counted = item.text_of("slash:comments", "thr:total")
    facts = {"url": joined(base, page) if page else None, "count": counted}
    yield {name: said for name, said in facts.items() if said}, "comments"


def _place(item: Node, base: str | None) -> Found:
    name = item.text_of("georss:featurename")
    points = (item.text_of("georss:point"), *(n.text for n in item.below("gml:pos")))
    point = next((said for said in points if said), "").replace(",", " ").split()
    pair = (item.text_of("geo:lat"), item.text_of("geo:long"))
    latitude, longitude = point if len(point) == 2 else pair
    yield {k: v for k, v in (("name", name), ("latitude", latitude), ("longitude", longitude)) if v}, "georss"


def _rating(item: Node, base: str | None) -> Found:
    for node in item.all("media:rating", "itunes:explicit", "media:adult"):
        yield _ADULT.get(node.text.lower(), node.text), node.name


def _genre(item: Node, base: str | None) -> Found:
    for node in item.all("yandex:genre"):
        yield _GENRES.get(node.text.lower(), node.text), node.name


def _related(item: Node, base: str | None) -> Found:
    links = [n for around in item.all("yandex:related") if around.get("type") != "infinity"
             for n in around.all("link", "yandex:link")]  # fmt: skip
    found = [
        {"url": joined(base, n.get("url") or ""), "title": n.text, "image": n.get("img")}
        for n in links
        if n.get("url")
    ]
    found += (
        {"url": joined(node.base(base), node.get("href") or ""), "title": node.get("title")}
        for node in linked(item)
        if node.get("rel") == "related"
    )
    yield found, "related"


def _withdrawn(item: Node, base: str | None) -> Found:
    for node in item.all("media:status"):
        if node.get("state") in ("deleted", "blocked"):
            yield node.get("reason") or node.get("state"), node.name


def _expires(item: Node, base: str | None) -> Found:
    for node in item.all("dcterms:valid"):
        if match := _EXPIRY.search(node.text):
            yield match[1], node.name


_OFFERINGS: dict[str, Callable[[Node, str | None], Found]] = {
    "comments": _comments,
    "place": _place,
    "rating": _rating,
    "genre": _genre,
    "related": _related,
    "withdrawn": _withdrawn,
    "expires": _expires,
}
"""Fields that are more than the text of an element."""
