"""What can be wrong with JSON itself, in plain words."""

from __future__ import annotations

import json
from typing import NamedTuple

from feeds.checking.fault import Fault
from feeds.checking.finding import Severity


class _Words(NamedTuple):
    message: str
    hint: str
    severity: Severity = "error"


_SAVE_AS_UTF8 = "Write the file as UTF-8 without a byte order mark; JSON knows no other encoding."
_SERVED = "See what the server sends; often it is an error page."
_NOTES = "Take the comment out; user_comment is the key for notes to people."

_FAULTS: dict[str, _Words] = {
    "encoding": _Words("the document is {}, not UTF-8", _SAVE_AS_UTF8),
    "bom": _Words("a byte order mark stands before the JSON", _SAVE_AS_UTF8),
    "byte": _Words("byte {} is no UTF-8", _SAVE_AS_UTF8),
    "deep": _Words(
        "arrays and objects are nested more than {} deep",
        "A feed needs four or five levels; look for a program that wraps its own output.",
    ),
    "comma": _Words(
        "a comma stands before a closing bracket",
        "Take the comma out; better, let a JSON library write the file instead of a template.",
    ),
    "repeated": _Words(
        "the key {} is there more than once in one object",
        "Keep one of them: readers take the first, the last, or refuse the feed.",
        "warning",
    ),
    "constant": _Words("NaN and Infinity are no JSON", "Leave the key out where there is no number."),
    "huge": _Words("the number is too large to be read", "Write it as a text, in quotes."),
    "half": _Words(
        "the text holds half of a character (a lone surrogate)",
        "It was cut in the middle of an emoji: cut before it. Some readers refuse the whole feed.",
        "warning",
    ),
    "empty": _Words("the document is empty", _SERVED),
    "broken": _Words(
        "the document breaks off before its end", "It was cut on its way, or written only in part."
    ),
    "syntax": _Words("this is no JSON", "Let a JSON library write the file."),
}

_BEGINNINGS: dict[str, _Words] = {
    "<": _Words("the document is a page or XML, not JSON", _SERVED),
    "//": _Words("JSON has no comments", _NOTES),
    "/*": _Words("JSON has no comments", _NOTES),
    "'": _Words("texts and keys stand in double quotes in JSON", "Write \"...\" instead of '...'."),
}
"""By what stands at the place of the fault."""

_COMPLAINTS: dict[str, _Words] = {
    "Expecting value": _Words(
        "a value is missing or is no JSON", "Write a text in double quotes, a number, true, false or null."
    ),
    "Expecting property name": _Words(
        "a key in double quotes is missing", "Write every key in double quotes."
    ),
    "Expecting ':'": _Words("the colon after a key is missing", "Put a colon between the key and its value."),
    "Expecting ','": _Words(
        "a comma or a closing bracket is missing",
        'Often a quotation mark inside the text before is not written as \\".',
    ),
    "Unterminated string": _Words(
        "a text has no end", 'Close it with "; quotation marks inside it are written as \\".'
    ),
    "Invalid control character": _Words(
        "a line break or another control character stands inside a text",
        "Write \\n for a line break, \\t for a tab.",
    ),
    "Invalid \\": _Words("a backslash begins no known escape", "Write \\\\ for a backslash itself."),
    "Extra data": _Words(
        "something stands after the end of the JSON", "One document is one object: take the rest out."
    ),
}
"""By how the parser's own words begin."""


def fault(kind: str, offset: int, detail: str = "") -> Fault:
    """A fault of a known kind; `detail` is what its message names."""
    words = _FAULTS[kind]
    return Fault(offset, words.message.format(detail), words.hint, words.severity)


def syntax_fault(text: str, error: json.JSONDecodeError) -> Fault:
    """The parser's complaint in plain words, where it stands."""
    offset = min(error.pos, len(text))
    if not text.strip():
        return fault("empty", 0)
    if not text[offset:].strip():
        return fault("broken", offset)
    for start, words in _BEGINNINGS.items():
        if text.startswith(start, offset):
            return Fault(offset, *words)
    for said, words in _COMPLAINTS.items():
        if error.msg.startswith(said):
            return Fault(offset, *words)
    return fault("syntax", offset)
