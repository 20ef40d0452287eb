"""Former editions: kept as they come out, and put out again where somebody rolls back to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urljoin

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles, kept
from feeds.archive import editions as archived_editions
from feeds.archive.blocks import Former
from feeds.archive.editions import Edition, Listed
from feeds.archive.holds import Hold
from feeds.archive.kept import Bounds, Change
from feeds.archive.states import RELEASED, State
from feeds.build import gate
from feeds.build.edition import FeedReport, Outcome
from feeds.build.plan import FeedPlan
from feeds.checking.finding import Finding
from feeds.publish.output import Output

TOLD = 3
"""Tellers that are named of an edition."""


class Cause(NamedTuple):
    """Because of what a feed was composed: why it was looked at, what was asked for, who told of which story."""

    reason: str
    asked: str | None = None
    tellers: Mapping[str, str] = MappingProxyType({})

    def of(self, stories: Collection[str]) -> str:
        """What is said of an edition that changed these stories: who told of them, if that is known."""
        told = sorted({self.tellers[story] for story in stories if story in self.tellers})
        more = f" and {len(told) - TOLD} more" if len(told) > TOLD else ""
        said = ", ".join(told[:TOLD]) + more if told else self.reason
        return f"{said} ({self.asked})" if self.asked else said


def keep(
    connection: Connection, plan: FeedPlan, outcome: Outcome, output: Output, now: datetime, *, cause: Cause
) -> None:
    """Keeps what came out of a feed; to be called before the archive remembers it."""
    history = plan.history
    first = not kept.has_any(connection, plan.path)
    if history.editions < 1 and not first:
        kept.forget(connection, [plan.path])
    if history.editions < 1 or outcome.report.state != "published":
        return
    known = archived_editions.documents(connection, plan.path)
    made = {edition.document: edition for edition in outcome.editions}
    new = {name: edition for name, edition in made.items() if _is_new(edition, known.get(name))}
    there = {name: e for name, e in (known | new).items() if name not in outcome.dropped}
    try:
        kept.keep(
            connection,
            plan.path,
            _changes(connection, there if first else new, made, output),
            {name: _items(connection, name) for name in outcome.dropped},
            number=there[plan.path].number if plan.path in there else 0,
            moment=now.timestamp(),
            bounds=Bounds(history.editions, history.days, history.megabytes * 2**20),
            totals=(sum(e.count for e in there.values()), sum(e.size for e in there.values())),
            again=outcome.report.rolled_back,
            cause=cause.of,
        )
    except _GapError:  # later editions would be wrong with it; the next one begins anew
        kept.forget(connection, [plan.path])


class _GapError(Exception):
    """A document was changed by somebody before it could be kept."""


def _is_new(made: Edition, before: Edition | None) -> bool:
    return before is None or before.recipe != made.recipe


def _changes(
    connection: Connection, wanted: Mapping[str, Edition], made: Mapping[str, Edition], output: Output
) -> Iterator[Change]:
    """The documents as they are out, one after the other."""
    for name in wanted:
        before = archived_editions.edition(connection, name)
        edition = made.get(name) or before
        content = output.read(name)
        if edition is None or content is None or len(content) != edition.size:
            raise _GapError
        yield Change(edition.opened, content, before.items if before else ())


def _items(connection: Connection, document: str) -> Sequence[Listed]:
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
        return _stays(connection, plan, hold, now, f"edition {hold.number} is not kept any more")
    formers = list(kept.documents(connection, plan.path, hold.number))
    gone, wake = _over(connection, [i.id for f in formers for i in f.edition.items], now)
    report = FeedReport(path=plan.path, target=plan.target.name, wake=wake, rolled_back=hold.number)
    outcome = _outcome(report, now)
    put = [former.without(gone) for former in formers]
    if said := _objection(connection, put, plan, now):
        return _stays(connection, plan, hold, now, said)
    for former in put:
        _put(connection, former, output, outcome)
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


def refused(connection: Connection, plan: FeedPlan, number: int, now: datetime) -> Iterator[Finding]:
    """For what the platform would refuse a former edition today, less what may not come back."""
    formers = list(kept.documents(connection, plan.path, number))
    gone, _ = _over(connection, [i.id for f in formers for i in f.edition.items], now)
    return objections([former.without(gone) for former in formers], plan, now)


def _outcome(report: FeedReport, now: datetime) -> Outcome:
    state = State(feed=report.path, key=RELEASED, sequence=0, now=now.timestamp())
    return Outcome(report=report, state=state, among=set())


def objections(formers: Iterable[Former], plan: FeedPlan, now: datetime) -> Iterator[Finding]:
    """For what the platform would refuse former documents today."""
    for former in formers:
        url = urljoin(plan.channel.setting.base_url, former.edition.document)
        found = gate.examine_again(former.content, url, plan, now)
        yield from (finding for finding in found if finding.severity == "error")


def _objection(connection: Connection, formers: list[Former], plan: FeedPlan, now: datetime) -> str | None:
    """Why documents that are not out yet may not go out."""
    new = (f for f in formers if not _is_out(archived_editions.edition(connection, f.edition.document), f))
    found = next(objections(new, plan, now), None)
    return f"it would be refused: {found.code} {found.message}" if found else None


def _is_out(old: Edition | None, former: Former) -> bool:
    return old is not None and old.recipe == former.edition.recipe


def _stays(connection: Connection, plan: FeedPlan, hold: Hold, now: datetime, said: str) -> Outcome:
    """What is out stays, where the edition itself is not to be had."""
    out = archived_editions.documents(connection, plan.path).values()
    report = FeedReport(path=plan.path, target=plan.target.name, rolled_back=hold.number)
    report.entries = sum(edition.count for edition in out)
    report.message = f"{said}; what is out stays"
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
    if old is not None and _is_out(old, former):
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
