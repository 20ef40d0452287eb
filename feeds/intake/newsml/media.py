"""Pictures, films and sounds of NewsML-G2: each item's best rendition, with what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from feeds.intake.newsml.texts import chosen, named, role_of
from feeds.intake.normalise.media import type_of
from feeds.intake.wire import largest
from feeds.intake.xml.node import Node
from feeds.markup.text import squeeze

Medium = Literal["image", "video", "audio"]
MEDIA: tuple[Medium, ...] = ("image", "video", "audio")
_CAPTIONS = ("caption", "", "summary", "videocaption")


class Material(NamedTuple):
    """Something to see or to hear, with what is known of it."""

    medium: Medium
    facts: dict[str, Any]


def material(item: Node) -> Material | None:
    """What an item shows; None where it shows nothing, or nothing that has an address."""
    contents = [node for around in item.all("contentset") for node in around.all("remotecontent")]
    for medium in MEDIA:
        best = largest(_renditions(contents, medium))
        if best is None:
            continue
        facts = best | _said(item)
        if medium == "video" and (still := largest(_renditions(contents, "image"))):
            facts["thumbnail"] = still["url"]
        return Material(medium, {name: value for name, value in facts.items() if value and name != "name"})
    return None


def _renditions(contents: Iterable[Node], medium: Medium) -> Iterator[dict[str, Any]]:
    for node in contents:
        url = node.get("href") or ""
        kind = (node.get("contenttype") or type_of(None, url) or "").lower()
        if url.startswith(("http://", "https://")) and kind.startswith(f"{medium}/"):
            yield {
                "url": url, "type": kind, "name": node.get("rendition"), "width": node.get("width"),
                "height": node.get("height"), "length": node.get("size"), "duration": node.get("duration"),
            }  # fmt: skip


def _said(item: Node) -> dict[str, Any]:
    """The caption, the credit and the headline of a picture."""
    texts = {role_of(node): node.text for node in item.at("contentmeta/description") if node.text}
    creators = (name for node in item.at("contentmeta/creator") if (name := named(node)))
    return {
        "caption": squeeze(next((texts[role] for role in _CAPTIONS if role in texts), "")),
        "credit": chosen(item, "contentmeta/creditline") or next(creators, None),
        "title": chosen(item, "contentmeta/headline"),
    }
