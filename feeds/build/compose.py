"""From the archive to a feed's documents: select, render what changed, assemble, check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

import msgspec
from sqlalchemy import Connection

from feeds import __version__
from feeds.archive import articles as archived
from feeds.archive import fragments as rendered
from feeds.archive.articles import Head
from feeds.archive.editions import Decision, Listed
from feeds.archive.fragments import Fragment
from feeds.article import Retraction
from feeds.build.plan import FeedPlan
from feeds.build.render import render
from feeds.build.select import candidates, leaves_at
from feeds.targets import registry
from feeds.targets.target import Channel

BATCH = 500
MOST_RETRACTIONS = 50


@dataclass(slots=True, kw_only=True)
class Entry:
    """A story that goes out, with its rendered item."""

    head: Head
    fragment: Fragment


@dataclass(slots=True, kw_only=True)
class Composition:
    """A feed as it should be now: its entries in order, and what was decided of the others."""

    entries: list[Entry] = field(default_factory=list)
    decisions: dict[str, Decision] = field(default_factory=dict)
    retractions: list[Retraction] = field(default_factory=list)
    wake: datetime | None = None


def setting_key(plan: FeedPlan) -> str:
    """What fragments are kept under: all that an item depends on besides its article."""
    return f"{plan.target.name}:{registry.writer(plan.target.name).version}:{plan.channel.setting.key}"


def compose(connection: Connection, plan: FeedPlan, now: datetime) -> Composition:
    """Selects a feed's stories, renders those that changed, and fills the feed up to its limit."""
    composition = Composition()
    heads = archived.heads(connection, since=_since(plan, now), newest_first=plan.feed.order == "newest")
    wanted = _wanted(heads, plan, now, composition)
    while batch := list(islice(wanted, _room(plan, composition))):
        for entry, decision in _rendered(connection, batch, plan, now):
            if entry is not None:
                composition.entries.append(entry)
            if decision is not None:
                composition.decisions[decision[0]] = decision[1]
    composition.wake = _wake(composition, plan)
    return composition


def _since(plan: FeedPlan, now: datetime) -> datetime | None:
    return now - plan.window if plan.window else None


def _room(plan: FeedPlan, composition: Composition) -> int:
    """How many more stories to look at in one go; 0 when the feed is full."""
    return BATCH if plan.limit is None else min(BATCH, plan.limit - len(composition.entries))


def _wanted(heads: Iterable[Head], plan: FeedPlan, now: datetime, composition: Composition) -> Iterator[Head]:
    """The heads that the feed takes; what holds the others back is noted where it may change."""
    for head, decision in candidates(heads, plan, now):
        if decision is None:
            yield head
        elif decision.outcome == "held":
            composition.decisions[head.id] = decision
        elif decision.outcome == "withdrawn":
            composition.decisions[head.id] = decision
            if len(composition.retractions) < MOST_RETRACTIONS:
                composition.retractions.append(_retraction(head))


def _retraction(head: Head) -> Retraction:
    when = datetime.fromtimestamp(head.changed, tz=UTC)
    return Retraction(id=head.id, url=head.url, when=when, reason=head.withdrawn)


def _rendered(
    connection: Connection, heads: list[Head], plan: FeedPlan, now: datetime
) -> Iterator[tuple[Entry | None, tuple[str, Decision] | None]]:
    """Each head with its item, if it has one, and the decision if it is not simply admitted."""
    key = setting_key(plan)
    kept = rendered.kept(connection, key, [head.id for head in heads])
    stale = [h.id for h in heads if h.id not in kept or kept[h.id].revision != h.revision]
    if stale:
        records = archived.records(connection, stale)
        made = render([records[i] for i in stale if i in records], plan, kept, now)
        rendered.keep(connection, key, made)
        kept |= {fragment.article: fragment for fragment in made}
    for head in heads:
        fragment = kept[head.id]
        entry = Entry(head=head, fragment=fragment) if fragment.item is not None else None
        decision = _decision(fragment)
        yield entry, (head.id, decision) if decision else None


def _decision(fragment: Fragment) -> Decision | None:
    if fragment.good:
        return None
    if fragment.refusal:
        return Decision(outcome="left out", code=fragment.refusal.code, reason=fragment.refusal.reason)
    errors = tuple(f for f in fragment.findings if f.severity == "error")
    return Decision(
        outcome="quarantined",
        code=errors[0].code if errors else "unknown",
        reason="; ".join(dict.fromkeys(f.message for f in errors)),
        published=fragment.item is not None,
        findings=errors,
    )


def _wake(composition: Composition, plan: FeedPlan) -> datetime | None:
    """The next instant at which the feed changes by itself."""
    instants = [d.until for d in composition.decisions.values() if d.until]
    instants += [end for entry in composition.entries if (end := leaves_at(entry.head, plan))]
    return min(instants, default=None)


def listed(entries: Iterable[Entry]) -> tuple[Listed, ...]:
    """The stories of a document as its edition remembers them, each with the revision that is out."""
    return tuple(Listed(e.head.id, e.head.url, e.fragment.good_revision or e.head.revision) for e in entries)


def newest(entries: Iterable[Entry]) -> datetime | None:
    """When the latest of the stories changed."""
    latest = max((entry.head.changed for entry in entries), default=None)
    return None if latest is None else datetime.fromtimestamp(latest, tz=UTC)


def recipe(channel: Channel, plan: FeedPlan, items: Iterable[Listed]) -> str:
    """A hash of all that a document is made of: equal recipes make equal bytes."""
    made_of = hashlib.blake2b(digest_size=16)
    frame = (channel.url, channel.title, channel.link, channel.description, channel.language, channel.hubs)
    parts = (__version__, setting_key(plan), frame, channel.updated, channel.retractions)
    made_of.update(msgspec.json.encode(parts))
    for item in items:
        made_of.update(f"{item.id}\0{item.revision}\n".encode())
    return made_of.hexdigest()
