"""Brings a feed with archives up to date (RFC 5005): the newest stories, and those of each day or month before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urljoin

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles as archived
from feeds.archive import editions as archived_editions
from feeds.archive.editions import Edition
from feeds.archive.states import State
from feeds.build import layout
from feeds.build.edition import FeedReport, Order, Outcome, build_feed
from feeds.build.parted import Each, Task, collapsed, compose_span, take
from feeds.build.plan import FeedPlan
from feeds.build.select import decide
from feeds.build.spans import Span, span_of
from feeds.publish.output import Output
from feeds.targets.target import Paging


def build_archived(
    connection: Connection, order: Order, output: Output, now: datetime, each: Each
) -> Outcome:
    """Brings a feed with archives up to date: first these, so that no address leads nowhere.

    Raises:
        PublishError: the output cannot be written; the archive then stays as it was.
    """
    calendar = Calendar(connection, order.plan, now)
    out = archived_editions.documents(connection, order.plan.path)
    spans = {layout.part_path(order.plan.path, s.name): s for s in sorted(_spans(order, calendar, out))}
    held = {name: span for name, span in spans.items() if calendar.holds(span)}
    older = _empty(order, now)
    older.report.message = None if order.confirmed else collapsed(connection, order, out, now)
    if older.report.message is None:
        tasks = (
            Task(order, span, (name,) if name in out else (), now, calendar.paging(span))
            for name, span in held.items()
        )
        for composed in each(compose_span, tasks):
            take(older, composed)
    if older.report.message is not None:
        older.report.state = "held"
        older.state = replace(older.state, message=older.report.message)
        return older
    newest = build_feed(connection, order, output, now, calendar.paging(None))
    possible = spans if order.extent == "changes" else out
    newest.dropped = [name for name in possible if name in out and name not in (*held, order.plan.path)]
    _join(newest, older, order)
    _leave(connection, newest, order, now)
    for name in newest.dropped:
        output.remove(name)
    return _waking(newest, calendar)


class Calendar:
    """The spans that are closed, as far as anything was published in them, and the one that is open."""

    def __init__(self, connection: Connection, plan: FeedPlan, now: datetime) -> None:
        self.connection = connection
        self.plan = plan
        self.length = plan.feed.archives or "month"
        self.open = span_of(self.length, now.timestamp())

    def closed(self, since: float) -> Iterator[Span]:
        """The closed spans from an instant on, the oldest first."""
        while (span := self.following(since)) is not None:
            yield span
            since = span.end

    def following(self, moment: float) -> Span | None:
        """The first closed span that begins at an instant or later."""
        found = archived.first_after(self.connection, moment)
        return span_of(self.length, found) if found is not None and found < self.open.start else None

    def previous(self, moment: float) -> Span | None:
        """The last closed span before an instant."""
        found = archived.last_before(self.connection, min(moment, self.open.start))
        return None if found is None else span_of(self.length, found)

    def holds(self, span: Span) -> bool:
        """Whether anything was published in a span."""
        return self.following(span.start) == span

    def paging(self, span: Span | None) -> Paging:
        """How the document of a span, or the feed itself, stands among the others."""
        before = self.previous(span.start if span else self.open.start)
        behind = self.following(span.end) if span else None
        return Paging(
            current=self.plan.channel.url, previous=self._address(before), following=self._address(behind)
        )

    def _address(self, span: Span | None) -> str | None:
        if span is None:
            return None
        return urljoin(self.plan.channel.setting.base_url, layout.part_path(self.plan.path, span.name))


def _spans(order: Order, calendar: Calendar, out: Mapping[str, Edition]) -> set[Span]:
    if order.extent != "changes" or order.state is None:
        return set(calendar.closed(float("-inf")))
    moments = [*(head.published for head in order.changes.heads), *order.changes.moved]
    spans = {span_of(calendar.length, moment) for moment in moments if moment < calendar.open.start}
    spans |= set(calendar.closed(span_of(calendar.length, order.state.now).start))
    new = [s for s in spans if (layout.part_path(order.plan.path, s.name) in out) != calendar.holds(s)]
    beside = {n for s in new for n in (calendar.previous(s.start), calendar.following(s.end))}
    return spans | {span for span in beside if span is not None}


def _empty(order: Order, now: datetime) -> Outcome:
    plan = order.plan
    state = State(feed=plan.path, key=plan.key, sequence=order.sequence, now=now.timestamp(), wake=None)
    report = FeedReport(path=plan.path, target=plan.target.name)
    return Outcome(report=report, state=state, among=set())


def _join(newest: Outcome, older: Outcome, order: Order) -> None:
    """Adds what became of the archives to what became of the feed itself."""
    report = newest.report
    seen = {item.id for edition in newest.editions for item in edition.items}
    changed = {head.id for head in order.changes.heads}
    newest.among = seen | changed | set(report.decisions) | set(newest.left) | (older.among or set())
    if order.extent != "changes":
        newest.among = None
    report.decisions |= older.report.decisions
    report.rendered += older.report.rendered
    newest.editions += older.editions
    newest.left += older.left
    if older.report.state == "published" and report.state == "unchanged":
        report.state = "published"


def _leave(connection: Connection, outcome: Outcome, order: Order, now: datetime) -> None:
    """Forgets of the stories that left one document those that are in another."""
    heads = archived.heads_of(connection, outcome.left)
    gone = [name for name in outcome.left if name not in heads or decide(heads[name], order.plan, now)]
    outcome.left = sorted(set(gone))


def _waking(outcome: Outcome, calendar: Calendar) -> Outcome:
    """The feed changes by itself when the open span closes."""
    wake = min(outcome.state.wake or calendar.open.end, calendar.open.end)
    outcome.state = replace(outcome.state, wake=wake)
    outcome.report.wake = datetime.fromtimestamp(wake, tz=UTC)
    return outcome
