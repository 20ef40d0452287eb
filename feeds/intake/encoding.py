"""Bytes to text: unpacked, told apart by mark, declaration and letters, or refused with a reason."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from feeds.intake.draft import Rejection

LIMIT = 64 * 1024 * 1024
"""Bytes that a source's file may hold, unpacked."""

HEAD = 4096  # where a page or an XML document declares its encoding

_GZIP = b"\x1f\x8b\x08"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b\x08", "a gzip archive inside another"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

# The labels that pages use for encodings whose text Python can give; the others (base64, utf-7,
# unicode_escape ...) have no business in a newsroom and let a document say what it does not show.
_CODECS = {
    "ascii": "cp1252",  # as browsers read it
    "iso8859-1": "cp1252",
    "cp1252": "cp1252",
    **dict.fromkeys(("utf-8", "cp1251", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5")),
    **dict.fromkeys(("cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874")),
    **dict.fromkeys(f"iso8859-{n}" for n in (2, 3, 4, 6, 7, 8, 9, 10, 13, 14, 15, 16)),
    **dict.fromkeys(("gb18030", "gbk", "gb2312"), "gb18030"),
    **dict.fromkeys(("shift_jis", "cp932"), "cp932"),
    **dict.fromkeys(("euc_kr", "cp949"), "cp949"),
    **dict.fromkeys(("big5", "euc_jp")),
}

# Encodings that are declared by habit where another is meant: their claim is weighed against the letters.
_DOUBTFUL = frozenset({"cp1252", "cp1251", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5"})
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")

_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_USUAL = re.compile(r"[\t-\r -~\u00a0-\u00ff\u0400-\u052f\u2000-\u21ff]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))

# Per mille of a letter in running Russian text, with the letters that Ukrainian and Belarusian add.
_FREQUENCY = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєў",
        (
            *(
                110,
                85,
                80,
                74,
                67,
                63,
                55,
                47,
                45,
                44,
                35,
                32,
                30,
                28,
                26,
                20,
                19,
                17,
                17,
                16,
                16,
                14,
                12,
                10,
            ),
            *(9, 7, 6, 5, 4, 3, 3, 1, 2, 20, 5, 3, 3),
        ),
        strict=True,
    )
)
_MARKS_OF_PRINT = frozenset("«»—–№…“”„’‘•©\u00a0")


class Decoded(NamedTuple):
    """A text and the encoding that it was read in."""

    text: str
    encoding: str


def unpack(data: bytes, limit: int = LIMIT) -> bytes | Rejection:
    """The data, unpacked where it is gzip; refused where it holds, packed or not, more than `limit` bytes."""
    if len(data) > limit:
        return _too_large(limit)
    if not data.startswith(_GZIP):
        return data
    parts: list[bytes] = []
    size = 0
    try:
        for part in _members(data, limit):
            parts.append(part)
            size += len(part)
            if size > limit:
                return _too_large(limit)
    except (zlib.error, EOFError):
        return Rejection(
            code="bad-gzip", reason="gzip data that cannot be unpacked: it is damaged or cut off"
        )
    return b"".join(parts)


def _members(data: bytes, limit: int) -> Iterator[bytes]:
    """The content of each gzip member, at most a byte over the limit of each."""
    while data.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        yield member.decompress(data, limit + 1)
        if not member.eof and not member.unconsumed_tail:
            raise EOFError
        data = member.unused_data


def _too_large(limit: int) -> Rejection:
    size = f"{limit // (1024 * 1024)} MiB" if limit >= 1024 * 1024 else f"{limit} bytes"
    return Rejection(code="too-large", reason=f"holds more than {size}")


def decode(data: bytes, declared: str | None = None) -> Decoded | Rejection:
    """The text of a file; `declared` is what its transport or the configuration says of its encoding.

    A byte order mark comes first, then valid UTF-8, then a declaration (the argument, the XML
    declaration, a page's meta element) whose letters bear it out, then the letters alone.
    """
    if not data or data.isspace():
        return Rejection(code="empty", reason="is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _refuse(
                "begins with a byte order mark, but what follows is none"
            )
    if kind := next((name for magic, name in _FORMATS if data.startswith(magic)), None):
        return _refuse(f"is {kind}")
    if b"\0" in data and (wide := _without_mark(data)):
        return wide
    if _binary(data):
        return _refuse("is binary data")
    return _strict(data, "utf-8") or _narrow(data, declared)


def _refuse(reason: str) -> Rejection:
    return Rejection(code="not-text", reason=f"{reason}, not text")


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 that does not say so: an even number of bytes that reads as ordinary letters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        decoded = _strict(data, encoding)
        if decoded and _ordinary(decoded.text[:20_000]):
            return decoded
    return None


def _ordinary(text: str) -> bool:
    return len(_USUAL.findall(text)) >= 0.9 * len(text) and "\0" not in text


def _binary(data: bytes) -> bool:
    """Whether more than one byte in fifty is a control character that no text uses."""
    sample = data[:65_536]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 50


def _narrow(data: bytes, declared: str | None) -> Decoded | Rejection:
    """Text that is not plain UTF-8: damaged UTF-8, or an encoding of one or two bytes a letter."""
    repaired = _damaged_utf8(data)
    if repaired:
        return repaired
    claimed = _claim(data, declared)
    decoded = _strict(data, claimed) if claimed else None
    if decoded and claimed not in _DOUBTFUL:
        return decoded
    best = _by_letters(data)
    if decoded and claimed and (claimed == best or not _clearly_better(data, best, claimed)):
        return decoded
    return Decoded(data.decode(best, "replace"), best)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a byte here and there is wrong, or whose last letter is cut."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text[:100_000] if c > "\x7f") - wrong
    return Decoded(text, "utf-8") if wrong <= 1 + right // 50 and right > 10 * wrong else None


def _claim(data: bytes, declared: str | None) -> str | None:
    """The codec of the first declaration that names one; a declared UTF-8 has been tried already."""
    for name in (declared, *_declarations(data[:HEAD])):
        if name and (codec := codec_of(name)) and codec != "utf-8":
            return codec
    return None


def _declarations(head: bytes) -> Iterator[str]:
    for match in _DECLARED.finditer(head):
        yield (match[1] or match[2]).decode("ascii")


def codec_of(name: str) -> str | None:
    """Python's name of an encoding's label, where it is one that text may come in."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return (_CODECS[found] or found) if found in _CODECS else None


def _by_letters(data: bytes) -> str:
    """The encoding in which the letters beyond ASCII make the likeliest text."""
    runs = _HIGH.findall(data[: 1 << 20])
    together = sum(len(run) for run in runs if len(run) > 1)
    if together < 0.5 * sum(map(len, runs)):  # Latin letters with accents stand alone, Cyrillic ones in words
        return "cp1252"
    sample = b" ".join(runs)[:50_000]
    return max(_CYRILLIC, key=lambda codec: _likelihood(sample, codec))


def _clearly_better(data: bytes, codec: str, claimed: str) -> bool:
    sample = b" ".join(_HIGH.findall(data[: 1 << 20]))[:50_000]
    if codec == "cp1252":
        return False
    # A few letters may read better by chance: the fewer, the more they have to say.
    enough = 1 + 100 / max(1, len(sample))
    return _likelihood(sample, codec) > _likelihood(sample, claimed) + enough


def _likelihood(sample: bytes, codec: str) -> float:
    """The mean frequency of the letters beyond ASCII; capitals inside words and odd signs count against."""
    text = sample.decode(codec, "replace")
    total, before = 0.0, " "
    for character in text:
        total += _weight(character, before)
        before = character
    return total / max(1, len(text) - text.count(" "))


def _weight(character: str, before: str) -> float:
    if character == " ":
        return 0
    if character in _FREQUENCY:
        return _FREQUENCY[character]
    lower = character.lower()
    if lower in _FREQUENCY:
        return -50 if before in _FREQUENCY else 0.9 * _FREQUENCY[lower]
    return 5 if character in _MARKS_OF_PRINT else -50
