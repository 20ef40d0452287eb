"""The sentences that modules may say, read from their source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

MOST = 40
"""Variants of one sentence that are looked at."""

VALUE = "7"
"""Stands for a value."""

OF_CALLS = {"Problem": 1, "Fault": 1, "Words": 1, "_Words": 0, "fault": 2}
"""Where what people read begins among a call's arguments."""

KEYWORDS = {"hint", "summary", "why", "message", "reason"}

SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,}|[A-Z][a-z]+ [a-z]+")

Texts = list[str]


class Reader:
    """The sentences of a module: literals, with all values that its names may have put in.

    `calls` are those that people read, each with the place of the first such argument; with `answers`, what
    functions return and yield as text is read too.
    """

    def __init__(self, path: Path, calls: Mapping[str, int] = OF_CALLS, *, answers: bool = True) -> None:
        self.calls = calls
        self.answers = answers
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.modules: dict[str, Texts] = {}
        for node in self.tree.body:
            self._note(node, self.modules)

    def _note(self, node: ast.AST, into: dict[str, Texts]) -> None:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and (texts := self.texts(node.value, into)):
                    into[target.id] = [*into.get(target.id, []), *texts]

    def texts(self, node: ast.AST | None, names: dict[str, Texts]) -> Texts:
        """What an expression may be; empty where that is not told by literals alone."""
        if isinstance(node, ast.Constant):
            return [node.value] if isinstance(node.value, str) else []
        if isinstance(node, ast.Name):
            return names.get(node.id, self.modules.get(node.id, []))
        if isinstance(node, ast.IfExp):
            return [*self.texts(node.body, names), *self.texts(node.orelse, names)]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            return [*self.texts(node.left, names), ""] if self.texts(node.left, names) else []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._joined([node.left, node.right], names)
        if isinstance(node, ast.JoinedStr):
            return self._joined(node.values, names)
        return []

    def _joined(self, nodes: list[ast.expr], names: dict[str, Texts]) -> Texts:
        parts = [self._part(node, names) for node in nodes]
        return ["".join(some) for some, _ in zip(product(*parts), range(MOST), strict=False)]

    def _part(self, node: ast.AST, names: dict[str, Texts]) -> Texts:
        if not isinstance(node, ast.FormattedValue):
            return self.texts(node, names) or [VALUE]
        found = self.texts(node.value, names)
        if found and node.conversion == -1:
            return found
        if isinstance(node.value, ast.Name) and node.value.id == "fault":
            return ["is empty"]
        return [f"'{VALUE}'" if node.conversion == ord("r") else VALUE]

    def said(self) -> Iterator[str]:
        """Messages, hints and summaries."""
        for scope in ast.walk(self.tree):
            if isinstance(scope, ast.FunctionDef | ast.Module | ast.Lambda):
                yield from self._of(scope)

    def _of(self, scope: ast.AST) -> Iterator[str]:
        names: dict[str, Texts] = {}
        for node in self._own(scope):
            self._note(node, names)
        for node in self._own(scope):
            if isinstance(node, ast.Call):
                yield from self._called(node, names)
            elif isinstance(node, ast.Return | ast.Yield) and self.answers and self._speaks(scope):
                value = node.value
                for part in value.elts if isinstance(value, ast.Tuple) else [value]:
                    yield from self.texts(part, names)
        if isinstance(scope, ast.Lambda) and self.answers:
            yield from self.texts(scope.body, names)

    def _called(self, node: ast.Call, names: dict[str, Texts]) -> Iterator[str]:
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for argument in node.args[self.calls[called] :] if called in self.calls else []:
            yield from self.texts(argument, names)
        for keyword in node.keywords if self.answers or called in self.calls else []:
            if keyword.arg in KEYWORDS:
                yield from self.texts(keyword.value, names)

    @staticmethod
    def _speaks(scope: ast.AST) -> bool:
        """Whether a function gives what is wrong with something, or pieces of that."""
        given = getattr(scope, "returns", None)
        return given is not None and re.search(r"\bstr\b", ast.unparse(given)) is not None

    def _own(self, scope: ast.AST) -> Iterator[ast.AST]:
        """The nodes of a scope without those of functions in it."""
        waiting = list(ast.iter_child_nodes(scope))
        while waiting:
            node = waiting.pop(0)
            yield node
            if not isinstance(node, ast.FunctionDef | ast.Lambda):
                waiting += ast.iter_child_nodes(node)
