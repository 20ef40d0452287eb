"""Reads a document of ours back, as its readers do: the stories that it shows, and the lines where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from lxml import etree

from feeds.checking.namespaces import NAMESPACES

ATOM = NAMESPACES["atom"]


class Picture(NamedTuple):
    """A picture that a document names, with its size in pixels where that is stated."""

    url: str
    width: int | None = None
    height: int | None = None


class Story(NamedTuple):
    """One story as a document shows it, nothing added. `html` is markup, `text` is plain; `line` counts from 1."""

    line: int
    last: int
    id: str = ""
    title: str = ""
    link: str = ""
    lead: str = ""
    html: str = ""
    text: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    media: tuple[str, ...] = ()

    @property
    def cover(self) -> Picture | None:
        """The picture that stands for the story."""
        return self.pictures[0] if self.pictures else None


class Shown(NamedTuple):
    """A document as its readers understand it; `parts` are the documents that it only points to."""

    title: str
    link: str
    description: str
    stories: list[Story]
    parts: tuple[str, ...] = ()


def shown(document: bytes) -> Shown:
    """What a document shows; one that cannot be read shows nothing."""
    try:
        if document.lstrip()[:1] == b"{":
            return _json(document)
        return _xml(document)
    except (etree.XMLSyntaxError, msgspec.DecodeError, ValueError, TypeError, AttributeError):
        return Shown("", "", "", [])


# ---- XML


def _xml(document: bytes) -> Shown:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(document, parser)
    kind = etree.QName(root).localname
    if kind == "sitemapindex":
        return Shown("", "", "", [], tuple(_texts(root, "sitemap/loc")))
    if kind == "urlset":
        return Shown("", "", "", [_url(one) for one in _children(root, "url")])
    if kind == "feed":
        home = next((e.get("href", "") for e in _children(root, "link") if e.get("rel") != "self"), "")
        stories = [_entry(one) for one in _children(root, "entry")]
        return Shown(_text(root, "title"), home, _text(root, "subtitle"), stories)
    channel = next(_children(root, "channel"), root)
    stories = [_item(one) for one in _children(channel, "item")]
    return Shown(_text(channel, "title"), _text(channel, "link"), _text(channel, "description"), stories)


def _item(item: Any) -> Story:
    full = ("encoded", "full-text", "fulltext")
    content = next((e.text or "" for name in full for e in item if _name(e) == name), "")
    is_markup = "<" in content
    pictures = dict.fromkeys(_pictures(item))
    return Story(
        *_lines(item),
        id=_text(item, "guid"),
        title=_text(item, "title"),
        link=_text(item, "link"),
        lead=_text(item, "description"),
        html=content if is_markup else "",
        text="" if is_markup else content,
        date=_text(item, "pubDate"),
        authors=tuple(dict.fromkeys([*_texts(item, "author"), *_texts(item, "creator")])),
        categories=tuple(_texts(item, "category")),
        pictures=tuple(pictures),
        media=tuple(dict.fromkeys(_media(item))),
    )


def _entry(entry: Any) -> Story:
    links = list(_children(entry, "link"))
    content, summary = _text(entry, "content"), _text(entry, "summary")
    return Story(
        *_lines(entry),
        id=_text(entry, "id"),
        title=_text(entry, "title"),
        link=next((e.get("href", "") for e in links if e.get("rel", "alternate") == "alternate"), ""),
        lead=summary,
        html=content,
        date=_text(entry, "published") or _text(entry, "updated"),
        authors=tuple(_texts(entry, "author/name")),
        categories=tuple(e.get("term", "") for e in _children(entry, "category")),
        pictures=tuple(dict.fromkeys(_pictures(entry))),
        media=tuple(dict.fromkeys(_media(entry))),
    )


def _url(url: Any) -> Story:
    return Story(
        *_lines(url),
        id=_text(url, "loc"),
        link=_text(url, "loc"),
        title=_text(url, "news/title"),
        date=_text(url, "news/publication_date") or _text(url, "lastmod"),
        pictures=tuple(Picture(loc) for loc in _texts(url, "image/loc")),
    )


def _pictures(item: Any) -> Iterator[Picture]:
    for element in item.iter(etree.Element):
        name, kind = _name(element), element.get("type") or ""
        url = element.get("url") or element.get("href") or ""
        enclosed = name in ("enclosure", "content") or (name == "link" and element.get("rel") == "enclosure")
        if url and ((enclosed and _is_picture(element, kind)) or name == "thumbnail"):
            yield Picture(url, _number(element.get("width")), _number(element.get("height")))


def _is_picture(element: Any, kind: str) -> bool:
    return kind.startswith("image/") or element.get("medium") == "image"


def _media(item: Any) -> Iterator[str]:
    for element in item.iter(etree.Element):
        kind = element.get("type") or ""
        url = element.get("url") or element.get("href") or ""
        if url and (kind.startswith(("video/", "audio/")) or _name(element) == "player"):
            yield url


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(parent: Any, name: str) -> Iterator[Any]:
    return (child for child in parent if _name(child) == name)


def _texts(parent: Any, path: str) -> Iterator[str]:
    first, _, rest = path.partition("/")
    for child in _children(parent, first):
        if rest:
            yield from _texts(child, rest)
        elif text := "".join(child.itertext()).strip():
            yield text


def _text(parent: Any, path: str) -> str:
    return next(_texts(parent, path), "")


def _lines(element: Any) -> tuple[int, int]:
    first = element.sourceline or 0
    return first, max([first, *(one.sourceline or 0 for one in element.iter(etree.Element))])


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and 0 < int(text) < 1_000_000 else None


# ---- JSON


def _json(document: bytes) -> Shown:
    feed = msgspec.json.decode(document, type=dict[str, Any])
    stories: list[Story] = []
    place = 0
    for item in feed.get("items", ()):
        found = document.find(msgspec.json.encode(item.get("id", "")), place)
        place = found if found >= 0 else place
        line = document.count(b"\n", 0, place) + 1
        stories.append(_json_item(item, line))
    return Shown(
        str(feed.get("title", "")),
        str(feed.get("home_page_url", "")),
        str(feed.get("description", "")),
        stories,
    )


def _json_item(item: dict[str, Any], line: int) -> Story:
    attached = item.get("attachments", ())
    image = item.get("image") or item.get("banner_image")
    kinds = [(str(one.get("url", "")), str(one.get("mime_type", ""))) for one in attached]
    pictures = [*([image] if image else []), *(url for url, kind in kinds if kind.startswith("image/"))]
    return Story(
        line,
        line,
        id=str(item.get("id", "")),
        title=str(item.get("title", "")),
        link=str(item.get("url", "")),
        lead=str(item.get("summary", "")),
        html=str(item.get("content_html", "")),
        text=str(item.get("content_text", "")),
        date=str(item.get("date_published", "")),
        authors=tuple(str(one.get("name", "")) for one in item.get("authors", ())),
        categories=tuple(map(str, item.get("tags", ()))),
        pictures=tuple(Picture(url) for url in dict.fromkeys(pictures)),
        media=tuple(url for url, kind in kinds if not kind.startswith("image/")),
    )
