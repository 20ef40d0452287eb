"""From bytes to UTF-8: which encoding a document says it is in, and whether that is true."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from feeds.checking.fault import Fault
from feeds.checking.xml.faults import fault
from feeds.intake import encoding as letters
from feeds.intake.draft import Rejection

LIMIT = 256 * 1024 * 1024
"""Bytes that a document may hold, unpacked."""

HEAD = 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_DECLARED = re.compile(r"\s*<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([^\"'<>]{0,60})[\"']")

_COMMON = frozenset(
    "us-ascii iso-8859-1 iso-8859-2 iso-8859-7 iso-8859-15 euc-jp koi8-r shift_jis gb18030 windows-1250 "
    "windows-1251 windows-1252 windows-1254 windows-1255 windows-1256".split()
)
"""Encodings that feeds are seen in and most programs know."""

_SUGGESTED = {"cp1251": "windows-1251", "cp1252": "windows-1252", "koi8-r": "koi8-r"}
"""Encodings that a feed without a declaration may well be in."""

SAMPLE = 40

_NO_TEXT = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"})


class Markup(NamedTuple):
    """A document in UTF-8, without byte order mark, and what is wrong with how it came."""

    data: bytes
    faults: list[Fault]


def unpacked(source: bytes) -> tuple[bytes, Fault | None]:
    """The document itself where it comes as gzip, and what is wrong with that."""
    content = letters.unpack(source, LIMIT)
    if isinstance(content, Rejection):
        kind = "too-large" if content.code == "too-large" else "packed"
        return b"", fault(kind, 0, f"it {content.reason}" if kind == "too-large" else content.reason)
    return content, None


def markup(source: bytes) -> Markup:
    """The document in UTF-8, read as it says that it is to be read, or else as it can be.

    What says that it is UTF-8 is not looked through: `verified` does that where the parser stumbles.
    """
    mark, wide = marked(source)
    body = source[len(mark) :]
    declared = _declaration(body, wide)
    if wide:
        return _wide(body, wide, declared, marked=bool(mark))
    name = (declared or "utf-8").lower()
    if mark:
        lies = [] if codec_of(name) == "utf-8" else [fault("mark", 0, declared or "", "UTF-8")]
        return Markup(body, lies)
    codec = codec_of(name)
    if codec is None:
        return Markup(body, [fault("unknown-encoding", 0, repr(declared))])
    if codec == "utf-8":
        return Markup(body, [])
    if codec.startswith(("utf-16", "utf-32")):
        return Markup(body, [fault("looks", 0, str(declared), "written in single bytes")])
    return _narrow(body, codec, str(declared))


def readable(source: bytes) -> bytes:
    """The document in UTF-8 as its places count lines and columns, however it came."""
    content, _ = unpacked(source)
    body = markup(content).data
    return (verified(body) or Markup(body, [])).data


def declared(source: bytes) -> str:
    """The encoding that a document says it is in: by its mark, its declaration, or by saying nothing."""
    mark, wide = marked(source)
    if mark and not wide:
        return "utf-8"
    return _declaration(source[len(mark) :], wide) or (wide or "utf-8")


def marked(source: bytes) -> tuple[bytes, str | None]:
    """The byte order mark, and the encoding where it is one of wide letters."""
    for mark, codec in _MARKS:
        if source.startswith(mark):
            return mark, None if codec == "utf-8" else codec
    return b"", next((codec for start, codec in _UNMARKED if source.startswith(start)), None)


def _declaration(body: bytes, wide: str | None) -> str | None:
    match = _DECLARED.match(body[:HEAD].decode(wide or "latin-1", "replace"))
    return match[1] if match else None


def codec_of(name: str) -> str | None:
    """Python's name of an encoding of text; None where there is none of that name."""
    try:
        found = codecs.lookup(name).name
        b"".decode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if found in _NO_TEXT else found


def verified(body: bytes) -> Markup | None:
    """A document that is not the UTF-8 that it should be, read otherwise; None where it is UTF-8."""
    try:
        body.decode()
    except UnicodeDecodeError as error:
        guess = letters.decode(body)
        text = body.decode("utf-8", "replace") if isinstance(guess, Rejection) else guess.text
        place = len(body[: error.start].decode().encode())
        claim = (
            ", as which it is declared" if _declaration(body, None) else ", and no other encoding is declared"
        )
        said = fault(
            "bytes", place, f"{body[error.start]:#04x}", "UTF-8", claim + _sample(body, error.start, guess)
        )
        return Markup(text.encode("utf-8", "replace"), [said])
    return None


def _sample(body: bytes, start: int, guess: letters.Decoded | Rejection) -> str:
    """What stands there if it is read in the encoding that its letters suggest, for a person to judge."""
    name = None if isinstance(guess, Rejection) else _SUGGESTED.get(guess.encoding)
    if name is None:
        return ""
    words = body[start : start + SAMPLE].decode(name, "replace").split("<")[0]
    return f"; read as {name} it says {' '.join(words.split())!r}"


def _narrow(body: bytes, codec: str, declared: str) -> Markup:
    """A document in an encoding other than Unicode's."""
    kind = "other-encoding" if declared.lower() in _COMMON else "rare-encoding"
    faults = [fault(kind, 0, declared)]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        place = len(body[: error.start].decode(codec, "replace").encode())
        faults.append(
            fault("bytes", place, f"{body[error.start]:#04x}", declared, ", as which it is declared")
        )
        text = body.decode(codec, "replace")
    return Markup(text.encode("utf-8", "replace"), faults)


def _wide(body: bytes, codec: str, declared: str | None, *, marked: bool) -> Markup:
    """A document in UTF-16 or UTF-32."""
    family = codec[:6]
    faults = []
    if not marked and not declared:
        faults.append(fault("unmarked", 0, family.upper()))
    if declared and not (codec_of(declared) or "").startswith(family):
        kind = "mark" if marked else "looks"
        faults.append(fault(kind, 0, declared, family.upper()))
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        place = len(body[: error.start].decode(codec, "replace").encode())
        faults.append(fault("bytes", place, f"{body[error.start]:#04x}", family.upper(), ""))
        text = body.decode(codec, "replace")
    return Markup(text.encode("utf-8", "replace"), faults)
