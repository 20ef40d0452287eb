"""A composed feed as documents: assembled, checked, published, and entered in the archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, cast
from urllib.parse import urljoin

from sqlalchemy import Connection

from feeds.archive import editions
from feeds.archive.editions import Decision, Edition
from feeds.build import gate
from feeds.build.compose import Composition, Entry, compose, listed, newest, recipe
from feeds.build.layout import Sheet, sheets
from feeds.build.plan import FeedPlan
from feeds.checking.finding import Finding
from feeds.publish.directory import Directory, digest_of
from feeds.targets import registry
from feeds.targets.target import Channel, Part, PartedWriter

State = Literal["published", "unchanged", "held"]


@dataclass(slots=True, kw_only=True)
class FeedReport:
    """What a build made of a feed. `message` says why it was held; `wake` when it changes by itself."""

    path: str
    target: str
    state: State = "unchanged"
    entries: int = 0
    decisions: dict[str, Decision] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    message: str | None = None
    wake: datetime | None = None

    @property
    def quarantined(self) -> dict[str, Decision]:
        """The stories that the target's rules keep from going out."""
        return {i: d for i, d in self.decisions.items() if d.outcome == "quarantined"}


class Document(NamedTuple):
    """A document that may go out; `content` is None where it is out already."""

    sheet: Sheet
    channel: Channel
    recipe: str
    content: bytes | None
    findings: list[Finding]


def build_feed(
    connection: Connection, plan: FeedPlan, output: Directory, now: datetime, *, confirmed: bool = False
) -> FeedReport:
    """Brings a feed up to date. `confirmed` lets an edition out that looks like an accident.

    Raises:
        PublishError: the output cannot be written; the archive then stays as it was.
    """
    composition = compose(connection, plan, now)
    press = Press(plan, composition, editions.of_feed(connection, plan.path), output, now)
    documents = press.documents()
    report = _report(plan, composition, documents)
    held = _frame_error(documents) or (None if confirmed else press.collapse(documents))
    if held:
        report.state, report.message = "held", held
    elif press.publish(connection, documents):
        report.state = "published"
    editions.decide(connection, plan.path, composition.decisions)
    return report


def _report(plan: FeedPlan, composition: Composition, documents: list[Document]) -> FeedReport:
    return FeedReport(
        path=plan.path,
        target=plan.target.name,
        entries=sum(len(document.sheet.entries) for document in documents),
        decisions=composition.decisions,
        findings=[finding for document in documents for finding in document.findings],
        wake=composition.wake,
    )


def _frame_error(documents: list[Document]) -> str | None:
    """What is wrong with a feed as such; nothing of it goes out then."""
    for document in documents:
        for finding in document.findings:
            if finding.severity == "error":
                return f"{document.sheet.path}: {finding.code} {finding.message}"
    return None


class Press:
    """Makes the documents of one feed, once."""

    def __init__(
        self,
        plan: FeedPlan,
        composition: Composition,
        before: dict[str, Edition],
        output: Directory,
        now: datetime,
    ) -> None:
        self.plan = plan
        self.composition = composition
        self.before = before
        self.output = output
        self.now = now

    def documents(self) -> list[Document]:
        """The feed's documents, checked; a parted feed's index is the last."""
        made = [self._document(sheet) for sheet in sheets(self.plan, self.composition.entries)]
        if self.plan.target.layout != "single":
            made.append(self._index(made))
        return made

    def _document(self, sheet: Sheet) -> Document:
        """A document without the stories that its rules object to."""
        entries = sheet.entries
        while True:
            document = self._assembled(sheet._replace(entries=entries))
            faulty = {} if document.content is None else _faulty(document.findings, entries)
            if not faulty:
                return document
            self.composition.decisions.update(faulty)
            entries = [entry for entry in entries if entry.head.id not in faulty]

    def _assembled(self, sheet: Sheet) -> Document:
        channel = self._channel(sheet)
        made_of = recipe(channel, self.plan, listed(sheet.entries))
        old = self.before.get(sheet.path)
        if old and old.recipe == made_of and self.output.has(sheet.path, old.size, old.digest):
            return Document(sheet, channel, made_of, None, list(old.findings))
        frame = registry.writer(self.plan.target.name).frame(channel)
        content = frame.around([entry.fragment.item or b"" for entry in sheet.entries])
        return Document(sheet, channel, made_of, content, self._examined(content, channel))

    def _channel(self, sheet: Sheet) -> Channel:
        url = urljoin(self.plan.channel.setting.base_url, sheet.path)
        return self.plan.channel_for(url, newest(sheet.entries), tuple(self.composition.retractions))

    def _examined(self, content: bytes, channel: Channel) -> list[Finding]:
        return gate.examine(content, channel.url, self.plan, self.now)

    def _index(self, parts: list[Document]) -> Document:
        dated = [(part.channel.url, part.channel.updated) for part in parts if part.channel.updated]
        channel = self.plan.channel_for(self.plan.channel.url, max((d for _, d in dated), default=None))
        writer = cast("PartedWriter", registry.writer(self.plan.target.name))
        content = writer.index(channel, [Part(url, updated) for url, updated in dated])
        made_of = digest_of(content)
        old = self.before.get(self.plan.path)
        sheet = Sheet(self.plan.path, [])
        if old and old.recipe == made_of and self.output.has(sheet.path, old.size, old.digest):
            return Document(sheet, channel, made_of, None, list(old.findings))
        return Document(sheet, channel, made_of, content, self._examined(content, channel))

    def collapse(self, documents: list[Document]) -> str | None:
        """Why the feed looks like an accident beside its last edition."""
        was = [item for edition in self.before.values() for item in edition.items]
        is_now = [item for document in documents for item in listed(document.sheet.entries)]
        return gate.collapsed(was, is_now, self.composition.decisions)

    def publish(self, connection: Connection, documents: list[Document]) -> bool:
        """Puts out what changed, parts before the index that names them; whether anything did."""
        changed = False
        for document in documents:
            if document.content is not None:
                changed |= self.output.put(document.sheet.path, document.content)
                editions.enter(connection, self._edition(document, document.content))
        names = {document.sheet.path for document in documents}
        gone = [path for path in self.before if path not in names]
        for path in gone:
            self.output.remove(path)
        editions.drop(connection, gone)
        return changed or bool(gone)

    def _edition(self, document: Document, content: bytes) -> Edition:
        old = self.before.get(document.sheet.path)
        return Edition(
            document=document.sheet.path,
            feed=self.plan.path,
            number=old.number + 1 if old else 1,
            recipe=document.recipe,
            digest=digest_of(content),
            size=len(content),
            updated=document.channel.updated,
            items=listed(document.sheet.entries),
            findings=tuple(document.findings),
        )


def _faulty(findings: list[Finding], entries: list[Entry]) -> dict[str, Decision]:
    """The stories that errors of the whole document lie with, such as a second use of one id."""
    found: dict[str, Decision] = {}
    for finding in findings:
        if finding.severity == "error" and finding.index is not None and finding.index < len(entries):
            found[entries[finding.index].head.id] = Decision(
                outcome="quarantined", code=finding.code, reason=finding.message, findings=(finding,)
            )
    return found
