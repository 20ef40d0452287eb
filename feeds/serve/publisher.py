"""Brings the feeds up to date while the publisher runs: with each message, changed source and due instant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urljoin

from sqlalchemy import Connection

from feeds.archive import editions, inbox, storing
from feeds.archive.archive import Archive
from feeds.archive.articles import row_of
from feeds.archive.inbox import Message
from feeds.build.ingest import circumstances_of, ingest
from feeds.build.plan import plans
from feeds.build.run import BuildReport, Publishing
from feeds.build.workers import Workers
from feeds.publication import Configuration
from feeds.serve.log import log
from feeds.serve.manifest import linked
from feeds.serve.messages import Refused, Understood, understand
from feeds.serve.spool import Facts, Spool

MOST = 500
"""Messages that one round takes up."""


class Round(NamedTuple):
    """What a round did: its report, when the next one is due (seconds since 1970), whether messages wait.

    `stories` are the addresses of the stories that came, changed, or left by themselves.
    """

    report: BuildReport
    wake: float | None
    more: bool
    stories: tuple[str, ...] = ()


class Publisher:
    """Works on one publication, one round after the other."""

    def __init__(self, configuration: Configuration, archive: Archive, inbox_: Archive, spool: Spool) -> None:
        self.archive = archive
        self.inbox = inbox_
        self.spool = spool
        self.hands = Workers(1)
        self.use(configuration)

    def use(self, configuration: Configuration) -> None:
        """Follows a configuration from now on."""
        self.configuration = configuration
        self.plans = plans(configuration)
        hubs = configuration.hubs
        facts = {
            plan.path: Facts(
                media_type=plan.target.media_type,
                max_age=int((plan.feed.max_age or configuration.serve.max_age).delta.total_seconds()),
                links=lambda path: linked(urljoin(configuration.base_url, path), hubs),
            )
            for plan in self.plans
        }
        moved = {old: urljoin(configuration.base_url, new) for old, new in configuration.moved.items()}
        self.spool.configure(facts, moved, configuration.retired)

    def begin(self) -> None:
        """Serves what is out."""
        with self.archive.transaction() as connection:
            out = [e for plan in self.plans for e in editions.documents(connection, plan.path).values()]
        self.spool.begin(out)

    def round(self, *, sources: bool) -> Round:
        """Takes up the messages that wait, reads the sources again if told so, and publishes what changed.

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
        publishing = Publishing(self.plans, self.archive, self.spool, now, self.hands)
        report.feeds = publishing.publish((), lambda _path: None)
        self._settle(understood)
        self._tell(report, len(waiting))
        wake = report.wake
        stories = {head.url for changes in publishing.changes.values() for head in changes.heads}
        return Round(report, wake.timestamp() if wake else None, len(waiting) == MOST, tuple(sorted(stories)))

    def _understood(self, message: Message) -> Understood | Refused:
        source = next((s for s in self.configuration.sources if s.name == message.source), None)
        if source is None:
            return Refused(404, "its source is no longer configured")
        circumstances = circumstances_of(source, self.configuration)
        return understand(message.body, circumstances, enveloped=source.signature == "standard")

    def _store(self, connection: Connection, source: str, said: Understood, now: datetime) -> None:
        """Enters what a message says in the archive; later messages go before earlier ones."""
        if said.withdrawals:
            storing.withdraw(connection, [(w.story, w.reason) for w in said.withdrawals], now=now)
        if said.articles:
            storing.reinstate(connection, [article.id for article in said.articles])
            priority = next((s.priority for s in self.configuration.sources if s.name == source), 0)
            rows = [row_of(article, priority) for article in said.articles]
            storing.store(connection, rows, now=now, insist=True)

    def _settle(self, understood: Sequence[tuple[Message, Understood | Refused]]) -> None:
        done = [message.number for message, said in understood if isinstance(said, Understood)]
        with self.inbox.transaction() as connection:
            inbox.settle(connection, done, "done")
            for message, said in understood:
                if isinstance(said, Refused):
                    inbox.settle(connection, [message.number], "failed", said.reason)

    def _tell(self, report: BuildReport, messages: int) -> None:
        published = [feed.path for feed in report.feeds if feed.state == "published"]
        held = {feed.path: feed.message for feed in report.feeds if feed.state == "held"}
        if published or held or messages:
            took = round((datetime.now(UTC) - report.now).total_seconds(), 3)
            log("info", "round", messages=messages, published=published, held=held, seconds=took)
