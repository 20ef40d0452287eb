"""Former editions: kept as they come out, and put out again where somebody rolls back to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles, kept
from feeds.archive import editions as archived_editions
from feeds.archive.blocks import Former
from feeds.archive.editions import Edition, Listed
from feeds.archive.holds import Hold
from feeds.archive.kept import Bounds, Change
from feeds.archive.states import RELEASED, State
from feeds.build.edition import FeedReport, Outcome
from feeds.build.plan import FeedPlan
from feeds.publish.output import Output


def keep(connection: Connection, plan: FeedPlan, outcome: Outcome, output: Output, now: datetime) -> None:
    """Keeps what came out of a feed; to be called before the archive remembers it."""
    bounds = Bounds(plan.history.editions, plan.history.days)
    if bounds.editions < 1 or outcome.report.state != "published":
        return
    known = archived_editions.documents(connection, plan.path)
    new = {made.document: made for made in outcome.editions if _is_new(made, known.get(made.document))}
    there = {name: e for name, e in (known | new).items() if name not in outcome.dropped}
    kept.keep(
        connection,
        plan.path,
        _changes(connection, new.values(), output),
        {name: _items(connection, name) for name in outcome.dropped},
        number=there[plan.path].number if plan.path in there else 0,
        moment=now.timestamp(),
        bounds=bounds,
        totals=(sum(e.count for e in there.values()), sum(e.size for e in there.values())),
        again=outcome.report.rolled_back,
    )


def _is_new(made: Edition, before: Edition | None) -> bool:
    return before is None or before.recipe != made.recipe


def _changes(connection: Connection, new: Iterable[Edition], output: Output) -> Iterator[Change]:
    """The documents as they are out, one after the other; one that somebody changed meanwhile is left out."""
    for made in new:
        content = output.read(made.document)
        if content is not None and len(content) == made.size:
            yield Change(made, content, _items(connection, made.document))


def _items(connection: Connection, document: str) -> tuple[Listed, ...]:
    edition = archived_editions.edition(connection, document)
    return edition.items if edition else ()


# ---- rolling back


def roll_back(connection: Connection, plan: FeedPlan, hold: Hold, output: Output, now: datetime) -> Outcome:
    """Puts a feed's former edition out, if it is not out already.

    What was withdrawn or has expired since stays out of it.

    Raises:
        PublishError: the output cannot be written.
    """
    if kept.numbered(connection, plan.path, hold.number) is None:
        return _lost(connection, plan, hold, now)
    formers = list(kept.documents(connection, plan.path, hold.number))
    gone, wake = _over(connection, [i.id for f in formers for i in f.edition.items], now)
    report = FeedReport(path=plan.path, target=plan.target.name, wake=wake, rolled_back=hold.number)
    outcome = _outcome(report, now)
    for former in formers:
        _put(connection, former.without(gone), output, outcome)
    out = archived_editions.documents(connection, plan.path)
    there = {former.edition.document for former in formers}
    outcome.dropped = [name for name in out if name not in there]
    for name in outcome.dropped:
        outcome.left += [item.id for item in _items(connection, name)]
        output.remove(name)
    if outcome.editions or outcome.dropped:
        report.state = "published"
    left, entered = set(outcome.left), set(outcome.entered)
    outcome.left, outcome.entered = sorted(left - entered), sorted(entered - left)
    return outcome


def _outcome(report: FeedReport, now: datetime) -> Outcome:
    state = State(feed=report.path, key=RELEASED, sequence=0, now=now.timestamp())
    return Outcome(report=report, state=state, among=set())


def _lost(connection: Connection, plan: FeedPlan, hold: Hold, now: datetime) -> Outcome:
    """What is out stays, where the edition itself is not to be had any more."""
    out = archived_editions.documents(connection, plan.path).values()
    report = FeedReport(path=plan.path, target=plan.target.name, rolled_back=hold.number)
    report.entries = sum(edition.count for edition in out)
    report.message = f"edition {hold.number} is not kept any more; what is out stays"
    return _outcome(report, now)


def _over(connection: Connection, ids: Collection[str], now: datetime) -> tuple[set[str], datetime | None]:
    """The stories that may not come back, and when the next one may not stay."""
    moment = now.timestamp()
    heads = articles.heads_of(connection, ids).values()
    gone = {h.id for h in heads if h.withdrawn is not None or (h.expires or moment + 1) <= moment}
    ends = [h.expires for h in heads if h.expires is not None and h.id not in gone]
    return gone, datetime.fromtimestamp(min(ends), tz=UTC) if ends else None


def _put(connection: Connection, former: Former, output: Output, outcome: Outcome) -> None:
    """Puts one document out, if it is not out as it was left."""
    old = archived_editions.edition(connection, former.edition.document)
    outcome.report.entries += former.edition.count
    if old is not None and old.recipe == former.edition.recipe:
        if output.mark(old.document) == (old.size, old.modified):
            return
    elif old is not None:
        was = {item.id for item in old.items}
        there = {item.id for item in former.edition.items}
        outcome.left += was - there
        outcome.entered += there - was
    made = replace(former.edition, number=old.number + 1 if old else 1)
    mark = output.put(made, [former.content])
    outcome.editions.append(replace(made, modified=mark.modified))
