"""Gathers what each feed makes of a story: the item that is out, or the one that would be, and what rules say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from feeds.archive import editions
from feeds.archive.editions import Edition
from feeds.article import Article, revision_of
from feeds.build import gate
from feeds.build.explain import Answer, explain
from feeds.build.plan import FeedPlan
from feeds.build.render import render
from feeds.checking.finding import Finding
from feeds.pages.document import Story, shown
from feeds.pages.preview.leftout import Part, parts
from feeds.pages.preview.looks import ORDER, Crop, Look, crop, look
from feeds.publish.output import Output
from feeds.targets import registry


class Item(NamedTuple):
    """A story's item: its own bytes, a document that holds it alone, the line where it stands in the edition."""

    own: bytes
    document: bytes
    edition: str | None = None
    line: int = 0


class Card(NamedTuple):
    """One feed's view of a story. `story` is what is in the item; None where the target writes none."""

    plan: FeedPlan
    look: Look
    answer: Answer
    item: Item | None
    story: Story | None
    findings: tuple[Finding, ...]
    parts: list[Part]
    crop: Crop | None

    @property
    def left_out(self) -> list[Part]:
        """The parts of the text that the platform does not get."""
        return [part for part in self.parts if not part.kept]


def cards(
    connection: Connection, article: Article, plans: Sequence[FeedPlan], output: Output, now: datetime
) -> list[Card]:
    """What every feed makes of a story, in the order of `ORDER`."""
    ranked = sorted(plans, key=lambda p: ORDER.index(p.target.name) if p.target.name in ORDER else len(ORDER))
    return [_card(connection, article, plan, output, now) for plan in ranked]


def _card(connection: Connection, article: Article, plan: FeedPlan, output: Output, now: datetime) -> Card:
    answer = explain(connection, article, plan, now)
    item = _published(connection, article.id, plan, output) if answer.published else None
    item = item or _would_be(article, plan)
    found = look(plan.target.name)
    if item is None:
        return Card(plan, found, answer, None, None, _refused(connection, article, plan, now), [], None)
    stories = shown(item.document).stories
    story = stories[0] if stories else None
    (findings,) = gate.examine_items([item.own], plan, now)
    missing = parts(article.body, story) if story and found.full else []
    return Card(plan, found, answer, item, story, findings, missing, _crop(article, story, found))


def _published(connection: Connection, story: str, plan: FeedPlan, output: Output) -> Item | None:
    """The story's item as it is out."""
    for edition in editions.of_feed(connection, plan.path).values():
        if any(listed.id == story for listed in edition.items):
            content = output.read(edition.document)
            return cut(content, edition, story) if content and len(content) == edition.size else None
    return None


def cut(content: bytes, edition: Edition, story: str) -> Item | None:
    """A story's item of an edition's document, and the document with nothing but that item."""
    start = edition.head
    first = last = None
    for listed in edition.items:
        if listed.id == story:
            first, last = start, start + listed.length
        start += listed.length + edition.separator
    if first is None or last is None:
        return None
    own, tail = content[first:last], content[start - edition.separator :]
    line = content.count(b"\n", 0, first + len(own) - len(own.lstrip())) + 1
    return Item(own, content[: edition.head] + own + tail, edition.document, line)


def _would_be(article: Article, plan: FeedPlan) -> Item | None:
    """The item that the target's writer makes of the story now; None where it refuses it."""
    writer = registry.writer(plan.target.name)
    setting = plan.channel.setting
    try:
        if writer.refuse(article, setting) is not None:
            return None
        own = writer.item(article, setting)
        frame = writer.frame(plan.channel_for(plan.channel.url, article.changed))
    except (
        Exception
    ):  # as in a build: one story that a writer chokes on shows nothing, and says so in its findings
        return None
    return Item(own, frame.around([own]))


def _refused(connection: Connection, article: Article, plan: FeedPlan, now: datetime) -> tuple[Finding, ...]:
    decision = editions.decided(connection, plan.path, article.id)
    if decision is None:
        (rendering,) = render([(article, revision_of(article))], plan, now)
        decision = rendering.decision
    return decision.findings if decision else ()


def _crop(article: Article, story: Story | None, found: Look) -> Crop | None:
    """What the platform's shape leaves of the cover; its size is the document's, or else the record's."""
    cover = story.cover if story else None
    if cover is None or found.crop is None:
        return None
    known = next((i for i in article.images if i.url == cover.url), None)
    width, height = cover.width or (known and known.width), cover.height or (known and known.height)
    return crop((width, height), found.crop) if width and height else None
