"""The items of a NewsML-G2 document: which are texts, and which pictures belong to which of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.newsml.fields import draft_of
from feeds.intake.newsml.media import Material, material
from feeds.intake.wire import Told, version
from feeds.intake.xml.node import Node

_CLASSES = {
    "picture": "is a picture, not a text", "graphic": "is a graphic, not a text",
    "graphics": "is a graphic, not a text", "video": "is a video, not a text",
    "audio": "is a sound, not a text", "animated": "is an animation, not a text",
    "concept": "describes a concept, and is no story", "event": "is an event, and no story",
}  # fmt: skip


def items(root: Node, blank: Draft, circumstances: Circumstances) -> Iterator[Told]:
    """Each item of the document: a text as its draft, others as what they are."""
    found = [root] if root.name == "newsitem" else list(root.below("newsitem"))
    texts = [item for item in found if _class(item) not in _CLASSES]
    shown = {guid: made for item in found if (guid := item.get("guid")) and (made := material(item))}
    packages = [_members(package) for package in (root, *root.below("packageitem"))]
    for item in found:
        if item in texts:
            belonging = _belonging(item, texts, shown, packages)
            yield _text(item, belonging, replace(blank, offers={}, notes=[], line=item.line), circumstances)
        elif not texts:
            reason = _CLASSES[_class(item)]
            yield Told(Rejection(code="no-story", reason=reason, line=item.line))


def _class(item: Node) -> str:
    """What an item is, by the code of its class: the alias in front of it differs between agencies."""
    node = next(item.at("itemmeta/itemclass"), None)
    stated = (node.get("qcode", "uri") if node else None) or ""
    return stated.replace("/", ":").rpartition(":")[2].lower()


def _members(package: Node) -> frozenset[str]:
    """The items that a package holds."""
    if package.name != "packageitem":
        return frozenset()
    return frozenset(said for node in package.below("itemref") if (said := node.get("residref", "guidref")))


def _belonging(
    item: Node, texts: list[Node], shown: dict[str, Material], packages: list[frozenset[str]]
) -> list[Material]:
    """What a text's pictures are: those of its package and its links; all, where it is the only text."""
    if len(texts) == 1:
        return list(shown.values())
    guid = item.get("guid")
    together = {other for members in packages if guid in members for other in members}
    linked = {said for link in item.below("link") if (said := link.get("residref", "guidref"))}
    return [made for other, made in shown.items() if other in together | linked]


def _text(item: Node, belonging: list[Material], draft: Draft, circumstances: Circumstances) -> Told:
    changed = next((node.text for node in item.at("itemmeta/versioncreated")), None)
    answer = draft_of(draft, item, belonging, circumstances)
    return Told(answer, item.get("guid"), version(item.get("version"), changed))
