"""A text item of NewsML-G2 to a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from feeds.intake.address import fixed
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.newsml.content import Content, content_of
from feeds.intake.newsml.media import Material
from feeds.intake.newsml.texts import chosen, named, role_of
from feeds.intake.normalise.coerce import number
from feeds.intake.normalise.media import type_of
from feeds.intake.wire import city, names, offer_limit, offer_status, offer_urgency, rights
from feeds.intake.xml.node import Node
from feeds.markup.nodes import Element
from feeds.markup.text import squeeze

_DATES = (
    "itemmeta/firstcreated",
    "contentmeta/contentcreated",
    "itemmeta/versioncreated",
    "contentmeta/contentmodified",
)
_BELOW = ("sub", "deck", "lead", "kicker")
_LEADS = frozenset({"", "summary", "teaser", "abstract", "lead", "intro", "synthe", "ingress"})
_DESKS = re.compile(r"desk|depart|categor|rubri|section|ressort|channel", re.IGNORECASE)
_LONGEST_CODE = 3  # letters; a desk that is called so is called by its code
_PAGES = re.compile(r"https?://", re.IGNORECASE)


def draft_of(
    draft: Draft, item: Node, belonging: Iterable[Material], circumstances: Circumstances
) -> Draft | Rejection:
    """The draft of an item; `belonging` is what is shown with it."""
    base = draft.address or fixed(circumstances.url) or ""
    content = content_of(item, base)
    draft.offer("id", item.get("guid"), "guid")
    for path in _DATES:
        draft.offer("published", next((node.text for node in item.at(path)), None), path)
    for path in ("itemmeta/versioncreated", "contentmeta/contentmodified"):
        draft.offer("updated", next((node.text for node in item.at(path)), None), path)
    _offer_headlines(draft, item, content)
    for offering in _OFFERINGS:
        offering(draft, item)
    _offer_people(draft, item, content)
    _offer_media(draft, item, belonging, content)
    content.offer(draft, _front(draft, item))
    if refused := _refused(draft, item, content):
        return refused
    return draft


def _refused(draft: Draft, item: Node, content: Content) -> Rejection | None:
    """Why an item gives no story."""
    embargo = next(item.at("itemmeta/embargoed"), None)
    if embargo is not None and not embargo.text and not embargo.get("qcode", "literal"):
        return Rejection(
            code="embargoed",
            reason="is embargoed until its agency says otherwise: its embargo names no time",
            file=draft.file,
            line=draft.line,
        )
    if any(field in draft.offers for field in ("html", "text", "lead", "withdrawn")):
        return None
    return Rejection(code="no-story", reason=content.lack, file=draft.file, line=draft.line)


def _front(draft: Draft, item: Node) -> list[str | None]:
    """What a text may repeat in front: its headlines and its byline."""
    titles = [node.text for node in item.at("contentmeta/headline")]
    return [*titles, *(str(offer.value) for offer in draft.all("title")), chosen(item, "contentmeta/by")]


def _offer_headlines(draft: Draft, item: Node, content: Content) -> None:
    """The headline; those below it are leads."""
    found = [(role_of(node), squeeze(node.text)) for node in item.at("contentmeta/headline")]
    lower = [said for role, said in found if role.startswith(_BELOW)]
    upper = [said for role, said in found if said and not role.startswith(_BELOW)]
    draft.offer("title", upper[0] if upper else None, "headline")
    draft.offer("title", content.head.get("title"), "the text's own head")
    draft.offer("title", chosen(item, "itemmeta/title"), "itemMeta/title")
    for node in item.at("contentmeta/description"):
        if role_of(node) in _LEADS:
            draft.offer("lead", squeeze(node.text), "description")
    for said in (*lower, content.head.get("lead"), *upper[1:]):
        draft.offer("lead", said, "headline")


def _agencies(item: Node) -> list[str | None]:
    paths = ("itemmeta/provider", "contentmeta/infosource", "rightsinfo/copyrightholder")
    return [
        *(named(node) for path in paths for node in item.at(path)),
        chosen(item, "contentmeta/creditline"),
    ]


def _offer_people(draft: Draft, item: Node, content: Content) -> None:
    """The byline; else the persons who made the text."""
    agencies = _agencies(item)
    for line in (chosen(item, "contentmeta/by"), content.head.get("by")):
        draft.offer("authors", names(line, agencies) if line else None, "by")
    makers = (said for node in item.at("contentmeta/creator") if (said := named(node)) and " " in said)
    draft.offer("authors", [name for said in makers for name in names(said, agencies)], "creator")


def _offer_subjects(draft: Draft, item: Node) -> None:
    tags = [node.text for node in item.at("contentmeta/keyword") if node.text]
    for node in item.at("contentmeta/subject"):
        name = named(node) if node.one("name") else None
        if (
            not name
            or (node.get("why") or "").endswith("ancestor")
            or (node.get("type") or "").endswith(":poi")
        ):
            continue
        if not _DESKS.search(
            f"{node.get('type') or ''} {node.get('qcode') or ''} {node.get('literal') or ''}"
        ):
            tags.append(name)
        elif len(name) > _LONGEST_CODE:
            draft.offer("section", name, "subject")
    for node in item.at("itemmeta/memberof"):
        draft.offer("section", named(node), "memberOf")
    draft.offer("tags", tags, "subject")
    for node in item.at("contentmeta/genre"):
        draft.offer("genre", named(node), "genre")
    offer_urgency(draft, chosen(item, "contentmeta/urgency"), "urgency")


def _offer_place(draft: Draft, item: Node) -> None:
    """Where the story was written, with the coordinates that the item knows of the place."""
    for node in item.at("contentmeta/located"):
        name = named(node)
        if name:
            draft.offer("place", {"name": name, **_position(node, item)}, "located")
    draft.offer("place", city(chosen(item, "contentmeta/dateline")), "dateline")


def _position(place: Node, item: Node) -> dict[str, Any]:
    key = place.get("qcode", "literal", "uri")
    asserted = (node for node in item.all("assert") if key and key == node.get("qcode", "literal", "uri"))
    for holder in (place, *asserted):
        for position in holder.below("position"):
            pair = {name: number(position.get(name)) for name in ("latitude", "longitude")}
            if None not in pair.values():
                return pair
    return {}


def _offer_rights(draft: Draft, item: Node) -> None:
    holder = next((said for node in item.at("rightsinfo/copyrightholder") if (said := named(node))), None)
    notice, terms = chosen(item, "rightsinfo/copyrightnotice"), chosen(item, "rightsinfo/usageterms")
    draft.offer("rights", rights(notice, holder, terms), "rightsInfo")
    for node in item.at("contentmeta/language"):
        draft.offer("language", node.get("tag"), "language")
    draft.offer("language", item.language, "xml:lang")


def _offer_limits(draft: Draft, item: Node) -> None:
    for node in item.at("itemmeta/embargoed"):
        offer_limit(draft, "embargo", node.text, "embargoed")
    for path in ("itemmeta/expires", "rightsinfo/validto"):
        offer_limit(draft, "expires", next((node.text for node in item.at(path)), None), path)
    notes = [squeeze(node.text) for node in item.at("itemmeta/ednote") if squeeze(node.text)]
    for note in notes:
        draft.note("edNote", f"is for editors: {note[:200]}")
    status = next((node.get("qcode", "uri") for node in item.at("itemmeta/pubstatus")), None)
    fallbacks = (chosen(item, "contentmeta/slugline"), item.get("guid"))
    offer_status(draft, status, notes[0] if notes else None, "pubStatus", fallbacks)


def _offer_links(draft: Draft, item: Node) -> None:
    """Other pages that the item refers to, but for pictures; the item's own page, where a link is to it."""
    pages: list[dict[str, Any]] = []
    for link in item.at("itemmeta/link"):
        href, relation = link.get("href") or "", role_of_link(link)
        if not _PAGES.match(href) or picture_of(link):
            continue
        if relation in ("canonical", "permalink", "publishedat", "self"):
            draft.offer("url", href, "link")
        elif relation in ("seealso", "associatedwith", "related", ""):
            pages.append({"url": href, "title": chosen(link, "title")})
    draft.offer("related", pages, "link")


def role_of_link(link: Node) -> str:
    """What a link says of its target."""
    return (link.get("rel") or "").replace("/", ":").rpartition(":")[2].lower()


def picture_of(link: Node) -> dict[str, Any] | None:
    """The picture that a link leads to; None where it leads to something else."""
    stated = next((node.get("qcode") or "" for node in link.all("itemclass")), "")
    href = link.get("href") or ""
    kind = type_of(link.get("contenttype"), href) or ""
    if not href or not (stated.endswith((":picture", ":graphics")) or kind.startswith("image/")):
        return None
    return {"url": href, "type": kind or None, "alt": chosen(link, "title")}


_OFFERINGS: tuple[Callable[[Draft, Node], None], ...] = (
    _offer_subjects,
    _offer_place,
    _offer_rights,
    _offer_limits,
    _offer_links,
)


def _offer_media(draft: Draft, item: Node, belonging: Iterable[Material], content: Content) -> None:
    """What is shown with the text: other items, links to pictures, media of the text itself."""
    shown = list(belonging)
    pictures = [
        {k: v for k, v in made.facts.items() if k != "title"} for made in shown if made.medium == "image"
    ]
    pictures += _linked(item)
    pictures += content.pictures
    if pictures:
        pictures[0] = {**pictures[0], "role": "cover"}
    draft.offer("images", pictures, "the items beside it")
    draft.offer("videos", [made.facts for made in shown if made.medium == "video"], "the items beside it")
    sounds = (
        (made.facts["url"], made.facts.get("type") or "audio/mpeg")
        for made in shown
        if made.medium == "audio"
    )
    content.behind += [
        Element("figure", {}, [Element("audio", {"src": url, "type": kind})]) for url, kind in sounds
    ]


def _linked(item: Node) -> Iterator[dict[str, Any]]:
    return (facts for link in item.at("itemmeta/link") if (facts := picture_of(link)))
