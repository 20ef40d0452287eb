"""What a dump's lines are, to a draft's offers; of every line that is not text it is noted why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from feeds.intake.draft import Draft
from feeds.intake.text.lines import Line, channel
from feeds.intake.text.patterns import Kind
from feeds.intake.text.story import Role, Told

_LEAD_WORDS = 4  # between headline and text; a shorter line there names a place, a source, a photographer

_NOTES: dict[Role, str] = {
    "card": "a caption that is said twice: a card of another story",
    "caption": "the caption of a picture whose address is not here",
}


class _Story:
    """Gathers what the lines of one story offer."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.paragraphs: list[str] = []
        self.body: Line | None = None
        self.names: dict[str, list[str]] = {"byline": [], "above": [], "below": []}
        self.name_lines: dict[str, Line] = {}
        self.tags: list[str] = []
        self.related: list[dict[str, str]] = []
        self.channels: list[dict[str, str]] = []
        self.pictures: list[dict[str, str]] = []
        self.credits: dict[str, str] = {}
        self.label: Kind | None = None
        self.strangers = 0

    def take(self, entry: Told, place: str) -> None:
        """Takes in a line that stands above, in or below the text."""
        handler = _HANDLERS.get(entry.role, _noted)
        handler(self, entry, place)
        labelling = entry.known is not None and not entry.known.part()
        if entry.known is not None and labelling:
            self.label = entry.known.kind
        elif entry.role not in ("other", "item", "card"):
            self.label = None

    def name(self, source: str, text: str, line: Line) -> None:
        """A name that the byline, the line above or the line below the text states."""
        self.names[source].append(text)
        self.name_lines.setdefault(source, line)

    def note(self, line: Line, said: str) -> None:
        """Keeps why a line is not in the text."""
        shown = line.text if len(line.text) <= 60 else line.text[:60] + "…"
        self.draft.note(line.where, f'"{shown}" is {said}')


def offer_story(draft: Draft, entries: list[Told]) -> None:
    """Offers what the lines from the headline on hold."""
    texts = [n for n, entry in enumerate(entries) if entry.role == "paragraph"]
    first, last = (texts[0], texts[-1]) if texts else (len(entries), -1)
    story = _Story(draft)
    for number, entry in enumerate(entries):
        story.take(entry, "above" if number < first else "below" if number > last else "inside")
    _offer(story)


def _offer(story: _Story) -> None:
    draft = story.draft
    draft.offer("text", "\n\n".join(story.paragraphs), story.body.where if story.body else "")
    for source in ("byline", "above", "below"):
        if story.names[source]:
            draft.offer("authors", story.names[source], story.name_lines[source].where)
    draft.offer("tags", story.tags, "the list below the text")
    draft.offer("related", story.related, "cards and links among the text")
    draft.offer("channels", story.channels, "the buttons below the text")
    if story.pictures and (credit := story.credits.get("cover") or story.credits.get("picture")):
        story.pictures[0]["credit"] = credit
    draft.offer("images", story.pictures, "addresses among the text")


def _paragraph(story: _Story, entry: Told, place: str) -> None:
    story.body = story.body or entry.line
    story.paragraphs.append(entry.line.text)


def _item(story: _Story, entry: Told, place: str) -> None:
    if place == "below":
        story.tags.append(entry.line.text)
    elif place == "inside" and story.paragraphs[-1].startswith("• "):
        story.paragraphs[-1] += f"\n• {entry.line.text}"
    elif place == "inside":
        story.paragraphs.append(f"• {entry.line.text}")
    else:
        story.note(entry.line, "a menu's item")


def _other(story: _Story, entry: Told, place: str) -> None:
    """A short line that nothing is known about: what it is depends on where it stands."""
    line = entry.line
    if story.label == "related":
        story.related.append({"title": line.text})
    elif story.label == "byline" and line.name:
        story.name("byline", line.text, line)
    elif story.label == "tags":
        story.tags.append(line.text)
    elif place == "inside":
        story.paragraphs.append(line.text)
    elif place == "above":
        _above(story, line)
    else:
        _below(story, line)


def _above(story: _Story, line: Line) -> None:
    if line.name:
        story.name("above", line.text, line)
    elif line.words >= _LEAD_WORDS and "lead" not in story.draft.offers:
        story.draft.offer("lead", line.text, line.where)
    else:
        story.note(line, "a short line between the headline and the text")


def _below(story: _Story, line: Line) -> None:
    """The names right below the text are its authors'; behind another line they may be anybody's."""
    story.strangers += not line.name
    if line.name and not story.strangers and story.label is None:
        story.name("below", line.text, line)
    else:
        story.note(line, "a short line below the text")


def _card(story: _Story, entry: Told, place: str) -> None:
    story.related.append({"title": entry.line.text})
    story.note(entry.line, _NOTES["card"])


def _related(story: _Story, entry: Told, place: str) -> None:
    title = entry.known.part().strip(' "«»“”.') if entry.known else ""
    if title:
        story.related.append({"title": title})
    _noted(story, entry, place)


def _credit(story: _Story, entry: Told, place: str) -> None:
    parts = entry.known.parts if entry.known else {}
    kind = (parts.get("what") or "").casefold()
    who = (parts.get("who") or parts.get("whose") or "").strip()
    story.credits.setdefault("cover" if kind in ("обложка", "cover") else "picture", who)
    _noted(story, entry, place)


def _picture(story: _Story, entry: Told, place: str) -> None:
    story.pictures.append({"url": entry.line.text})


def _byline(story: _Story, entry: Told, place: str) -> None:
    if entry.known and (who := entry.known.part()):
        story.name("byline", who, entry.line)


def _keywords(story: _Story, entry: Told, place: str) -> None:
    if entry.known:
        story.tags += [tag.strip() for tag in entry.known.part().split(",") if tag.strip()]


def _channel(story: _Story, entry: Told, place: str) -> None:
    """A button with a channel's name; inside the text it may be anything, and stays."""
    if place == "inside" and not entry.line.item:
        story.paragraphs.append(entry.line.text)
    else:
        story.channels.append({"title": channel(entry.line) or entry.line.text})


def _count(story: _Story, entry: Told, place: str) -> None:
    count = entry.known.part() if entry.known else ""
    story.draft.offer("comments", int(count) if count else None, entry.line.where)


def _noted(story: _Story, entry: Told, place: str) -> None:
    story.note(entry.line, entry.known.said if entry.known else _NOTES[entry.role])


_HANDLERS: dict[Role, Callable[[_Story, Told, str], Any]] = {
    "paragraph": _paragraph,
    "item": _item,
    "other": _other,
    "card": _card,
    "related": _related,
    "credit": _credit,
    "picture": _picture,
    "byline": _byline,
    "tags": _keywords,
    "channel": _channel,
    "count": _count,
}
"""What is done with a line of each kind; of the others it is only noted what they are."""
