"""The piece of a document that a finding speaks of, as people are shown it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from feeds.checking.finding import Finding
from feeds.checking.xml.source import readable

WIDTH = 100
"""How much of a source line is shown, in characters."""

AROUND = 1
"""Lines that are shown before and behind."""

_NUMBERS = re.compile(r"\d+")
_SURROGATES = re.compile("[\ud800-\udfff]")


class Line(NamedTuple):
    """A line of a document: its number from 1, and what of it is shown."""

    number: int
    text: str


class Excerpt(NamedTuple):
    """The line that a finding speaks of; `caret` is the 0-based place in what is shown of it, None where unknown."""

    line: Line
    caret: int | None
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


class Source:
    """A document's lines, however it came; nothing is decoded before it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._last = (-1, "")

    @cached_property
    def _lines(self) -> list[bytes]:
        return readable(self._data).splitlines()

    def excerpt(self, finding: Finding) -> Excerpt | None:
        """What a finding speaks of, with the lines around it; None where it speaks of none."""
        number = finding.line
        if not 0 < number <= len(self._lines):
            return None
        start = max(0, finding.column - 1 - WIDTH // 2)
        last = min(len(self._lines), number + AROUND)
        return Excerpt(
            Line(number, _shown(self._decoded(number), start)),
            finding.column - 1 - start if finding.column else None,
            tuple(self._beginning(n) for n in range(max(1, number - AROUND), number)),
            tuple(self._beginning(n) for n in range(number + 1, last + 1)),
        )

    def _decoded(self, number: int) -> str:
        """A whole line; findings in one and the same often follow each other."""
        if self._last[0] != number:
            self._last = (number, self._lines[number - 1].decode("utf-8", "replace"))
        return self._last[1]

    def _beginning(self, number: int) -> Line:
        return Line(number, _shown(self._lines[number - 1][: 4 * WIDTH].decode("utf-8", "replace"), 0))


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as reports tell it. `fingerprint` stays the same when the document's lines move."""

    finding: Finding
    fingerprint: str
    source: Source = field(compare=False, repr=False)

    @property
    def excerpt(self) -> Excerpt | None:
        """The piece of the document that it speaks of."""
        return self.source.excerpt(self.finding)


def reported(data: bytes, findings: Sequence[Finding]) -> list[Reported]:
    """Findings with what they speak of in a document, however it came."""
    source = Source(data)
    names = fingerprints(findings)
    return [Reported(_tellable(finding), name, source) for finding, name in zip(findings, names, strict=True)]


def fingerprints(findings: Sequence[Finding]) -> Iterator[str]:
    """A name for each finding, made of its rule, its story and what it says, numbers aside.

    The second of a kind has a name of its own.
    """
    counts: dict[tuple[str, str, str], int] = {}
    for finding in findings:
        key = (finding.code, finding.item or "", _NUMBERS.sub("#", finding.message))
        counts[key] = counts.get(key, 0) + 1
        written = "\0".join((*key, str(counts[key]))).encode("utf-8", "surrogatepass")
        yield hashlib.blake2b(written, digest_size=12).hexdigest()


def tellable(text: str) -> str:
    """A text that can be written in any encoding of Unicode: halves of characters are replaced."""
    return _SURROGATES.sub("\ufffd", text)


def _tellable(finding: Finding) -> Finding:
    said = (finding.message, finding.item or "", finding.hint or "", finding.spec or "")
    if not any(map(_SURROGATES.search, said)):
        return finding
    message, item, hint, spec = map(tellable, said)
    return replace(finding, message=message, item=item or None, hint=hint or None, spec=spec or None)


def printable(text: str) -> str:
    """A text on one line, with nothing in it that a terminal would act on."""
    return "".join(letter if letter.isprintable() else "·" for letter in text)


def _shown(line: str, start: int) -> str:
    return printable(line[start : start + WIDTH].replace("\t", " ")).rstrip()
