"""Raw HTML to the canonical body: whatever comes in, what goes out is small, safe and absolute.

The tree is lexbor's, which repairs HTML as browsers do; it is walked without recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feeds.markup import address, media
from feeds.markup.build import LONGEST_CAPTION, Builder
from feeds.markup.depth import excessive
from feeds.markup.elements import (
    CAPTION_WORDS,
    CONTAINERS,
    DROPPED,
    FIGURE_WORDS,
    FILES,
    GALLERY_WORDS,
    HEADING_OF,
    IMAGES,
    INLINE_OF,
    PLAYERS,
)
from feeds.markup.nodes import Body, Element
from feeds.markup.words import words

Leaving = Callable[[], None]
Entering = Callable[["_Walk", LexborNode], Leaving | None]


def SKIP() -> None:  # noqa: N802
    """Instead of an ending: the walk is not to look inside."""


def parse(source: str, base: str = "") -> Body:
    """The canonical body of raw HTML; addresses are read against `base` and dropped where they stay relative.

    Never raises. What nests so deeply that it can only be an attack gives an empty body.
    """
    if not source or excessive(source):
        return []
    tree = LexborHTMLParser(source)
    return of_tree(tree.body or tree.root, base)


def of_tree(node: LexborNode | None, base: str = "") -> Body:
    """The canonical body of what is inside an element."""
    walk = _Walk(base)
    if node is not None:
        walk.over(node)
    return walk.builder.body()


class _Walk:
    """One walk over a tree."""

    def __init__(self, base: str) -> None:
        self.builder = Builder()
        self.base = base or None

    def over(self, node: LexborNode) -> None:
        """Visits all that is below a node."""
        leaving: list[Leaving | None] = []
        for visited, entering in _nodes(node, leaving):
            if not entering:
                if leave := leaving.pop():
                    leave()
            elif visited.is_text_node:
                self.builder.text(visited.text_content or "")
            else:
                leaving.append(self.enter(visited))

    def enter(self, node: LexborNode) -> Leaving | None:
        """Begins an element; what is returned ends it."""
        tag = node.tag or ""
        action = _ENTERING.get(tag)
        if action is not None:
            return action(self, node)
        return self.container(node) if "class" in node.attributes else None

    def container(self, node: LexborNode) -> Leaving | None:
        """An element that may be more by its class: a gallery, a caption."""
        if element := media.lazy(node, self.base):
            self.builder.media(element)
            return SKIP
        named = words(node)
        if named & CAPTION_WORDS and not _shows(node):
            if frame := self.builder.caption():
                return partial(self.builder.end, frame)
            if node.tag in CONTAINERS and self.builder.captionless():
                return SKIP
        framed = named & GALLERY_WORDS or (named & FIGURE_WORDS and _is_figure(node))
        if framed and (frame := self.builder.begin("figure")):
            return partial(self.builder.end, frame)
        if node.tag in CONTAINERS:
            self.builder.boundary()
            return self.builder.boundary
        return None


def _shows(node: LexborNode) -> bool:
    return node.css_first("img, video, iframe") is not None


def _is_figure(node: LexborNode) -> bool:
    """Whether an element holds one picture, what is said of it, and nothing else."""
    if node.css_first("figure, table, iframe, video, h2, h3, ul") is not None or len(node.css("img")) != 1:
        return False
    return len(node.text()) <= LONGEST_CAPTION


def _nodes(top: LexborNode, leaving: list[Leaving | None]) -> Iterator[tuple[LexborNode, bool]]:
    """Elements and texts below a node: elements when they begin (True) and when they end (False)."""
    current = top.first_child
    while current is not None:
        below = None
        if current.is_element_node:
            yield current, True
            below = None if leaving[-1] is SKIP else current.first_child
            if below is None:
                yield current, False
        elif current.is_text_node:
            yield current, True
        if below is not None:
            current = below
            continue
        while current is not None and current.next is None:
            current = current.parent
            if current is None or current.mem_id == top.mem_id:
                return
            yield current, False
        current = current.next if current is not None else None


def _drop(walk: _Walk, node: LexborNode) -> Leaving | None:
    return SKIP


def _container(walk: _Walk, node: LexborNode) -> Leaving | None:
    if node.attributes:
        return walk.container(node)
    walk.builder.boundary()
    return walk.builder.boundary


def _block(tag: str) -> Entering:
    def enter(walk: _Walk, node: LexborNode) -> Leaving | None:
        captioned = tag == "p" and "class" in node.attributes and words(node) & CAPTION_WORDS
        if captioned and (frame := walk.builder.caption()):
            return partial(walk.builder.end, frame)
        walk.builder.begin_block(tag)
        return walk.builder.end_block

    return enter


def _format(tag: str) -> Entering:
    def enter(walk: _Walk, node: LexborNode) -> Leaving | None:
        opened = walk.builder.begin_format(tag)
        return partial(walk.builder.end_format, opened) if opened else None

    return enter


def _link(walk: _Walk, node: LexborNode) -> Leaving | None:
    target = address.link(node.attributes.get("href") or "", walk.base)
    opened = walk.builder.begin_format("a", {"href": target}) if target else None
    return partial(walk.builder.end_format, opened) if opened else None


def _break(walk: _Walk, node: LexborNode) -> Leaving | None:
    walk.builder.line_break()
    return None


def _rule(walk: _Walk, node: LexborNode) -> Leaving | None:
    walk.builder.rule()
    return None


def _quote(walk: _Walk, node: LexborNode) -> Leaving | None:
    """A quotation inside a sentence: its marks are the browser's, so they are written here."""
    walk.builder.text("“")
    return lambda: walk.builder.text("”")


def _frame(tag: str) -> Entering:
    def enter(walk: _Walk, node: LexborNode) -> Leaving | None:
        if frame := walk.builder.begin(tag, _attributes(tag, node, walk.base)):
            return partial(walk.builder.end, frame)
        return walk.builder.boundary

    return enter


def _attributes(tag: str, node: LexborNode, base: str | None) -> dict[str, str]:
    """The attributes that a list, a cell or a quotation keeps."""
    given = node.attributes
    if tag == "blockquote":
        cite = address.media(given.get("cite") or "", base)
        return {"cite": cite} if cite else {}
    names = {"ol": ("start",), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}.get(tag, ())
    return {n: v for n in names if (v := given.get(n)) and v.isascii() and v.isdigit() and v != "1"}


def _table(walk: _Walk, node: LexborNode) -> Leaving | None:
    """A table of data; one that only lays out a page is a container, and its cells are too."""
    if _lays_out(node) or not (frame := walk.builder.begin("table")):
        walk.builder.boundary()
        return walk.builder.boundary
    return partial(walk.builder.end, frame)


def _lays_out(node: LexborNode) -> bool:
    """Whether a table holds what no cell of data does, or has a single row or column."""
    if (
        node.css_first("table table, h1, h2, h3, h4, figure, blockquote, ul, ol, video, iframe, img")
        is not None
    ):
        return True
    rows = node.css("tr")
    return len(rows) < 2 or all(len(row.css("td, th")) < 2 for row in rows)


def _picture(walk: _Walk, node: LexborNode) -> Leaving | None:
    element = media.image(node, walk.base)
    if isinstance(element, Element):
        walk.builder.media(element)
    elif element:
        walk.builder.text(element)
    return None


def _player(walk: _Walk, node: LexborNode) -> Leaving | None:
    if element := media.player(node, walk.base):
        walk.builder.media(element)
    return SKIP


def _file(tag: str) -> Entering:
    def enter(walk: _Walk, node: LexborNode) -> Leaving | None:
        if element := media.file(tag, node, walk.base):
            walk.builder.media(element)
        return SKIP

    return enter


_ENTERING: dict[str, Entering] = {
    **dict.fromkeys(DROPPED, _drop),
    **dict.fromkeys(CONTAINERS, _container),
    **{raw: _format(tag) for raw, tag in INLINE_OF.items()},
    **{raw: _block(tag) for raw, tag in HEADING_OF.items()},
    **{
        tag: _frame(tag) for tag in ("ul", "ol", "li", "blockquote", "tr", "td", "th", "figure", "figcaption")
    },
    **dict.fromkeys(IMAGES, _picture),
    **dict.fromkeys(PLAYERS, _player),
    **{raw: _file(tag) for raw, tag in FILES.items()},
    "p": _block("p"),
    "caption": _block("p"),
    "pre": _block("pre"),
    "a": _link,
    "q": _quote,
    "br": _break,
    "hr": _rule,
    "table": _table,
}
"""What is done where an element begins; others leave no trace but what is in them."""
