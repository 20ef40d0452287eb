"""Where things stand in an XML document: counted on its markup, only when a finding needs it."""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_right
from functools import cached_property

Place = tuple[int, int]

# Whatever has no end runs to the document's, and no attribute spans a "<": every byte is looked at once,
# in hostile documents too.
_CDATA = rb"!\[CDATA\[((?:[^\]]++|\](?!\]>))*+)(?:\]\]>|\Z)"
_COMMENT = rb"!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
_INSTRUCTION = rb"\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z)"
_NAME = rb"[A-Za-z_:\x80-\xff][^\s/><=\"']*+"
_REST = rb"(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>?"

_STARTS = re.compile(rb"<(?:" + rb"|".join((_CDATA, _COMMENT, _INSTRUCTION, rb"(" + _NAME + rb")")) + rb")")
_TAG = re.compile(rb"</?" + _NAME + _REST)
_PIECES = re.compile(
    rb"<(?:" + rb"|".join((_CDATA, _COMMENT, _INSTRUCTION)) + rb")|"
    rb"(?P<reference>&(?:#[0-9]{1,8}|#x[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});)|"
    rb"(?P<text>(?:[^<&]++|&)+?(?=[<&]|\Z))|</?" + _NAME + _REST + rb"|<"
)
_NESTED = re.compile(
    rb"<(?:" + rb"|".join((_CDATA, _COMMENT, _INSTRUCTION)) + rb"|(?P<end>/)|(?P<name>" + _NAME + rb")"
    rb"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(?P<whole>>?))"
)
_ATTRIBUTE = re.compile(rb"\s([^\s/><=\"']++)\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')")
_LINE_END = re.compile(rb"\r\n?|\n")
_NEW_LINE = re.compile(rb"\n")
_STEP = 1 << 12


class Places:
    """Lines and columns of a document in UTF-8; offsets are in bytes, columns in characters, both from 1."""

    def __init__(self, markup: bytes) -> None:
        self._markup = markup

    @cached_property
    def starts(self) -> array[int]:
        """The offset of each start tag, in order."""
        return array("Q", (m.start() for m in _STARTS.finditer(self._markup) if m[2]))

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._lines, offset)
        return line, self._characters(offset) - self._characters(self._lines[line - 1]) + 1

    def line_start(self, line: int) -> int:
        """The offset at which a line begins; the document's end for lines beyond it."""
        return self._lines[line - 1] if 0 < line <= len(self._lines) else len(self._markup)

    def closing(self, start: int) -> int:
        """The offset of the end tag of the element whose start tag is at `start`; `start` where it has none."""
        depth = 0
        for tag in _NESTED.finditer(self._markup, start):
            if tag["end"]:
                depth -= 1
            elif tag["name"] and not (tag["rest"].endswith(b"/") and tag["whole"]):
                depth += 1
            if depth <= 0 and (tag["end"] or tag["name"]):
                return tag.start()
        return start

    def content(self, start: int) -> tuple[int, int]:
        """The offsets between which the content of the element stands whose start tag is at `start`."""
        tag = _TAG.match(self._markup, start)
        begin = tag.end() if tag else start
        return (begin, begin) if self._markup[begin - 2 : begin] == b"/>" else (begin, self.closing(start))

    def attribute(self, start: int, name: str) -> int:
        """The offset of an attribute of the tag at `start`, by its Clark name; of the tag where it is not."""
        tag = _TAG.match(self._markup, start)
        local = name.rpartition("}")[2].encode()
        for written in _ATTRIBUTE.finditer(tag[0]) if tag else ():
            prefix, _, own = written[1].rpartition(b":")
            if written[1] == local or (own == local and prefix not in {b"", b"xmlns"} and name[0] == "{"):
                return start + written.start(1)
        return start

    def inside(self, start: int, characters: int) -> int:
        """The offset of the n-th character of the text of the element whose start tag is at `start`."""
        tag = _TAG.match(self._markup, start)
        position = tag.end() if tag else start
        for piece in _PIECES.finditer(self._markup, position):
            written = piece["text"] if piece["text"] is not None else piece[1]
            if written is not None:
                text = written.decode("utf-8", "replace")
                length = len(text) - text.count("\r\n")
                if characters < length:
                    begin = piece.start("text" if piece["text"] is not None else 1)
                    return begin + len(_prefix(text, characters).encode())
                characters -= length
            elif piece["reference"]:
                length = len(html.unescape(piece["reference"].decode()))
                if characters < length:
                    return piece.start()
                characters -= length
        return start

    @cached_property
    def _lines(self) -> array[int]:
        ends = _LINE_END if b"\r" in self._markup else _NEW_LINE
        lines = array("Q", [0])
        lines.extend(m.end() for m in ends.finditer(self._markup))
        return lines

    @cached_property
    def _counts(self) -> array[int]:
        """How many characters stand before each step of bytes."""
        counts = array("Q", [0])
        for at in range(0, len(self._markup), _STEP):
            counts.append(counts[-1] + _length(self._markup[at : at + _STEP]))
        return counts

    def _characters(self, offset: int) -> int:
        """How many characters stand before an offset."""
        step = offset // _STEP
        return self._counts[step] + _length(self._markup[step * _STEP : offset])


def _length(piece: bytes) -> int:
    """Characters that begin in a piece of UTF-8."""
    return len(piece) if piece.isascii() else len(piece.translate(None, _CONTINUATIONS))


def _prefix(text: str, characters: int) -> str:
    """What of a text as written is its first characters, line ends counted as one each."""
    if "\r\n" not in text:
        return text[:characters]
    position = 0
    for _ in range(characters):
        position += 2 if text.startswith("\r\n", position) else 1
    return text[:position]


_CONTINUATIONS = bytes(range(0x80, 0xC0))
