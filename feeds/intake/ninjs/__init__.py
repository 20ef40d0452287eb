"""ninjs 1.x to 3.x, and the dialects of it that Superdesk, AP, the BBC and dpa write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.ninjs.item import draft_of
from feeds.intake.ninjs.keys import folded, identity
from feeds.intake.normalise.coerce import shown
from feeds.intake.records.forms import values
from feeds.intake.wire import Told, newest, version

KINDS = ("ninjs",)

_DEPTH = 6  # envelopes around an item: AP's data.items[].item is three
_ENVELOPES = ("items", "item", "data", "articles", "results", "entries", "_items", "content")
_OTHERS = {
    "picture": "is a picture, not a text", "image": "is a picture, not a text",
    "photo": "is a picture, not a text", "graphic": "is a graphic, not a text",
    "video": "is a video, not a text", "audio": "is a sound, not a text",
    "event": "is an event, not a text", "planning": "is a plan of coverage, not a text",
    "component": "is a part of other items, not a text",
}  # fmt: skip


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each text of a file, of several versions of one the newest; of others, what they are."""
    answers = newest(_told(data, file, address, circumstances))
    first = next(answers, None) or Rejection(code="no-record", reason="holds no ninjs item")
    return chain([first], answers)


def _told(data: bytes, file: str | None, address: str | None, circumstances: Circumstances) -> Iterator[Told]:
    for found in values(data, f"{file or ''}.json", circumstances.encoding):
        if isinstance(found, Rejection):
            yield Told(found)
            continue
        for value, where in items(found.value, found.where):
            draft = Draft(kind=KINDS[0], file=file, line=found.line, address=address)
            yield _item(value, where, draft, circumstances)


def items(value: Any, where: str = "", depth: int = _DEPTH) -> Iterator[tuple[Any, str]]:
    """The items in a value, out of the lists and envelopes around them, with their paths."""
    if isinstance(value, list) and depth:
        for number, member in enumerate(value):
            yield from items(member, f"{where}[{number}]", depth - 1)
        return
    name = _envelope(value) if isinstance(value, Mapping) and depth else None
    if name is None:
        yield value, where
    else:
        yield from items(value[name], f"{where}.{name}".lstrip("."), depth - 1)


def _envelope(value: Mapping[Any, Any]) -> str | None:
    """The key under which an object that is no item itself holds items."""
    if identity(folded(value)) is not None:
        return None
    return next((name for name in _ENVELOPES if isinstance(value.get(name), list | dict)), None)


def _item(value: Any, where: str, draft: Draft, circumstances: Circumstances) -> Told:
    if not isinstance(value, Mapping):
        place = f" at {where}" if where else ""
        reason = f"holds {shown(value)}{place} where an item should be"
        return Told(Rejection(code="no-record", reason=reason, line=draft.line))
    item = folded(value)
    said = identity(item)
    if said is None and not _looks_like_a_text(item):
        reason = "is JSON, but no ninjs: it has neither a uri nor a guid"
        return Told(Rejection(code="no-record", reason=reason, line=draft.line))
    kind = str(item.get("type") or ("event" if "eventdetails" in item else "")).lower()
    if kind in _OTHERS:
        return Told(Rejection(code="no-story", reason=_OTHERS[kind], line=draft.line))
    newness = version(item.get("version"), item.get("versioncreated"))
    return Told(draft_of(draft, item, f"{where}." if where else "", circumstances), said, newness)


def _looks_like_a_text(item: Mapping[str, Any]) -> bool:
    return bool((item.get("headline") or item.get("headlines")) and item.get("type"))
