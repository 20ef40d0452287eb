"""HTML inside an element, looked over once: what readers cut out, what leads nowhere, what is not closed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from feeds.checking.html_facts import ADDRESSES, ELEMENTS, OPTIONAL_END, RISKY, STYLES, VOID

Kind = Literal["risk", "style", "relative", "unknown", "open"]
"""Cut out by readers; a style that they cut out; an address that leads nowhere; no HTML; not closed."""

# A tag, a comment, an instruction, or a "<" that begins none of them. Linear in hostile markup too.
_PIECE = re.compile(
    r"<(?:/?[a-zA-Z][^\s/<>]*+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>"
    r"|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|[!?][^<>]*+>?"
    r"|/?[a-zA-Z])"
)
_ATTRIBUTE = re.compile(r"""(?<=[\s/"'])([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
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


class _Piece(NamedTuple):
    """What is known of a piece of markup, wherever it stands."""

    name: str
    role: Literal["start", "end", "other"]
    spots: tuple[tuple[Kind, str], ...]


@lru_cache(maxsize=1024)
def _judged(raw: str) -> _Piece:
    """A tag by itself: texts have the same ones over and over."""
    if raw.startswith("<!--"):
        return _Piece("", "other", ())
    if raw[1] in "!?":
        return _Piece("", "other", (_declaration(raw),))
    if raw[-1] != ">":
        return _Piece("", "other", (("open", f"a tag is not closed with >: {raw[:20]!r}"),))
    match = _NAME.match(raw)
    name = match[1].lower() if match else ""
    if raw[1] == "/":
        return _Piece(name, "end", ())
    spots = tuple(_of_start(name, raw))
    single = name in VOID or raw[-2] == "/"
    return _Piece(name, "other" if single else "start", spots)


def _declaration(raw: str) -> tuple[Kind, str]:
    if raw[:8].lower() == "<?import":
        return ("risk", "<?import runs scripts of others")
    if raw[:9].lower() == "<!doctype":
        return ("unknown", "a whole page stands where a text belongs: <!DOCTYPE")
    return ("unknown", f"this is no HTML: {raw[:20]!r}")


def _of_start(name: str, raw: str) -> Iterator[tuple[Kind, str]]:
    if name in RISKY:
        yield "risk", f"readers cut <{name}> out"
    elif name not in ELEMENTS and "-" not in name:
        yield "unknown", f"<{name}> is no HTML"
    if "=" not in raw and "on" not in raw:
        return
    addresses = ADDRESSES.get(name, ())
    for key, double, single, bare in _ATTRIBUTE.findall(raw):
        attribute, value = key.lower(), double or single or bare
        if attribute == "style":
            yield from (("style", fault) for fault in style(html.unescape(value)))
        elif attribute.startswith("on") and attribute[2:].isalpha():
            yield "risk", f"readers cut {attribute} of <{name}> out: it runs a script"
        elif attribute in {"srcdoc", "formaction", "fscommand", "seeksegmenttime"}:
            yield "risk", f"readers cut {attribute} of <{name}> out"
        elif attribute in addresses:
            yield from address(name, attribute, html.unescape(value))


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


class Body:
    """A text that may hold HTML, and what is wrong in it."""

    __slots__ = ("_source", "_spots")

    def __init__(self, source: str) -> None:
        self._source = source
        self._spots: list[Spot] | None = None

    @property
    def spots(self) -> list[Spot]:
        """Everything that is wrong, in order; each thing once."""
        if self._spots is None:
            self._spots = _looked_over(self._source) if "<" in self._source else []
        return self._spots

    def of(self, *kinds: Kind) -> list[tuple[str, int]]:
        """What is wrong of some kinds, with the 0-based offset of each in the text."""
        found = [spot for spot in self.spots if spot.kind in kinds][:DISTINCT]
        if not found:
            return []
        offsets = [match.start() for match in _PIECE.finditer(self._source)]
        return [
            (spot.message, offsets[spot.piece] if spot.piece < len(offsets) else len(self._source) - 1)
            for spot in found
        ]


def _looked_over(source: str) -> list[Spot]:
    spots: list[Spot] = []
    seen: set[tuple[Kind, str]] = set()
    nesting = _Nesting()
    for number, raw in enumerate(_PIECE.findall(source)):
        piece = _judged(raw)
        if piece.spots:
            for spot in piece.spots:
                if spot not in seen:
                    seen.add(spot)
                    spots.append(Spot(spot[0], number, spot[1]))
        if piece.role == "start":
            nesting.opened.append((piece.name, number))
        elif piece.role == "end":
            if nesting.opened and nesting.opened[-1][0] == piece.name:
                nesting.opened.pop()
            elif fault := nesting.closed(piece.name):
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
