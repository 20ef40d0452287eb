"""How pieces of a page are written in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    """A cell on one line. A bar in code would end the cell, and cannot be escaped so that all readers see it."""
    line = " ".join(text.split())
    return re.sub(r"`([^`]*\|[^`]*)`", lambda found: _html(found[1]), line)


def _html(text: str) -> str:
    return f"<code>{html.escape(text).replace('|', '&#124;')}</code>"


def code(value: Any) -> str:
    """A value as code in a line."""
    text = value if isinstance(value, str) else inline(value)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def block(text: str, language: str = "text") -> str:
    """Lines of code."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def plain(text: str) -> str:
    """A text whose letters mean nothing to Markdown, but for what stands between backquotes."""
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part if part.startswith("`") and n % 2 else _escaped(part) for n, part in enumerate(parts))


def _escaped(text: str) -> str:
    """Letters that some readers of Markdown let nobody escape are written as references."""
    marked = re.sub(r"([\\`*_\[\]])", r"\\\1", re.sub(r"&(?=[#\w])", "&amp;", text))
    return marked.replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")


def sentence(text: str) -> str:
    """A description as a sentence: a capital first, a full stop last."""
    first = re.match(r"[^\W\d_]+(?=[\s,;:.]|$)", text)
    begun = text[:1].upper() + text[1:] if first and first[0].islower() else text
    return begun if not begun or begun.endswith((".", "!", "?", "…", "]")) else f"{begun}."


def inline(value: Any) -> str:
    """A value as YAML writes it on one line."""
    said: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False
    )
    return said.removesuffix("\n").removesuffix("\n...").strip()
