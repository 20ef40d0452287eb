"""WordPress exports (WXR): the posts and pages that are published, with their pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.feed.pieces import pieces
from feeds.intake.wxr.fields import draft_of
from feeds.intake.wxr.site import Site, site_of
from feeds.intake.xml import Broken, Tree, read
from feeds.intake.xml.node import Node

KINDS = ("wxr",)

_STORIES = frozenset({"post", "page"})
_STATES = {
    "draft": "is a draft",
    "auto-draft": "is a draft",
    "pending": "waits for review",
    "private": "is private",
    "future": "is to be published later",
    "trash": "is in the trash",
}
_INTERNAL = frozenset(
    "attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block "
    "wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face acf-field "
    "acf-field-group elementor_library".split()
)


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each post and page that is out; of others, why not."""
    found = read(data, circumstances.encoding)
    if isinstance(found, Rejection):
        yield found
        return
    listed = _of_tree(found) if isinstance(found, Tree) else _of_pieces(found)
    if isinstance(listed, Rejection):
        yield listed
        return
    head, items = listed
    nodes = [item for item, _ in items if isinstance(item, Node)]
    site = site_of(head, nodes)
    answered = False
    for item, line in items:
        draft = Draft(kind=KINDS[0], file=file, line=line, address=address)
        answer = _answer(item, draft, site, circumstances) if isinstance(item, Node) else item
        if answer is not None:
            answered = True
            yield answer
    if not answered:
        yield _nothing(nodes)


Items = list[tuple[Node | Rejection, int | None]]


def _of_tree(tree: Tree) -> tuple[Node, Items] | Rejection:
    root = Node(tree.root)
    items: Items = [(node, node.line) for node in root.below("item")]
    if root.name not in ("rss", "channel") or not (items or any(root.below("wp:wxr_version"))):
        return Rejection(code="no-wxr", reason=f"is XML, but no WordPress export: its root is {root.name}")
    return root.one("channel") or root, items


def _of_pieces(document: Broken) -> tuple[Node, Items] | Rejection:
    """The items of a broken document, one by one."""
    found = pieces(document.text)
    if found is None:
        return document.rejection()
    items: Items = [
        (piece, piece.line) if isinstance(piece, Rejection) else (Node(piece.element), piece.line)
        for piece in found.items
    ]
    return Node(found.head), items


def _answer(item: Node, draft: Draft, site: Site, circumstances: Circumstances) -> Draft | Rejection | None:
    """What becomes of an item; nothing of one that is no story of its own."""
    kind = item.text_of("wp:post_type") or "post"
    if kind in _INTERNAL:
        return None
    if kind not in _STORIES:
        reason = f"is of the type {kind[:40]}, neither a post nor a page"
        return Rejection(code="no-story", reason=reason, line=draft.line)
    status = item.text_of("wp:status") or "publish"
    if status != "publish":
        said = _STATES.get(status, f"has the status {status[:40]}")
        return Rejection(
            code="not-published", reason=f"is not published by its newsroom yet: it {said}", line=draft.line
        )
    if item.text_of("wp:post_password"):
        return Rejection(code="not-published", reason="is behind a password", line=draft.line)
    return draft_of(draft, item, site, circumstances)


def _nothing(items: list[Node]) -> Rejection:
    kinds = Counter(item.text_of("wp:post_type") or "post" for item in items)
    if not kinds:
        return Rejection(code="empty", reason="is a WordPress export without items")
    said = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common(4))
    return Rejection(code="no-story", reason=f"holds no posts and no pages, only {said}")
