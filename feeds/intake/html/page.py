"""A page's bytes to its tree, within limits, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.encoding import decode
from feeds.intake.html.tree import Node, Tree, attribute, parse
from feeds.markup.depth import DEEPEST, MOST_ATTRIBUTES, excessive

LARGEST = 8 * 1024 * 1024
"""Bytes; a larger page is no story's."""


_OWN_ADDRESSES = (("link[rel=canonical][href]", "href"), ("meta[property='og:url']", "content"))


_TOO_DEEP = (
    f"nests its elements too deeply ({DEEPEST} levels at most), or holds too many attributes in one of them "
    f"({MOST_ATTRIBUTES} at most)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text, its tree, and the address that its own relative ones are read against."""

    text: str
    tree: Tree
    address: str | None
    base: str | None
    circumstances: Circumstances

    @property
    def body(self) -> Node | None:
        """The element that holds what readers see."""
        return self.tree.body or self.tree.root


def load(data: bytes, address: str | None, circumstances: Circumstances) -> Page | Rejection:
    """The page that some bytes are, or why they are none that can be read."""
    if len(data) > LARGEST:
        return Rejection(
            code="too-large", reason=f"is larger than a page is ({LARGEST // 2**20} MiB at most)"
        )
    decoded = decode(data, circumstances.encoding)
    if isinstance(decoded, Rejection):
        return decoded
    if excessive(decoded.text):
        return Rejection(code="too-deep", reason=_TOO_DEEP)
    tree = parse(decoded.text)
    return Page(decoded.text, tree, address, _base(tree, address), circumstances)


def _base(tree: Tree, address: str | None) -> str | None:
    """What `base` says, or else the page's own address: the one given, or the one that it calls its own."""
    own = address
    for query, name in _OWN_ADDRESSES if address is None else ():
        element = tree.css_first(query)
        own = own or (_joined("", attribute(element, name)) if element is not None else None)
    element = tree.css_first("base[href]")
    return (_joined(own or "", attribute(element, "href")) if element is not None else None) or own


def _joined(address: str, stated: str) -> str | None:
    try:
        joined = urljoin(address, stated)
        return joined if urlsplit(joined).scheme in ("http", "https") else None
    except ValueError:
        return None
