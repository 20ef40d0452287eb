"""A feed beside its former self: which stories are the same, and how rules about that are asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from feeds.checking.comparing.stories import Stories, Story
from feeds.checking.document import ATOM as ATOM_SHAPE
from feeds.checking.finding import Finding
from feeds.checking.rule import Problem, RuleSet
from feeds.checking.telling import NOWHERE, Spot, told

ATOM = "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6"

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Harbour Post</title>
  <id>tag:harbour.example,2026:news</id>
  <updated>2026-11-23T09:00:00Z</updated>
  <entry>
    <title>Ferry runs again</title>
    <id>tag:harbour.example,2026:31</id>
    <link href="https://harbour.example/31-ferry"/>
    <published>2026-11-23T08:00:00Z</published>
    <updated>2026-11-23T09:00:00Z</updated>
    <summary>The noon ferry is back.</summary>
  </entry>
  <entry>
    <title>New lamps on the pier</title>
    <id>tag:harbour.example,2026:30</id>
    <link href="https://harbour.example/30-lamps"/>
    <published>2026-11-22T17:00:00Z</published>
    <updated>2026-11-22T17:00:00Z</updated>
    <summary>Forty of them.</summary>
  </entry>
  <entry>
    <title>Museum closes for a week</title>
    <id>tag:harbour.example,2026:29</id>
    <link href="https://harbour.example/29-museum"/>
    <published>2026-11-21T10:00:00Z</published>
    <updated>2026-11-21T10:00:00Z</updated>
    <summary>The roof is mended.</summary>
  </entry>
</feed>
"""

EDITIONS = RuleSet(
    target="editions",
    title="A feed beside its former self",
    prefix="ED",
    spec=ATOM,
    example=EXAMPLE,
    shape=ATOM_SHAPE,
)
"""The example is the former edition; the rules' examples are what became of it."""


class Pair(NamedTuple):
    """One story in both editions."""

    old: Story
    new: Story

    @property
    def rewritten(self) -> bool:
        """Whether its title or its text is another."""
        return self.old.headline != self.new.headline or self.old.text != self.new.text


@dataclass(frozen=True, kw_only=True)
class Editions:
    """Two editions of one feed, the stories that are in both, and those that are gone.

    `now` is when they are compared, `window` the age beyond which a story has no business in the feed.
    """

    old: Stories
    new: Stories
    now: datetime
    window: timedelta | None = None
    pairs: list[Pair] = field(default_factory=list)
    renamed: list[Pair] = field(default_factory=list)
    gone: list[Story] = field(default_factory=list)

    def __post_init__(self) -> None:
        for story in self.old.all:
            same = self.new.by_id.get(story.id) if story.id else None
            if same is not None:
                self.pairs.append(Pair(story, same))
            elif (same := self.new.by_address.get(story.address)) is not None:
                (self.renamed if story.id and same.id else self.pairs).append(Pair(story, same))
            else:
                self.gone.append(story)

    @property
    def same(self) -> list[Pair]:
        """The stories that are in both, whatever became of their ids."""
        return self.pairs + self.renamed


def compared(editions: Editions) -> list[Finding]:
    """What the rules say of a feed beside its former self. Places are those of the new edition."""
    new = editions.new

    def spot(problem: Problem) -> Spot:
        story = problem.at
        if story is None:
            return NOWHERE
        if not any(story is known for known in new.all[story.index : story.index + 1]):
            return Spot(item=story.name)
        return Spot(*new.document.place(story.at), story.name, story.index)

    new.document.locate(story.at for story in new.all)
    found = [f for rule in EDITIONS.own if rule.check for f in told(rule, rule.check(editions, None), spot)]
    return sorted(found, key=lambda finding: (finding.line, finding.column))
