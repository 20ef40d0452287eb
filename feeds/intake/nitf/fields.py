"""A document of NITF to a draft: where each field may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from feeds.intake.draft import Draft, Rejection
from feeds.intake.nitf.body import body_html, picture
from feeds.intake.wire import (
    byline_in,
    city,
    later,
    names,
    offer_hold,
    offer_limit,
    offer_status,
    offer_urgency,
    rights,
    without_heading,
    without_signature,
)
from feeds.intake.xml.node import Node
from feeds.markup.parse import parse
from feeds.markup.text import squeeze

_DOCDATA = "head/docdata"
_HEAD = "body/body.head"
_GENERIC = frozenset({"news", "data", "alert", "text", "article", "story", "current", "feature", ""})
_SHORTEST_LEAD = 25  # characters; a shorter second headline is a slug

_DATES = (
    (f"{_DOCDATA}/date.issue", "norm"),
    (f"{_HEAD}/dateline/story.date", "norm"),
    ("head/pubdata", "date.publication"),
    (f"{_DOCDATA}/pubdata", "date.publication"),
    (f"{_DOCDATA}/date.release", "norm"),
)


def identity(document: Node) -> str | None:
    """What tells the story apart in every version of it.

    Some agencies write the version behind the id; what it is the version of is the key then.
    """
    stated = _attribute(document, f"{_DOCDATA}/doc-id", "id-string")
    key = _attribute(document, f"{_DOCDATA}/du-key", "key")
    return key if key and stated and stated.startswith(key) else stated


def draft_of(draft: Draft, document: Node, base: str | None) -> Draft | Rejection:
    """The draft of a document; `base` is what its relative addresses are read against."""
    draft.offer("id", identity(document), "doc-id")
    _offer_titles(draft, document)
    for path, attribute in _DATES:
        said = _attribute(document, path, attribute)
        draft.offer("published", said, path)
    for offering in _OFFERINGS:
        offering(draft, document)
    _offer_media(draft, document, base)
    _offer_body(draft, document, base)
    if not any(field in draft.offers for field in ("html", "lead", "withdrawn")):
        return Rejection(code="no-story", reason="holds no text", file=draft.file, line=draft.line)
    return draft


def _attribute(document: Node, path: str, name: str) -> str | None:
    return next((said for node in document.at(path) if (said := node.get(name))), None)


def _text(document: Node, path: str) -> str | None:
    return next((said for node in document.at(path) if (said := squeeze(node.text))), None)


def _offer_titles(draft: Draft, document: Node) -> None:
    draft.offer("title", _text(document, f"{_HEAD}/hedline/hl1"), "hl1")
    draft.offer("title", _text(document, "head/title"), "head/title")
    draft.offer("lead", _text(document, f"{_HEAD}/abstract"), "abstract")
    for node in document.at("body/body.content/p"):
        if node.get("lede", "lead") == "true" or node.get("class") == "lead":
            draft.offer("lead", node.text, "p.lead")
    for second in document.at(f"{_HEAD}/hedline/hl2"):
        said = squeeze(second.text)
        if len(said) >= _SHORTEST_LEAD and not said.isupper():
            draft.offer("lead", said, "hl2")


def _offer_people(draft: Draft, document: Node) -> None:
    """The persons of the byline, else its text without the title of their job."""
    agencies = [
        _text(document, f"{_HEAD}/distributor"),
        _attribute(document, f"{_DOCDATA}/doc.copyright", "holder"),
    ]
    agencies += [node.get("src-name") for node in document.at(f"{_DOCDATA}/del-list/from-src")]
    for line in document.at(f"{_HEAD}/byline"):
        persons = [squeeze(node.text) for node in line.below("person")]
        titles = [node.text for node in line.below("byttl")]
        said = squeeze(line.text)
        for title in titles:
            said = said.replace(squeeze(title), " ")
        listed = [name for person in persons or [said] for name in names(person, [*agencies, *titles])]
        draft.offer("authors", listed, "byline")


def _offer_subjects(draft: Draft, document: Node) -> None:
    kinds = [node.get("tobject.type") or "" for node in document.at("head/tobject")]
    section = next((kind for kind in kinds if kind.lower() not in _GENERIC), None)
    draft.offer("section", section, "tobject")
    named = list(_subjects(document))
    draft.offer("tags", named, "tobject.subject")
    for node in document.at("head/tobject/tobject.property"):
        draft.offer("genre", node.get("tobject.property.type"), "tobject.property")
    urgency = _attribute(document, f"{_DOCDATA}/urgency", "ed-urg")
    offer_urgency(draft, urgency, "urgency")


def _subjects(document: Node) -> Iterator[str]:
    """Keywords, then subjects by their most exact names."""
    for node in document.at(f"{_DOCDATA}/key-list/keyword"):
        if said := node.get("key") or node.text:
            yield said
    for node in document.at("head/tobject/tobject.subject"):
        named = node.get("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
        if named:
            yield named


def _offer_place(draft: Draft, document: Node) -> None:
    for line in document.at(f"{_HEAD}/dateline"):
        place = next(line.below("city"), None) or next(line.below("location"), None)
        draft.offer("place", city(place.text if place else line.text), "dateline")
    draft.offer("place", _attribute(document, f"{_DOCDATA}/evloc", "city"), "evloc")


def _offer_rights(draft: Draft, document: Node) -> None:
    for node in document.at(f"{_DOCDATA}/doc.copyright"):
        holder = " ".join(filter(None, (node.get("year"), node.get("holder"))))
        draft.offer("rights", rights(None, holder), "doc.copyright")
    draft.offer("rights", _text(document, f"{_HEAD}/rights"), "rights")
    draft.offer("language", document.get("baselang") or document.language, "baselang")


def _offer_limits(draft: Draft, document: Node) -> None:
    """When the story may go out and when it must be gone; a release is one where it lies behind the issue."""
    release = _attribute(document, f"{_DOCDATA}/date.release", "norm")
    issue = _attribute(document, f"{_DOCDATA}/date.issue", "norm")
    status = _attribute(document, _DOCDATA, "management-status")
    if (status or "").lower() == "embargoed":
        offer_hold(draft, release, "date.release")
    elif later(release, issue):
        offer_limit(draft, "embargo", release, "date.release")
    offer_limit(draft, "expires", _attribute(document, f"{_DOCDATA}/date.expire", "norm"), "date.expire")
    note = _attribute(document, f"{_DOCDATA}/ed-msg", "info")
    if note:
        draft.note("ed-msg", f"is for editors: {note[:200]}")
    offer_status(draft, status, note, "management-status", [identity(document)])


_OFFERINGS: tuple[Callable[[Draft, Node], Any], ...] = (
    _offer_people,
    _offer_subjects,
    _offer_place,
    _offer_rights,
    _offer_limits,
)


def _offer_media(draft: Draft, document: Node, base: str | None) -> None:
    """The pictures and films of the document; those in the text stay there too."""
    found = [facts for node in document.below("media") if (facts := picture(node, base))]
    pictures = [facts for facts in found if facts["medium"] == "image"]
    if pictures:
        pictures[0] = {**pictures[0], "role": "cover"}
    draft.offer("images", pictures, "media")
    draft.offer("videos", [facts for facts in found if facts["medium"] == "video"], "media")


def _offer_body(draft: Draft, document: Node, base: str | None) -> None:
    if next(document.at("body/body.content"), None) is None:
        return
    title = next((str(offer.value) for offer in draft.all("title")), None)
    bylines = [squeeze(node.text) for node in document.at(f"{_HEAD}/byline")]
    body = parse(body_html(document, base), base or "")
    body, line = byline_in(without_signature(without_heading(body, title, *bylines)))
    draft.offer("html", body, "body.content")
    draft.offer("authors", line, "body.content")
