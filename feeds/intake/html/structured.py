"""Descriptions of things in a page's JSON-LD: collected from all scripts, told apart, resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from feeds.intake.html import json_repair
from feeds.intake.html.tree import Tree, attribute
from feeds.intake.normalise.coerce import several

LONGEST_SCRIPT = 2_000_000
"""Characters; a longer description is no story's."""

MOST_THINGS = 3000
"""Objects that are looked at in one page."""

STORIES = frozenset(
    "article newsarticle reportagenewsarticle opinionnewsarticle analysisnewsarticle backgroundnewsarticle "
    "reviewnewsarticle asknewsarticle askpublicnewsarticle satiricalarticle advertisercontentarticle report "
    "liveblogposting blogposting socialmediaposting techarticle scholarlyarticle medicalscholarlyarticle "
    "review recipe howto storypage interview".split()
)
"""Types of what may be a story, in small letters."""

PAGES = frozenset("webpage itempage medicalwebpage qapage faqpage aboutpage creativework".split())
"""Types of the page around it."""

ELSEWHERE = frozenset(
    "itemlistelement liveblogupdate haspart ispartof blogpost blogposts mentions about citation relatedlink "
    "subjectof isbasedon comment review reviews significantlink workexample exampleofwork author creator "
    "publisher worksfor translationofwork worktranslation associatedmedia".split()
)
"""Properties under which other things stand than the one that the page is about."""


class Thing(NamedTuple):
    """An object with its types in small letters, and the properties that lead to it."""

    node: Mapping[str, Any]
    types: frozenset[str]
    path: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What its type is called, for people."""
        return next((said for said in several(self.node.get("@type")) if isinstance(said, str)), "object")

    @property
    def aside(self) -> bool:
        """Whether it stands where other things are told of."""
        return not ELSEWHERE.isdisjoint(self.path)


class Graph:
    """All things that a page describes, and what their references mean."""

    def __init__(self, things: list[Thing], broken: int = 0) -> None:
        self.things = things
        self.broken = broken
        self._known: dict[str, Mapping[str, Any]] = {}
        for thing in things:
            name = thing.node.get("@id")
            if isinstance(name, str) and len(thing.node) > len(self._known.get(name, ())):
                self._known[name] = thing.node

    def resolved(self, value: Any) -> Any:
        """The thing that a bare reference means, or the value as it is."""
        if isinstance(value, Mapping) and "@id" in value and len(set(value) - {"@type"}) == 1:
            known = value["@id"]
            return self._known.get(known, value) if isinstance(known, str) else value
        return value

    def of_types(self, types: frozenset[str]) -> Iterator[Thing]:
        """The things of one of the types, in the order of the page."""
        return (thing for thing in self.things if thing.types & types)


def graph(tree: Tree) -> Graph:
    """The things that the page's JSON-LD describes."""
    things: list[Thing] = []
    broken = 0
    for script in tree.css("script[type]"):
        if not attribute(script, "type").lower().startswith("application/ld+json"):
            continue
        text = script.text() or ""
        value = json_repair.read(text) if len(text) <= LONGEST_SCRIPT else None
        broken += value is None and not text.isspace() and bool(text)
        things += _things(value, MOST_THINGS - len(things))
    return Graph(things, broken)


def _things(value: Any, most: int) -> Iterator[Thing]:
    """The objects in a value that say what they are, the outer ones first."""
    pending: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    looked = 0
    while pending and looked < 20 * MOST_THINGS:
        looked += 1
        inner, path = pending.pop()
        if isinstance(inner, list):
            pending += [(member, path) for member in reversed(inner)]
        elif isinstance(inner, Mapping) and len(path) < 12:
            if len(inner) > 1 and most > 0:
                most -= 1
                yield Thing(inner, _types(inner), path)
            held = [(v, (*path, k.lower())) for k, v in inner.items() if isinstance(v, list | Mapping)]
            pending += reversed(held)


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    said = (kind for kind in several(node.get("@type"))[:10] if isinstance(kind, str))
    return frozenset(kind.rstrip("/").rpartition("/")[2].rpartition(":")[2].lower() for kind in said)
