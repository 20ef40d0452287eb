"""NITF, as its document type and as its namespace have it, alone or several in a file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from feeds.intake.address import fixed
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.nitf.fields import draft_of, identity
from feeds.intake.wire import Told, newest, version
from feeds.intake.xml import Broken, read
from feeds.intake.xml.node import Node

KINDS = ("nitf",)

_OTHERS = {
    "newsmessage": ("is NewsML-G2, not NITF", "Read it as newsml."),
    "newsitem": ("is NewsML-G2, not NITF", "Read it as newsml."),
    "newsml": ("is NewsML 1, not NITF", "Read it as newsml."),
    "rss": ("is a feed, not NITF", "Read it as feed."),
    "atom:feed": ("is a feed, not NITF", "Read it as feed."),
}


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each document, of several versions of one the newest."""
    tree = read(data, circumstances.encoding)
    if isinstance(tree, Rejection | Broken):
        yield tree.rejection() if isinstance(tree, Broken) else tree
        return
    root = Node(tree.root)
    documents = [root] if root.name == "nitf" else list(root.below("nitf"))
    if not documents or root.name in _OTHERS:
        said, hint = _OTHERS.get(root.name, (f"is XML, but no NITF: its root is {root.name}", None))
        yield Rejection(code="no-nitf", reason=said, hint=hint)
        return
    base = address or fixed(circumstances.url)
    made = [Draft(kind=KINDS[0], file=file, line=node.line, address=address) for node in documents]
    yield from newest(
        Told(draft_of(draft, node, base), identity(node), version(*_version(node)))
        for draft, node in zip(made, documents, strict=True)
    )


def _version(document: Node) -> tuple[str | None, str | None]:
    """The version that a document states, and the day when it was made."""
    data = list(chain(document.at("head/docdata/du-key"), document.at("head/docdata/date.issue")))
    number = next((said for node in data if (said := node.get("version", "generation"))), None)
    return number, next((said for node in data if (said := node.get("norm"))), None)
