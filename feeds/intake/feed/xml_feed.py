"""Feeds in XML: the document, its channel, and its items one by one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.feed.channel import Channel
from feeds.intake.feed.fields import TOMBSTONE, draft_of
from feeds.intake.feed.pieces import pieces
from feeds.intake.xml import Broken, Tree, read
from feeds.intake.xml.node import Node, joined
from feeds.syndication.generator import NAME

_ROOTS = frozenset({"rss", "rdf:rdf", "atom:feed", "feed", "channel"})
_ITEMS = ("item", "atom:entry", "entry", TOMBSTONE)
_ALONE = frozenset({"item", "atom:entry", "entry"})
_OTHERS = {
    "sitemap:urlset": "is a sitemap, not a feed",
    "sitemap:sitemapindex": "is a sitemap, not a feed",
    "xhtml:html": "is a page, not a feed",
    "html": "is a page, not a feed",
    "opml": "is a list of feeds, not a feed",
    "nitf": "is NITF, not a feed",
    "newsml": "is NewsML 1, not a feed",
    "newsitem": "is NewsML-G2, not a feed",
    "newsmessage": "is NewsML-G2, not a feed",
    "packageitem": "is NewsML-G2, not a feed",
}


def drafts(data: bytes, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    """A draft for each item; those of a document that breaks off or breaks XML's rules as far as they go."""
    document = read(data, circumstances.encoding)
    if isinstance(document, Rejection):
        yield document
    elif isinstance(document, Broken):
        yield from _from_pieces(document, circumstances)
    else:
        yield from _from_tree(document, circumstances)


def _from_tree(document: Tree, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    root = Node(document.root)
    if root.name not in _ROOTS | _ALONE:
        said = _OTHERS.get(root.name, f"is XML, but no feed: its root is {root.name}")
        yield Rejection(code="no-feed", reason=said)
        return
    channel = channel_of(root)
    for item in items(root):
        yield draft_of(item, channel, circumstances)


def _from_pieces(document: Broken, circumstances: Circumstances) -> Iterator[Draft | Rejection]:
    """The items that can be read by themselves."""
    found = pieces(document.text)
    if found is None:
        yield document.rejection()
        return
    channel = channel_of(Node(found.head))
    for piece in found.items:
        if isinstance(piece, Rejection):
            yield piece
            continue
        answer = draft_of(Node(piece.element), channel, circumstances, line=piece.line)
        if isinstance(answer, Draft):
            answer.note(f"line {document.line}", f"the document is broken XML here: {document.said}")
        yield answer


def items(root: Node) -> Iterator[Node]:
    """The stories of a document, wherever its kind keeps them."""
    if root.name in _ALONE:
        yield root
        return
    places = [root, *root.all("channel")]
    for place in places:
        for element in place.element.iterchildren(etree.Element):
            if (node := Node(element)).name in _ITEMS:
                yield node


def channel_of(root: Node) -> Channel:
    """What the feed says of itself."""
    own = root.one("channel") or root
    base = own.base()
    home = _home(own, base)
    return Channel(
        title=own.text_of("title", "atom:title", "dc:title"),
        home=home,
        base=base or home,
        language=own.text_of("language", "dc:language") or own.language,
        rights=own.text_of("copyright", "atom:rights", "dc:rights", "atom:copyright"),
        authors=tuple(
            {
                "name": author.text_of("atom:name", "name"),
                "url": author.text_of("atom:uri", "uri", "atom:url"),
            }
            for author in own.all("atom:author")
        ),
        ours=own.text_of("generator", "atom:generator") == NAME,
    )


def _home(own: Node, base: str | None) -> str | None:
    """The page that the feed represents."""
    said = own.text_of("link") or next(
        (
            href
            for link in own.all("atom:link")
            if (href := link.get("href")) and (link.get("rel") or "alternate") == "alternate"
        ),
        None,
    )
    return joined(base, said) if said else None
