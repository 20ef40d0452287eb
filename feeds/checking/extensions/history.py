"""Feed paging and archiving of RFC 5005, in Atom and, by atom:link, in RSS."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.demands.links import relation
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import ITEM_TITLE, READ, extension, once, row
from feeds.checking.rule import Change, Problem

PAGING = frozenset({"current", "first", "last", "next", "next-archive", "prev-archive", "previous"})
"""Relations that RFC 5005 gives a feed."""

_SELF = '<atom:link rel="self" href="https://harbour.example/2026-10.xml"/>'
_CURRENT = '<atom:link rel="current" href="https://harbour.example/feed.xml"/>'
_PREVIOUS = '<atom:link rel="prev-archive" href="https://harbour.example/2026-09.xml"/>'
_ARCHIVE = "<fh:archive/>"

FH = extension(
    "fh",
    "Feed Paging and Archiving",
    "FH",
    "https://www.rfc-editor.org/rfc/rfc5005",
    channel=f"{_SELF}\n    {_CURRENT}\n    {_PREVIOUS}\n    {_ARCHIVE}",
    others=("atom",),
)
once(FH, _ARCHIVE)
row(FH, "fh:complete", "channel")
row(FH, "fh:archive", "channel")


def _by_relation(channel: View) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for link in channel.all("atom:link"):
        found.setdefault(relation(link), link)
    return found


def _address(link: etree._Element | None) -> str:
    return "" if link is None else (link.get("href") or "").strip()


@FH.rule(
    "FH003",
    "fh-complete",
    "error",
    on="channel",
    summary="A complete feed (fh:complete) has no other pages: no links to a next, previous, first or last one.",
    hint="Take either fh:complete or the links out: a complete feed holds all there is in one document.",
    read=READ,
    bad=Change(_ARCHIVE, "<fh:complete/>"),
)
def complete(channel: View, context: Context) -> Iterator[Problem]:
    """Other pages of what says to be whole; a link to the current document may be one to itself."""
    if channel.one("fh:complete") is None:
        return
    links = _by_relation(channel)
    for name in sorted(PAGING & links.keys()):
        if name != "current":
            yield Problem(links[name], f'a complete feed has no link of rel="{name}"')
        elif _address(links[name]) != _address(links.get("self")):
            yield Problem(links[name], 'the link of rel="current" of a complete feed leads elsewhere')


@FH.rule(
    "FH004",
    "fh-archive",
    "warning",
    on="channel/fh:archive",
    summary="An archive (fh:archive) links to the current feed and to the archives beside it.",
    hint='Add <link rel="current" …/>, and <link rel="prev-archive" …/> but for the oldest one.',
    read=READ,
    bad=Change(_CURRENT, ""),
)
def archive(view: View, context: Context) -> Iterator[Problem]:
    """An archive from which no way leads on."""
    links = _by_relation(view.parent) if view.parent else {}
    if "current" not in links:
        yield Problem(view, 'an archive has no link of rel="current"')
    if "prev-archive" not in links and "next-archive" not in links:
        yield Problem(view, 'an archive has no link of rel="prev-archive" or "next-archive"')


@FH.rule(
    "FH005",
    "fh-end",
    "error",
    on="channel",
    summary="The first page has no previous one, the last page no next one.",
    hint="Leave the link out on the page that is the end of the row.",
    read=READ,
    bad=Change(
        _ARCHIVE,
        '<atom:link rel="first" href="https://harbour.example/2026-10.xml"/>'
        '<atom:link rel="previous" href="https://harbour.example/2026-11.xml"/>',
    ),
    good=Change(
        _ARCHIVE,
        '<atom:link rel="first" href="https://harbour.example/2026-11.xml"/>'
        '<atom:link rel="previous" href="https://harbour.example/2026-11.xml"/>',
    ),
)
def ends(channel: View, context: Context) -> Iterator[Problem]:
    """A link past the page that the document says to be."""
    links = _by_relation(channel)
    here = _address(links.get("self"))
    for end, beyond in (("first", "previous"), ("last", "next")):
        if here and beyond in links and _address(links.get(end)) == here:
            yield Problem(links[beyond], f'the {end} page has a link of rel="{beyond}"')


@FH.rule(
    "FH006",
    "fh-entry",
    "warning",
    on="item/atom:link",
    summary="Links between the pages of a feed stand in the feed, not in its stories.",
    hint="Move the link to the feed, or say what it is: related, via, up.",
    read=READ,
    bad=Change(ITEM_TITLE, f"{ITEM_TITLE}{_PREVIOUS}"),
)
def in_entry(link: View, context: Context) -> Iterator[Problem]:
    """A relation of pages on a story's link."""
    name = relation(link.element)
    if name in PAGING:
        yield Problem(link, f'a link of rel="{name}" stands in a story', attribute="rel")
