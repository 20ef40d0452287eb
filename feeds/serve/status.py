"""How the publisher does: for people, as data, and as metrics."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from feeds.archive import articles, editions, files, history, inbox, polls, states
from feeds.archive.archive import Archive
from feeds.archive.editions import Decision
from feeds.archive.inbox import Message, Refusal
from feeds.archive.polls import Poll
from feeds.build.plan import FeedPlan, plans
from feeds.publication import Configuration
from feeds.serve.polling import Polls
from feeds.serve.shelf import Shelf

LATEST = 50
"""Messages, refusals and pollers that are shown."""


class FeedStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a feed does: what is out, since when, what is wrong, when it changes by itself."""

    path: str
    target: str
    title: str
    entries: int
    bytes: int
    edition: int
    published: datetime | None
    newest: datetime | None
    wake: datetime | None
    held: str | None
    warnings: int
    quarantined: dict[str, Decision]


class SourceStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How a source does."""

    name: str
    kind: str
    files: int
    rejections: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """How everything does."""

    now: datetime
    publication: str
    generation: int
    articles: int
    feeds: list[FeedStatus]
    sources: list[SourceStatus]
    messages: list[Message]
    refusals: list[Refusal]
    counts: dict[str, int]
    polls: list[Poll]


class Metric(NamedTuple):
    """A metric: its name, type and meaning; its samples are labels and values."""

    name: str
    kind: str
    help: str
    samples: list[tuple[dict[str, str], float]]


class Status:
    """Tells how the publisher does."""

    def __init__(
        self, configuration: Configuration, archive: Archive, inbox_: Archive, shelf: Shelf, polled: Polls
    ) -> None:
        self.configuration = configuration
        self.plans = plans(configuration)
        self.archive = archive
        self.inbox = inbox_
        self.shelf = shelf
        self.polled = polled

    def report(self) -> Report:
        """How everything does now."""
        now = datetime.now(UTC)
        with self.inbox.transaction() as connection:
            messages, refusals = inbox.latest(connection, LATEST), inbox.refused(connection, LATEST)
            counts, known = inbox.counts(connection), polls.known(connection)
        with self.archive.transaction() as connection:
            return Report(
                now=now,
                publication=self.configuration.publication.name,
                generation=self.shelf.manifest.generation,
                articles=articles.count(connection),
                feeds=[self._feed(connection, plan) for plan in self.plans],
                sources=list(self._sources(connection)),
                messages=messages,
                refusals=refusals,
                counts=counts,
                polls=known[:LATEST],
            )

    def _feed(self, connection: Any, plan: FeedPlan) -> FeedStatus:
        documents = editions.documents(connection, plan.path)
        edition = editions.edition(connection, plan.path)
        state = states.states(connection).get(plan.path)
        past = history.editions_of(connection, plan.path, 1)
        decisions = editions.decisions_of(connection, plan.path)
        newest = max((d.updated for d in documents.values() if d.updated), default=None)
        return FeedStatus(
            path=plan.path,
            target=plan.target.name,
            title=plan.channel.title,
            entries=sum(document.count for document in documents.values()),
            bytes=sum(document.size for document in documents.values()),
            edition=edition.number if edition else 0,
            published=datetime.fromtimestamp(past[0].published, tz=UTC) if past else None,
            newest=newest,
            wake=datetime.fromtimestamp(state.wake, tz=UTC) if state and state.wake else None,
            held=state.message if state else None,
            warnings=sum(f.severity == "warning" for f in edition.findings) if edition else 0,
            quarantined={i: d for i, d in decisions.items() if d.outcome == "quarantined"},
        )

    def _sources(self, connection: Any) -> Iterator[SourceStatus]:
        for source in self.configuration.sources:
            known = files.of_source(connection, source.name).values()
            rejections = sum(len(file.rejections) for file in known)
            yield SourceStatus(name=source.name, kind=source.kind, files=len(known), rejections=rejections)

    # ---- pages

    async def data(self, _request: Request) -> Response:
        """The report as JSON."""
        report = await asyncio.get_running_loop().run_in_executor(None, self.report)
        return Response(msgspec.json.encode(report), media_type="application/json")

    async def page(self, _request: Request) -> Response:
        """The report for people."""
        report = await asyncio.get_running_loop().run_in_executor(None, self.report)
        return HTMLResponse(
            _page(report),
            headers={"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'"},
        )

    async def metrics(self, _request: Request) -> Response:
        """The report as Prometheus reads it."""
        report = await asyncio.get_running_loop().run_in_executor(None, self.report)
        text = "".join(_exposed(metric) for metric in self._metrics(report))
        return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")

    def _metrics(self, report: Report) -> Iterator[Metric]:
        def each(value: Any) -> list[tuple[dict[str, str], float]]:
            return [({"feed": feed.path}, float(value(feed))) for feed in report.feeds]

        def age(moment: datetime | None) -> float:
            return (report.now - moment).total_seconds() if moment else -1.0

        yield Metric("feeds_articles", "gauge", "Articles in the archive.", [({}, report.articles)])
        yield Metric("feeds_feed_entries", "gauge", "Stories in the feed.", each(lambda f: f.entries))
        yield Metric(
            "feeds_feed_bytes", "gauge", "Size of the feed's documents in bytes.", each(lambda f: f.bytes)
        )
        yield Metric(
            "feeds_feed_edition", "counter", "Number of the edition that is out.", each(lambda f: f.edition)
        )
        yield Metric(
            "feeds_feed_age_seconds",
            "gauge",
            "Seconds since the edition came out.",
            each(lambda f: age(f.published)),
        )
        yield Metric(
            "feeds_feed_held", "gauge", "1 where an edition is held back.", each(lambda f: f.held is not None)
        )
        yield Metric(
            "feeds_feed_quarantined",
            "gauge",
            "Stories that rules keep back.",
            each(lambda f: len(f.quarantined)),
        )
        states_ = [({"state": state}, float(count)) for state, count in report.counts.items()]
        yield Metric("feeds_webhooks", "gauge", "Webhook messages by what became of them.", states_)
        rejected = [({"source": s.name}, float(s.rejections)) for s in report.sources]
        yield Metric("feeds_source_rejections", "gauge", "What a source holds that is no article.", rejected)
        answers = [
            ({"feed": feed, "status": str(status)}, float(count))
            for (feed, status), count in sorted(self.polled.answers.items())
        ]
        yield Metric("feeds_polls_total", "counter", "Polls that this worker answered.", answers)
        sent = [({"feed": feed}, float(size)) for feed, size in sorted(self.polled.sent.items())]
        yield Metric("feeds_sent_bytes_total", "counter", "Bytes of documents that this worker sent.", sent)


def _exposed(metric: Metric) -> str:
    lines = [f"# HELP {metric.name} {metric.help}", f"# TYPE {metric.name} {metric.kind}"]
    for labels, value in metric.samples:
        said = ",".join(f'{name}="{_escaped(label)}"' for name, label in labels.items())
        lines.append(f"{metric.name}{{{said}}} {value:g}" if said else f"{metric.name} {value:g}")
    return "\n".join(lines) + "\n"


def _escaped(label: str) -> str:
    return label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _page(report: Report) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(f.path)}</td><td>{f.target}</td><td>{f.entries}</td>"
        f"<td>{f.published:%Y-%m-%d %H:%M:%S}</td><td>{html.escape(f.held or 'out')}</td></tr>"
        for f in report.feeds
        if f.published
    )
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{html.escape(report.publication)}</title>"
        f"<h1>{html.escape(report.publication)}</h1><table><tr><th>feed<th>target<th>stories<th>published<th>state"
        f"</tr>{rows}</table></html>"
    )
