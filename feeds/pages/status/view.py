"""The page of status, and its parts, as templates show them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from feeds.pages import spark
from feeds.pages.status.report import FeedStatus, Report
from feeds.pages.templates import page as filled
from feeds.pages.visitor import Visitor
from feeds.publication import Configuration
from feeds.targets import registry
from feeds.wording import Wording

PARTS = ("summary", "feeds", "quarantine", "pollers", "sources", "messages", "announcements")
"""The parts of the page that change while it is open, each a template of its own."""


SOON = timedelta(days=60)


class Shown:
    """What templates ask about a report: moments on the publication's clock, charts, addresses."""

    def __init__(self, report: Report, configuration: Configuration, say: Wording) -> None:
        self.report = report
        self.say = say
        self.zone = ZoneInfo(configuration.publication.timezone)
        self.now = report.now.astimezone(self.zone)
        self.cases = sum(len(feed.quarantined) for feed in report.feeds)
        self.quarantined = len({story for feed in report.feeds for story in feed.quarantined})
        self.held = [feed for feed in report.feeds if feed.held]
        self.missing = [feed for feed in report.feeds if feed.published is None]

    def moment(self, value: datetime | float) -> datetime:
        """An instant on the publication's clock."""
        if isinstance(value, datetime):
            return value.astimezone(self.zone)
        return datetime.fromtimestamp(value, tz=self.zone)

    def since(self, value: datetime | float) -> str:
        """How long ago an instant was."""
        return self.say.since(self.moment(value), self.now)

    def soon(self, value: datetime | None) -> bool:
        """Whether an instant to come is near enough to be waited for."""
        return value is not None and value - self.report.now < SOON

    def near(self, value: datetime | float) -> str:
        """As much of a date as is not plain from today's."""
        return self.say.near(self.moment(value), self.now)

    def state(self, feed: FeedStatus) -> str:
        """A feed's state in a word that style sheets know too."""
        if feed.held or feed.published is None:
            return "bad"
        return "warn" if feed.quarantined or feed.errors else "good"

    def platform(self, feed: FeedStatus) -> str:
        """What the feed's target is called."""
        return self.say(registry.target(feed.target).title)

    def polled(self, numbers: tuple[int, ...]) -> Any:
        """A chart of polls in each hour."""
        said = self.say("{n} {n:poll|polls} in {hours} hours", n=sum(numbers), hours=len(numbers))
        return spark.bars(numbers, said)

    def stories(self, numbers: tuple[int, ...]) -> Any:
        """A chart of how many stories the last editions had."""
        said = self.say(
            "stories in the last {n} {n:edition|editions}: from {least} to {most}",
            n=len(numbers),
            least=min(numbers),
            most=max(numbers),
        )
        return spark.line(numbers, said)

    def title(self, story: str) -> str:
        """A story's headline, or its id where the headline is not known."""
        return self.report.titles.get(story, story)

    def preview(self, story: str, feed: str | None = None) -> str:
        """Where a story is shown as platforms show it."""
        place = f"&feed={quote(feed, safe='')}" if feed else ""
        return f"/-/preview?story={quote(story, safe='')}{place}"

    def readable(self, feed: str) -> str:
        """Where a feed is shown as a page."""
        return f"/-/feeds/{quote(feed)}"


def page(report: Report, configuration: Configuration, who: Visitor) -> str:
    """The whole page."""
    shown = Shown(report, configuration, who.say)
    return filled("status.html", who.say, who=who, shown=shown, report=report, parts=PARTS)


def parts(report: Report, configuration: Configuration, say: Wording) -> dict[str, str]:
    """The parts of the page that change, by name."""
    shown = Shown(report, configuration, say)
    return {name: filled(f"status/{name}.html", say, shown=shown, report=report) for name in PARTS}
