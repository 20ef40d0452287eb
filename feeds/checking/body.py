"""HTML inside an element, looked over once: what readers cut out, what leads nowhere, what is not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from feeds.checking.html_facts import ADDRESSES, ELEMENTS, OPTIONAL_END, RISKY, STYLES, VOID
from feeds.checking.tags import Faults, Kind, Tag

_SCRIPT = re.compile(r"(?:javascript|vbscript|livescript|mocha)\s*:|data\s*:\s*text/html", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|#|\Z|//[^/]|\{|%7b|\[", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20]+")
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+\*/")
_ACTIVE = re.compile(
    r"expression\s*\(|url\s*\(|@import|behaviou?r\s*:|-moz-binding|\\[0-9a-f]|&#|<|-o-link", re.IGNORECASE
)

DISTINCT = 10
"""Things of one kind that are reported of one text, each once."""


REACH = 100
"""Elements inside one another beyond which an end tag is not looked for."""


class Spot(NamedTuple):
    """Something that is wrong: of which kind, at which piece of markup (from 0), and what."""

    kind: Kind
    piece: int
    message: str


def _judged(tag: Tag) -> Faults:
    """A piece of markup by itself."""
    raw = tag.raw
    if not tag.name:
        if raw.startswith("<!--"):
            return ()
        if raw[1] in "!?":
            return (_declaration(raw),)
        return (("open", f"a tag is not closed with >: {raw[:20]!r}"),)
    return () if tag.closing else tuple(_of_start(tag))


def _declaration(raw: str) -> tuple[Kind, str]:
    if raw[:8].lower() == "<?import":
        return ("risk", "<?import runs scripts of others")
    if raw[:9].lower() == "<!doctype":
        return ("unknown", "a whole page stands where a text belongs: <!DOCTYPE")
    return ("unknown", f"this is no HTML: {raw[:20]!r}")


def _of_start(tag: Tag) -> Iterator[tuple[Kind, str]]:
    name = tag.name
    if name in RISKY:
        yield "risk", f"readers cut <{name}> out"
    elif name not in ELEMENTS and "-" not in name:
        yield "unknown", f"<{name}> is no HTML"
    addresses = ADDRESSES.get(name, ())
    for attribute, value in tag.attributes.items():
        if attribute in addresses:
            if not value.startswith(("https://", "http://")):
                yield from address(name, attribute, value)
        elif attribute == "style":
            yield from (("style", fault) for fault in style(value))
        elif attribute.startswith("on") and attribute[2:].isalpha():
            yield "risk", f"readers cut {attribute} of <{name}> out: it runs a script"
        elif attribute in {"srcdoc", "formaction", "fscommand", "seeksegmenttime"}:
            yield "risk", f"readers cut {attribute} of <{name}> out"


def address(name: str, attribute: str, value: str) -> Iterator[tuple[Kind, str]]:
    """What is wrong with an address in an attribute."""
    bare = _INVISIBLE.sub("", value)
    if _SCRIPT.match(bare):
        yield "risk", f"{attribute} of <{name}> runs a script: {value[:60]!r}"
    elif not _ABSOLUTE.match(value.strip()):
        yield "relative", f"{attribute} of <{name}> is relative: {value[:80]!r}"


@lru_cache(maxsize=512)
def style(text: str) -> tuple[str, ...]:
    """What readers cut out of a style."""
    bare = _COMMENT.sub("", text)
    active = _ACTIVE.search(bare)
    if active:
        return (f"a style that fetches or runs something: {text.strip()[:60]!r}",)
    found: list[str] = []
    for declaration in bare.split(";"):
        if not declaration.strip():
            continue
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if not colon or not value.strip() or not re.fullmatch(r"-?[a-z][a-z0-9-]*|--[\w-]+", name):
            found.append(f"this is no style: {declaration.strip()[:60]!r}")
        elif name not in STYLES and not name.startswith("--"):
            found.append(f"readers cut the style {name} out")
    return tuple(dict.fromkeys(found))


class Cut(Protocol):
    """A text cut at its markup."""

    @property
    def tags(self) -> list[Tag]:
        """Every piece of markup, in order."""

    @property
    def distinct(self) -> dict[Tag, int]:
        """Each of them once, with its number."""

    def offset(self, number: int) -> int:
        """Where one of them begins, in characters from 0."""


class Body:
    """A text that may hold HTML, and what is wrong in it."""

    __slots__ = ("_cut", "_spots")

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self._spots: list[Spot] | None = None

    @property
    def spots(self) -> list[Spot]:
        """Everything that is wrong, in order; each thing once."""
        if self._spots is None:
            self._spots = _looked_over(self._cut) if self._cut.distinct else []
        return self._spots

    def of(self, *kinds: Kind) -> list[tuple[str, int]]:
        """What is wrong of some kinds, with the 0-based offset of each in the text."""
        found = [spot for spot in self.spots if spot.kind in kinds][:DISTINCT]
        return [(spot.message, self._cut.offset(spot.piece)) for spot in found]


def _looked_over(cut: Cut) -> list[Spot]:
    spots: dict[tuple[Kind, str], Spot] = {}
    for tag, number in cut.distinct.items():
        if tag.faults is None:
            tag.faults = _judged(tag)
        for kind, message in tag.faults:
            spots.setdefault((kind, message), Spot(kind, number, message))
    return sorted((*spots.values(), *_nested(cut.tags)), key=lambda spot: spot.piece)


def _nested(tags: list[Tag]) -> list[Spot]:
    """What is not closed, or closed where it is not open."""
    spots: list[Spot] = []
    nesting = _Nesting()
    for number, tag in enumerate(tags):
        if tag.opens:
            nesting.opened.append((tag.name, number))
        elif tag.closing and tag.name:
            if nesting.opened and nesting.opened[-1][0] == tag.name:
                nesting.opened.pop()
            elif fault := nesting.closed(tag.name):
                spots.append(Spot("open", number, fault))
    return spots + nesting.left()


class _Nesting:
    """The elements that are open. Those whose end tag may be left out say nothing."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, int]] = []

    def closed(self, name: str) -> str | None:
        """What an end tag closes that is not the end of the element opened last."""
        depth = next(
            (n for n, (other, _) in enumerate(reversed(self.opened[-REACH:]), 1) if other == name), 0
        )
        if not depth:
            return None if name in OPTIONAL_END or name in VOID else f"</{name}> closes nothing"
        between = [other for other, _ in self.opened[1 - depth :]] if depth > 1 else []
        del self.opened[-depth:]
        lost = next((other for other in between if other not in OPTIONAL_END), None)
        return f"</{name}> stands before the end of <{lost}>" if lost else None

    def left(self) -> list[Spot]:
        """The first element that nobody closes."""
        lost = ((name, n) for name, n in self.opened if name not in OPTIONAL_END)
        return [Spot("open", number, f"<{name}> is not closed") for name, number in lost][:1]
