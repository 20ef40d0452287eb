"""The story's text as HTML inside an element: what it may hold, and what it may not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from feeds.checking.absence import absent, misbound
from feeds.checking.content import Content, Mark
from feeds.checking.demands import address
from feeds.checking.demands.demand import Demand
from feeds.checking.demands.text import visible
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Check, Problem
from feeds.checking.tags import Tag

if TYPE_CHECKING:
    from feeds.checking.finding import Severity

Found = Iterator[tuple[str, int]]
"""What is wrong, and at which offset of the text."""

ADDRESSES: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""Attributes that hold an address."""

SCRIPTS = frozenset({"script", "style"})
_HANDLER = re.compile(r"on[a-z]+")


def texts(item: View, name: str) -> Iterator[tuple[etree._Element, Content]]:
    """The elements of a name with the HTML in each."""
    for element in item.all(name):
        yield element, item.content(element)


def absence(name: str) -> Check:
    """A check that a story has an element; a misspelt namespace is another rule's."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        if item.one(name) is None and not misbound(item, name):
            yield absent(item, name)

    return check


def emptiness(name: str) -> Check:
    """A check that there is something to read in an element."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        for element, content in texts(item, name):
            if not visible(content.begins(1)):
                yield Problem(element, f"{name} is empty")

    return check


def missing(name: str) -> Check:
    """A check that a story has an element, and text in it."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        yield from absence(name)(item, context)
        yield from emptiness(name)(item, context)

    return check


def inside(name: str, find: Callable[[Content], Found]) -> Check:
    """A check of the HTML in an element, whose finds are reported where they stand in it."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        for element, content in texts(item, name):
            for message, offset in find(content):
                yield Problem(element, message, offset=offset)

    return check


def first_of_each(content: Content, tags: Iterable[Tag]) -> Iterator[tuple[Mark, int]]:
    """The first start tag of each name among some tags, and how many of that name there are."""
    firsts: dict[str, Mark] = {}
    for tag in tags:
        if tag.name not in firsts:
            firsts[tag.name] = Mark(content, content.distinct[tag], tag)
    for name, mark in firsts.items():
        yield mark, len(content.numbers(name))


def only(allowed: frozenset[str], *, besides: frozenset[str] = frozenset()) -> Callable[[Content], Found]:
    """Tags that are not allowed, once each; those of `besides` are another rule's."""
    known = allowed | besides | {""}

    def find(content: Content) -> Found:
        strangers = [tag for tag in content.distinct if tag.name not in known and not tag.closing]
        for mark, count in first_of_each(content, strangers):
            yield f"<{mark.written}> is not among the tags that the text may have{_times(count)}", mark.offset

    return find


def none_of(tags: frozenset[str]) -> Callable[[Content], Found]:
    """Tags that must not be there, once each."""

    def find(content: Content) -> Found:
        found = [tag for tag in content.distinct if tag.name in tags and not tag.closing]
        for mark, count in first_of_each(content, found):
            yield f"the text has <{mark.written}>{_times(count)}", mark.offset

    return find


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def unreachable(content: Content) -> Found:
    """Addresses that lead nowhere from outside the site, each once."""
    for tag, number in content.distinct.items():
        if tag.name not in ADDRESSES or tag.closing:
            continue
        for name in ADDRESSES[tag.name]:
            value = tag.attributes.get(name)
            if value is None or value.startswith(_SAFE):
                continue
            if fault := address.unreachable(value, link=name == "href"):
                yield f"{name} of <{tag.written}> {fault}", content.offset(number)


_SAFE = tuple(f"https://{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
"""How addresses begin that lead somewhere; most do so."""


def handlers(content: Content) -> Found:
    """Attributes that run scripts."""
    for tag, number in content.distinct.items():
        attributes = tag.attributes
        for name in attributes if attributes and not tag.closing else ():
            if name.startswith("on") and _HANDLER.fullmatch(name):
                yield f"<{tag.written}> has {name}, which runs a script", content.offset(number)


LISTS = frozenset({"ul", "ol"})


def within(content: Content, container: str, names: frozenset[str], *, inverted: bool = False) -> list[Mark]:
    """The start tags of some names that stand inside a container (or, inverted, outside of any).

    A list's end ends its items too, and an item ends where the next one begins.
    """
    wanted = [name for name in names if content.numbers(name)]
    if not wanted or not (inverted or content.numbers(container)):
        return []
    nesting = {container} | (LISTS if container == "li" else frozenset())
    keys = (*wanted, *nesting, *(f"/{name}" for name in nesting))
    found, opened, tags = [], list[str](), content.tags
    for number in sorted(number for key in keys for number in content.numbers(key)):
        if tags[number].name in nesting:
            _nest(opened, tags[number])
        elif (container in opened) != inverted:
            found.append(Mark(content, number, tags[number]))
    return found


def _nest(opened: list[str], tag: Tag) -> None:
    if not tag.closing:
        if tag.name == "li" and opened[-1:] == ["li"]:
            opened.pop()
        opened.append(tag.name)
    elif tag.name in opened:
        while opened.pop() != tag.name:
            pass


def lowered(severity: Severity, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems with a lower severity."""
    return (replace(problem, severity=severity) for problem in problems)


def there(name: str) -> Demand:
    """The full text in an element."""
    return Demand(
        on="item",
        summary=f"Each story has its full text in {name}.",
        hint=f"Write the whole text of the story into <{name}><![CDATA[…]]></{name}>, spelt exactly so.",
        check=missing(name),
    )


TAGS_HINT = "Unwrap the tag and keep its text; write b for strong, i for em, a new <p> for a line break."

REACHABLE_HINT = "Write whole addresses, with https:// and the host, into src and href."


def reachable(name: str) -> Demand:
    """Absolute addresses in the text."""
    return Demand(
        on="item",
        summary=f"Links and pictures in {name} have absolute addresses.",
        hint=REACHABLE_HINT,
        check=inside(name, unreachable),
    )
