"""The links of feeds and entries."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from feeds.checking import uris
from feeds.checking.absence import at_the_end
from feeds.checking.demands import html, links
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.atom.rules.base import (
    ENTRY_LINK,
    HOME,
    NOW,
    READ,
    RULES,
    SELF,
    URL,
)

ANY = "channel/link, item/link, item/source/link"


@RULES.rule(
    "ATOM012",
    "one-alternate",
    "error",
    on="channel, item, item/source",
    summary="No two links to an alternate have the same type and language.",
    hint="Keep one of them, or say in type and hreflang how they differ.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(ENTRY_LINK, ENTRY_LINK * 2),
    good=Change(ENTRY_LINK, ENTRY_LINK + ENTRY_LINK.replace("rel=", 'hreflang="nb" rel=')),
)
def one_alternate(holder: View, context: Context) -> Iterator[Problem]:
    """A second one of the same kind."""
    found = holder.all("link")
    if len(found) < 2:
        return
    seen: set[tuple[str, str]] = set()
    for link in found:
        if links.relation(link) != "alternate":
            continue
        kind = (link.get("type") or "", link.get("hreflang") or "")
        if kind in seen:
            said = " and ".join(part for part in kind if part) or "none"
            yield Problem(
                link, f"there is a link to an alternate of the same type and language ({said}) already"
            )
        seen.add(kind)


@RULES.rule(
    "ATOM013",
    "self",
    "warning",
    on="channel",
    summary="The feed has a link to itself, with the absolute address at which it is served.",
    hint='Write <link rel="self" type="application/atom+xml" href="https://…"/> with the address of the feed.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SELF, ""),
    good=Change(SELF, SELF.replace("https://harbour.example/", "HTTPS://harbour.example:443/")),
)
def self_link(feed: View, context: Context) -> Iterator[Problem]:
    """No such link, or one to elsewhere."""
    if not links.selves(feed):
        yield Problem(
            feed, 'the feed does not say where it is: <link rel="self"> is missing', closing=at_the_end(feed)
        )
    yield from links.strange_self(feed, context.url)


@RULES.rule(
    "ATOM021",
    "relation",
    "warning",
    on=ANY,
    summary="What a link is says a registered word, or an address.",
    hint="Write alternate, self, hub, next, related or another word of IANA's list.",
    now=NOW,
    url=URL,
    read=READ,
    spec="https://www.iana.org/assignments/link-relations/",
    bad=Change(HOME, HOME.replace("alternate", "home")),
    good=Change(HOME, HOME.replace("alternate", "https://harbour.example/rel/home")),
)
def relation(link: View, context: Context) -> Iterator[Problem]:
    """A word of one's own, or none."""
    yield from links.unregistered(link)


@RULES.rule(
    "ATOM080",
    "link-empty",
    "warning",
    on=ANY,
    summary="A link has its address in href, and no text.",
    hint='Write <link href="https://…"/>: what stands between its tags nobody reads.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(HOME, HOME.replace("/>", ">https://harbour.example/</link>")),
)
def with_text(link: View, context: Context) -> Iterator[Problem]:
    """Text in a link."""
    if (link.element.text or "").strip():
        yield Problem(link, "link holds text, which nobody reads: its address belongs into href")


@RULES.rule(
    "ATOM081",
    "title-attribute",
    "warning",
    on=ANY,
    summary="The title of a link is plain text, and not blank.",
    hint="Write a title without tags, or leave the attribute out.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(HOME, HOME.replace("rel=", 'title="&lt;b&gt;Home&lt;/b&gt;" rel=')),
    good=Change(HOME, HOME.replace("rel=", 'title="Home" rel=')),
)
def title_of_link(link: View, context: Context) -> Iterator[Problem]:
    """Tags in a title, or nothing."""
    title = link.get("title")
    if title is None:
        return
    if not title.strip():
        yield Problem(link, "title of link is blank", attribute="title")
    yield from html.in_plain_attribute(link, "title")


@RULES.rule(
    "ATOM083",
    "same-document",
    "warning",
    on=ANY,
    summary="No link leads to the document that its base is, where that is not the feed.",
    hint="Write the whole address into href: an empty one is read as the feed by some, as its base by others.",
    now=NOW,
    url=URL,
    read=READ,
    sure="uncertain",
    bad=Change(HOME, HOME.replace('href="https', 'xml:base="https://harbour.example/a" href="https').replace(
        "harbour.example/\"", 'harbour.example/a"')),
)  # fmt: skip
def same_document(link: View, context: Context) -> Iterator[Problem]:
    """A reference that comes out as its own base."""
    href, base = link.get("href"), links.base_of(link.element)
    if href is None or not base or uris.scheme(base) is None or _is_self(link.element):
        return
    target = _bare(urljoin(base, href))
    if target == _bare(base) and target != _bare(context.url or ""):
        yield Problem(link, f"href leads to the base itself: {href[:60]!r}", attribute="href")


def _is_self(link: etree._Element) -> bool:
    return links.relation(link) == "self"


def _bare(address: str) -> str:
    bare = address.partition("#")[0]
    return uris.canonical(bare) or bare
