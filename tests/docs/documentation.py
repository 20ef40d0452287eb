"""What the tests of the documentation share: its pages, written and made, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generate import pages as made_pages
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


class Code(NamedTuple):
    """A piece of code: its page, its language (empty: none said; "inline": in a line), and its text."""

    page: str
    language: str
    text: str


@cache
def pages() -> dict[str, str]:
    """Every page by its path below docs/; README.md of the project as ../README.md."""
    written = {
        str(path.relative_to(DOCS)): path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))
    }
    return {**written, **made_pages(), "../README.md": (ROOT / "README.md").read_text(encoding="utf-8")}


@cache
def tokens(page: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(pages()[page])


def code(page: str) -> Iterator[Code]:
    for token in tokens(page):
        if token.type in ("fence", "code_block"):
            yield Code(page, token.info.strip().split(" ")[0], token.content)
        for child in token.children or ():
            if child.type == "code_inline":
                yield Code(page, "inline", child.content)


def links(page: str) -> Iterator[str]:
    for token in tokens(page):
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if target is not None:
                yield str(target)


@cache
def anchors(page: str) -> frozenset[str]:
    found: list[str] = []
    stream = tokens(page)
    for n, token in enumerate(stream):
        if token.type == "heading_open":
            children = stream[n + 1].children or ()
            said = "".join(c.content for c in children if c.type in ("text", "code_inline"))
            slug = re.sub(r"[^\w\- ]", "", said).strip().lower().replace(" ", "-")
            found.append(slug if slug not in found else f"{slug}_{found.count(slug)}")
    return frozenset(found)
