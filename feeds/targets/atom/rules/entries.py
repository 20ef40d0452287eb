"""What an entry must have beside its structure, and what entries are to one another."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.dates import implausible, internet
from feeds.checking.demands import links
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.atom.rules.base import (
    ENTRY_ID,
    ENTRY_UPDATED,
    EXAMPLE,
    FEED_AUTHOR,
    NOW,
    PUBLISHED,
    READ,
    RULES,
    SECOND_ID,
    URL,
    XHTML,
)

_TEXTUAL = ("text/",)
_MARKUP = ("+xml", "/xml")


@RULES.rule(
    "ATOM004",
    "author",
    "error",
    on="item",
    summary="Each entry has an author: its own, its source's, or the feed's.",
    hint="Write <author><name>…</name></author> into the feed, or into each entry.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(FEED_AUTHOR, ""),
)
def author(entry: View, context: Context) -> Iterator[Problem]:
    """Nobody who wrote it."""
    if entry.all("author") or context.channel.all("author"):
        return
    source = entry.one("source")
    if source is None or not View(source, entry.default).all("author"):
        yield Problem(entry, "the entry has no author, and the feed has none either", closing=True)


@RULES.rule(
    "ATOM005",
    "content-or-link",
    "error",
    on="item",
    summary="An entry has content, or a link to its page.",
    hint='Write <content>, or <link rel="alternate" type="text/html" href="https://…"/>.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, "<summary>The library.</summary>"),
    good=Change(XHTML, '<summary>The library.</summary><link href="https://harbour.example/2"/>'),
)
def content_or_link(entry: View, context: Context) -> Iterator[Problem]:
    """Nothing to read, and no way to it."""
    if entry.all("content"):
        return
    if not any(links.relation(link) == "alternate" for link in entry.all("link")):
        yield Problem(entry, "the entry has neither content nor a link to its page", closing=True)


@RULES.rule(
    "ATOM066",
    "something-to-read",
    "warning",
    on="item",
    summary="An entry has a summary or content.",
    hint="Write the lead into <summary>: readers show nothing but the title otherwise.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, '<link href="https://harbour.example/2"/>'),
)
def something_to_read(entry: View, context: Context) -> Iterator[Problem]:
    """Neither of the two."""
    if not entry.all("content") and not entry.all("summary"):
        yield Problem(entry, "the entry has neither a summary nor content", closing=True)


@RULES.rule(
    "ATOM006",
    "summary-required",
    "error",
    on="item/content",
    summary="An entry whose content is elsewhere, or no text, has a summary.",
    hint="Write what it is about into <summary>.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, '<content src="https://harbour.example/l.mp3" type="audio/mpeg"/>'),
    good=Change(
        XHTML, '<content src="https://harbour.example/l.mp3" type="audio/mpeg"/><summary>L.</summary>'
    ),
)
def summary_required(content: View, context: Context) -> Iterator[Problem]:
    """Content that a reader cannot show."""
    if content.parent is None or content.parent.all("summary"):
        return
    if content.get("src") is not None:
        yield Problem(content, "the content is elsewhere (src), and the entry has no summary")
    elif binary(content.get("type") or ""):
        yield Problem(content, "the content is no text, and the entry has no summary")


def binary(kind: str) -> bool:
    """Whether content of a type is written in Base64: whatever is neither text nor XML."""
    kind = kind.partition(";")[0].strip().lower()
    return "/" in kind and not kind.startswith(_TEXTUAL) and not kind.endswith(_MARKUP)


@RULES.rule(
    "ATOM010",
    "id-unique",
    "error",
    on="feed",
    summary="No two entries have the same id, but for revisions of one entry.",
    hint="Give each entry an id of its own; a feed that holds revisions gives each another <updated>.",
    now=NOW,
    url=URL,
    read=READ,
    bad=EXAMPLE.replace(SECOND_ID, ENTRY_ID).replace("</feed>", EXAMPLE[EXAMPLE.index("  <entry>"):].split(
        "</entry>")[0] + "</entry></feed>"),
    good=Change(SECOND_ID, ENTRY_ID.replace("tag:", "TAG:").replace("TAG:", "tag:other.")),
)  # fmt: skip
def unique(feed: View, context: Context) -> Iterator[Problem]:
    """Ids that are used again; where all entries have one, none can be told from the others."""
    seen: dict[str, int] = {}
    again: list[tuple[View, int]] = []
    for number, entry in enumerate(context.items, 1):
        text = entry.text("id")
        if text and (first := seen.setdefault(text, number)) != number:
            again.append((entry, first))
    all_alike = len(seen) == 1 and len(context.items) > 2
    for entry, first in again:
        said = f"entry {first} has the same id: {entry.text('id')[:120]!r}"
        yield Problem(entry.one("id"), said, severity=None if all_alike else "warning")


@RULES.rule(
    "ATOM011",
    "updated-apart",
    "warning",
    on="feed",
    summary="No two entries were changed at the same second.",
    hint="Write into <updated> when the entry was changed, not when the feed was built.",
    now=NOW,
    url=URL,
    read=READ,
    sure="uncertain",
    bad=Change(ENTRY_UPDATED, "<updated>2026-11-21T06:00:00Z</updated>"),
)
def updated_apart(feed: View, context: Context) -> Iterator[Problem]:
    """Dates that are those of another entry: told once."""
    seen: dict[object, int] = {}
    alike: list[tuple[View, int]] = []
    for number, entry in enumerate(context.items, 1):
        moment = internet(entry.text("updated"))
        if moment and (first := seen.setdefault(moment, number)) != number:
            alike.append((entry, first))
    if alike:
        entry, first = alike[0]
        more = f"; {len(alike) - 1} more share their times too" if len(alike) > 1 else ""
        yield Problem(entry.one("updated"), f"the entry was changed at the same time as entry {first}{more}")


@RULES.rule(
    "ATOM024",
    "published-first",
    "warning",
    on="item/published",
    summary="An entry is not published after its last change.",
    hint="Let <updated> be the later of the two.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(PUBLISHED, "<published>2026-11-22T18:04:01Z</published>"),
    good=Change(PUBLISHED, "<published>2026-11-22T21:04:00+03:00</published>"),
)
def published_first(published: View, context: Context) -> Iterator[Problem]:
    """A change before the beginning."""
    if published.parent is None:
        return
    begun = internet((published.element.text or "").strip())
    changed = internet(published.parent.text("updated"))
    if begun and changed and begun > changed:
        yield Problem(published, "the entry is published after its last change (updated)")


@RULES.rule(
    "ATOM025",
    "date-plausible",
    "warning",
    on="channel/updated, item/updated, item/published, item/source/updated",
    summary="Dates are not in the future, nor before 1990.",
    hint="Check the clock and the time zone of the program that writes the feed.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(ENTRY_UPDATED, "<updated>2026-11-23T14:00:00+03:00</updated>"),
    good=Change(ENTRY_UPDATED, "<updated>2026-11-23T12:09:00+03:00</updated>"),
)
def plausible(date: View, context: Context) -> Iterator[Problem]:
    """A date that cannot be."""
    text = (date.element.text or "").strip()
    fault = implausible(internet(text), context.now)
    if fault:
        yield Problem(date, f"{date.element.tag.rpartition('}')[2]} {fault}: {text[:40]}")
