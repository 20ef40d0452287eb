"""What belongs to a text of ninjs: pictures, films and sounds in their best rendition, and other texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.ninjs.keys import folded, identity, texts
from feeds.intake.normalise.coerce import several, some_line, word
from feeds.intake.normalise.media import type_of
from feeds.intake.wire import largest
from feeds.markup.parse import parse
from feeds.markup.text import inline

_COVERS = ("featuremedia", "featureimage", "mainpic", "mainimage", "main", "lead", "photo", "hero", "cover")
_PICTURES = frozenset({"picture", "image", "photo", "graphic"})
_TEXTS = frozenset({"text", "composite", "story", "article"})
_CAPTIONS = ("caption", "text", "", "summary", "caption_text")


@dataclass(slots=True)
class Shown:
    """Sounds, which stand below the text, and for each rendition of a picture the best one of the same.

    The rest is offered for fields of its own.
    """

    sounds: list[dict[str, Any]] = field(default_factory=list)
    best: dict[str, str] = field(default_factory=dict)


def shown(item: Mapping[str, Any], draft: Draft, prefix: str) -> Shown:
    """Offers pictures, videos and related stories; what stands below the text is given back."""
    found = Shown()
    pictures: list[tuple[int, dict[str, Any]]] = []
    related: list[dict[str, Any]] = list(_boxed_links(item))
    for name, one in _associations(item):
        kind = (word(one.get("type")) or "").lower()
        where = f"{prefix}associations.{name}"
        if kind in _TEXTS:
            related.append(_link(one))
            continue
        facts = _facts(one, kind)
        if not facts:
            draft.note(where, f"a {kind or 'thing'} without an address")
        elif "logo" in name.lower():
            draft.note(where, "a logo, no picture of the story")
        elif kind == "audio":
            found.sounds.append(facts)
        elif kind == "video":
            draft.offer("videos", [facts], where)
        elif kind in _PICTURES:
            pictures.append((_place(name, one), facts))
            found.best |= {r["url"]: facts["url"] for r in _renditions(one, "image")}
    ordered = [facts for _, facts in sorted(pictures, key=lambda pair: pair[0])]
    if ordered:
        ordered[0] = {**ordered[0], "role": "cover"}
    draft.offer("images", ordered, f"{prefix}associations")
    draft.offer("related", related, f"{prefix}associations")
    return found


def _associations(item: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The things that belong to an item, by their names."""
    value = item.get("associations")
    pairs = value.items() if isinstance(value, Mapping) else enumerate(several(value))
    for name, one in pairs:
        if isinstance(one, Mapping):
            made = folded(one)
            yield str(made.get("name") or made.get("id") or name), made


def _place(name: str, one: Mapping[str, Any]) -> int:
    """Where a picture stands: that which stands for the story first, the others as they come."""
    if one.get("is_featureimage") is True:
        return 0
    return 1 if name.lower() in _COVERS else 2


def _facts(one: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """What is known of a picture, a film or a sound; nothing where it has no address."""
    best = largest(_renditions(one, "image" if kind in _PICTURES else kind))
    if best is None:
        return {}
    said = {
        text.role: text.value
        for text in sorted(
            texts(one, "description"), key=lambda text: text.form != "text/plain", reverse=True
        )
    }
    caption = one.get("caption") or next((said[role] for role in _CAPTIONS if role in said), None)
    facts = {
        **best,
        "caption": some_line(caption),
        "credit": some_line(one.get("creditline") or said.get("creditline") or one.get("by")),
        "title": some_line(one.get("headline")) if kind not in _PICTURES else None,
    }
    if kind == "video" and (still := largest(_renditions(one, "image"))):
        facts["thumbnail"] = still["url"]
    return {name: value for name, value in facts.items() if value is not None and name != "name"}


def _renditions(one: Mapping[str, Any], medium: str) -> Iterator[dict[str, Any]]:
    """The renditions that are files of a medium."""
    value = one.get("renditions")
    pairs = value.items() if isinstance(value, Mapping) else enumerate(several(value))
    for name, rendition in pairs:
        if not isinstance(rendition, Mapping):
            continue
        made = folded(rendition)
        url = word(made.get("href"))
        kind = type_of(made.get("mimetype"), url)
        if url and "/" in url and (kind or f"{medium}/").startswith(f"{medium}/"):
            yield {
                "name": word(made.get("name")) or str(name), "url": url, "type": kind,
                "width": made.get("width"), "height": made.get("height"),
                "length": made.get("sizeinbytes"), "duration": made.get("duration"),
            }  # fmt: skip


def _link(one: Mapping[str, Any]) -> dict[str, Any]:
    """Another story: its headline, and its address where what tells it apart is one."""
    title = next((text.value for text in texts(one, "headline")), None)
    said = identity(one) or ""
    return {"title": title, "url": said if said.startswith(("http://", "https://")) else None}


def _boxed_links(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The links of a box that dpa puts beside a text."""
    box = item.get("linkbox_html")
    for block in parse(box) if isinstance(box, str) else ():
        for element in block.elements():
            if element.tag == "a":
                yield {"url": element.attributes.get("href"), "title": inline(element)}
