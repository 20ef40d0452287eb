"""Children that stand in another order than the schema's, or that it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from lxml import etree

from feeds.checking.document import View
from feeds.checking.namespaces import clark, prefixed
from feeds.checking.rule import Problem

FEW = 24
"""As many children most elements have at most; what is found of them is remembered."""


class _Found(NamedTuple):
    """Places of children: the first that stands too late, that which it belongs before, and unknown ones."""

    late: int = 0
    before: int = 0
    unknown: tuple[int, ...] = ()


class Order:
    """The order in which a schema lists the children of an element.

    With `others_last`, elements of other namespaces stand behind those that it lists; without, they do
    not count. `default` is the namespace whose elements messages name without a prefix.
    """

    def __init__(self, names: Sequence[str], *, others_last: bool = False, default: str = "") -> None:
        self._places = {clark(name): n for n, name in enumerate(names)}
        self._spaces = {_namespace(tag) for tag in self._places} | {""}
        self._others = len(names) if others_last else None
        self._default = default
        self._remembered: dict[tuple[Any, ...], _Found | None] = {}

    def problems(self, view: View, said: str) -> Iterable[Problem]:
        """What is wrong with an element's children. Elements of other namespaces are never unknown.

        `said` is whose elements the unknown ones are not, as in "of the protocol".
        """
        tags = tuple(view.children)
        if len(tags) != len(view.element):
            tags = tuple([child.tag for child in view.element])
        found = self._found(tags)
        return self._told(list(view.element), found, said) if found else ()

    def _found(self, tags: tuple[Any, ...]) -> _Found | None:
        if len(tags) > FEW:
            return self._judged(tags)
        if tags not in self._remembered:
            if len(self._remembered) > 1000:
                self._remembered.clear()
            self._remembered[tags] = self._judged(tags)
        return self._remembered[tags]

    def _judged(self, tags: tuple[Any, ...]) -> _Found | None:
        strangers = [n for n, tag in enumerate(tags) if isinstance(tag, str) and tag not in self._places]
        unknown = tuple(n for n in strangers if _namespace(tags[n]) in self._spaces)
        found = self._misplaced(tags)
        return _Found(*found, unknown) if found[0] or unknown else None

    def _misplaced(self, tags: tuple[Any, ...]) -> tuple[int, int]:
        """The first child behind one that it belongs before, and that one; twice 0 where there is none."""
        highest, last = 0, -1
        for n, tag in enumerate(tags):
            place = self._places.get(tag)
            if place is None and isinstance(tag, str) and _namespace(tag) not in self._spaces:
                place = self._others
            if place is None:
                continue
            if place < last:
                return n, highest
            if place > last:
                highest, last = n, place
        return 0, 0

    def _told(self, children: list[etree._Element], found: _Found, said: str) -> Iterable[Problem]:
        if found.late:
            late, before = (prefixed(str(children[n].tag), self._default) for n in (found.late, found.before))
            yield Problem(children[found.late], f"{late} stands after {before}")
        for n in found.unknown:
            name = prefixed(str(children[n].tag), self._default)
            yield Problem(children[n], f"{name} is no element {said}")


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
