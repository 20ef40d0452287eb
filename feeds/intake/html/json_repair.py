"""JSON as pages hold it: read as it stands, or repaired where there is one way only to understand it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

_OPENINGS = re.compile(r"\ufeff|<!--|<!\[CDATA\[|//[^\n]*(?:\n|$)|/\*.*?\*/", re.DOTALL)
_ENDINGS = ("-->", "]]>", "//", "/*", "*/", ";")
_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\]++|\\.)*+"?) | (?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z)) | (?P<comma>,\s*+)
      | (?P<opening>[{\[]) | (?P<closing>[}\]]) | [^"/,{}\[\]]++ | . """,
    re.DOTALL | re.VERBOSE,
)
_STRING_END = re.compile(r'"(?=\s*+(?:[:}\]]|,\s*+(?:["{\[}\]]|-?\d|true\b|false\b|null\b)|\Z))')
_IN_STRING = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\|"')
_CLOSING = {"{": "}", "[": "]"}


def read(text: str) -> Any:
    """The value that a text holds, or None. Never raises, whatever the text."""
    for attempt in _ATTEMPTS:
        text = attempt(text)
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def unwrapped(text: str) -> str:
    """Without the comments and CDATA marks around it, and without its last semicolon."""
    text = text.strip()
    while match := _OPENINGS.match(text):
        text = text[match.end() :].lstrip()
    while text.endswith(_ENDINGS):
        ending = next(mark for mark in _ENDINGS if text.endswith(mark))
        text = text.removesuffix(ending).rstrip()
    return text


def unescaped(text: str) -> str:
    """With its quotes, where all of them were written as references of HTML."""
    return html.unescape(text) if '"' not in text and "&quot;" in text else text


def tidy(text: str) -> str:
    """Without comments and superfluous commas, and with the brackets that are missing at the end.

    What stands behind the end of the value, or behind a bracket that closes nothing, is left out.
    """
    parts: list[str] = []
    still_open: list[str] = []
    comma = ""
    for match in _TOKEN.finditer(text):
        token, kind = match[0], match.lastgroup
        if kind == "comment" or not token.strip():
            continue
        if kind == "comma":
            comma = "," if parts and parts[-1] not in "{[" else ""
            continue
        if kind == "closing" and (not still_open or still_open.pop() != token):
            break
        if kind == "opening":
            still_open.append(_CLOSING[token])
        parts += [comma, token] if kind != "closing" else [token]
        comma = ""
        if kind == "closing" and not still_open:
            break
    return "".join(parts) + "".join(reversed(still_open))


def quoted(text: str) -> str:
    r"""With the quotation marks inside strings escaped, and a `\` before a letter that needs none left out.

    A mark ends its string where JSON goes on behind it; anywhere else it belongs to the text.
    """
    parts: list[str] = []
    position = 0
    while (start := text.find('"', position)) >= 0:
        end = _end_of_string(text, start + 1)
        parts += [text[position:start], '"', _IN_STRING.sub(_escaped, text[start + 1 : end]), '"']
        position = end + 1
    return "".join([*parts, text[position:]])


def _end_of_string(text: str, start: int) -> int:
    for match in _STRING_END.finditer(text, start):
        escapes = match.start()
        while escapes > start and text[escapes - 1] == "\\":
            escapes -= 1
        if (match.start() - escapes) % 2 == 0:
            return match.start()
    return len(text)


def _escaped(match: re.Match[str]) -> str:
    return {'"': '\\"', "\\": ""}.get(match[0], match[0])


_ATTEMPTS: tuple[Callable[[str], str], ...] = (str, unwrapped, unescaped, tidy, quoted, tidy)
"""Each goes on from what the one before it made."""
