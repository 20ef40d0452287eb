"""Makes canonical blocks of what a walk over raw markup meets, whatever its order.

The walk tells of texts, breaks, formatting, blocks and media; a `Builder` knows where each may stand.
What may not stand where it was met goes to the nearest place that takes it: a picture inside a list
item follows the list, a heading inside a table cell becomes its text.
"""

from __future__ import annotations

from feeds.markup.nodes import Body, Element
from feeds.markup.runs import BREAK, Format, Run, lines, tree
from feeds.markup.text import clean, has_text, inline, squeeze

DEEPEST = 12
"""Lists and quotations inside each other; what is deeper stays on the last level."""

LONGEST_CAPTION = 600
"""Characters of text in a figure that still are its caption."""


class Frame:
    """A place that takes content: `flow` takes blocks, the others one run of text.

    `tag` is the element that the frame becomes ("" for the body itself).
    """

    __slots__ = ("attributes", "block_tag", "blocks", "caption", "flow", "runs", "tag")

    def __init__(self, tag: str, *, flow: bool, attributes: dict[str, str] | None = None) -> None:
        self.tag = tag
        self.flow = flow
        self.attributes = attributes or {}
        self.blocks: Body = []
        self.runs: list[Run] = []
        self.block_tag = "p"
        self.caption: list[Element | str] = []


class Builder:
    """Collects blocks; `body` gives them at the end."""

    def __init__(self) -> None:
        self.frames = [Frame("", flow=True)]
        self.formats: list[Format] = []
        self.displaced: Body = []  # figures from inside lists, tables and quotations, which follow these

    # ---- text

    def text(self, text: str) -> None:
        """Text as it stands in the source."""
        self.frames[-1].runs.append(Run(text, tuple(self.formats)))

    def line_break(self) -> None:
        """A line break; two of them part paragraphs."""
        self.frames[-1].runs.append(BREAK)

    def begin_format(self, tag: str, attributes: dict[str, str] | None = None) -> Format | None:
        """Opens formatting; None where the same is open already."""
        if any(known.tag == tag for known in self.formats):
            return None
        self.formats.append(Format(tag, attributes))
        return self.formats[-1]

    def end_format(self, opened: Format) -> None:
        """Closes formatting."""
        self.formats.remove(opened)

    # ---- blocks

    def boundary(self) -> None:
        """Ends the paragraph at hand; in a place that takes one run of text, the line."""
        frame = self.frames[-1]
        if frame.flow:
            self._finish(frame)
        elif frame.runs:
            frame.runs.append(BREAK)

    def begin_block(self, tag: str) -> None:
        """Begins a paragraph, a heading or preformatted text."""
        self.boundary()
        if self.frames[-1].flow:
            self.frames[-1].block_tag = tag

    def end_block(self) -> None:
        """Ends it."""
        self.boundary()
        self.frames[-1].block_tag = "p"

    def rule(self) -> None:
        """A rule between two parts of the text."""
        self.boundary()
        if self.frames[-1].flow and self.frames[-1].tag == "":
            self.frames[-1].blocks.append(Element("hr"))

    # ---- frames

    def begin(self, tag: str, attributes: dict[str, str] | None = None) -> Frame | None:
        """Opens a list, an item, a quotation, a table's part or a figure; None where it may not stand."""
        if not self._may_stand(tag):
            self.boundary()
            return None
        if self.frames[-1].flow or tag == "figcaption":
            self.boundary()
        frame = Frame(tag, flow=tag in ("blockquote", "figure", "ul", "ol"), attributes=attributes)
        self.frames.append(frame)
        return frame

    def _may_stand(self, tag: str) -> bool:
        here = self.frames[-1].tag
        if len(self.frames) > DEEPEST:
            return False
        if tag in ("ul", "ol"):
            return here in ("", "blockquote", "figure", "li")
        if tag in ("blockquote", "table"):
            return here in ("", "figure")
        if tag == "figure":
            return self.frames[-1].flow
        parents = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
        return here in parents.get(tag, (here,))

    def end(self, frame: Frame) -> None:
        """Closes a frame and puts what it became where it belongs."""
        while self.frames[-1] is not frame:
            self.end(self.frames[-1])
        if frame.flow:
            self._finish(frame)
        self.frames.pop()
        _PLACINGS[frame.tag](self, frame)
        if self.frames[-1].tag in ("", "figure"):
            self.frames[-1].blocks += self.displaced
            self.displaced = []

    # ---- media

    def media(self, element: Element) -> None:
        """A picture, a video, a sound or a player."""
        here = self._place() is self.frames[-1]
        if here:
            self._finish(self.frames[-1])
        blocks = self.frames[-1].blocks if here else self.displaced
        if not blocks or blocks[-1].tag != "figure" or _shows(blocks[-1]) != _shown(element):
            blocks.append(Element("figure", children=[element]))

    def _place(self) -> Frame:
        """The nearest place above that takes figures."""
        return next(f for f in reversed(self.frames) if f.tag in ("", "figure"))

    def caption(self) -> Frame | None:
        """Opens the caption of the picture just seen; None where there is none."""
        place = self._place()
        if place is not self.frames[-1] or any(has_runs(place)):
            return None
        if place.tag == "figure" or (place.blocks and place.blocks[-1].tag == "figure"):
            return self.begin("figcaption")
        return None

    def captionless(self) -> bool:
        """Whether a caption would stand here alone, that of a picture which is not shown."""
        place = self._place()
        return place is self.frames[-1] and place.tag == "" and not has_runs(place)

    # ---- the end

    def _finish(self, frame: Frame) -> None:
        """Makes blocks of the text at hand."""
        if not frame.runs:
            return
        runs, frame.runs = frame.runs, []
        if frame.block_tag == "pre":
            frame.blocks += _preformatted(runs)
            return
        for line in lines(runs):
            children = tree(line)
            if frame.block_tag != "p":
                children = [" " if isinstance(c, Element) and c.tag == "br" else c for c in children]
            block = Element(frame.block_tag, children=children)
            if has_text(block):
                frame.blocks.append(block)

    def body(self) -> Body:
        """The blocks."""
        while len(self.frames) > 1:
            self.end(self.frames[-1])
        self._finish(self.frames[0])
        return _without_loose_rules(self.frames[0].blocks)


def has_runs(frame: Frame) -> list[Run]:
    """The pieces of text at hand that say something."""
    return [run for run in frame.runs if run.text and run.text.strip()]


def _preformatted(runs: list[Run]) -> Body:
    whole = clean("".join("\n" if run.text is None else run.text for run in runs))
    text = "\n".join(line.rstrip() for line in whole.splitlines()).strip("\n")
    return [Element("pre", children=[text])] if text.strip() else []


def _without_loose_rules(blocks: Body) -> Body:
    """Rules stand between other blocks, one at a time."""
    kept: Body = []
    for block in blocks:
        if block.tag != "hr" or (kept and kept[-1].tag != "hr"):
            kept.append(block)
    return kept[:-1] if kept and kept[-1].tag == "hr" else kept


def _shown(element: Element) -> str | None:
    return element.attributes.get("src")


def _shows(figure: Element) -> str | None:
    media = figure.first("img", "video", "audio", "iframe")
    return _shown(media) if media else None


def _one_run(frame: Frame) -> list[Element | str]:
    """The children that a run of text becomes; what blank lines part stands on lines of its own."""
    children: list[Element | str] = []
    for line in lines(frame.runs):
        if children:
            children.append(Element("br"))
        children += tree(line)
    return children if has_text(Element("", children=children)) else []


def _place_list(builder: Builder, frame: Frame) -> None:
    """A list with items; text that stood between them has become one of them."""
    items = [b if b.tag == "li" else Element("li", children=_flowing(b)) for b in frame.blocks]
    if not items:
        return
    builder.frames[-1].blocks.append(Element(frame.tag, frame.attributes, items))


def _place_item(builder: Builder, frame: Frame) -> None:
    """An item with its text, then the lists inside it."""
    children = [*_one_run(frame), *frame.blocks]
    if children:
        builder.frames[-1].blocks.append(Element("li", frame.attributes, children))


def _place_quotation(builder: Builder, frame: Frame) -> None:
    blocks = [_plain(block) for block in frame.blocks]
    if blocks:
        builder.frames[-1].blocks.append(Element("blockquote", frame.attributes, blocks))


def _plain(block: Element) -> Element:
    """A heading inside a quotation is a paragraph of it."""
    return Element("p", children=_flowing(block)) if block.tag in ("h2", "h3", "h4", "pre") else block


def _flowing(block: Element) -> list[Element | str]:
    """What a block holds, as running text: the lines of preformatted text end in breaks."""
    if block.tag != "pre":
        return [*block.children]
    children: list[Element | str] = []
    for line in filter(None, map(squeeze, inline(block).split("\n"))):
        children += [Element("br"), line] if children else [line]
    return children


def _place_row(builder: Builder, frame: Frame) -> None:
    if any(has_text(cell) for cell in frame.blocks):
        builder.frames[-1].blocks.append(Element("tr", children=frame.blocks))


def _place_cell(builder: Builder, frame: Frame) -> None:
    builder.frames[-1].blocks.append(Element(frame.tag, frame.attributes, _one_run(frame)))


def _place_table(builder: Builder, frame: Frame) -> None:
    if frame.blocks:
        builder.frames[-1].blocks.append(Element("table", children=frame.blocks))


def _place_caption(builder: Builder, frame: Frame) -> None:
    """A caption belongs to the figure around it, or to the one before it; alone it is a paragraph."""
    said = _one_run(frame)
    if not said:
        return
    place = builder.frames[-1]
    last = place.blocks[-1] if place.blocks else None
    if place.tag == "figure":
        place.caption = [*place.caption, " ", *said] if place.caption else said
    elif last is not None and last.tag == "figure" and last.first("figcaption") is None:
        last.children.append(Element("figcaption", children=said))
    elif place.flow:
        place.blocks.append(Element("p", children=said))


def _place_figure(builder: Builder, frame: Frame) -> None:
    """One picture, a gallery, or, where nothing is shown, the text in there."""
    target = builder.frames[-1].blocks
    figures = _figures(frame.blocks)
    others = [block for block in frame.blocks if block.tag != "figure"]
    caption = frame.caption
    if figures and not caption and 0 < len(inline(Element("", children=others))) <= LONGEST_CAPTION:
        caption, others = _joined(others), []
    if not figures:
        target += _unpictured(others, caption)
    elif len(figures) == 1:
        if caption and figures[0].first("figcaption") is None:
            figures[0].children.append(Element("figcaption", children=caption))
        target += [figures[0], *others]
    else:
        last = [Element("figcaption", children=caption)] if caption else []
        target += [Element("figure", {"class": "gallery"}, [*figures, *last]), *others]


def _unpictured(blocks: Body, caption: list[Element | str]) -> Body:
    """What a figure without a picture leaves: a table or a quotation and its caption, but no captions of nothing."""
    if caption and all(block.tag == "p" for block in blocks):
        return []
    return [*blocks, Element("p", children=caption)] if caption else blocks


def _figures(blocks: Body) -> Body:
    """The figures among the blocks, those of a gallery one by one, each picture once."""
    found: dict[str | None, Element] = {}
    for block in blocks:
        if block.tag != "figure":
            continue
        inner = [c for c in block.children if isinstance(c, Element) and c.tag == "figure"]
        for figure in inner or [block]:
            found.setdefault(_shows(figure), figure)
    return list(found.values())


def _joined(blocks: Body) -> list[Element | str]:
    children: list[Element | str] = []
    for block in blocks:
        if children:
            children.append(" ")
        children += block.children if block.tag == "p" else [inline(block)]
    return children


_PLACINGS = {
    "ul": _place_list,
    "ol": _place_list,
    "li": _place_item,
    "blockquote": _place_quotation,
    "table": _place_table,
    "tr": _place_row,
    "td": _place_cell,
    "th": _place_cell,
    "figcaption": _place_caption,
    "figure": _place_figure,
}
