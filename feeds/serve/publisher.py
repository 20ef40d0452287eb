"""Brings the feeds up to date while the publisher runs: with each message, changed source and due instant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from feeds.archive import editions, inbox, likeness, media, storing
from feeds.archive.archive import Archive
from feeds.archive.articles import row_of
from feeds.archive.editions import Edition
from feeds.archive.inbox import Message
from feeds.archive.media import KnownFile
from feeds.build.ingest import ingest
from feeds.build.plan import plans
from feeds.build.run import BuildReport, Publishing
from feeds.build.sources import circumstances_of
from feeds.build.workers import Workers
from feeds.intake.draft import Circumstances
from feeds.measuring import measure
from feeds.publication import Configuration
from feeds.publish.output import Output
from feeds.serve.measurer import AT_ONCE, Measurer
from feeds.serve.messages import Refused, Understood, understand

MOST = 500
"""Messages that one round takes up."""

PRUNED_EACH = 3600.0
"""Seconds between two times that the inbox is cleared of what was done long ago."""


OWN_COMMANDS = {"article.withdrawn": "feeds withdraw", "article.reinstated": "feeds withdraw --undo"}
"""Commands that leave messages of ours, by their types."""


class Round(NamedTuple):
    """What a round did: its report, when the next one is due (seconds since 1970), how many messages it took up."""

    report: BuildReport
    wake: float | None
    messages: int = 0

    @property
    def more(self) -> bool:
        """Whether messages may still wait."""
        return self.messages == MOST


def _teller(message: Message, story: str) -> str:
    """Who told of a story, as feeds log says it."""
    by = OWN_COMMANDS.get(message.type, message.type) if message.source == inbox.OWN else message.source
    what = "" if message.source == inbox.OWN else f" {message.type}"
    return f"{by}{what} {story}"


class Publisher:
    """Works on one publication, one round after the other."""

    def __init__(
        self,
        configuration: Configuration,
        archive: Archive,
        inbox_: Archive,
        output: Output,
        call: Callable[[], None] | None = None,
    ) -> None:
        """`call` tells that a round is due because files were measured; without it, none are."""
        self.archive = archive
        self.inbox = inbox_
        self.output = output
        self.hands = Workers(1)
        self._prune_at = 0.0
        self._call = call
        self.measurer: Measurer | None = None
        self.use(configuration)

    def use(self, configuration: Configuration) -> None:
        """Follows a configuration from now on."""
        self.configuration = configuration
        self.plans = plans(configuration)
        self.end()
        if self._call is not None and configuration.media.beginnings != ():
            self.measurer = Measurer(configuration.media, self._call)

    def end(self) -> None:
        """Ends what is done behind the rounds."""
        if self.measurer is not None:
            self.measurer.end()
            self.measurer = None

    def out(self) -> list[Edition]:
        """The editions that are out."""
        with self.archive.transaction() as connection:
            return [e for plan in self.plans for e in editions.documents(connection, plan.path).values()]

    def round(self, *, sources: bool = False, asked: str | None = None) -> Round:
        """Takes up the messages that wait, reads the sources again if told so, and publishes what changed.

        `asked` says who wanted it, where that is known.

        Raises:
            FeedsError: the archive or the output refused; nothing is lost, the next round does it again.
        """
        now = datetime.now(UTC)
        with self.inbox.transaction() as connection:
            waiting = inbox.waiting(connection, MOST)
        understood = [(message, self._understood(message)) for message in waiting]
        whole = sources or any(isinstance(u, Understood) and u.kind == "rebuild" for _, u in understood)
        report = BuildReport(now=now)
        with self.archive.transaction() as connection:
            if whole:
                report.sources = ingest(connection, self.configuration, now, self.hands)
            for message, said in understood:
                if isinstance(said, Understood):
                    self._store(connection, message.source, said, now)
            todo, due = self._measured(connection, now)
        tellers = {
            story: _teller(message, story)
            for message, said in understood
            if isinstance(said, Understood)
            for story in said.stories
        }
        publishing = Publishing(
            plans(self.configuration, now),
            self.archive,
            self.output,
            now,
            self.hands,
            asked=asked,
            tellers=tellers,
        )
        report.feeds = publishing.publish((), lambda _path: None)
        report.stories = publishing.stories
        self._settle(understood, now)
        with self.archive.transaction() as connection:
            report.alike = likeness.follow(connection, now)
        if self.measurer is not None:
            self.measurer.look_at(todo)
        wakes = [report.wake.timestamp() if report.wake else None, due]
        return Round(report, min(filter(None, wakes), default=None), len(waiting))

    def _measured(self, connection: Connection, now: datetime) -> tuple[list[KnownFile], float | None]:
        """Takes what was found out of files; which to look at now, or else when there will be any."""
        if self.measurer is None:
            return [], None
        setting = self.configuration.media
        measure.enter(connection, self.measurer.taken(), now)
        if not self.measurer.idle:
            return [], None
        files = measure.todo(connection, setting, now, AT_ONCE)
        return files, None if files else media.next_due(connection, setting.beginnings)

    def _understood(self, message: Message) -> Understood | Refused:
        if message.source == inbox.OWN:
            return understand(message.body, Circumstances())
        source = next((s for s in self.configuration.sources if s.name == message.source), None)
        if source is None:
            return Refused(404, "its source is no longer configured")
        circumstances = circumstances_of(source, self.configuration)
        return understand(message.body, circumstances, enveloped=source.signature == "standard")

    def _store(self, connection: Connection, source: str, said: Understood, now: datetime) -> None:
        """Enters what a message says in the archive; later messages go before earlier ones."""
        if said.kind == "article.reinstated":
            storing.restore(connection, [w.story for w in said.withdrawals], now=now)
        elif said.withdrawals:
            storing.withdraw(connection, [(w.story, w.reason) for w in said.withdrawals], now=now)
        if said.articles:
            storing.reinstate(connection, [article.id for article in said.articles])
            priority = next((s.priority for s in self.configuration.sources if s.name == source), 0)
            rows = [row_of(article, priority) for article in said.articles]
            storing.store(connection, rows, now=now, insist=True)

    def _settle(self, understood: Sequence[tuple[Message, Understood | Refused]], now: datetime) -> None:
        done = [message.number for message, said in understood if isinstance(said, Understood)]
        with self.inbox.transaction() as connection:
            inbox.settle(connection, done, "done")
            for message, said in understood:
                if isinstance(said, Refused):
                    inbox.settle(connection, [message.number], "failed", said.reason)
            if now.timestamp() > self._prune_at:
                inbox.prune(connection, now.timestamp())
                self._prune_at = now.timestamp() + PRUNED_EACH
