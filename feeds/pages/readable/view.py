"""The pages of feeds: all of them, one as its stories, one as its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from feeds.build.plan import FeedPlan
from feeds.pages.document import Shown, Story
from feeds.pages.inert import is_safe_picture, is_web
from feeds.pages.preview.view import body
from feeds.pages.readable.source import Source
from feeds.pages.templates import page as filled
from feeds.publication import Configuration
from feeds.wording import Wording

STORIES = 200
"""Stories on a page."""

EXCERPT = 320
"""Characters of a story's text that stand for it where it has no lead."""


class Document(NamedTuple):
    """A document that is out: its path, the feed that it belongs to, its size in bytes."""

    path: str
    plan: FeedPlan
    size: int


class Reading:
    """What templates ask about a document's stories."""

    def __init__(self, configuration: Configuration, say: Wording, now: datetime) -> None:
        self.say = say
        self.zone = ZoneInfo(configuration.publication.timezone)
        self.now = now.astimezone(self.zone)
        self.safe, self.web = is_safe_picture, is_web

    def date(self, stated: str) -> str:
        """A date as people write it; as it is stated, where it is none."""
        moment = moment_of(stated)
        return self.say.near(moment.astimezone(self.zone), self.now) if moment else stated

    def excerpt(self, story: Story) -> str:
        """A story's lead, or the beginning of its text."""
        from markupsafe import Markup

        text = story.lead or Markup(body(story)).striptags()  # noqa: S704  (made inert, and its tags go)
        if "<" in text:
            text = str(Markup(text).striptags())  # noqa: S704  (its tags go; the template escapes the rest)
        return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + "…"


def moment_of(stated: str) -> datetime | None:
    """The instant that a feed states, in either of the ways that feeds have."""
    try:
        found = datetime.fromisoformat(stated) if stated[4:5] == "-" else parsedate_to_datetime(stated)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else None


def stories_page(
    configuration: Configuration, document: Document, shown: Shown, now: datetime, say: Wording, **more: Any
) -> str:
    """A document as its readers read it."""
    values = {
        "document": document,
        "shown": shown,
        "stories": shown.stories[:STORIES],
        "reading": Reading(configuration, say, now),
    }
    return filled("readable/stories.html", say, **{**_around(configuration), **values, **more})


def source_page(
    configuration: Configuration, document: Document, source: Source, say: Wording, **more: Any
) -> str:
    """A document's source with findings at its lines."""
    values = {"document": document, "source": source}
    return filled("readable/source.html", say, **{**_around(configuration), **values, **more})


def all_page(configuration: Configuration, documents: Sequence[Document], say: Wording, **more: Any) -> str:
    """All documents that are out."""
    return filled("readable/all.html", say, **{**_around(configuration), "documents": documents, **more})


def _around(configuration: Configuration) -> dict[str, Any]:
    return {"publication": configuration.publication, "who": None, "alone": False, "inside": False}
