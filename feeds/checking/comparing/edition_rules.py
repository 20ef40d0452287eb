"""Rules about a feed beside its former self: what readers take for new, lose, or never hear of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from feeds.checking.comparing.editions import ATOM, EDITIONS, EXAMPLE, Editions, Pair, compared
from feeds.checking.comparing.stories import Stories, Story
from feeds.checking.document import Document
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem

__all__ = ["EDITIONS", "Editions", "compared"]

TOMBSTONES = "https://www.rfc-editor.org/rfc/rfc6721"

FEW = 3
"""Stories whose ids must have changed before that is more than a slip."""

_IDS = {n: f"<id>tag:harbour.example,2026:{n}</id>" for n in (29, 30, 31)}
_LAMPS = EXAMPLE[EXAMPLE.index("  <entry>\n    <title>New") : EXAMPLE.index("  <entry>\n    <title>Museum")]


# ---- ids and links


def _many_renamed(editions: Editions) -> bool:
    return len(editions.renamed) >= FEW and len(editions.renamed) * 2 > len(editions.same)


@EDITIONS.rule(
    "ED001",
    "id-kept",
    "warning",
    on="editions",
    summary="A story keeps its id.",
    hint="Make the id of something that never changes, such as the story's number; not of its title, time or address.",
    spec=ATOM,
    bad=Change(_IDS[30], "<id>tag:harbour.example,2026:new-lamps</id>"),
    good=Change("<title>New lamps on the pier</title>", "<title>Forty new lamps on the pier</title>"),
)
def id_kept(editions: Editions, context: Any) -> Iterator[Problem]:
    """Stories that readers show a second time."""
    if not _many_renamed(editions):
        for old, new in editions.renamed:
            yield Problem(
                new, f"the story has another id; it was {old.id!r}, and readers show it a second time"
            )


@EDITIONS.rule(
    "ED002",
    "ids-kept",
    "error",
    on="editions",
    summary="Not most of the stories have other ids.",
    hint="Take the old ids back: every reader shows all stories as new, and channels post them a second time.",
    bad=EXAMPLE.replace("2026:2", "2026:story-2").replace("2026:3", "2026:story-3"),
)
def ids_kept(editions: Editions, context: Any) -> Iterator[Problem]:
    """Feeds whose ids are made in another way than before."""
    if _many_renamed(editions):
        old, new = editions.renamed[0]
        number = len(editions.renamed)
        yield Problem(
            None,
            f"{number} of {len(editions.same)} stories that were there before have other ids: "
            f"{old.id!r} became {new.id!r}",
        )


@EDITIONS.rule(
    "ED003",
    "id-reused",
    "error",
    on="editions",
    summary="An id is never given to another story.",
    hint="Give the new story an id of its own: readers take it for an edit of the old one, and mark it as read.",
    bad=Change(
        _LAMPS,
        _LAMPS.replace("New lamps on the pier", "Storm warning")
        .replace("30-lamps", "32-storm")
        .replace("Forty of them.", "Stay ashore tonight."),
    ),
    good=Change("<title>New lamps on the pier</title>", "<title>The pier has light</title>"),
)
def id_reused(editions: Editions, context: Any) -> Iterator[Problem]:
    """Ids of one story that became those of another."""
    for old, new in editions.pairs:
        if old.id and _another(old, new):
            yield Problem(new, f"the id stood for another story before: {old.title!r}, {old.link}")


def _another(old: Story, new: Story) -> bool:
    """Whether nothing that tells stories apart is as it was."""
    return bool(
        old.address
        and new.address
        and old.address != new.address
        and old.headline != new.headline
        and old.text != new.text
    )


@EDITIONS.rule(
    "ED004",
    "link-kept",
    "warning",
    on="editions",
    summary="A story keeps its address.",
    hint="Let the old address redirect to the new one with 301, and keep addresses apart from titles.",
    bad=Change('href="https://harbour.example/30-lamps"', 'href="https://harbour.example/30-forty-lamps"'),
    good=Change('href="https://harbour.example/30-lamps"', 'href="http://www.harbour.example/30-lamps/"'),
)
def link_kept(editions: Editions, context: Any) -> Iterator[Problem]:
    """Addresses that changed under the same id."""
    for old, new in editions.pairs:
        if old.address != new.address and new.address and not _another(old, new):
            yield Problem(new, f"the story's link was {old.link} before")


# ---- times


@EDITIONS.rule(
    "ED005",
    "date-kept",
    "warning",
    on="editions",
    summary="A story keeps its date of publication.",
    hint="Write when the story was first published, and when it changed into updated (dcterms:modified in RSS).",
    bad=Change("<published>2026-11-22T17:00:00Z</published>", "<published>2026-11-22T14:00:00Z</published>"),
    good=Change(
        "<published>2026-11-22T17:00:00Z</published>", "<published>2026-11-22T20:00:00+03:00</published>"
    ),
)
def date_kept(editions: Editions, context: Any) -> Iterator[Problem]:
    """Dates that moved though nothing else did, or that moved back."""
    for old, new in _moved(editions):
        if not _redated(Pair(old, new)):
            yield Problem(
                new,
                f"the date of publication was {_written(old.published)} before, it is {_written(new.published)}",
            )


@EDITIONS.rule(
    "ED006",
    "date-by-edit",
    "warning",
    on="editions",
    summary="An edit does not make a story new.",
    hint="Keep the date of publication when a story is edited. Readers and platforms show it at the top again, and "
    "take that for a trick.",
    bad=Change(
        _LAMPS,
        _LAMPS.replace("Forty of them.", "Forty-two of them.").replace("2026-11-22T17", "2026-11-23T08"),
    ),
    good=Change(
        _LAMPS,
        _LAMPS.replace("Forty of them.", "Forty-two of them.").replace(
            "<updated>2026-11-22T17", "<updated>2026-11-23T08"
        ),
    ),
)
def date_by_edit(editions: Editions, context: Any) -> Iterator[Problem]:
    """Stories that an edit brings to the top again."""
    for old, new in _moved(editions):
        if _redated(Pair(old, new)):
            moved = f"{_written(old.published)} to {_written(new.published)}"
            yield Problem(new, f"the story was edited, and its date of publication moved from {moved}")


def _moved(editions: Editions) -> Iterator[Pair]:
    for pair in editions.same:
        old, new = pair
        if old.published and new.published and old.published != new.published and not _another(old, new):
            yield pair


def _redated(pair: Pair) -> bool:
    old, new = pair.old.published, pair.new.published
    return bool(pair.rewritten and old and new and new > old)


def _written(moment: datetime | None) -> str:
    return moment.isoformat(sep=" ", timespec="minutes") if moment else "none"


@EDITIONS.rule(
    "ED007",
    "updated-onwards",
    "warning",
    on="editions",
    summary="The date of the last change never goes back.",
    hint="Write when the story last changed; readers pass over what is older than what they have.",
    bad=Change(
        "T08:00:00Z</published>\n    <updated>2026-11-23T09:00",
        "T08:00:00Z</published>\n    <updated>2026-11-23T08:30",
    ),
)
def updated_onwards(editions: Editions, context: Any) -> Iterator[Problem]:
    """Changes that are said to be older than the last one was."""
    for old, new in editions.same:
        if old.updated and new.updated and new.updated < old.updated:
            yield Problem(
                new, f"the last change was {_written(old.updated)} before, it is {_written(new.updated)}"
            )


@EDITIONS.rule(
    "ED008",
    "updated-told",
    "info",
    on="editions",
    summary="A story that was rewritten says when.",
    hint="Move updated when a story's text changes; readers then show the new text.",
    bad=Change("<summary>Forty of them.</summary>", "<summary>Forty-two of them.</summary>"),
    good=Change("<summary>Forty of them.</summary>", "<summary>Forty&#160;of them.</summary>"),
)
def updated_told(editions: Editions, context: Any) -> Iterator[Problem]:
    """Edits that readers do not notice."""
    for pair in editions.same:
        old, new = pair
        if pair.rewritten and old.updated and old.updated == new.updated and not _another(old, new):
            yield Problem(
                new, f"the story was rewritten, but its last change is still {_written(new.updated)}"
            )


# ---- what is there


@EDITIONS.rule(
    "ED009",
    "stories-stay",
    "warning",
    on="editions",
    summary="Stories leave a feed from its end, the oldest first.",
    hint="If the story was taken back, a feed of Atom says so with at:deleted-entry, and its page answers 410. If not, "
    "see why it is left out: an error in its record, another section, a clash of ids.",
    spec=TOMBSTONES,
    bad=Change(_LAMPS, ""),
)
def stories_stay(editions: Editions, context: Any) -> Iterator[Problem]:
    """Stories that are gone though older ones are still there."""
    dates = [story.published or story.updated for story in editions.new.all]
    oldest = min((date for date in dates if date), default=None)
    buried = _buried(editions.new)
    for story in editions.gone:
        date = story.published or story.updated
        aged = date is not None and editions.window is not None and date < editions.now - editions.window
        if date and oldest and date > oldest and not aged and story.id not in buried:
            said = f"the story of {_written(date)} is gone, though older ones are still there"
            yield Problem(story, f"{said}: {story.title or story.name}")


def _buried(stories: Stories) -> frozenset[str]:
    """The ids of stories that a feed says were taken back."""
    document = stories.document
    if not isinstance(document, Document) or document.root is None:
        return frozenset()
    return frozenset(grave.get("ref", "") for grave in document.root.iter(clark("at:deleted-entry")))


@EDITIONS.rule(
    "ED010",
    "feed-id-kept",
    "error",
    on="editions",
    summary="A feed of Atom keeps its id.",
    hint="Take the old id back: readers take this for another feed.",
    bad=Change("<id>tag:harbour.example,2026:news</id>", "<id>tag:harbour.example,2026:all</id>"),
)
def feed_id_kept(editions: Editions, context: Any) -> Iterator[Problem]:
    """Feeds that became others."""
    old, new = (_feed_id(stories) for stories in (editions.old, editions.new))
    if old and new and old != new:
        yield Problem(None, f"the feed's id was {old!r} before, it is {new!r}")


def _feed_id(stories: Stories) -> str:
    document = stories.document
    root = document.root if isinstance(document, Document) else None
    return (root.findtext(clark("atom:id")) or "").strip() if root is not None else ""


@EDITIONS.rule(
    "ED011",
    "news-onwards",
    "warning",
    on="editions",
    summary="The newest story is not older than the newest one before.",
    hint="See whether an old copy is served or published again; or the two editions were given in the wrong order.",
    bad=EXAMPLE[: EXAMPLE.index("  <entry>")] + EXAMPLE[EXAMPLE.index("  <entry>\n    <title>New") :],
)
def news_onwards(editions: Editions, context: Any) -> Iterator[Problem]:
    """Feeds that went back in time."""
    old, new = (
        max((s.published for s in e.all if s.published), default=None) for e in (editions.old, editions.new)
    )
    if old and new and new < old and old <= editions.now:
        yield Problem(None, f"the newest story is of {_written(new)}, before it was of {_written(old)}")
