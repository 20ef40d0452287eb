"""Whatever pages and commands say in English, they say in Russian too, with the same values and whole plurals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import feeds
from feeds.pages.preview.looks import LOOKS, OTHER
from feeds.targets import registry
from feeds.wording.russian import PHRASES, TEXTS
from feeds.wording.template import PLACE, places

ROOT = Path(feeds.__file__).parent
IN_TEMPLATES = re.compile(r"""\bsay\(\s*"((?:[^"\\]|\\.)*)\"""")
VISIBLE = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<style.*?</style>|<[^>]*>|&\w+;)", re.DOTALL)
ATTRIBUTES = re.compile(r'\b(?:title|aria-label|placeholder|alt)="([^"{]*[A-Za-z]{2}[^"]*)"')
CODE = re.compile(r"""<[^>]*>|\S+="[^"]*"|"[^"]*"|[\[{]+"[^А-яё]*["\]}]+|'[^']*'|\\?\S*"[;.]?""")
"""What stands in hints as it is to be written."""


def said_in_code() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if called == "say" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", first.value


def said_in_templates() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "pages/templates").rglob("*.html")):
        for match in IN_TEMPLATES.finditer(path.read_text(encoding="utf-8")):
            yield path.name, match[1]


ALL = sorted({text for _, text in (*said_in_code(), *said_in_templates())})


def test_there_is_something_to_say() -> None:
    assert len(ALL) > 80


@pytest.mark.parametrize("text", ALL)
def test_every_text_is_there_in_russian(text: str) -> None:
    assert text in TEXTS
    assert places(TEXTS[text]) <= places(text)


@pytest.mark.parametrize("path", sorted((ROOT / "pages/templates").rglob("*.html")), ids=lambda p: p.name)
def test_templates_say_nothing_by_themselves(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    left = set(re.findall(r"[A-Za-zА-яЁё]{2,}", VISIBLE.sub(" ", written)))
    assert left <= {"EN", "RU"}
    bare = VISIBLE.sub(" ", written.replace('title="{{', 'title="').replace('aria-label="{{', 'aria-label="'))
    assert not ATTRIBUTES.findall(bare)


def test_every_look_is_named_in_russian() -> None:
    for look in (*LOOKS.values(), OTHER):
        assert look.name in TEXTS


def test_every_target_is_named_in_russian() -> None:
    for target in registry.targets().values():
        for text in (target.title, target.summary, target.platform):
            assert text in TEXTS, text


@pytest.mark.parametrize("first", sorted({english[0] for english in {**TEXTS, **PHRASES}}))
def test_russian_is_typeset_as_russian(first: str) -> None:
    for english, russian in {**TEXTS, **PHRASES}.items():
        if english[0] == first:
            hold_typeset(russian)


def hold_typeset(russian: str) -> None:
    words = PLACE.sub("x", russian)
    words = CODE.sub("x", words)
    assert '"' not in words, "«ёлочки»"
    assert " - " not in words, "a dash, no hyphen"
    assert " —" not in words, "a dash begins no line"
    assert "..." not in words, "…"
    assert not re.search(r"\s(?:[,;!?]|[.:](?!\w))", words)
    assert "  " not in words
    for match in PLACE.finditer(russian):
        forms = (match[2] or "").split("|")
        assert len(forms) in (1, 3), f"three forms: {match[0]}"
