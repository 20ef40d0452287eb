"""The feeds of one site beside one another: the same story says the same in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from feeds.checking.comparing.stories import Stories, Story
from feeds.checking.comparing.words import alike
from feeds.checking.document import ATOM
from feeds.checking.finding import Finding
from feeds.checking.rule import Change, Problem, RuleSet
from feeds.checking.telling import Spot, told

SPEC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6"

CLOSE = timedelta(minutes=1)
"""Times that differ by less are the same: some formats have no seconds."""

_CUT = re.compile(r"(.*?)\s*(?:\.\.\.|…)", re.DOTALL)

TWIN = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Harbour Post</title>
    <link>https://harbour.example/</link>
    <description>News from the harbour</description>
    <item>
      <title>Ferry runs again</title>
      <link>https://harbour.example/31-ferry</link>
      <guid isPermaLink="false">tag:harbour.example,2026:31</guid>
      <pubDate>Mon, 23 Nov 2026 11:00:00 +0300</pubDate>
    </item>
  </channel>
</rss>
"""

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
</feed>
"""

TOGETHER = RuleSet(
    target="site",
    title="The feeds of one site",
    prefix="SITE",
    spec=SPEC,
    example=EXAMPLE,
    shape=ATOM,
)
"""The example is one of two feeds; the other is `TWIN`."""


class Known(NamedTuple):
    """A document of the site: its name, its stories."""

    name: str
    stories: Stories


@dataclass(frozen=True, slots=True)
class Twins:
    """A story of a document, and the same story in an earlier one, whose name `where` is."""

    here: Story
    there: Story
    where: str


def together(documents: Sequence[Known]) -> dict[str, list[Finding]]:
    """What the rules say of documents beside one another, for each by its name.

    Documents belong together when their stories have the same host. What differs is told at the later one.
    """
    sites: dict[str | None, list[Known]] = {}
    found: dict[str, list[Finding]] = {}
    for document in documents:
        host = document.stories.host
        before = sites.setdefault(host, [])
        if host is not None and before:
            found[document.name] = list(_compared(document, before))
        before.append(document)
    return found


def _compared(document: Known, before: Sequence[Known]) -> Iterator[Finding]:
    pairs = [twins for story in document.stories.all for twins in _twins(story, before)]

    def spot(problem: Problem) -> Spot:
        story: Story = problem.at
        return Spot(*document.stories.document.place(story.at), story.name, story.index)

    for rule in TOGETHER.own:
        if rule.check:
            yield from told(rule, (p for twins in pairs for p in rule.check(twins, None)), spot)


def _twins(story: Story, before: Sequence[Known]) -> Iterator[Twins]:
    """The story in the first of the earlier documents that has it."""
    for other in before:
        there = other.stories.by_address.get(story.address) if story.address else None
        there = there or (other.stories.by_id.get(story.id) if story.id else None)
        if there is not None:
            yield Twins(story, there, other.name)
            return


@TOGETHER.rule(
    "SITE001",
    "same-title",
    "warning",
    on="twins",
    summary="A story has the same title in all feeds.",
    hint="Write the title of the page into each feed; aggregators hold feed and page against one another.",
    bad=Change("<title>Ferry runs again</title>", "<title>Noon ferry is back</title>"),
    good=Change("<title>Ferry runs again</title>", "<title>Ferry  runs…</title>"),
)
def same_title(twins: Twins, context: Any) -> Iterator[Problem]:
    """Titles that differ; one that is cut short is the same."""
    here, there = twins.here, twins.there
    if here.title and there.title and not _same_words(here, there):
        yield Problem(here, f"the title is another one than in {twins.where}: {there.title[:120]!r}")


def _same_words(one: Story, other: Story) -> bool:
    if one.headline == other.headline:
        return True
    for short, long in ((one, other), (other, one)):
        cut = _CUT.fullmatch(short.title.rstrip())
        if cut and long.headline.startswith(alike(cut[1])):
            return True
    return False


@TOGETHER.rule(
    "SITE002",
    "same-link",
    "warning",
    on="twins",
    summary="A story has the same address in all feeds.",
    hint="Write the canonical address of the page into each feed.",
    bad=Change('href="https://harbour.example/31-ferry"', 'href="https://harbour.example/amp/31-ferry"'),
    good=Change(
        'href="https://harbour.example/31-ferry"', 'href="https://harbour.example/31-ferry?utm_source=atom"'
    ),
)
def same_link(twins: Twins, context: Any) -> Iterator[Problem]:
    """Addresses that differ though the id is the same; parameters that count visitors are let be."""
    here, there = twins.here, twins.there
    if here.link and there.link and here.address != there.address:
        yield Problem(here, f"the link is another one than in {twins.where}: {there.link}")


@TOGETHER.rule(
    "SITE003",
    "same-time",
    "warning",
    on="twins",
    summary="A story has the same time of publication in all feeds.",
    hint="Take the time from one place, and look at the zones: a difference of whole hours is one.",
    bad=Change("<published>2026-11-23T08:00:00Z</published>", "<published>2026-11-23T11:00:00Z</published>"),
    good=Change(
        "<published>2026-11-23T08:00:00Z</published>", "<published>2026-11-23T10:00:30+02:00</published>"
    ),
)
def same_time(twins: Twins, context: Any) -> Iterator[Problem]:
    """Times that differ by a minute or more; a day without a time is that day."""
    here, there = twins.here.published, twins.there.published
    if here is None or there is None or abs(here - there) < CLOSE or _day_alone(here, there):
        return
    hint = None
    if (here - there).total_seconds() % 3600 == 0 and abs(here - there) < timedelta(hours=15):
        hint = "They are whole hours apart: one of the two has a wrong time zone."
    yield Problem(
        twins.here,
        f"the time of publication is another one than in {twins.where}: {there.isoformat()}",
        hint=hint,
    )


def _day_alone(here: datetime, there: datetime) -> bool:
    """Whether one of the two is a day without a time, and the other lies in it."""
    for day, moment in ((here, there), (there, here)):
        if (day.hour, day.minute, day.second) == (0, 0, 0) and timedelta() <= moment - day < timedelta(
            days=1
        ):
            return True
    return False
