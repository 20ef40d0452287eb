"""A text of ninjs to a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from feeds.intake.address import fixed
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.ninjs.keys import Text, identity, labels, texts
from feeds.intake.ninjs.media import Shown, shown
from feeds.intake.nitf.body import html_of
from feeds.intake.normalise.body import is_markup
from feeds.intake.normalise.coerce import raw_text, several, some_line, whole, word
from feeds.intake.wire import (
    city,
    names,
    offer_limit,
    offer_status,
    offer_urgency,
    rights,
    without_heading,
    without_signature,
)
from feeds.markup.nodes import Body, Element
from feeds.markup.parse import parse

_MAIN = ("main", "headline", "title", "")
_BELOW = frozenset({"sub", "subtitle", "subheadline", "subhead", "lead", "deck"})
_SUMMARIES = frozenset({"", "summary", "lead", "teaser", "text", "abstract", "intro", "ingress"})
_AUTHORS = frozenset({"author", "writer", "reporter", "correspondent", "columnist", ""})
_BODIES = ("html", "html5", "richhtml5", "xhtml", "article", "main", "", "text", "nitf")

_FURNITURE = re.compile(r'<div class="dat">.*?</div>', re.DOTALL)  # TT's line of subject and agency

_TEXTS: tuple[tuple[str, str], ...] = (
    ("kicker", "kicker"),
    ("language", "language"),
    ("published", "firstpublished"),
    ("published", "firstcreated"),
    ("published", "content_created"),
    ("published", "contentcreated"),
    ("published", "versioncreated"),
    ("updated", "versioncreated"),
)
"""Fields that are the value of a key."""


def draft_of(
    draft: Draft, item: Mapping[str, Any], prefix: str, circumstances: Circumstances
) -> Draft | Rejection:
    """The draft of an item, its keys folded; `prefix` is the path to it."""
    draft.offer("id", identity(item), f"{prefix}uri")
    _offer_address(draft, item, prefix, circumstances)
    for field, key in _TEXTS:
        draft.offer(field, item.get(key), prefix + key)
    _offer_headlines(draft, item, prefix)
    found = shown(item, draft, prefix)
    _offer_body(draft, item, found, prefix, draft.address or fixed(circumstances.url) or "")
    _offer_people(draft, item, prefix)
    _offer_subjects(draft, item, prefix)
    _offer_place(draft, item, prefix)
    notice, terms = raw_text(item.get("copyrightnotice")), raw_text(item.get("usageterms"))
    draft.offer("rights", rights(notice, item.get("copyrightholder"), terms), f"{prefix}copyrightnotice")
    offer_limit(draft, "embargo", item.get("embargoed"), f"{prefix}embargoed")
    offer_limit(draft, "expires", item.get("expires"), f"{prefix}expires")
    note = raw_text(item.get("ednote"))
    fallbacks = (item.get("slugline"), item.get("title"), identity(item))
    offer_status(draft, item.get("pubstatus"), note, f"{prefix}pubstatus", fallbacks)
    if note:
        draft.note(f"{prefix}ednote", f"is for editors: {note[:200]}")
    if not _tells(draft):
        return Rejection(
            code="no-story", reason="holds no text, only a caption", file=draft.file, line=draft.line
        )
    return draft


def _tells(draft: Draft) -> bool:
    """Whether there is more to read than a headline, or a reason why there is not."""
    return any(field in draft.offers for field in ("html", "text", "lead", "withdrawn"))


def _offer_address(draft: Draft, item: Mapping[str, Any], prefix: str, circumstances: Circumstances) -> None:
    """A page's address where the item has one; that which tells items apart only where nothing else is known."""
    extra = item.get("extra")
    for holder in (item, extra if isinstance(extra, Mapping) else {}):
        for key in ("canonicalurl", "canonical_url", "weburl", "web_url", "permalink"):
            draft.offer("url", word(holder.get(key)), prefix + key)
    said = identity(item)
    lent = draft.address or circumstances.url
    if said and not lent and said.startswith(("http://", "https://")):
        draft.offer("url", said, f"{prefix}uri")


def _offer_headlines(draft: Draft, item: Mapping[str, Any], prefix: str) -> None:
    found = texts(item, "headline")
    main = sorted((one for one in found if one.role in _MAIN), key=lambda one: _MAIN.index(one.role))
    for one in main:
        draft.offer("title", one.value, prefix + one.where)
    if not main:
        draft.offer("title", word(item.get("title")) or word(item.get("name")), f"{prefix}title")
    for one in found:
        if one.role in _BELOW:
            draft.offer("lead", one.value, prefix + one.where)
        elif one.role == "short":
            draft.offer("short_title", one.value, prefix + one.where)
    for key in ("teaser", "subhead", "abstract"):
        draft.offer("lead", raw_text(item.get(key)), prefix + key)
    for one in texts(item, "description"):
        if one.role in _SUMMARIES:
            draft.offer("lead", one.value, prefix + one.where)


def _offer_body(draft: Draft, item: Mapping[str, Any], found: Shown, prefix: str, base: str) -> None:
    """The best of the bodies, markup before plain text, with what belongs to it behind it."""
    title = next((some_line(offer.value) for offer in draft.all("title")), None)
    for one in sorted(_bodies(item), key=_preference):
        markup = _markup(one)
        if markup is None:
            draft.offer("text", one.value, prefix + one.where)
            continue
        body = without_signature(without_heading(parse(_FURNITURE.sub("", markup), base), title))
        _at_their_best(body, found)
        draft.offer("html", [*body, *_behind(item, found)] if body else None, prefix + one.where)


def _at_their_best(body: Body, found: Shown) -> None:
    """Shows the best rendition of each picture that belongs to the item, whichever the body shows."""
    for block in body:
        for element in block.elements():
            if element.tag == "img":
                source = element.attributes["src"]
                element.attributes["src"] = found.best.get(source, source)


def _bodies(item: Mapping[str, Any]) -> Iterator[Text]:
    yield from texts(item, "body")
    if isinstance(said := item.get("article_html"), str):
        yield Text("article", "text/html", said, "article_html")


def _preference(text: Text) -> tuple[bool, int]:
    plain = _markup(text) is None
    return plain, _BODIES.index(text.role) if text.role in _BODIES else len(_BODIES)


def _markup(text: Text) -> str | None:
    """A body as HTML; None for plain text."""
    form = text.form.lower()
    if "nitf" in form or "nitf" in text.role or form in ("application/xml", "text/xml"):
        return html_of(text.value)
    return text.value if "html" in form or (form != "text/plain" and is_markup(text.value)) else None


def _behind(item: Mapping[str, Any], found: Shown) -> Body:
    """What stands behind the text: a box with more of it, and sounds."""
    box = item.get("infobox_html")
    sounds = (
        Element(
            "figure", {}, [Element("audio", {"src": one["url"], "type": one.get("type") or "audio/mpeg"})]
        )
        for one in found.sounds
    )
    return [*(parse(box) if isinstance(box, str) else ()), *sounds]


def _offer_people(draft: Draft, item: Mapping[str, Any], prefix: str) -> None:
    """The authors that are listed as such; else those of the byline."""
    agencies = [
        some_line(item.get(key)) for key in ("provider", "source", "copyrightholder", "creditline")
    ] + labels(item.get("infosources"))
    listed = [one for one in several(item.get("authors")) if isinstance(one, Mapping)]
    writers = [one for one in listed if (word(one.get("role")) or "").lower() in _AUTHORS]
    draft.offer("authors", [{"name": one.get("name")} for one in writers], f"{prefix}authors")
    byline = raw_text(item.get("by"))
    draft.offer("authors", names(byline, agencies) if byline else None, f"{prefix}byline")


def _offer_subjects(draft: Draft, item: Mapping[str, Any], prefix: str) -> None:
    services = labels(item.get("service")) or labels(item.get("anpa_category"))
    draft.offer("section", services[0] if services else None, f"{prefix}service")
    subjects = [
        *labels(item.get("subjects")), *labels(item.get("keywords")), *labels(item.get("keyword_names")),
        *labels(item.get("dpasubject_names")), *labels(item.get("geosubject_names")),
    ]  # fmt: skip
    draft.offer("tags", [one for one in subjects if len(one) > 1], f"{prefix}subject")
    draft.offer("genre", labels(item.get("genres")), f"{prefix}genre")
    offer_urgency(draft, item.get("urgency"), f"{prefix}urgency")


def _offer_place(draft: Draft, item: Mapping[str, Any], prefix: str) -> None:
    """Where the story was written; its coordinates, where one of the places has them."""
    line = item.get("datelinelocation")
    from_line = word(line.get("city")) if isinstance(line, Mapping) else None
    name = some_line(item.get("located")) or from_line or city(word(item.get("dateline")))
    if not name:
        return
    place: dict[str, Any] = {"name": name}
    for one in several(item.get("places")):
        if isinstance(one, Mapping) and word(one.get("name")) == name:
            place |= _coordinates(one)
    draft.offer("place", place, f"{prefix}located")


def _coordinates(place: Mapping[str, Any]) -> dict[str, Any]:
    shape = place.get("geoJSON") or place.get("geojson") or place.get("geometry_geojson")
    pair = shape.get("coordinates") if isinstance(shape, Mapping) else None
    if not isinstance(pair, list) or len(pair) != 2 or whole(pair[0], -180, 180) is None:
        return {}
    return {"longitude": pair[0], "latitude": pair[1]}
