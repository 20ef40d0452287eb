"""From the archive to a feed as it should be now: which stories, in which order, what was decided of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from msgspec.structs import replace
from sqlalchemy import Connection

from feeds.archive import articles as archived
from feeds.archive.articles import Head, Position
from feeds.archive.editions import Decision, Listed
from feeds.article import Retraction
from feeds.build.intents import Changes
from feeds.build.plan import FeedPlan
from feeds.build.render import Rendering, render
from feeds.build.select import decide, leaves_at
from feeds.build.spans import span_of
from feeds.checking.finding import Finding

BATCH = 500
MOST_RETRACTIONS = 50

Candidate = Listed | Head
"""A story that may be in the feed: as its last edition lists it and nothing changed, or as it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is left of the last build: the stories of the last edition, the decisions, and how far it looked."""

    listed: Mapping[str, Listed] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    frontier: Position | None = None


@dataclass(slots=True)
class Entry:
    """A story that goes out; `item` is None where the last edition has it, `findings` are those of a new item."""

    listed: Listed
    changed: float
    item: bytes | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True, kw_only=True)
class Composition:
    """A feed, or a part of it, as it should be now.

    `frontier` is the last position that was looked at (None: there are no more stories), `wake` the
    next instant at which something changes by itself, `rendered` how many items were written anew.
    """

    entries: list[Entry] = field(default_factory=list)
    decisions: dict[str, Decision] = field(default_factory=dict)
    retractions: list[Retraction] = field(default_factory=list)
    frontier: Position | None = None
    wake: datetime | None = None
    rendered: int = 0


class Composer:
    """Composes one feed, once."""

    def __init__(self, connection: Connection, plan: FeedPlan, before: Before, now: datetime) -> None:
        self.connection = connection
        self.plan = plan
        self.before = before
        self.now = now
        self.limit = limit_of(connection, plan, now)
        self.made = Composition()
        self._last: Position | None = None

    def everything(self) -> Composition:
        """Looks at all stories."""
        heads = archived.heads(
            self.connection, since=self.plan.since(self.now), newest_first=self.plan.newest_first
        )
        return self._composed(heads)

    def changes(self, changes: Changes) -> Composition:
        """Looks at what changed, at what is in the feed or waits for it, and beyond where there is room."""
        return self._composed(self._affected(changes))

    def part(self, start: float, end: float, *, newest_first: bool = False) -> Composition:
        """Looks at the stories of a span of time, the oldest first unless told otherwise."""
        heads = archived.heads(self.connection, since=start, until=end, newest_first=newest_first)
        return self._composed(heads)

    def part_changes(
        self, changes: Changes, start: float, end: float, *, newest_first: bool = False
    ) -> Composition:
        """As `part`, of a span whose last documents are all known: looks at what changed or waits in it."""
        near = [candidate for candidate in self._at_hand(changes) if start <= candidate.published < end]
        return self._composed(sorted(near, key=_position, reverse=newest_first))

    # ---- candidates

    def _at_hand(self, changes: Changes) -> list[Candidate]:
        """The stories of the last edition, those that wait for it, and those that changed, as they are now."""
        changed = {head.id: head for head in changes.heads}
        kept = [known for name, known in self.before.listed.items() if name not in changed]
        waiting = [
            name for name in self.before.decisions if name not in changed and name not in self.before.listed
        ]
        return [*kept, *changed.values(), *archived.heads_of(self.connection, waiting).values()]

    def _affected(self, changes: Changes) -> Iterator[Candidate]:
        """The candidates in their order, down to where the last build looked, then all that follow."""
        since = self.plan.since(self.now)
        ordered = sorted(self._at_hand(changes), key=_position, reverse=self.plan.newest_first)
        yield from (c for c in ordered if self._near(c.position) and (since is None or c.published >= since))
        if self.before.frontier is not None:
            yield from archived.heads(
                self.connection,
                since=since,
                beyond=self.before.frontier,
                newest_first=self.plan.newest_first,
            )

    def _near(self, position: Position) -> bool:
        """Whether the last build looked that far."""
        frontier = self.before.frontier
        if frontier is None:
            return True
        return position >= frontier if self.plan.newest_first else position <= frontier

    def _wanted(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates that the feed takes; what holds the others back is noted where it may change."""
        for candidate in candidates:
            self._last = candidate.position
            if isinstance(candidate, Listed):
                if not self._over(candidate):
                    yield candidate
                continue
            decision = decide(candidate, self.plan, self.now)
            if decision is None:
                yield candidate
            elif decision.outcome in ("held", "withdrawn"):
                self._note(candidate, decision)
        self._last = None

    def _over(self, known: Listed) -> bool:
        """Whether time alone takes a story out."""
        moment = self.now.timestamp()
        since = self.plan.since(self.now)
        return (known.expires is not None and known.expires <= moment) or (
            since is not None and known.published < since
        )

    def _note(self, head: Head, decision: Decision) -> None:
        self.made.decisions[head.id] = decision
        if decision.outcome == "withdrawn" and len(self.made.retractions) < MOST_RETRACTIONS:
            when = datetime.fromtimestamp(head.changed, tz=UTC)
            retraction = Retraction(id=head.id, url=head.url, when=when, reason=head.withdrawn or None)
            self.made.retractions.append(retraction)

    # ---- entries

    def _composed(self, candidates: Iterable[Candidate]) -> Composition:
        wanted = self._wanted(candidates)
        while room := self._room():
            batch = list(islice(wanted, room))
            if not batch:
                break
            self.made.entries += self._entries(batch)
        self.made.frontier = self._last
        self.made.wake = self._wake()
        return self.made

    def _room(self) -> int:
        """How many more stories to look at in one go; 0 when the feed is full."""
        limit = self.limit
        return BATCH if limit is None else min(BATCH, limit - len(self.made.entries))

    def _entries(self, batch: list[Candidate]) -> Iterator[Entry]:
        fresh = [c for c in batch if isinstance(c, Head) and self._must_render(c)]
        renderings = self._renderings(fresh)
        for candidate in batch:
            if isinstance(candidate, Listed):
                yield self._kept(candidate)
                continue
            rendering = renderings.get(candidate.id)
            if rendering is not None and rendering.item is not None:
                yield Entry(
                    _listed(candidate, rendering), candidate.changed, rendering.item, rendering.findings
                )
                continue
            yield from self._without_item(candidate, rendering)

    def _without_item(self, head: Head, rendering: Rendering | None) -> Iterator[Entry]:
        """The last good item of a story whose revision has none; a refused story has no place even so."""
        decision = rendering.decision if rendering else self._judged(head)
        last = self.before.listed.get(head.id)
        if decision is not None and decision.outcome == "left out":
            last = None
        self._decided(head.id, decision, last)
        if last is not None:
            yield self._stays(head, last)

    def _judged(self, head: Head) -> Decision | None:
        """What the last build decided of this revision."""
        decision = self.before.decisions.get(head.id)
        return decision if decision and decision.revision == head.revision else None

    def _must_render(self, head: Head) -> bool:
        """Whether neither the last edition nor the last decision is about this revision."""
        last = self.before.listed.get(head.id)
        if last is not None and last.revision == head.revision:
            return False
        return self._judged(head) is None

    def _renderings(self, heads: list[Head]) -> dict[str, Rendering]:
        if not heads:
            return {}
        records = archived.records(self.connection, [head.id for head in heads])
        stories = [(records[head.id], head.revision) for head in heads if head.id in records]
        self.made.rendered += len(stories)
        return {rendering.article: rendering for rendering in render(stories, self.plan, self.now)}

    def _kept(self, known: Listed) -> Entry:
        decision = self.before.decisions.get(known.id)
        self._decided(known.id, decision, known)
        return Entry(known, known.changed)

    def _decided(self, article: str, decision: Decision | None, last: Listed | None) -> None:
        """Keeps the decision of a text that may not go out; that an earlier one is out is part of it."""
        if decision is not None and decision.revision is not None:
            kept = replace(decision, published=last is not None)
            self.made.decisions[article] = kept

    def _stays(self, head: Head, last: Listed) -> Entry:
        """A story's last good item, at the place and with the expiry that it has now."""
        moved = replace(last, published=head.published, expires=head.expires)
        return Entry(moved, last.changed)

    def _wake(self) -> datetime | None:
        """The next instant at which the feed changes by itself."""
        instants = [d.until for d in self.made.decisions.values() if d.until]
        instants += [end for entry in self.made.entries if (end := leaves_at(entry.listed, self.plan))]
        instants += [self.plan.lapses] if self.plan.lapses else []
        return min(instants, default=None)


def _position(candidate: Candidate) -> Position:
    return candidate.position


def limit_of(connection: Connection, plan: FeedPlan, now: datetime) -> int | None:
    """How many stories the feed takes; one with archives takes at least all those that are in none yet."""
    if plan.limit is None or plan.feed.archives is None:
        return plan.limit
    heads = archived.heads(connection, since=span_of(plan.feed.archives, now.timestamp()).start)
    return max(plan.limit, sum(decide(head, plan, now) is None for head in heads))


def _listed(head: Head, rendering: Rendering) -> Listed:
    return Listed(
        head.id,
        head.url,
        head.revision,
        head.published,
        rendering.digest,
        len(rendering.item or b""),
        head.changed,
        head.expires,
    )


def newest(entries: Iterable[Entry]) -> datetime | None:
    """When the latest of the stories changed."""
    latest = max((entry.changed for entry in entries), default=None)
    return None if latest is None else datetime.fromtimestamp(latest, tz=UTC)
