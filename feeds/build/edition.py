"""A composed feed as documents: laid out, checked, published, and entered in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Literal, NamedTuple, cast
from urllib.parse import urljoin

from sqlalchemy import Connection

from feeds.archive import editions
from feeds.archive.editions import Decision, Edition
from feeds.build import gate
from feeds.build.compose import Composition, Entry, compose, listed, newest, recipe
from feeds.build.plan import FeedPlan
from feeds.checking.finding import Finding
from feeds.publish.directory import Directory, digest_of
from feeds.targets import registry
from feeds.targets.target import Channel, Part, PartedWriter

State = Literal["published", "unchanged", "held"]


class Sheet(NamedTuple):
    """One document of a feed before it is written: its path below output, and its stories."""

    path: str
    entries: list[Entry]


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


class _Document(NamedTuple):
    sheet: Sheet
    channel: Channel
    recipe: str
    content: bytes | None  # None: as it is out already
    findings: list[Finding]


def build_feed(
    connection: Connection, plan: FeedPlan, output: Directory, now: datetime, *, confirmed: bool = False
) -> FeedReport:
    """Brings a feed up to date. `confirmed` lets an edition out that looks like an accident.

    Raises:
        PublishError: the output cannot be written; the archive then stays as it was.
    """
    before = editions.of_feed(connection, plan.path)
    composition = compose(connection, plan, now)
    documents = [
        _document(sheet, plan, composition, before, output, now) for sheet in _sheets(plan, composition)
    ]
    report = _report(plan, composition, documents)
    held = _frame_errors(documents) or (None if confirmed else _collapse(before, documents, composition))
    if held:
        report.state, report.message = "held", held
        editions.decide(connection, plan.path, composition.decisions)
        return report
    if _publish(connection, plan, documents, before, output):
        report.state = "published"
    editions.decide(connection, plan.path, composition.decisions)
    return report


def _sheets(plan: FeedPlan, composition: Composition) -> list[Sheet]:
    """The feed's documents: one, or one for each month that has stories."""
    if plan.target.layout == "single":
        return [Sheet(plan.path, composition.entries)]
    months: dict[str, list[Entry]] = {}
    for entry in composition.entries:
        month = datetime.fromtimestamp(entry.head.published, tz=UTC).strftime("%Y-%m")
        months.setdefault(month, []).append(entry)
    return [
        Sheet(_part_path(plan.path, name), entries)
        for month, all_entries in sorted(months.items())
        for name, entries in _split(month, all_entries, plan.target.most or len(all_entries))
    ]


def _split(month: str, entries: list[Entry], most: int) -> Iterator[tuple[str, list[Entry]]]:
    """A month in parts of at most `most`; the oldest first, so that a full part never changes again."""
    oldest_first = sorted(entries, key=lambda entry: (entry.head.published, entry.head.id))
    for n, start in enumerate(range(0, len(oldest_first), most)):
        yield (month if n == 0 else f"{month}-{n + 1}"), oldest_first[start : start + most]


def _part_path(path: str, name: str) -> str:
    whole = PurePosixPath(path)
    return str(whole.with_name(f"{whole.stem}-{name}{whole.suffix}"))


def _document(
    sheet: Sheet,
    plan: FeedPlan,
    composition: Composition,
    before: dict[str, Edition],
    output: Directory,
    now: datetime,
) -> _Document:
    """One document, checked; stories that the rules object to are taken out of it one by one."""
    entries = sheet.entries
    while True:
        channel = _channel(sheet.path, entries, plan, composition)
        made_of = recipe(channel, plan, listed(entries))
        old = before.get(sheet.path)
        if old and old.recipe == made_of and output.has(sheet.path, old.size, old.digest):
            return _Document(Sheet(sheet.path, entries), channel, made_of, None, list(old.findings))
        content = _assemble(entries, plan, channel)
        findings = gate.examine(content, channel.url, plan, now)
        faulty = _faulty(findings, entries)
        if not faulty:
            return _Document(Sheet(sheet.path, entries), channel, made_of, content, findings)
        composition.decisions.update(faulty)
        entries = [entry for entry in entries if entry.head.id not in faulty]


def _channel(path: str, entries: list[Entry], plan: FeedPlan, composition: Composition) -> Channel:
    url = urljoin(plan.channel.setting.base_url, path)
    return plan.channel_for(url, newest(entries), tuple(composition.retractions))


def _assemble(entries: list[Entry], plan: FeedPlan, channel: Channel) -> bytes:
    frame = registry.writer(plan.target.name).frame(channel)
    return frame.around([entry.fragment.item or b"" for entry in entries])


def _faulty(findings: list[Finding], entries: list[Entry]) -> dict[str, Decision]:
    """The stories that errors of the whole document lie with, such as a second use of one id."""
    found: dict[str, Decision] = {}
    for finding in findings:
        if finding.severity == "error" and finding.index is not None and finding.index < len(entries):
            found[entries[finding.index].head.id] = Decision(
                outcome="quarantined", code=finding.code, reason=finding.message, findings=(finding,)
            )
    return found


def _frame_errors(documents: list[_Document]) -> str | None:
    """What is wrong with a feed as such; nothing of it goes out then."""
    for document in documents:
        for finding in document.findings:
            if finding.severity == "error":
                return f"{document.sheet.path}: {finding.code} {finding.message}"
    return None


def _collapse(before: dict[str, Edition], documents: list[_Document], composition: Composition) -> str | None:
    was = [item for edition in before.values() for item in edition.items]
    now_out = [item for document in documents for item in listed(document.sheet.entries)]
    return gate.collapsed(was, now_out, composition.decisions)


def _report(plan: FeedPlan, composition: Composition, documents: list[_Document]) -> FeedReport:
    return FeedReport(
        path=plan.path,
        target=plan.target.name,
        entries=sum(len(document.sheet.entries) for document in documents),
        decisions=composition.decisions,
        findings=[finding for document in documents for finding in document.findings],
        wake=composition.wake,
    )


def _publish(
    connection: Connection,
    plan: FeedPlan,
    documents: list[_Document],
    before: dict[str, Edition],
    output: Directory,
) -> bool:
    """Puts out what changed, parts before the index that names them; whether anything did."""
    changed = False
    for document in documents:
        if document.content is not None:
            changed |= output.put(document.sheet.path, document.content)
            editions.enter(connection, _edition(document, plan, before))
    names = {document.sheet.path for document in documents}
    if plan.target.layout != "single":
        changed |= _publish_index(connection, plan, documents, before, output)
        names.add(plan.path)
    gone = [path for path in before if path not in names]
    for path in gone:
        output.remove(path)
    editions.drop(connection, gone)
    return changed or bool(gone)


def _edition(document: _Document, plan: FeedPlan, before: dict[str, Edition]) -> Edition:
    content = document.content or b""
    old = before.get(document.sheet.path)
    return Edition(
        document=document.sheet.path,
        feed=plan.path,
        number=old.number + 1 if old else 1,
        recipe=document.recipe,
        digest=digest_of(content),
        size=len(content),
        updated=document.channel.updated,
        items=listed(document.sheet.entries),
        findings=tuple(document.findings),
    )


def _publish_index(
    connection: Connection,
    plan: FeedPlan,
    documents: list[_Document],
    before: dict[str, Edition],
    output: Directory,
) -> bool:
    writer = cast("PartedWriter", registry.writer(plan.target.name))
    latest = [d.channel.updated for d in documents if d.channel.updated]
    channel = plan.channel_for(plan.channel.url, max(latest, default=None))
    parts = [Part(d.channel.url, d.channel.updated) for d in documents if d.channel.updated]
    content = writer.index(channel, parts)
    sheet = Sheet(plan.path, [])
    made_of = digest_of(content)
    old = before.get(plan.path)
    if old is None or old.recipe != made_of:
        document = _Document(sheet, channel, made_of, content, [])
        editions.enter(connection, _edition(document, plan, before))
    return output.put(plan.path, content)
