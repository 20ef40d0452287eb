"""What programs write into XML by mistake, one character at a time, and what can be read all the same."""

from __future__ import annotations

import re
from html.entities import html5

from feeds.checking.fault import Fault
from feeds.checking.xml.faults import SHOWN, fault

_CONTROL = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
_LITERALLY = (
    "|".join(rf"\x{code:02x}" for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20))).encode()
    + rb"|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
)
"""The same, each alternative with a letter in front, as of all below: that is quick to look for."""

_SUSPECT = re.compile(
    rb"<(?:(?P<passed>!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    rb"|\?(?:[^?]++|\?(?!>))*+(?:\?>|\Z))"
    rb"|(?P<less>(?![A-Za-z_:/!?\x80-\xff])))"
    rb"|&(?:(?:amp|lt|gt|quot|apos);"
    rb"|#(?P<number>[0-9]{1,9}|x[0-9a-fA-F]{1,7});"
    rb"|(?P<hexadecimal>#X[0-9a-fA-F]{1,7};)"
    rb"|(?P<entity>[A-Za-z][A-Za-z0-9]{0,31};)"
    rb"|(?P<ampersand>))"
    rb"|" + _LITERALLY
)
_CONTROLS = re.compile(_CONTROL)
_REPLACEMENT = "\ufffd".encode()


class Mending:
    """One pass over a document: `faults` are what was wrong, `markup` what it may have meant.

    What is to be written back (`for_good`) is without the characters that may not be there, and leaves the
    entities of the document itself as they are; else each has something in its place, for rules to go on.
    """

    def __init__(self, markup: bytes, declared: frozenset[str], *, for_good: bool = False) -> None:
        self.faults: list[Fault] = []
        self._blank = b"" if for_good else _REPLACEMENT
        self._for_good = for_good
        self._declared = declared
        self._counts: dict[str, int] = {}
        self.markup = _SUSPECT.sub(self._mended, markup)
        self.faults = [self._with_the_rest(found) for found in self.faults]

    def _with_the_rest(self, found: Fault) -> Fault:
        """The last fault of its kind that is told of stands for those that are not."""
        rest = self._counts[found.code] - SHOWN
        if rest <= 0 or found is not next(f for f in reversed(self.faults) if f.code == found.code):
            return found
        return found._replace(message=f"{found.message}; {rest} more of this kind stand after it")

    def _mended(self, match: re.Match[bytes]) -> bytes:
        kind = match.lastgroup
        if kind is None:
            return match[0] if match[0].startswith(b"&") else self._control(match)
        if kind == "passed":
            return self._inside(match)
        if kind == "number":
            return self._number(match)
        repaired: bytes = getattr(self, f"_{kind}")(match)
        return repaired

    def _inside(self, match: re.Match[bytes]) -> bytes:
        """CDATA, comments and instructions: only control characters are amiss in them."""
        if not _CONTROLS.search(match[0]):
            return match[0]

        def replaced(control: re.Match[bytes]) -> bytes:
            self._tell("control", match.start() + control.start(), _named(control[0]))
            return self._blank

        return _CONTROLS.sub(replaced, match[0])

    def _number(self, match: re.Match[bytes]) -> bytes:
        digits = match["number"].decode()
        code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
        if (
            code in {9, 10, 13}
            or 32 <= code < 0xD800
            or 0xE000 <= code < 0xFFFE
            or 0x10000 <= code < 0x110000
        ):
            return match[0]
        self._tell("control", match.start(), match[0].decode())
        return self._blank

    def _hexadecimal(self, match: re.Match[bytes]) -> bytes:
        self._tell("hexadecimal", match.start(), match[0].decode())
        return match[0].replace(b"X", b"x", 1)

    def _entity(self, match: re.Match[bytes]) -> bytes:
        written = match[0].decode()
        if written[1:-1] in self._declared:
            self._tell("declared-entity", match.start(), written)
            return match[0] if self._for_good else _REPLACEMENT
        meant = html5.get(written[1:])
        if meant is None:
            self._tell("unknown-entity", match.start(), written)
            return b"&amp;" + match[0][1:]
        numeric = "".join(f"&#{ord(letter)};" for letter in meant)
        self._tell("entity", match.start(), written, hint=(numeric,))
        return numeric.encode()

    def _ampersand(self, match: re.Match[bytes]) -> bytes:
        self._tell("ampersand", match.start())
        return b"&amp;"

    def _less(self, match: re.Match[bytes]) -> bytes:
        self._tell("less", match.start())
        return b"&lt;"

    def _control(self, match: re.Match[bytes]) -> bytes:
        self._tell("control", match.start(), _named(match[0]))
        return self._blank

    def _tell(self, kind: str, offset: int, *details: str, hint: tuple[str, ...] = ()) -> None:
        found = fault(kind, offset, *details, hint=hint)
        self._counts[found.code] = self._counts.get(found.code, 0) + 1
        if self._counts[found.code] <= SHOWN:
            self.faults.append(found)


def _named(character: bytes) -> str:
    code = ord(character.decode("utf-8", "surrogatepass"))
    return f"U+{code:04X}"
