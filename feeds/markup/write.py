"""Writes a body in a target's dialect: the tree is rewritten by the dialect's tables, then serialised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from feeds.markup.dialect import Dialect, FigureForm
from feeds.markup.nodes import HEADINGS, LISTS, MEDIA, Body, Element
from feeds.markup.serialise import serialise
from feeds.markup.text import inline, squeeze

Children = list[Element | str]

BULLET = "• "
"""Begins an item where a target has no lists."""

CELL_SEPARATOR = " — "
"""Stands between the cells of a row where a target has no tables."""


def write(body: Body, dialect: Dialect) -> str:
    """The body as the target wants it. Nothing of its text is lost, unless the dialect drops it."""
    return serialise(rewritten(body, dialect))


def rewritten(body: Body, dialect: Dialect) -> Body:
    """The body's blocks as the dialect has them."""
    return list(_blocks(body, dialect))


def _blocks(blocks: Iterable[Element], dialect: Dialect) -> Iterator[Element]:
    for block in blocks:
        if block.tag not in dialect.drop:
            yield from _WRITINGS.get(block.tag, _paragraph)(block, dialect)


# ---- text


def _paragraph(block: Element, dialect: Dialect) -> Iterator[Element]:
    """A paragraph; several where the dialect parts them at line breaks."""
    tag = _tag("p", dialect) or "p"
    for line in _lines(block.children, dialect):
        if children := _inlines(line, dialect):
            yield Element(tag, children=children)


def _heading(block: Element, dialect: Dialect) -> Iterator[Element]:
    tag = _tag(block.tag, dialect)
    if tag is None:
        yield from _paragraph(block, dialect)
    elif children := _inlines(block.children, dialect):
        yield Element(tag, children=children)


def _preformatted(block: Element, dialect: Dialect) -> Iterator[Element]:
    if tag := _tag("pre", dialect):
        yield Element(tag, children=_spaced(inline(block), dialect))
        return
    children: Children = []
    for line in inline(block).strip("\n").split("\n"):
        if children:
            children.append(Element("br"))
        children.append(line.strip())
    yield from _paragraph(Element("p", children=children), dialect)


def _rule(block: Element, dialect: Dialect) -> Iterator[Element]:
    if tag := _tag("hr", dialect):
        yield Element(tag)


def _quotation(block: Element, dialect: Dialect) -> Iterator[Element]:
    inner = list(_blocks(_elements(block), dialect))
    if tag := _tag("blockquote", dialect):
        if inner:
            yield _element(tag, block, inner, dialect)
    else:
        yield from inner


def _inlines(children: Iterable[Element | str], dialect: Dialect) -> Children:
    """Text and formatting as the dialect has them, without what has become empty."""
    made: Children = []
    for child in children:
        if isinstance(child, str):
            made += _spaced(child, dialect)
        elif child.tag == "br":
            made.append(Element("br") if dialect.breaks == "br" else " ")
        elif child.tag not in dialect.drop:
            inner = _inlines(child.children, dialect)
            if tag := _tag(child.tag, dialect):
                made += [_element(tag, child, inner, dialect)] if inner else []
            else:
                made += inner
    return _joined(made)


def _joined(children: Children) -> Children:
    """Neighbouring texts as one."""
    made: Children = []
    for child in children:
        if isinstance(child, str) and made and isinstance(made[-1], str):
            made[-1] += child
        else:
            made.append(child)
    return made


def _spaced(text: str, dialect: Dialect) -> list[Element | str]:
    if dialect.nbsp == "space" and "\u00a0" in text:
        text = text.replace("\u00a0", " ")
    return [text] if text else []


def _lines(children: Children, dialect: Dialect) -> list[Children]:
    """The children as they are, or parted at every line break, formatting around a break closed and reopened."""
    if dialect.breaks != "paragraph":
        return [children]
    lines: list[Children] = [[]]
    for child in children:
        if isinstance(child, str):
            lines[-1].append(child)
        elif child.tag == "br":
            lines.append([])
        else:
            first, *rest = _lines(child.children, dialect)
            parts = [Element(child.tag, child.attributes, part) for part in (first, *rest)]
            lines[-1].append(parts[0])
            lines += [[part] for part in parts[1:]]
    return [line for line in lines if _said(line)] if len(lines) > 1 else lines


def _said(children: Children) -> bool:
    return any(c.strip() if isinstance(c, str) else _said(c.children) for c in children)


# ---- elements


def _tag(tag: str, dialect: Dialect) -> str | None:
    """What an element is called in the dialect; None where it is unwrapped."""
    return dialect.rename.get(tag) or (tag if tag in dialect.keep else None)


def _element(tag: str, source: Element, children: Iterable[Element | str], dialect: Dialect) -> Element:
    return Element(tag, _attributes(tag, source.attributes, dialect), children)


def _attributes(tag: str, given: dict[str, str], dialect: Dialect) -> dict[str, str]:
    if dialect.attributes is None or not given:
        return given
    allowed = dialect.attributes.get(tag, frozenset())
    return {name: value for name, value in given.items() if name in allowed}


def _elements(parent: Element) -> Iterator[Element]:
    return (child for child in parent.children if isinstance(child, Element))


# ---- lists


def _list(block: Element, dialect: Dialect) -> Iterator[Element]:
    items = list(_items(block, dialect))
    tag = _tag(block.tag, dialect)
    if tag and _tag("li", dialect):
        if items:
            yield _element(tag, block, items, dialect)
        return
    for item in items:
        yield from _paragraph(Element("p", children=[BULLET, *item.children]), dialect)


def _items(block: Element, dialect: Dialect) -> Iterator[Element]:
    """The list's items, those of the lists inside them behind them where the dialect wants lists flat."""
    flat = dialect.flat_lists or _tag(block.tag, dialect) is None or _tag("li", dialect) is None
    for item in _elements(block):
        said = [child for child in item.children if not _is_list(child)]
        inner = [child for child in _elements(item) if _is_list(child)]
        children = _item_children(said, dialect)
        if not flat:
            children += [made for nested in inner for made in _list(nested, dialect)]
        if children:
            yield Element("li", children=children)
        if flat:
            for nested in inner:
                yield from _items(nested, dialect)


def _is_list(child: Element | str) -> bool:
    return isinstance(child, Element) and child.tag in LISTS


def _item_children(children: Children, dialect: Dialect) -> Children:
    if dialect.plain_items:
        return _spaced(squeeze(inline(Element("li", children=children)).replace("\n", " ")), dialect)
    return _inlines(children, dialect)


# ---- tables


def _table(block: Element, dialect: Dialect) -> Iterator[Element]:
    if (tag := _tag("table", dialect)) and dialect.table == "table":
        rows = [Element("tr", children=list(_cells(row, dialect))) for row in _elements(block)]
        yield Element(tag, children=rows)
        return
    for row in _elements(block):
        cells = (squeeze(inline(cell).replace("\n", " ")) for cell in _elements(row))
        if line := CELL_SEPARATOR.join(filter(None, cells)):
            yield from _paragraph(Element("p", children=[line]), dialect)


def _cells(row: Element, dialect: Dialect) -> Iterator[Element]:
    for cell in _elements(row):
        tag = _tag(cell.tag, dialect) or "td"
        yield _element(tag, cell, _inlines(cell.children, dialect), dialect)


# ---- figures


def _figure(block: Element, dialect: Dialect) -> Iterator[Element]:
    inner = [child for child in _elements(block) if child.tag == "figure"]
    if inner:
        yield from _gallery(block, inner, dialect)
        return
    media = next((child for child in _elements(block) if child.tag in MEDIA), None)
    if media is not None:
        caption = next((child.children for child in _elements(block) if child.tag == "figcaption"), [])
        form, written = _media(media, dialect)
        said = _inlines(caption, dialect) if dialect.caption else []
        # A link says where the player is, whatever attributes the dialect leaves it.
        yield from _FORMS[form](media if form == "link" else written, said, dialect)


def _gallery(block: Element, inner: list[Element], dialect: Dialect) -> Iterator[Element]:
    """A gallery as one figure with its pictures in it, or its pictures one by one and then what it says."""
    figures = [made for figure in inner for made in _figure(figure, dialect)]
    caption = next((child.children for child in _elements(block) if child.tag == "figcaption"), [])
    said = _inlines(caption, dialect) if dialect.caption else []
    if dialect.gallery == "figure" and _tag("figure", dialect) and figures:
        last = [Element("figcaption", children=said)] if said and _tag("figcaption", dialect) else []
        yield _element("figure", block, [*figures, *last], dialect)
        return
    yield from figures
    if said:
        yield Element(_tag("p", dialect) or "p", children=said)


def _media(media: Element, dialect: Dialect) -> tuple[FigureForm, Element]:
    """The form of a media element, and the element as the dialect has it."""
    if media.tag == "img":
        return dialect.image, _element("img", media, [], dialect)
    if media.tag == "iframe":
        allowed = dialect.hosts is None or _hosted(media.attributes.get("src", ""), dialect.hosts)
        return (dialect.embed if allowed else _instead(dialect)), _element("iframe", media, [], dialect)
    form = dialect.video if media.tag == "video" else dialect.audio
    return form, _player(media, dialect)


def _instead(dialect: Dialect) -> FigureForm:
    return "drop" if dialect.embed == "drop" else "link"


def _hosted(url: str, hosts: frozenset[str]) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == known or host.endswith("." + known) for known in hosts)


def _player(media: Element, dialect: Dialect) -> Element:
    """A video or a sound: its file as an attribute, or as a source inside, as the dialect has it."""
    if not dialect.video_source:
        return _element(media.tag, media, [], dialect)
    given = media.attributes
    source = Element("source", {name: given[name] for name in ("src", "type") if name in given})
    rest = {name: value for name, value in given.items() if name not in ("src", "type")}
    return Element(media.tag, _attributes(media.tag, rest, dialect), [source])


def _in_figure(media: Element, said: Children, dialect: Dialect) -> Iterator[Element]:
    if not _tag("figure", dialect):
        yield from _in_paragraph(media, said, dialect)
        return
    if said and _tag("figcaption", dialect):
        yield Element("figure", children=[media, Element("figcaption", children=said)])
        return
    yield Element("figure", children=[media])
    if said:
        yield Element(_tag("p", dialect) or "p", children=said)


def _bare(media: Element, said: Children, dialect: Dialect) -> Iterator[Element]:
    yield media
    if said:
        yield Element(_tag("p", dialect) or "p", children=said)


def _in_paragraph(media: Element, said: Children, dialect: Dialect) -> Iterator[Element]:
    tag = _tag("p", dialect) or "p"
    yield Element(tag, children=[media])
    if said:
        yield Element(tag, children=said)


def _linked(media: Element, said: Children, dialect: Dialect) -> Iterator[Element]:
    """A link to the file or to the player, called as its caption, its title or its host."""
    source = media.first("source") or media
    url = source.attributes.get("src", "")
    title = media.attributes.get("title") or media.attributes.get("alt") or urlsplit(url).hostname or url
    name = inline(Element("p", children=said)).strip() or title
    tag = _tag("a", dialect)
    link: Element | str = Element(tag, {"href": url}, [name]) if tag else f"{name}: {url}"
    yield Element(_tag("p", dialect) or "p", children=[link])


def _nothing(media: Element, said: Children, dialect: Dialect) -> Iterator[Element]:
    yield from ()


_FORMS: dict[FigureForm, Callable[[Element, Children, Dialect], Iterator[Element]]] = {
    "figure": _in_figure,
    "bare": _bare,
    "paragraph": _in_paragraph,
    "link": _linked,
    "drop": _nothing,
}

_WRITINGS: dict[str, Callable[[Element, Dialect], Iterator[Element]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(LISTS, _list),
    "pre": _preformatted,
    "hr": _rule,
    "blockquote": _quotation,
    "table": _table,
    "figure": _figure,
}
"""How each block is written; others are paragraphs."""
