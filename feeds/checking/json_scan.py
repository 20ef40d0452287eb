"""Walks over JSON text by its tokens, without recursion, to tell where things stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

# Possessive throughout: a text of any length is passed over in one step.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_TOKEN = re.compile(rf"({_STRING})|([\[{{])|([\]}}])|([^\s\[\]{{}},:\"]+)|([,:])", re.DOTALL)
_BRACKET = re.compile(rf"{_STRING}|([\[{{])|([\]}}])", re.DOTALL)
_TRAILING = re.compile(rf"{_STRING}|(,)(?=\s*+[\]}}])", re.DOTALL)
_HALF = re.compile("[\ud800-\udfff]")


class Node:
    """Where a value begins (0-based, in characters), and its children by key or index."""

    __slots__ = ("children", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.children: dict[str | int, Node] = {}

    def offset(self, path: tuple[str | int, ...]) -> int:
        """Where the value at the path begins; of its nearest parent where there is none."""
        node = self
        for step in path:
            if step not in node.children:
                break
            node = node.children[step]
        return node.start


class Token(NamedTuple):
    """A piece of JSON text: string, "open", "close", "bare" (number or word) or "mark" (comma, colon)."""

    kind: str
    text: str
    offset: int


_KINDS = ("string", "open", "close", "bare", "mark")


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        yield Token(_KINDS[(match.lastindex or 1) - 1], match[0], match.start())


class _Open:
    """An object or array that is being read."""

    __slots__ = ("is_object", "key", "node")

    def __init__(self, node: Node, *, is_object: bool) -> None:
        self.node = node
        self.is_object = is_object
        self.key: str | None = None


class Scan:
    """The places of one well-formed JSON text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.repeated: list[tuple[str, int]] = []
        self.tree = self._tree()

    def _tree(self) -> Node:
        root = Node(0)
        stack: list[_Open] = []
        for token in _tokens(self.text):
            if token.kind == "close":
                stack.pop()
            elif token.kind == "string" and stack and stack[-1].is_object and stack[-1].key is None:
                self._take_key(stack[-1], token)
            elif token.kind != "mark":
                node = self._place(stack, token.offset, root)
                if token.kind == "open":
                    stack.append(_Open(node, is_object=token.text == "{"))
        return root

    def _take_key(self, parent: _Open, token: Token) -> None:
        parent.key = str(json.loads(token.text, strict=False))
        if parent.key in parent.node.children:
            self.repeated.append((parent.key, token.offset))

    @staticmethod
    def _place(stack: list[_Open], offset: int, root: Node) -> Node:
        if not stack:
            root.start = offset
            return root
        parent, node = stack[-1], Node(offset)
        parent.node.children[len(parent.node.children) if parent.key is None else parent.key] = node
        parent.key = None
        return node

    @cached_property
    def _bare(self) -> list[Token]:
        return [token for token in _tokens(self.text) if token.kind == "bare"]

    @property
    def constants(self) -> list[int]:
        """Where NaN and Infinity stand."""
        return [t.offset for t in self._bare if t.text in ("NaN", "Infinity", "-Infinity")]

    def huge(self, digits: int) -> list[int]:
        """Where numbers stand that are longer than so many characters, or too large to be held."""
        return [
            t.offset
            for t in self._bare
            if t.text[-1:].isdigit() and (len(t.text) > digits or abs(float(t.text)) == float("inf"))
        ]

    @property
    def halves(self) -> list[int]:
        """Where texts stand that hold half of a surrogate pair."""
        return [
            token.offset
            for token in _tokens(self.text)
            if token.kind == "string"
            and "\\u" in token.text
            and _HALF.search(json.loads(token.text, strict=False))
        ]


def deepest(text: str, limit: int) -> int | None:
    """Where the nesting of brackets first passes the limit; None where it never does."""
    depth = 0
    for match in _BRACKET.finditer(text):
        if match[1]:
            depth += 1
            if depth > limit:
                return match.start()
        elif match[2]:
            depth -= 1
    return None


def trailing_commas(text: str) -> list[int]:
    """Where commas stand before closing brackets."""
    return [match.start() for match in _TRAILING.finditer(text) if match[1]]
