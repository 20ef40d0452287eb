"""The house stands as designed: imports run downwards, and the inside is pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import feeds

ROOT = Path(feeds.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("doctor",),
    ("serve", "moving"),
    ("pages",),
    ("build", "inspection"),
    ("publish", "announce", "fetching", "comparison", "measuring"),
    ("configuration",),
    ("targets", "archive"),
    ("intake", "syndication", "checking", "media"),
    ("markup",),
    ("publication", "article", "wording"),
    ("errors",),
)
"""From the top down: a room may import from its own layer's line below, never from above."""

PURE = (
    "article",
    "publication",
    "markup",
    "targets",
    "checking",
    "syndication",
    "comparison",
    "media",
    "wording",
)
PURE_FILES = ("build/select.py", "build/plan.py", "build/render.py", "build/gate.py")
IMPURE_FILES = ("targets/registry.py",)  # looks up installed packages
WORLD = frozenset(
    {"os", "pathlib", "socket", "time", "subprocess", "locale", "random", "tempfile", "shutil", "sqlite3"}
)
CLOCKS = frozenset({"now", "utcnow", "today"})


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def height(name: str) -> int | None:
    return next((len(LAYERS) - n for n, layer in enumerate(LAYERS) if name in layer), None)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_downwards(path: Path) -> None:
    own = height(room(path))
    for line, name in imports(path):
        parts = name.split(".")
        if own is None or parts[0] != "feeds" or len(parts) < 2 or parts[1] == room(path):
            continue
        other = height(parts[1])
        assert other is None or other <= own, f"{path}:{line} imports {name} from above"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_room_is_on_the_plan(path: Path) -> None:
    assert room(path) in ("__init__", "__main__") or height(room(path)) is not None


def test_writers_and_rules_never_import_each_other() -> None:
    for path in modules():
        if room(path) != "targets":
            continue
        kind = path.relative_to(ROOT).parts[2:3]
        for line, name in imports(path):
            if kind and kind[0].startswith("writer"):
                assert ".rules" not in name, f"{path}:{line}"
            if kind and kind[0].startswith("rules"):
                assert ".writer" not in name, f"{path}:{line}"


def pure_modules() -> list[Path]:
    named = [ROOT / file for file in PURE_FILES]
    inside = [p for p in modules() if room(p) in PURE and str(p.relative_to(ROOT)) not in IMPURE_FILES]
    return [p for p in [*inside, *named] if p.exists()]


@pytest.mark.parametrize("path", pure_modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_inside_reads_no_clock_no_file_and_no_environment(path: Path) -> None:
    for line, name in imports(path):
        assert name.split(".")[0] not in WORLD, f"{path}:{line} imports {name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            assert not (isinstance(called, ast.Name) and called.id in ("open", "print", "input")), (
                f"{path}:{node.lineno}"
            )
            assert not (isinstance(called, ast.Attribute) and called.attr in CLOCKS), f"{path}:{node.lineno}"
