"""Which of the things that a page describes is its own story, and not the card of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from feeds.intake.address import canonical
from feeds.intake.html.structured import PAGES, STORIES, Graph, Thing
from feeds.intake.normalise.coerce import several

_ADDRESSES = ("url", "mainEntityOfPage", "@id")
_INDEX = re.compile(r"/(?:index|default)\.\w{3,5}$|/amp/?$|/+$")
_LETTERS = re.compile(r"[\W_]+")


def stories(graph: Graph, addresses: list[str], titles: list[str], base: str | None) -> list[Thing]:
    """The descriptions of the page's story, the best first; [] where there is none."""
    places = {place(said) for said in addresses}
    named = {letters(title) for title in titles if title}
    ranked: list[tuple[tuple[int, ...], int, Thing]] = []
    for number, thing in enumerate(graph.of_types(STORIES)):
        rank = _rank(thing, places, named, base)
        if rank is not None:
            ranked.append((rank, -number, thing))
    ranked.sort(key=lambda entry: entry[:2], reverse=True)
    return [thing for _, _, thing in ranked if _akin(thing, ranked[0][2])]


def _rank(thing: Thing, places: set[str], named: set[str], base: str | None) -> tuple[int, ...] | None:
    """How likely it is this page's: by its address, its headline, its place, its size."""
    stated = {place(said) for said in stated_addresses(thing.node, base)}
    here = bool(stated & places)
    title = _title(thing.node)
    called = bool(title) and any(_alike(title, name) for name in named)
    if thing.aside and not (here and called):
        return None
    if stated and places and not here and not called:
        return None
    return here + called, not thing.aside, bool(title), min(len(thing.node), 20)


def _akin(thing: Thing, best: Thing) -> bool:
    """Whether it describes the same story as the best one: it is called so, or is not called at all."""
    title, other = _title(thing.node), _title(best.node)
    return thing is best or not title or not other or _alike(title, other)


def _title(node: Mapping[str, Any]) -> str:
    said = node.get("headline") or node.get("name")
    return letters(said) if isinstance(said, str) else ""


def _alike(one: str, other: str) -> bool:
    """Whether two titles are one, perhaps cut short or with something behind it."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 15 and short in long)


def letters(text: str) -> str:
    """A title's letters and digits, to be compared."""
    return _LETTERS.sub("", text).casefold()


def pages(graph: Graph) -> Iterator[Thing]:
    """The descriptions of the page around the story."""
    return (thing for thing in graph.of_types(PAGES) if not thing.aside and not thing.types & STORIES)


def stated_addresses(node: Mapping[str, Any], base: str | None) -> Iterator[str]:
    """The addresses that a description gives as its own."""
    for name in _ADDRESSES:
        for value in several(node.get(name))[:5]:
            inner = (value.get("@id"), value.get("url")) if isinstance(value, Mapping) else (value,)
            for said in inner:
                if isinstance(said, str) and _addressed(said) and (found := canonical(said, base)):
                    yield found


def _addressed(said: str) -> bool:
    """Whether a name is an address that readers could open: a fragment alone is a name in the page."""
    return said.startswith(("http://", "https://", "/")) and len(said) > 1


def place(address: str) -> str:
    """What is left of an address that may be written in several ways."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    path = _INDEX.sub("", parts.path)
    return f"{host}{path}" + (f"?{parts.query}" if parts.query and len(path) < 2 else "")


def host(address: str) -> str:
    """The house that an address belongs to: its host without what all houses have; "" for none."""
    try:
        name = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return ".".join(name.split(".")[-2:]) if name.count(".") < 3 else name
