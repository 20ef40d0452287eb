"""XML from outside: hardened, mended where there is one way only to understand it, or refused with a reason."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from feeds.checking.document import parser
from feeds.intake.draft import Rejection
from feeds.intake.encoding import decode
from feeds.intake.xml.repair import mended, prepared

__all__ = ["Broken", "Tree", "parse", "read"]


class Tree(NamedTuple):
    """A document that could be read, and whether it had to be mended for that."""

    root: etree._Element
    mended: bool


class Broken(NamedTuple):
    """A document that could not be read as a whole: its mended text, and what is wrong where."""

    text: str
    said: str
    line: int

    def rejection(self) -> Rejection:
        """The reason why nothing was taken from it."""
        return Rejection(code="broken-xml", reason=f"is broken XML: {self.said}", line=self.line)


def read(data: bytes, encoding: str | None = None) -> Tree | Broken | Rejection:
    """The tree of a file in any encoding. Document types are left out, so no entity is ever expanded."""
    decoded = decode(data, encoding)
    if isinstance(decoded, Rejection):
        return decoded
    text = prepared(decoded.text)
    if text is None:
        return Rejection(code="no-xml", reason="holds no XML")
    return parse(text)


def parse(text: str) -> Tree | Broken:
    """The tree of a text without a declaration and without a document type."""
    try:
        return Tree(_tree(text), mended=False)
    except etree.XMLSyntaxError:
        pass
    better = mended(text)
    try:
        return Tree(_tree(better), mended=True)
    except etree.XMLSyntaxError as error:
        said = (error.msg or "it cannot be read").partition(", line ")[0].strip()
        return Broken(better, said, error.position[0] or 1)


def _tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode("utf-8", "replace"), parser())
