"""Brings one feed up to date: composes it, puts its documents together, and publishes those that changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles as archived
from feeds.archive import editions as archived_editions
from feeds.archive import history
from feeds.archive.editions import Decision, Edition
from feeds.archive.states import State
from feeds.build import gate
from feeds.build.compose import Before, Composer, Composition
from feeds.build.intents import Changes, Extent
from feeds.build.plan import FeedPlan
from feeds.build.press import Document, Press
from feeds.build.select import decide
from feeds.checking.finding import Finding
from feeds.publish.output import Output
from feeds.targets.target import Paging

Condition = Literal["published", "unchanged", "held"]


@dataclass(slots=True, kw_only=True)
class FeedReport:
    """What a build made of a feed. `message` says why it was held; `wake` when it changes by itself.

    `rolled_back` is the former edition that it is held at, where somebody rolled it back.
    """

    path: str
    target: str
    state: Condition = "unchanged"
    entries: int = 0
    rendered: int = 0
    decisions: dict[str, Decision] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    message: str | None = None
    wake: datetime | None = None
    rolled_back: int | None = None

    @property
    def quarantined(self) -> dict[str, Decision]:
        """The stories that the target's rules keep from going out."""
        return {i: d for i, d in self.decisions.items() if d.outcome == "quarantined"}


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What the archive has to remember of a feed that was brought up to date.

    `editions` are new or relisted, `dropped` are documents that are no longer there; `among` are the
    articles that the decisions are about (None: all).
    """

    report: FeedReport
    state: State
    editions: list[Edition] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    among: set[str] | None = None
    entered: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class Order(NamedTuple):
    """A feed to be brought up to date, and how."""

    plan: FeedPlan
    extent: Extent
    sequence: int
    state: State | None
    changes: Changes
    confirmed: bool = False

    @property
    def anew(self) -> bool:
        """Whether documents that are out may be judged otherwise than when they came out."""
        return self.state is not None and self.state.key != self.plan.key


def remember(connection: Connection, outcome: Outcome, now: datetime) -> None:
    """Enters an outcome in the archive."""
    for made in outcome.editions:
        archived_editions.enter(connection, made)
        if outcome.report.state == "published" and made.document == outcome.report.path:
            history.note(connection, made, now.timestamp())
    history.moved(connection, outcome.report.path, outcome.entered, outcome.left, now.timestamp())
    archived_editions.drop(connection, outcome.dropped)
    archived_editions.decide(connection, outcome.report.path, outcome.report.decisions, outcome.among)


def build_feed(
    connection: Connection, order: Order, output: Output, now: datetime, paging: Paging | None = None
) -> Outcome:
    """Brings a feed of one document up to date, or the newest of one with archives.

    Raises:
        PublishError: the output cannot be written; the archive then stays as it was.
    """
    plan = order.plan
    press = Press(plan, output, now, anew=order.anew)
    old = archived_editions.edition(connection, plan.path)
    composer = Composer(connection, plan, before(connection, order, old, press), now)
    made = composer.changes(order.changes) if order.extent == "changes" else composer.everything()
    editions = [old] if old and press.intact(old) else []
    document = press.document(press.sheet(plan.path, made.entries, editions, made.retractions, paging))
    made.decisions |= document.decisions
    report = _report(plan, made, document)
    outcome = Outcome(report=report, state=_state(order, made, now))
    held = document.fault or (None if order.confirmed else _collapse(connection, order, old, document, now))
    if held:
        report.state, report.message = "held", held
        outcome.state = replace(outcome.state, message=held)
    else:
        outcome.editions = [press.publish(document)]
        if paging is None and order.extent == "everything":
            outcome.dropped = _former(connection, plan, output)
        was = {item.id for item in old.items} if old else set()
        outcome.entered, outcome.left = _moves(was, {item.id for item in document.edition.items})
        report.state = "unchanged" if document.pieces is None else "published"
    return outcome


def _former(connection: Connection, plan: FeedPlan, output: Output) -> list[str]:
    """The documents that the feed had when it had several; they are taken away."""
    former = [name for name in archived_editions.documents(connection, plan.path) if name != plan.path]
    for name in former:
        output.remove(name)
    return former


def before(connection: Connection, order: Order, old: Edition | None, press: Press) -> Before:
    """What of the last build still holds: nothing, where the feed is made otherwise now."""
    state = order.state
    if state is None or state.key != order.plan.key:
        return Before()
    decisions = archived_editions.decisions_of(connection, order.plan.path)
    if old is None or not press.intact(old):
        return Before(decisions=decisions)
    return Before(listed={item.id: item for item in old.items}, decisions=decisions, frontier=state.frontier)


def _moves(was: set[str], there: set[str]) -> tuple[list[str], list[str]]:
    """The stories that entered, and those that left."""
    return sorted(there - was), sorted(was - there)


def _state(order: Order, made: Composition, now: datetime) -> State:
    return State(
        feed=order.plan.path,
        key=order.plan.key,
        sequence=order.sequence,
        now=now.timestamp(),
        wake=made.wake.timestamp() if made.wake else None,
        frontier=made.frontier,
    )


def _report(plan: FeedPlan, made: Composition, document: Document) -> FeedReport:
    return FeedReport(
        path=plan.path,
        target=plan.target.name,
        entries=document.edition.count,
        rendered=made.rendered,
        decisions=made.decisions,
        findings=list(document.edition.findings),
        wake=made.wake,
    )


def _collapse(
    connection: Connection,
    order: Order,
    old: Edition | None,
    document: Document,
    now: datetime,
) -> str | None:
    """Why the feed looks like an accident beside its last edition."""
    if old is None:
        return None

    def explained(gone: list[str]) -> int:
        heads = archived.heads_of(connection, gone).values()
        return sum(_ordinary(decide(head, order.plan, now), order.plan) for head in heads)

    return gate.collapsed(old.items, document.edition.items, explained)


def _ordinary(decision: Decision | None, plan: FeedPlan) -> bool:
    """Whether a story may leave for that reason; a full feed has no place for all that it would take."""
    return plan.limit is not None if decision is None else decision.code in gate.ORDINARY
