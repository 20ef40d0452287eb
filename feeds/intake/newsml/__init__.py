"""NewsML-G2: news items alone, in packages and in messages; and NewsML 1, which agencies still send."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.newsml import g2, version1
from feeds.intake.wire import newest
from feeds.intake.xml import Broken, read
from feeds.intake.xml.node import Node

KINDS = ("newsml",)

_OTHERS = {
    "conceptitem": "describes a concept, and is no story",
    "knowledgeitem": "describes concepts, and is no story",
    "planningitem": "is a plan of coverage, and no story",
    "catalogitem": "is a catalog of codes, and no story",
    "packageitem": "is a package whose items are not in the file",
    "groupset": "is a part of a package, and no story",
    "contentmeta": "is a part of an item, and no story",
    "contentset": "is a part of an item: it has no headline and no date",
}


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each text, with the pictures that belong to it; of several versions of one the newest."""
    tree = read(data, circumstances.encoding)
    if isinstance(tree, Rejection | Broken):
        yield tree.rejection() if isinstance(tree, Broken) else tree
        return
    root = Node(tree.root)
    reading = version1 if root.name == "newsml" else g2
    made = reading.items(root, Draft(kind=KINDS[0], file=file, address=address), circumstances)
    answers = newest(made)
    yield next(answers, None) or _nothing(root)
    yield from answers


def _nothing(root: Node) -> Rejection:
    """Why a document holds no text."""
    names = (root.name, *(node.name for node in root.below(*_OTHERS)))
    known = next((name for name in names if name in _OTHERS), None)
    if known:
        return Rejection(code="no-story", reason=_OTHERS[known])
    if root.name in ("newsmessage", "newsitem", "newsml"):
        return Rejection(code="no-story", reason="holds no item")
    return Rejection(code="no-newsml", reason=f"is XML, but no NewsML: its root is {root.name}")
