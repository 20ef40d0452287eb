"""A composition as a document: put together from kept and new items, and judged as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, cast
from urllib.parse import urljoin

import msgspec
from msgspec.structs import replace

from feeds.archive.editions import Decision, Edition
from feeds.article import Retraction
from feeds.build import gate
from feeds.build.compose import Entry, newest
from feeds.build.plan import FeedPlan
from feeds.build.render import quarantine
from feeds.checking.finding import Finding
from feeds.errors import PublishError
from feeds.publish.output import Output, Piece
from feeds.targets import registry
from feeds.targets.target import Channel, Frame, Paging, Part, PartedWriter

MOST_FINDINGS = 300
"""How many findings an edition remembers."""


class Sheet(NamedTuple):
    """A document before it is put together: its path, its channel, its entries.

    `editions` are those that are out and hold the items of entries that did not change.
    """

    path: str
    channel: Channel
    entries: list[Entry]
    editions: tuple[Edition, ...] = ()

    @property
    def old(self) -> Edition | None:
        """The document's last edition."""
        return next((edition for edition in self.editions if edition.document == self.path), None)


class Document(NamedTuple):
    """A document that may go out; `pieces` is None where it is out already."""

    edition: Edition
    pieces: list[Piece] | None
    decisions: dict[str, Decision]

    @property
    def fault(self) -> str | None:
        """What is wrong with the frame; nothing of the document goes out then."""
        errors = (f for f in self.edition.findings if f.severity == "error")
        return next((f"{self.edition.document}: {f.code} {f.message}" for f in errors), None)


class Press:
    """Makes the documents of one feed."""

    def __init__(self, plan: FeedPlan, output: Output, now: datetime, *, anew: bool = False) -> None:
        """Makes them for an instant; `anew` judges also those that are out, as they may be judged otherwise now."""
        self.plan = plan
        self.output = output
        self.now = now
        self._anew = anew

    def sheet(
        self,
        path: str,
        entries: list[Entry],
        editions: Sequence[Edition],
        retractions: Sequence[Retraction] = (),
        paging: Paging | None = None,
    ) -> Sheet:
        """The document at a path with these entries."""
        url = urljoin(self.plan.channel.setting.base_url, path)
        channel = self.plan.channel_for(url, newest(entries), tuple(retractions), paging)
        return Sheet(path, channel, entries, tuple(editions))

    def publish(self, document: Document) -> Edition:
        """Puts a document out, if it is not out already; the edition as it is then.

        Raises:
            PublishError: the output cannot be written.
        """
        if document.pieces is None:
            return document.edition
        mark = self.output.put(document.edition, document.pieces)
        return replace(document.edition, modified=mark.modified)

    def document(self, sheet: Sheet) -> Document:
        """The document, without the stories that rules about the whole object to."""
        decisions: dict[str, Decision] = {}
        while True:
            frame = registry.writer(self.plan.target.name).frame(sheet.channel)
            recipe = _recipe(frame, sheet.entries)
            is_out = self._is_out(sheet.old, recipe)
            if is_out and not self._anew:
                return Document(self._relisted(sheet), None, decisions)
            pieces = list(self._pieces(frame, sheet))
            findings = self._examined(frame, sheet, pieces)
            faulty = _faulty(findings, sheet.entries)
            if not faulty and is_out:
                return Document(
                    replace(self._relisted(sheet), findings=_findings(sheet, findings)), None, decisions
                )
            if not faulty:
                return Document(self._edition(sheet, frame, recipe, pieces, findings), pieces, decisions)
            decisions |= faulty
            sheet = sheet._replace(entries=[e for e in sheet.entries if e.listed.id not in faulty])

    def index(self, parts: Iterable[Edition], old: Edition | None) -> Document:
        """The index of a parted feed's parts; where there are none, an empty part in its place."""
        plan = self.plan
        dated = sorted((p.document, p.updated) for p in parts if p.updated)
        listed = [Part(urljoin(plan.channel.setting.base_url, name), updated) for name, updated in dated]
        channel = plan.channel_for(plan.channel.url, max((part.updated for part in listed), default=None))
        writer = cast("PartedWriter", registry.writer(plan.target.name))
        content = writer.index(channel, listed) if listed else writer.frame(channel).around([])
        recipe = hashlib.blake2b(content, digest_size=16).hexdigest()
        is_out = old is not None and self._is_out(old, recipe)
        if old is not None and is_out and not self._anew:
            return Document(old, None, {})
        findings = tuple(gate.examine(content, channel.url, plan, self.now))
        if old is not None and is_out:
            return Document(replace(old, findings=findings), None, {})
        edition = Edition(
            document=plan.path,
            feed=plan.path,
            number=old.number + 1 if old else 1,
            recipe=recipe,
            size=len(content),
            updated=channel.updated,
            findings=findings,
        )
        return Document(edition, [content], {})

    def _is_out(self, old: Edition | None, recipe: str) -> bool:
        return old is not None and old.recipe == recipe and self.intact(old)

    def intact(self, edition: Edition) -> bool:
        """Whether an edition's file is as it was left."""
        return self.output.mark(edition.document) == (edition.size, edition.modified)

    def _relisted(self, sheet: Sheet) -> Edition:
        """The edition that is out, its items as they are known now."""
        assert sheet.old is not None
        return replace(sheet.old, items=tuple(entry.listed for entry in sheet.entries))

    # ---- pieces

    def _pieces(self, frame: Frame, sheet: Sheet) -> Iterator[Piece]:
        yield frame.head
        old = self._old_items(sheet)
        for number, entry in enumerate(sheet.entries):
            if number and frame.separator:
                yield frame.separator
            yield entry.item if entry.item is not None else old[entry.listed.id]
        yield frame.tail

    def _old_items(self, sheet: Sheet) -> dict[str, Piece]:
        """The items of the last edition, where any of them is needed."""
        wanted = {entry.listed.id for entry in sheet.entries if entry.item is None}
        found: dict[str, Piece] = {}
        for edition in sheet.editions:
            if any(item.id in wanted for item in edition.items):
                found |= dict(self._items_of(edition))
        return found

    def _items_of(self, edition: Edition) -> Iterator[tuple[str, Piece]]:
        content = self.output.read(edition.document)
        if content is None or len(content) != edition.size:
            hint = "Somebody else changed the output while it was built: build again."
            raise PublishError(f"{edition.document} cannot be read any more", hint=hint)
        view = memoryview(content)
        start = edition.head
        for item in edition.items:
            yield item.id, view[start : start + item.length]
            start += item.length + edition.separator

    # ---- findings

    def _examined(self, frame: Frame, sheet: Sheet, pieces: list[Piece]) -> list[Finding]:
        """What rules about the whole say, and what was found in the items."""
        size = sum(len(piece) for piece in pieces)
        chosen = gate.representative(sheet.entries)
        if chosen is None:
            content = b"".join(pieces)
        else:
            step = 2 if frame.separator else 1
            content = frame.around([bytes(pieces[1 + n * step]) for n in chosen])
        found = gate.examine(content, sheet.channel.url, self.plan, self.now, size)
        return _renumbered(found, chosen) if chosen is not None else found

    def _edition(
        self, sheet: Sheet, frame: Frame, recipe: str, pieces: list[Piece], findings: list[Finding]
    ) -> Edition:
        listed = tuple(entry.listed for entry in sheet.entries)
        return Edition(
            document=sheet.path,
            feed=self.plan.path,
            number=sheet.old.number + 1 if sheet.old else 1,
            recipe=recipe,
            size=sum(len(piece) for piece in pieces),
            head=len(frame.head),
            separator=len(frame.separator),
            updated=sheet.channel.updated,
            count=len(listed),
            items=listed,
            findings=_findings(sheet, findings),
        )


def _recipe(frame: Frame, entries: Sequence[Entry]) -> str:
    """A hash of all that a document is made of: equal recipes make equal bytes."""
    made_of = hashlib.blake2b(msgspec.msgpack.encode(frame), digest_size=16)
    made_of.update("".join(entry.listed.digest for entry in entries).encode())
    return made_of.hexdigest()


def _renumbered(findings: list[Finding], chosen: Sequence[int]) -> list[Finding]:
    """Findings about a selection of the items, with the places that these have among all."""
    return [
        f if f.index is None or f.index >= len(chosen) else replace(f, index=chosen[f.index])
        for f in findings
    ]


def _findings(sheet: Sheet, found: list[Finding]) -> tuple[Finding, ...]:
    """What an edition remembers: what was found in the whole, and of its items."""
    return tuple([*found, *_item_findings(sheet)][:MOST_FINDINGS])


def _item_findings(sheet: Sheet) -> Iterator[Finding]:
    """Warnings about items: those of new items, and of the others those that the last edition remembers."""
    new = {entry.listed.id for entry in sheet.entries if entry.item is not None}
    for entry in sheet.entries:
        for finding in entry.findings:
            if finding.severity != "info":
                yield replace(finding, item=entry.listed.id, index=None, hint=None, spec=None)
    kept = {entry.listed.id for entry in sheet.entries} - new
    for finding in sheet.old.findings if sheet.old else ():
        if finding.item in kept and finding.index is None:
            yield finding


def _faulty(findings: list[Finding], entries: list[Entry]) -> dict[str, Decision]:
    """The stories that errors of the whole document lie with, such as a second use of one address."""
    found: dict[str, Decision] = {}
    for finding in findings:
        if finding.severity == "error" and finding.index is not None and finding.index < len(entries):
            decision = quarantine((finding,), "")
            found[entries[finding.index].listed.id] = replace(decision, revision=None)
    return found
