"""Paragraphs of texts that part them by blank lines, with markup among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCKS = (
    "address article aside blockquote caption center colgroup dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav noscript object ol p section summary table tbody "
    "td tfoot th thead tr ul video audio"
).replace(" ", "|")
_TAG = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)", re.IGNORECASE)
_KEPT = re.compile(r"<(pre|script|style|textarea|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")
_VOID = frozenset({"hr", "colgroup"})
_ONE_TEXT = frozenset(
    "h1 h2 h3 h4 h5 h6 figcaption caption li td th dt dd p address summary iframe video audio object".split()
)
"""Blocks that hold one text: its lines stay lines."""


def paragraphs(text: str) -> str:
    """The text with each paragraph in an element, and each line's end inside one as a break."""
    parts: list[str] = []
    position = 0
    for kept in _KEPT.finditer(text):
        parts += _loose(text[position : kept.start()])
        parts.append(kept[0])
        position = kept.end()
    return "".join([*parts, *_loose(text[position:])])


def _loose(text: str) -> Iterator[str]:
    open_blocks: list[str] = []
    for number, part in enumerate(_TAG.split(text)):
        if number % 2 == 0:
            yield from _text(part, one=bool(open_blocks) and open_blocks[-1] in _ONE_TEXT)
            continue
        match = _NAME.match(part)
        name = match[1].lower() if match else ""
        if part.startswith("</"):
            if name in open_blocks:
                while open_blocks.pop() != name:
                    pass
        elif name not in _VOID and not part.endswith("/>"):
            open_blocks.append(name)
        yield part


def _text(text: str, *, one: bool) -> Iterator[str]:
    if one:
        yield _BLANK.sub("<br><br>", text.strip("\n")).replace("\n", "<br>")
        return
    for paragraph in _BLANK.split(text.strip()):
        if said := paragraph.strip():
            yield "<p>" + said.replace("\n", "<br>") + "</p>"
