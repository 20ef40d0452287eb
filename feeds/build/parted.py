"""Brings a feed in parts up to date: only the parts that something happened in, then their index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles as archived
from feeds.archive import editions as archived_editions
from feeds.archive.editions import Decision, Edition
from feeds.archive.states import State
from feeds.build import gate, layout
from feeds.build.compose import Before, Composer, Composition, Entry
from feeds.build.edition import FeedReport, Order, Outcome
from feeds.build.plan import FeedPlan
from feeds.build.press import Press, Sheet
from feeds.build.select import decide
from feeds.build.spans import Span, days, month_of, months
from feeds.publish.output import Output
from feeds.targets.target import Paging


class Task(NamedTuple):
    """A span to be composed, and which of the documents that are out are its own.

    With `paging` it is an archive of a feed, and as full as it must be.
    """

    order: Order
    span: Span
    out: tuple[str, ...]
    now: datetime
    paging: Paging | None = None


class Composed(NamedTuple):
    """What became of a span: its documents, and what was decided of the stories that were looked at.

    `seen` are those, as far as others than all of the feed's stories were looked at.
    """

    task: Task
    editions: list[Edition]
    changed: bool
    decisions: dict[str, Decision]
    seen: set[str]
    rendered: int
    left: list[str]
    fault: str | None


Compose = Callable[[Connection, Task, Output], Composed]
Each = Callable[[Compose, Iterable[Task]], Iterator[Composed]]
"""Composes tasks one after the other, or several at a time in other processes."""


def build_parted(connection: Connection, order: Order, output: Output, now: datetime, each: Each) -> Outcome:
    """Brings a feed in parts up to date.

    Raises:
        PublishError: the output cannot be written; the archive then stays as it was.
    """
    plan = order.plan
    out = archived_editions.documents(connection, plan.path)
    report = FeedReport(path=plan.path, target=plan.target.name)
    instants = (archived.next_instant(connection, now), plan.lapses and plan.lapses.timestamp())
    wake = min((instant for instant in instants if instant), default=None)
    state = State(feed=plan.path, key=plan.key, sequence=order.sequence, now=now.timestamp(), wake=wake)
    outcome = Outcome(report=report, state=state, among=set())
    report.wake = datetime.fromtimestamp(wake, tz=UTC) if wake else None
    report.message = None if order.confirmed else collapsed(connection, order, out, now)
    if report.message is None:
        for composed in each(compose_span, _tasks(connection, order, out, now)):
            take(outcome, composed)
    if report.message is None:
        if order.extent != "changes":
            outcome.among = None
        _finish(outcome, plan, out, Press(plan, output, now, anew=order.anew))
    if report.message is not None:
        report.state = "held"
        outcome.state = replace(outcome.state, message=report.message)
    report.entries = report.entries or sum(edition.count for edition in out.values())
    return outcome


def _tasks(connection: Connection, order: Order, out: Mapping[str, Edition], now: datetime) -> Iterator[Task]:
    """Every span in which something may be otherwise."""
    path, most = order.plan.path, order.plan.target.most or 0
    for month, moments in sorted(_months(connection, order).items()):
        crowded = archived.count(connection, month.start, month.end) > most
        of_month = layout.documents(month, out, path)
        left = set(of_month)
        for span in layout.spans(month, moments, of_month, path, crowded=crowded):
            own = set(layout.documents(span, of_month, path))
            if crowded:  # the month's own parts make way for those of its days
                own |= {name for name in left if not _is_daily(name, month, path)}
            left -= own
            yield Task(order, span, tuple(sorted(own)), now)


def _is_daily(name: str, month: Span, path: str) -> bool:
    return any(layout.documents(day, [name], path) for day in days(month))


def _months(connection: Connection, order: Order) -> Mapping[Span, list[float] | None]:
    """The months in which something may be otherwise, with the instants at which it is; None: at any."""
    if order.extent != "changes":
        span = archived.span(connection)
        return dict.fromkeys(months(*span)) if span else {}
    found: dict[Span, list[float]] = {}
    for moment in (*(head.published for head in order.changes.heads), *order.changes.moved):
        found.setdefault(month_of(moment), []).append(moment)
    return found


def collapsed(connection: Connection, order: Order, out: Mapping[str, Edition], now: datetime) -> str | None:
    """Why the feed looks like an accident beside what is out; only where all of it is made anew."""
    was = sum(edition.count for edition in out.values())
    if order.extent == "changes" or was < gate.FEWEST:
        return None
    decisions = (decide(head, order.plan, now) for head in archived.heads(connection))
    gone = was - sum(d is None or d.code in gate.ORDINARY for d in decisions)
    return f"{gone} of {was} stories of the last edition are gone at once" if gone * 2 > was else None


def compose_span(connection: Connection, task: Task, output: Output) -> Composed:
    """Composes one span and publishes those of its documents that changed.

    Raises:
        PublishError: the output cannot be written.
    """
    plan = task.order.plan.without_limit
    press = Press(plan, output, task.now, anew=task.order.anew)
    found = (archived_editions.edition(connection, path) for path in task.out)
    old = [edition for edition in found if edition and press.intact(edition)]
    composer = Composer(connection, plan, _before(connection, task, old), task.now)
    made = _looked_at(composer, task, old)
    documents = [press.document(sheet) for sheet in _sheets(press, task, made.entries, old)]
    decisions = made.decisions | {i: d for document in documents for i, d in document.decisions.items()}
    fault = next((document.fault for document in documents if document.fault), None)
    return Composed(
        task=task,
        editions=[] if fault else [press.publish(document).packed for document in documents],
        changed=any(document.pieces is not None for document in documents),
        decisions=decisions,
        seen=_seen(made, composer.before, decisions) if task.order.extent == "changes" else set(decisions),
        rendered=made.rendered,
        left=sorted(set(composer.before.listed) - {entry.listed.id for entry in made.entries}),
        fault=fault,
    )


def _seen(made: Composition, before: Before, decisions: Mapping[str, Decision]) -> set[str]:
    """The stories that were looked at."""
    return {entry.listed.id for entry in made.entries} | set(decisions) | set(before.decisions)


def _looked_at(composer: Composer, task: Task, old: list[Edition]) -> Composition:
    """The span as it should be: from what changed where all the rest of it is known, else from its stories."""
    start, end, newest_first = task.span.start, task.span.end, task.paging is not None
    if _known(task, old):
        return composer.part_changes(task.order.changes, start, end, newest_first=newest_first)
    return composer.part(start, end, newest_first=newest_first)


def _known(task: Task, old: list[Edition]) -> bool:
    """Whether the span's documents are out as they were left, and only some of its stories changed."""
    return task.order.extent == "changes" and bool(old) and len(old) == len(task.out) and _holds(task)


def _holds(task: Task) -> bool:
    """Whether what the last build decided still holds."""
    return task.order.state is not None and task.order.state.key == task.order.plan.key


def _sheets(press: Press, task: Task, entries: list[Entry], old: list[Edition]) -> Iterator[Sheet]:
    """A span's documents: one, if it is an archive, else as many as it takes."""
    path, span = press.plan.path, task.span
    if task.paging:
        yield press.sheet(layout.part_path(path, span.name), entries, old, paging=task.paging)
        return
    for part, some in layout.parts(path, span, entries, press.plan.target.most or len(entries)):
        yield press.sheet(part, some, old)


def _before(connection: Connection, task: Task, old: list[Edition]) -> Before:
    """What of the last build still holds in a span."""
    if not _holds(task):
        return Before()
    path, span = task.order.plan.path, task.span
    if _known(task, old):
        decisions = archived_editions.decisions_between(connection, path, span.start, span.end)
    else:
        ids = [head.id for head in archived.heads(connection, since=span.start, until=span.end)]
        decisions = archived_editions.decisions_of(connection, path, ids)
    return Before(listed={item.id: item for edition in old for item in edition.items}, decisions=decisions)


def take(outcome: Outcome, composed: Composed) -> None:
    """Adds what became of a span."""
    report = outcome.report
    report.rendered += composed.rendered
    report.decisions |= composed.decisions
    report.message = report.message or composed.fault
    outcome.editions += composed.editions
    outcome.left += composed.left
    if outcome.among is not None:
        outcome.among |= composed.seen
    new = {edition.document for edition in composed.editions}
    gone = [name for name in composed.task.out if name not in new]
    if not composed.fault:
        outcome.dropped += gone
        if composed.changed or gone:
            report.state = "published"


def _finish(outcome: Outcome, plan: FeedPlan, out: Mapping[str, Edition], press: Press) -> None:
    """Publishes the index, and takes away the parts that are no longer there."""
    report = outcome.report
    new = {edition.document: edition for edition in outcome.editions}
    outcome.dropped = [name for name in outcome.dropped if name not in new]
    listed = {**out, **new}
    for name in (plan.path, *outcome.dropped):
        listed.pop(name, None)
    index = press.index(listed.values(), out.get(plan.path))
    report.entries = sum(edition.count for edition in listed.values())
    report.findings = [f for edition in (*new.values(), index.edition) for f in edition.findings]
    report.message = index.fault
    if index.fault:
        return
    outcome.editions.append(press.publish(index))
    for name in outcome.dropped:
        press.output.remove(name)
    if index.pieces is not None:
        report.state = "published"
