"""NewsML 1.0 to 1.2: components inside components, of which one holds the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from feeds.intake.address import fixed
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.newsml.content import Content, markup_of, of_nitf, of_text
from feeds.intake.wire import (
    Told,
    city,
    largest,
    names,
    offer_hold,
    offer_status,
    offer_urgency,
    version,
)
from feeds.intake.xml.node import Node
from feeds.markup.parse import parse
from feeds.markup.text import squeeze

_LINES = {"headline": "title", "subheadline": "lead", "copyrightline": "rights"}
_OTHER_PARTS = (
    "css",
    "style",
    "headline",
    "caption",
    "contact",
    "logo",
    "photo",
    "graphic",
    "video",
    "audio",
)
_MEDIA = {"photo": "image", "picture": "image", "graphic": "image", "video": "video"}


def items(root: Node, blank: Draft, circumstances: Circumstances) -> Iterator[Told]:
    """Each item of the document as its draft."""
    base = blank.address or fixed(circumstances.url) or ""
    for item in root.all("newsitem"):
        draft = replace(blank, offers={}, notes=[], line=item.line)
        revision = next((node.text for node in item.below("revisionid")), None)
        yield Told(
            _draft_of(draft, item, base), _identity(item), version(revision, _of(item, "thisrevisioncreated"))
        )


def _identity(item: Node) -> str | None:
    """The item's public identifier without the revision at its end, or what that is made of."""
    parts = [_of(item, name) for name in ("providerid", "dateid", "newsitemid")]
    if all(parts):
        return "urn:newsml:" + ":".join(str(part) for part in parts)
    return _of(item, "publicidentifier")


def _of(item: Node, name: str) -> str | None:
    """The first text of elements of a name, or their formal name."""
    found = (squeeze(node.text) or node.get("FormalName") for node in item.below(name))
    return next((said for said in found if said), None)


def _draft_of(draft: Draft, item: Node, base: str) -> Draft | Rejection:
    draft.offer("id", _identity(item), "NewsIdentifier")
    for name in ("firstcreated", "dateid"):
        draft.offer("published", _of(item, name), name)
    draft.offer("updated", _of(item, "thisrevisioncreated"), "ThisRevisionCreated")
    for name, field in _LINES.items():
        draft.offer(field, _of(item, name), name)
    draft.offer("title", _of(item, "namelabel"), "NameLabel")
    _offer_people(draft, item)
    draft.offer("tags", list(_keywords(item)), "DescriptiveMetadata")
    draft.offer("place", city(_of(item, "dateline")), "DateLine")
    draft.offer("language", next((n.get("FormalName") for n in item.below("language")), None), "Language")
    offer_urgency(draft, next((n.get("FormalName") for n in item.below("urgency")), None), "Urgency")
    _offer_status(draft, item)
    _offer_pictures(draft, item, base)
    content = _content(item, base)
    content.offer(draft, [_of(item, "headline"), _of(item, "byline")])
    if not any(field in draft.offers for field in ("html", "text", "lead", "withdrawn")):
        return Rejection(code="no-story", reason=content.lack, file=draft.file, line=draft.line)
    return draft


def _offer_people(draft: Draft, item: Node) -> None:
    agencies = [_of(item, "creditline"), *(node.get("FormalName") for node in item.below("party"))]
    line = _of(item, "byline")
    draft.offer("authors", names(line, agencies) if line else None, "ByLine")


def _keywords(item: Node) -> Iterator[str]:
    for node in item.below("keywordline"):
        yield from (part for part in node.text.split(",") if part.strip())
    for node in item.below("property"):
        if node.get("FormalName") == "Keyword" and (said := node.get("Value")):
            yield said


def _offer_status(draft: Draft, item: Node) -> None:
    """The state of the item, and when it changes: that of an embargo is when it ends."""
    status = next((node.get("FormalName") for node in item.at("newsmanagement/status")), None)
    if (status or "").lower() == "embargoed":
        end = _of(item, "dateandtime") if next(item.below("statuswillchange"), None) else None
        offer_hold(draft, end, "Status")
    offer_status(draft, status, None, "Status", [_of(item, "slugline"), _identity(item)])


def _content(item: Node, base: str) -> Content:
    """The text: the longest of the contents that are neither style nor another part of the item."""
    nodes = [node for node in item.below("datacontent") if _is_text(node)]
    longest = max(nodes, key=lambda node: len(node.text), default=None)
    if longest is None:
        return Content()
    document = next(longest.below("nitf", "body.content"), None)
    if document is not None:
        return of_nitf(document, base, "DataContent")
    if len(longest.element):
        body = next(longest.below("xhtml:body", "body"), longest)
        return Content(parse(markup_of(body), base), where="DataContent")
    return of_text(longest.text, base, "DataContent")


def _is_text(content: Node) -> bool:
    """Whether a content may be the text, by the role of its component and by its media type."""
    around = content.element.getparent()
    holder = Node(around) if around is not None else content
    component = holder.element.getparent()
    roles = Node(component).all("role") if component is not None else ()
    kinds = [
        (node.get("FormalName") or "").lower() for node in (*roles, *holder.all("mimetype", "mediatype"))
    ]
    return not any(word in kind for kind in kinds for word in _OTHER_PARTS)


def _offer_pictures(draft: Draft, item: Node, base: str) -> None:
    """Pictures and films: of the contents of one component, which are renditions of one thing, the best."""
    found: dict[str, list[dict[str, Any]]] = {"image": [], "video": []}
    for component in item.below("newscomponent"):
        caption = next((node.text for node in component.below("headline")), None)
        for medium, listed in found.items():
            if best := largest(_renditions(component, medium)):
                listed.append({**best, "caption": caption})
    if found["image"]:
        found["image"][0]["role"] = "cover"
    draft.offer("images", found["image"], "ContentItem")
    draft.offer("videos", found["video"], "ContentItem")


def _renditions(component: Node, medium: str) -> Iterator[dict[str, Any]]:
    for node in component.all("contentitem"):
        kind = next((_MEDIA.get((n.get("FormalName") or "").lower()) for n in node.all("mediatype")), None)
        url = node.get("Href") or ""
        if kind == medium and url.startswith(("http://", "https://")):
            size = {
                (n.get("FormalName") or "").lower(): n.get("Value")
                for n in node.at("characteristics/property")
            }
            yield {"url": url, "width": size.get("width"), "height": size.get("height")}
