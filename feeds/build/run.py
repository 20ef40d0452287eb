"""A whole build: sources to archive, archive to editions, editions to the output."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from feeds.announce.posting import News
from feeds.archive import articles, editions, holds, kept, likeness, states
from feeds.archive.archive import Archive, cached_archive
from feeds.archive.holds import Hold
from feeds.archive.likeness import Pair
from feeds.archive.states import State
from feeds.build import lookback
from feeds.build.archived import build_archived
from feeds.build.edition import FeedReport, Order, Outcome, build_feed, remember
from feeds.build.ingest import ingest
from feeds.build.intents import Changes, Intent, intents
from feeds.build.lookback import Cause
from feeds.build.parted import Composed, Task, build_parted, compose_span
from feeds.build.plan import FeedPlan, plans
from feeds.build.sources import SourceReport
from feeds.build.workers import Workers, workers
from feeds.intake.draft import Rejection
from feeds.measuring.measure import Measured, measure
from feeds.publication import Configuration
from feeds.publish.behind import Behind
from feeds.publish.output import Output
from feeds.publish.outputs import output_of
from feeds.targets import registry

Progress = Callable[[str], None]
T = TypeVar("T")

MANY = 500
"""Changed stories from which on a feed is looked through as a whole, and other processes help."""

MOST = 100_000
"""Changed stories from which on a feed in parts is looked through as a whole too: they would fill the memory."""


@dataclass(slots=True, kw_only=True)
class BuildReport:
    """What a build did; `stories` are the addresses of those that came, changed, or whose time had come.

    `alike` are the pairs of stories with nearly the same text that came or changed.
    """

    now: datetime
    sources: list[SourceReport] = field(default_factory=list)
    feeds: list[FeedReport] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)
    alike: list[Pair] = field(default_factory=list)
    media: Measured = field(default_factory=lambda: Measured([]))

    @property
    def news(self) -> News:
        """What came out, for those who are to be told."""
        published = [feed for feed in self.feeds if feed.state == "published"]
        return News([(f.path, registry.target(f.target).media_type) for f in published], self.stories)

    @property
    def rejections(self) -> list[Rejection]:
        """What the sources held that is no article."""
        return [rejection for source in self.sources for rejection in source.rejections]

    @property
    def wake(self) -> datetime | None:
        """The next instant at which a feed changes by itself."""
        return min((feed.wake for feed in self.feeds if feed.wake), default=None)

    @property
    def clean(self) -> bool:
        """Whether every story was taken and every feed is out."""
        return not self.rejections and not any(f.quarantined or f.state == "held" for f in self.feeds)


def build(
    configuration: Configuration,
    archive: Archive,
    now: datetime,
    *,
    confirmed: Collection[str] = (),
    progress: Progress | None = None,
    processes: int | None = None,
    asked: str | None = None,
    measuring: bool = True,
) -> BuildReport:
    """Brings every feed up to date. `confirmed` names the feeds whose collapse is meant, `asked` who wanted it.

    Where the configuration says so, files that stories show are looked at before, unless `measuring` is off.

    Raises:
        ArchiveError: the archive refused.
        PublishError: the output cannot be written.
    """
    say = progress or (lambda _what: None)
    output = Behind(output_of(configuration))
    output.sweep()
    report = BuildReport(now=now)
    with workers(processes if archive.shareable else 1) as hands:
        with archive.transaction() as connection:
            report.sources = ingest(connection, configuration, now, hands, confirmed=confirmed, progress=say)
        if measuring:
            report.media = measure(archive, configuration.media, now, progress=say)
        publishing = Publishing(plans(configuration, now), archive, output, now, hands, asked=asked)
        report.feeds = publishing.publish(confirmed, say)
        report.stories = publishing.stories
    with archive.transaction() as connection:
        report.alike = likeness.follow(connection, now)
    output.sweep()
    return report


class Foresight(NamedTuple):
    """What a build would do: what its sources hold, and how much of each feed would be composed anew."""

    sources: list[SourceReport]
    intents: list[Intent]


def foresee(
    configuration: Configuration, archive: Archive, now: datetime, progress: Progress | None = None
) -> Foresight:
    """What a build would do now; it changes nothing.

    Raises:
        ArchiveError: the archive refused.
    """
    output = output_of(configuration)
    with workers(1) as hands, archive.trial() as connection:
        sources = ingest(connection, configuration, now, hands, progress=progress)
        publishing = Publishing(plans(configuration, now), archive, output, now, hands)
        return Foresight(sources, publishing.intents(connection))


class Publishing:
    """Brings the configured feeds up to date with the archive, once."""

    def __init__(
        self,
        feeds: list[FeedPlan],
        archive: Archive,
        output: Output,
        now: datetime,
        hands: Workers,
        *,
        asked: str | None = None,
        tellers: Mapping[str, str] | None = None,
    ) -> None:
        self.plans = feeds
        self.asked = asked
        self.tellers = tellers or {}
        self.archive = archive
        self.output = output
        self.now = now
        self.hands = hands
        self.changes: dict[tuple[int, float], Changes] = {}

    def publish(self, confirmed: Collection[str], say: Progress) -> list[FeedReport]:
        """Does what is to be done for each feed."""
        with self.archive.transaction() as connection:
            known = states.states(connection)
            self._retire(connection, known)
            sequence = articles.sequence(connection)
            intended = self.intents(connection)
            orders = [
                self._order(connection, intent, known.get(intent.plan.path), sequence, confirmed)
                for intent in intended
            ]
            reports = {o.plan.path: self._as_before(connection, o) for o in orders if o.extent == "nothing"}
        reports |= self._roll_back()
        due = [order for order in orders if order.extent != "nothing"]
        whys = {intent.plan.path: intent for intent in intended}
        for outcome in one_ahead(self._outcomes(due)):
            say(outcome.report.path)
            self._settle(outcome)
            with self.archive.transaction() as connection:
                self._keep(connection, whys[outcome.report.path], outcome)
                remember(connection, outcome, self.now)
                states.enter(connection, outcome.state)
            reports[outcome.report.path] = outcome.report
        return [reports[plan.path] for plan in self.plans]

    def _settle(self, outcome: Outcome) -> None:
        """Sees to it that all of an outcome is out before the archive says so."""
        self.output.settle([edition.document for edition in outcome.editions])

    def _keep(self, connection: Connection, intent: Intent, outcome: Outcome) -> None:
        cause = Cause(intent.reason, self.asked, self.tellers)
        lookback.keep(connection, intent.plan, outcome, self.output, self.now, cause=cause)

    def _roll_back(self) -> dict[str, FeedReport]:
        """Sees to it that the feeds which are held at a former edition are as they were in it."""
        reports: dict[str, FeedReport] = {}
        with self.archive.transaction() as connection:
            held = holds.held(connection)
            for plan in self.plans:
                if plan.path in held:
                    outcome = lookback.roll_back(connection, plan, held[plan.path], self.output, self.now)
                    self._settle(outcome)
                    cause = Cause(f"rolled back to edition {held[plan.path].number}", self.asked)
                    lookback.keep(connection, plan, outcome, self.output, self.now, cause=cause)
                    remember(connection, outcome, self.now)
                    reports[plan.path] = outcome.report
        return reports

    @property
    def stories(self) -> list[str]:
        """The addresses of the stories that came, changed, or whose time had come."""
        return sorted({head.url for changes in self.changes.values() for head in changes.heads})

    def intents(self, connection: Connection) -> list[Intent]:
        """How much of each feed is to be composed anew, and why."""
        known, sequence = states.states(connection), articles.sequence(connection)
        held = holds.held(connection)
        return [
            _waiting(intent, held[intent.plan.path])
            if intent.plan.path in held
            else self._checked(connection, intent)
            for intent in intents(self.plans, known, sequence, self.now)
        ]

    def _retire(self, connection: Connection, known: dict[str, State]) -> None:
        """Takes away the documents of feeds that are no longer configured."""
        paths = {plan.path for plan in self.plans}
        gone = [path for path in known if path not in paths]
        for path in gone:
            for document in editions.documents(connection, path):
                if document not in paths:
                    self.output.remove(document)
        states.forget(connection, gone)
        kept.forget(connection, gone)
        for path in gone:
            holds.release(connection, path)

    def _checked(self, connection: Connection, intent: Intent) -> Intent:
        """The intent, or everything where a document is not as it was left."""
        if intent.extent == "everything":
            return intent
        for document in editions.documents(connection, intent.plan.path).values():
            if self.output.mark(document.document) != (document.size, document.modified):
                return intent._replace(
                    extent="everything", reason=f"{document.document} was changed or is gone"
                )
        return intent

    def _order(
        self,
        connection: Connection,
        intent: Intent,
        state: State | None,
        sequence: int,
        confirmed: Collection[str],
    ) -> Order:
        changes = Changes()
        extent = intent.extent
        if extent == "changes" and state is not None:
            if articles.count_since(connection, state.sequence) > MOST:
                return Order(
                    intent.plan, "everything", sequence, state, changes, intent.plan.path in confirmed
                )
            changes = self._changes(connection, state)
            if len(changes.heads) > MANY and intent.plan.layout == "single":
                extent, changes = "everything", Changes()
        return Order(intent.plan, extent, sequence, state, changes, intent.plan.path in confirmed)

    def _changes(self, connection: Connection, state: State) -> Changes:
        """What happened since a feed was built; most feeds were built together."""
        since = (state.sequence, state.now)
        if since not in self.changes:
            before = datetime.fromtimestamp(state.now, tz=UTC)
            heads = {head.id: head for head in articles.due(connection, before, self.now)}
            heads |= {head.id: head for head in articles.changed_since(connection, state.sequence)}
            moved = articles.moved_since(connection, state.sequence)
            self.changes[since] = Changes(tuple(heads.values()), tuple(moved))
        return self.changes[since]

    def _as_before(self, connection: Connection, order: Order) -> FeedReport:
        """The report of a feed that needs nothing."""
        known = editions.documents(connection, order.plan.path)
        wake = order.state.wake if order.state else None
        return FeedReport(
            path=order.plan.path,
            target=order.plan.target.name,
            entries=sum(document.count for document in known.values()),
            decisions=editions.decisions_of(connection, order.plan.path),
            findings=editions.findings_of(connection, order.plan.path),
            wake=datetime.fromtimestamp(wake, tz=UTC) if wake else None,
        )

    def _outcomes(self, orders: Sequence[Order]) -> Iterator[Outcome]:
        """Feeds of one document, several at a time where there is much to do, then those in parts."""
        single = [order for order in orders if order.plan.layout == "single"]
        much = sum(order.extent == "everything" for order in single) > 1 and self.archive.shareable
        if much:
            yield from self.hands.each(
                partial(_build_elsewhere, self.archive.url, self.output, self.now), single
            )
        else:
            for order in single:
                with self.archive.transaction() as connection:
                    outcome = build_feed(connection, order, self.output, self.now)
                yield outcome
        for order in orders:
            if order.plan.layout != "single":
                yield self._parted(order)

    def _parted(self, order: Order) -> Outcome:
        much = order.extent == "everything" or len(order.changes.heads) > MANY
        if much:
            self.output.settle()  # processes are started before threads
        with self.archive.transaction() as connection:
            if not much or not self.archive.shareable:
                each = partial(_each_here, connection, self.output)
            else:
                each = partial(_each_elsewhere, self.hands, self.archive.url, self.output)
            make = build_archived if order.plan.layout == "archived" else build_parted
            return make(connection, order, self.output, self.now, each)


def one_ahead(values: Iterable[T]) -> Iterator[T]:
    """The values, the next one of each made before it is handed on."""
    made: list[T] = []
    for value in values:
        made.append(value)
        if len(made) > 1:
            yield made.pop(0)
    yield from made


def _waiting(intent: Intent, hold: Hold) -> Intent:
    """The intent of a feed that is held at a former edition."""
    return intent._replace(extent="nothing", reason=hold.told)


def _each_here(
    connection: Connection,
    output: Output,
    compose: Callable[[Connection, Task, Output], Composed],
    tasks: Iterable[Task],
) -> Iterator[Composed]:
    return (compose(connection, task, output) for task in tasks)


def _each_elsewhere(
    hands: Workers,
    url: str,
    output: Output,
    compose: Callable[[Connection, Task, Output], Composed],
    tasks: Iterable[Task],
) -> Iterator[Composed]:
    return hands.each(partial(_compose_elsewhere, url, output), tasks)


def _build_elsewhere(url: str, output: Output, now: datetime, order: Order) -> Outcome:
    with cached_archive(url).transaction() as connection:
        return build_feed(connection, order, output, now)


def _compose_elsewhere(url: str, output: Output, task: Task) -> Composed:
    with cached_archive(url).transaction() as connection:
        return compose_span(connection, task, output)
