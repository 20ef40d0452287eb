"""Sitemaps: addresses as fragments, the document around them, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache

from feeds.article import Article
from feeds.checking.namespaces import NAMESPACES
from feeds.syndication.forms import rfc3339, uri
from feeds.syndication.node import Node, serialised

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
ADDRESS_CHARACTERS = 2047
"""How long an address may be (sitemaps.org: less than 2,048)."""

IMAGES = 1000
"""How many pictures an address may list."""


def url_item(*children: Node) -> bytes:
    """A `url` as it stands in its document, indentation and line end included."""
    return serialised(Node("url", children=children), depth=1).encode()


@cache
def frame(prefixes: tuple[str, ...]) -> tuple[bytes, bytes]:
    """What stands before and after the addresses of a document that declares these prefixes."""
    names = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
    head = f'{DECLARATION}<urlset xmlns="{NAMESPACES["sitemap"]}"{names}>\n'
    return head.encode(), b"</urlset>\n"


def index(parts: Iterable[tuple[str, datetime]]) -> bytes:
    """The index of a sitemap's parts: where each is, and when it last changed."""
    listed = [
        Node("sitemap", children=(Node("loc", uri(address)), Node("lastmod", rfc3339(updated))))
        for address, updated in parts
    ]
    root = Node("sitemapindex", None, {"xmlns": NAMESPACES["sitemap"]}, tuple(listed))
    return (DECLARATION + serialised(root, depth=0)).encode()


def images(article: Article) -> Iterator[Node]:
    """The article's pictures, each once."""
    addresses = dict.fromkeys(uri(image.url) for image in article.images)
    for address in list(addresses)[:IMAGES]:
        yield Node("image:image", children=(Node("image:loc", address),))


def address_fault(article: Article) -> str | None:
    """Why a sitemap cannot list the story: its address is too long; None where it is not."""
    length = len(uri(article.url))
    if length <= ADDRESS_CHARACTERS:
        return None
    return f"the story's address has {length} characters; a sitemap takes {ADDRESS_CHARACTERS} at most"
