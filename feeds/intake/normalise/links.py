"""Links to other pages, the place of a story, and its readers' comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from feeds.article import Comments, Link, Place
from feeds.intake.normalise.choice import Known, Sifted, Unfit
from feeds.intake.normalise.coerce import several, shown, some_line, whole, word
from feeds.intake.normalise.language import tag
from feeds.intake.normalise.parts import Parts, address, count, degrees, text

MOST = 200

_ADDRESS = re.compile(r"(?:https?:)?//|/[^\s/]", re.IGNORECASE)


def _tag(value: Any, base: str | None) -> str | None:
    return tag(word(value) or "")


_LINK = Parts(
    url=("url link href @id permalink", address),
    title=("title headline name text", text),
    language=("language lang hreflang inLanguage", _tag),
    image=("image cover thumbnail picture", address),
)

_SPOT = Parts(
    latitude=("latitude lat", degrees(90)),
    longitude=("longitude lon lng long", degrees(180)),
    name=("name title city address", text),
)

_COMMENTS = Parts(
    count=("count total number", count),
    url=("url link href", address),
)


def links(value: Any, known: Known) -> tuple[Link, ...] | Sifted | Unfit:
    """The links of a list; one without an address must have a title."""
    dropped: list[str] = []
    found: list[Link] = []
    for item in list(_items(value))[:MOST]:
        link = _link(item, known)
        if link is None:
            dropped.append(f"{shown(item)} has neither an address nor a title")
        elif link not in found:
            found.append(link)
    if not found:
        return Unfit("holds no link")
    return Sifted(tuple(found), tuple(dropped)) if dropped else tuple(found)


def _items(value: Any) -> Iterator[Any]:
    """The links of a list, or of an object whose keys are names and whose values are addresses."""
    if isinstance(value, Mapping) and not _LINK.describe(value):
        yield from ({"title": name, "url": url} for name, url in value.items())
    else:
        yield from several(value)


def _link(item: Any, known: Known) -> Link | None:
    if not isinstance(item, Mapping):
        said = word(item)
        return _link({"url" if said and _ADDRESS.match(said) else "title": said}, known) if said else None
    parts = _LINK.of(item, known.base)
    return Link(**parts) if "url" in parts or "title" in parts else None


def translations(value: Any, known: Known) -> tuple[Link, ...] | Sifted | Unfit:
    """The story in other languages: links, or an object of addresses by language."""
    if isinstance(value, Mapping) and not _LINK.describe(value):
        value = [
            {**(said if isinstance(said, Mapping) else {"url": said}), "language": language}
            for language, said in value.items()
        ]
    found = links(value, known)
    if isinstance(found, Unfit):
        return found
    everything, dropped = found if isinstance(found, Sifted) else (found, ())
    kept = tuple(link for link in everything if link.url)
    if not kept:
        return Unfit("holds no address")
    lost = tuple(f"{link.title!r} has no address" for link in everything if not link.url)
    return Sifted(kept, (*dropped, *lost)) if dropped or lost else kept


def place(value: Any, known: Known) -> Place | Unfit:
    """A name, coordinates, or both."""
    if isinstance(value, list | tuple) and value:
        value = value[0]
    if not isinstance(value, Mapping):
        name = some_line(value)
        return Place(name=name) if name else Unfit("names no place")
    inner = next((value[name] for name in ("geo", "location", "coordinates") if name in value), None)
    parts = _SPOT.of({**value, **inner} if isinstance(inner, Mapping) else value, known.base)
    if "latitude" not in parts or "longitude" not in parts:
        parts = {"name": parts["name"]} if "name" in parts else {}
    return Place(**parts) if parts else Unfit("names no place")


def comments(value: Any, known: Known) -> Comments | Unfit:
    """How many comments there are, from a number, an object or the comments themselves; and their page."""
    if isinstance(value, list):
        return Comments(count=len(value))
    if not isinstance(value, Mapping):
        count = whole(value)
        return Comments(count=count) if count is not None else Unfit("is no number of comments")
    parts = _COMMENTS.of(value, known.base)
    return Comments(**parts) if parts else Unfit("holds neither a number nor an address")
