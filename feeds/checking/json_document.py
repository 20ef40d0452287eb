"""A JSON document as rules walk it: parsed once, bounded, with places that are found when needed."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from feeds.checking.content import Content
from feeds.checking.document import Place, Shape
from feeds.checking.fault import Fault
from feeds.checking.json_faults import fault, syntax_fault
from feeds.checking.json_scan import Node, Scan, deepest, trailing_commas

DEPTH = 256
"""Arrays and objects inside one another; real feeds have 4 or 5."""

DIGITS = 308
"""Digits of a number; with more of them it is beyond what most programs can hold."""

SHOWN = 10
"""Faults of one kind that are reported."""

JSON_FEED = Shape(root="", channel="", items=("items",))

Path = tuple[str | int, ...]

_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BOMS = {
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\xfe\xff": "utf-16-be",
    b"\xff\xfe": "utf-16-le",
}


class Value:
    """A JSON value with its members by name: the `View` of an XML element, for JSON.

    A member that is null counts as absent: readers treat it so.
    """

    __slots__ = ("data", "index", "parent", "path")

    def __init__(
        self, data: Any, path: Path, *, index: int | None = None, parent: Value | None = None
    ) -> None:
        self.data = data
        self.path = path
        self.index = index
        self.parent = parent

    @property
    def children(self) -> dict[str, Any]:
        """The members by name; none where the value is no object."""
        return self.data if isinstance(self.data, dict) else {}

    def get(self, name: str) -> Any:
        """A member's bare value, or None."""
        return self.children.get(name)

    def one(self, name: str) -> Value | None:
        """A member; None where it is absent or null."""
        data = self.get(name)
        return None if data is None else Value(data, (*self.path, name), index=self.index, parent=self)

    def all(self, name: str) -> list[Value]:
        """The elements of a member that is an array; the member itself where it is none."""
        member = self.one(name)
        return [] if member is None else member.elements if isinstance(member.data, list) else [member]

    @property
    def elements(self) -> list[Value]:
        """The elements of an array."""
        data = self.data if isinstance(self.data, list) else []
        return [Value(entry, (*self.path, n), index=self.index, parent=self) for n, entry in enumerate(data)]

    def text(self, name: str) -> str:
        """A member's text, white space around it cut; a number as it is written; "" for all else."""
        data = self.get(name)
        if isinstance(data, str):
            return _SURROGATES.sub("\ufffd", data).strip()
        return json.dumps(data) if isinstance(data, int | float) and not isinstance(data, bool) else ""

    def content(self, member: Value) -> Content:
        """The HTML that a member holds."""
        return Content(_SURROGATES.sub("\ufffd", member.data) if isinstance(member.data, str) else "")


class JsonDocument:
    """A parsed JSON document. Faults of the JSON are in `faults`; what could be read is in `root`."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.text = self._decoded(source)
        self.root = self._parsed()

    def channel(self, shape: Shape) -> Value | None:
        """The feed itself; None where the document is no object."""
        return self.root if self.root and isinstance(self.root.data, dict) else None

    def frame(self, shape: Shape) -> Value | None:
        """What rules on the document get where there is no feed in it: the value that is there."""
        return self.root

    def items(self, channel: Value | None, shape: Shape) -> list[Value]:
        """The stories, each with its index; entries that are no objects are left out."""
        member = channel.one(shape.items[0]) if channel else None
        stories = member.elements if member else []
        return [
            Value(story.data, story.path, index=n, parent=channel)
            for n, story in enumerate(stories)
            if isinstance(story.data, dict)
        ]

    @staticmethod
    def below(view: Value, path: Iterable[str]) -> Iterator[Value]:
        """The values at a path below a value, arrays opened."""
        here = [view]
        for name in path:
            here = [member for value in here for member in value.all(name)]
        yield from here

    @staticmethod
    def inner(view: Value, name: str) -> list[Value]:
        """A member's values, each to be looked into."""
        return view.all(name)

    def locate(self, places: Iterable[Any]) -> None:
        """Nothing is to be looked up: values know their places."""

    def place(
        self, at: Any, offset: int | None = None, attribute: str | None = None, *, closing: bool = False
    ) -> Place:
        """Where a value begins: 1-based line and column; (0, 0) for None. Places inside it are not told."""
        if at is None:
            return (0, 0)
        start = self._tree.offset(at.path) if isinstance(at, Value) else at.offset
        line = bisect_right(self._line_starts, start)
        return (line, start - self._line_starts[line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _tree(self) -> Node:
        return self._scan.tree

    @cached_property
    def _scan(self) -> Scan:
        return Scan(self.text)

    def _decoded(self, source: bytes) -> str:
        for bom, encoding in _BOMS.items():
            if source.startswith(bom):
                self.faults.append(fault("encoding", 0, encoding[:-3].upper()))
                return _lines(source[len(bom) :].decode(encoding, "replace"))
        if source.startswith(b"\xef\xbb\xbf"):
            self.faults.append(fault("bom", 0))
            source = source[3:]
        try:
            return _lines(source.decode())
        except UnicodeDecodeError as error:
            good = _lines(source[: error.start].decode())
            self.faults.append(fault("byte", len(good), f"{source[error.start]:#04x}"))
            return _lines(source.decode("utf-8", "replace"))

    def _parsed(self) -> Value | None:
        if (offset := deepest(self.text, DEPTH)) is not None:
            self.faults.append(fault("deep", offset, str(DEPTH)))
            return None
        try:
            return self._read()
        except json.JSONDecodeError as error:
            if commas := trailing_commas(self.text):
                return self._read_without(commas)
            self.faults.append(syntax_fault(self.text, error))
        return None

    def _read_without(self, commas: list[int]) -> Value | None:
        """Reads on where commas before closing brackets were all that was wrong."""
        self.faults += [fault("comma", offset) for offset in commas[:SHOWN]]
        letters = list(self.text)
        for offset in commas:
            letters[offset] = " "
        self.text = "".join(letters)
        try:
            return self._read()
        except json.JSONDecodeError as error:
            self.faults.append(syntax_fault(self.text, error))
        return None

    def _read(self) -> Value:
        suspicions: set[str] = set()
        data = json.loads(
            self.text,
            object_pairs_hook=lambda pairs: _object(pairs, suspicions),
            parse_int=lambda digits: _number(int, digits, suspicions),
            parse_float=lambda digits: _number(float, digits, suspicions),
            parse_constant=lambda name: _constant(name, suspicions),
        )
        if suspicions or _ESCAPED_SURROGATE.search(self.text):
            self._explain()
        return Value(data, ())

    def _explain(self) -> None:
        """Finds the places of what the JSON parser let pass."""
        scan = self._scan
        self.faults += [fault("repeated", offset, repr(key)) for key, offset in scan.repeated[:SHOWN]]
        for kind, offsets in (
            ("constant", scan.constants),
            ("huge", scan.huge(DIGITS)),
            ("half", scan.halves),
        ):
            self.faults += [fault(kind, offset) for offset in offsets[:SHOWN]]


def _lines(text: str) -> str:
    """The text with line ends of one kind, so that lines are counted as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _object(pairs: list[tuple[str, Any]], suspicions: set[str]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        suspicions.add("repeated")
    return found


def _constant(name: str, suspicions: set[str]) -> float:
    suspicions.add(name)
    return math.nan


def _number(kind: type[int | float], digits: str, suspicions: set[str]) -> float:
    """The number, infinite where it is too long to be one."""
    number = kind(digits) if len(digits) <= DIGITS else math.inf
    if math.isinf(number):
        suspicions.add("huge")
    return number
