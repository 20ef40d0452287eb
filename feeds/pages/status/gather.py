"""Gathers how the publisher does. What the archive says is kept until the archive changes."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import (
    articles,
    editions,
    files,
    history,
    holds,
    inbox,
    outbox,
    polls,
    readings,
    rhythms,
    states,
)
from feeds.archive.archive import Archive
from feeds.archive.editions import Edition
from feeds.archive.polls import Poll
from feeds.archive.states import State
from feeds.build.plan import FeedPlan, plans
from feeds.pages.status.report import FeedStatus, PollStatus, Report, SourceStatus
from feeds.publication import Configuration, Source

LATEST = 50
"""Messages, refusals and agents that are shown."""

MOST_REJECTED = 20
"""Rejections of a source that are shown."""

EDITIONS = 48
"""Editions whose numbers of stories are shown."""


class Archived(NamedTuple):
    """What the archive says: stories, feeds, sources, the recipes that are out."""

    stories: int
    feeds: list[FeedStatus]
    sources: dict[str, SourceStatus]
    recipes: dict[str, int]
    titles: dict[str, str]


class Gathering:
    """Gathers reports; threads may share one."""

    def __init__(self, configuration: Configuration, archive: Archive, inbox_: Archive) -> None:
        self.configuration = configuration
        self.plans = plans(configuration)
        self.archive = archive
        self.inbox = inbox_
        self._hooked = [source.name for source in configuration.sources if source.kind == "webhook"]
        self._lock = threading.Lock()
        self._known: tuple[int, Archived] | None = None

    @property
    def versions(self) -> tuple[int | None, int | None]:
        """What changes when a report would; None where a database does not tell."""
        return self.archive.version(), self.inbox.version()

    def report(self, now: datetime, generation: int) -> Report:
        """How everything does.

        Raises:
            ArchiveError: a database refused.
        """
        archived = self._archived()
        with self.inbox.transaction() as connection:
            known = polls.known(connection)[:LATEST]
            by_feed = rhythms.of_feeds(connection)
            by_agent = rhythms.of_agents(connection, [(p.feed, p.agent) for p in known])
            messages, refusals = inbox.latest(connection, LATEST), inbox.refused(connection, LATEST)
            counts, heard = inbox.counts(connection), inbox.heard(connection, self._hooked)
            waiting, announcements = outbox.count(connection), outbox.waiting(connection, LATEST)
        with self.archive.transaction() as connection:
            past = history.held(connection, [(p.feed, p.recipe) for p in known])
            titles = _titles(connection, (story for message in messages for story in message.articles))
        hour = rhythms.hour_of(now.timestamp())
        current = {feed.path: feed.edition for feed in archived.feeds}
        return Report(
            now=now,
            publication=self.configuration.publication.name,
            generation=generation,
            articles=archived.stories,
            feeds=[
                _with_polls(feed, by_feed[feed.path].until(hour) if feed.path in by_feed else ())
                for feed in archived.feeds
            ],
            sources=[_heard(archived.sources[s.name], heard) for s in self.configuration.sources],
            messages=messages,
            refusals=refusals,
            counts=counts,
            polls=known,
            pollers=[
                _poller(
                    poll,
                    past.get((poll.feed, poll.recipe)),
                    archived.recipes,
                    current.get(poll.feed, 0),
                    by_agent[poll.feed, poll.agent].until(hour)
                    if (poll.feed, poll.agent) in by_agent
                    else (),
                )
                for poll in known
            ],
            announcements=announcements,
            waiting=waiting,
            titles=archived.titles | titles,
        )

    def _archived(self) -> Archived:
        version = self.archive.version()
        with self._lock:
            if version is not None and self._known is not None and self._known[0] == version:
                return self._known[1]
        with self.archive.transaction() as connection:
            found = self._read(connection)
        if version is not None:
            with self._lock:
                self._known = (version, found)
        return found

    def _read(self, connection: Connection) -> Archived:
        known = states.states(connection)
        recipes: dict[str, int] = {}
        feeds = [self._feed(connection, plan, known.get(plan.path), recipes) for plan in self.plans]
        health, read = files.health(connection), readings.last(connection)
        sources = {
            source.name: _source(connection, source, health.get(source.name), read.get(source.name))
            for source in self.configuration.sources
        }
        stories = (story for feed in feeds for story in list(feed.quarantined)[:LATEST])
        return Archived(articles.count(connection), feeds, sources, recipes, _titles(connection, stories))

    def _feed(
        self, connection: Connection, plan: FeedPlan, state: State | None, recipes: dict[str, int]
    ) -> FeedStatus:
        documents = editions.documents(connection, plan.path)
        recipes.update((document.recipe, document.number) for document in documents.values())
        past = history.editions_of(connection, plan.path, EDITIONS)
        found = Counter(finding.severity for finding in editions.findings_of(connection, plan.path))
        own = documents.get(plan.path)
        hold = holds.of(connection, plan.path)
        return FeedStatus(
            path=plan.path,
            target=plan.target.name,
            title=plan.channel.title,
            entries=sum(document.count for document in documents.values()),
            bytes=sum(document.size for document in documents.values()),
            edition=own.number if own else 0,
            built=_moment(state.now) if state else None,
            published=_moment(past[0].published) if past else None,
            newest=_newest(documents.values()),
            wake=_moment(state.wake) if state else None,
            held=hold.told if hold else state.message if state else None,
            rolled_back=hold.number if hold else None,
            errors=found["error"],
            warnings=found["warning"],
            notes=found["info"],
            quarantined=editions.quarantined(connection, plan.path),
            stories=tuple(edition.count for edition in reversed(past)),
        )


def _newest(documents: Iterable[Edition]) -> datetime | None:
    return max((document.updated for document in documents if document.updated), default=None)


def _source(
    connection: Connection,
    source: Source,
    health: files.Health | None,
    read: readings.SourceReading | None,
) -> SourceStatus:
    known = health or files.Health()
    rejected = read.rejected if read else 0
    return SourceStatus(
        name=source.name,
        kind=source.kind,
        files=known.files,
        records=known.records,
        rejections=rejected,
        rejected=tuple(files.rejected(connection, source.name, MOST_REJECTED)) if rejected else (),
        read=_moment(read.moment) if read else None,
        brought=_moment(read.brought if read and read.brought else known.newest),
    )


def _heard(source: SourceStatus, heard: dict[str, float]) -> SourceStatus:
    """A source that sends webhooks, with when it last sent one."""
    moment = _moment(heard.get(source.name))
    return replace(source, read=moment, brought=moment) if moment else source


def _with_polls(feed: FeedStatus, polled: tuple[int, ...]) -> FeedStatus:
    return replace(feed, polled=polled)


def _poller(
    poll: Poll,
    held: history.Past | None,
    recipes: dict[str, int],
    newest: int,
    polled: tuple[int, ...],
) -> PollStatus:
    current = poll.recipe in recipes
    number = held.number if held else recipes.get(poll.recipe)
    behind = 0 if current else max(0, newest - number) if number is not None else None
    return PollStatus(poll=poll, current=current, edition=number, behind=behind, polled=polled)


def _titles(connection: Connection, stories: Iterable[str]) -> dict[str, str]:
    wanted: Sequence[str] = list(dict.fromkeys(stories))[: 4 * LATEST]
    return {name: article.title for name, article in articles.records(connection, wanted).items()}


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)
