"""Letters that went through a wrong encoding on their way: well-formed, and wrong all the same."""

from __future__ import annotations

import re

from feeds.checking.fault import Fault
from feeds.checking.xml.faults import SHOWN, fault

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rb"\xc2[\x80-\x9f]",  # control characters of C1: Windows-1252 taken for Latin-1
        rb"\xef\xbf\xbd",  # the replacement character
        rb"&#(?:1[2-4][0-9]|15[0-9]|x[89][0-9a-fA-F]);",  # the same as references
        rb"\xc3[\x82\x83\x90\x91]\xc2[\x80-\xbf]",  # UTF-8 encoded as UTF-8 once more
    )
)
_WORD = re.compile(rb"[^\s<>\"']{1,40}")


def told(markup: bytes) -> list[Fault]:
    """A warning for each place, up to a number; the first ones tell where to look."""
    if markup.isascii() and b"&#" not in markup:
        return []
    found: list[Fault] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(markup):
            if len(found) >= SHOWN:
                return found
            if _is_garbled(match[0]):
                found.append(fault("garbled", match.start(), _shown(markup, match)))
    return found


def _is_garbled(letters: bytes) -> bool:
    if not letters.startswith(b"&#"):
        return letters != b"\xc2\x85"  # NEXT LINE, which mainframes write on purpose
    digits = letters[2:-1].decode()
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return 0x80 <= code <= 0x9F and code != 0x85


def _shown(markup: bytes, match: re.Match[bytes]) -> str:
    word = _WORD.match(markup, match.start())
    text = (word[0] if word else match[0])[:40].decode("utf-8", "replace")
    return repr(text[:12])
