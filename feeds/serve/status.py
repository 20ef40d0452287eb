"""How the publisher does: for people, as data, and as metrics."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from feeds.archive import articles, editions, files, history, inbox, outbox, polls, states
from feeds.archive.archive import Archive
from feeds.build.plan import FeedPlan, plans
from feeds.publication import Configuration
from feeds.serve.metrics import Facts, exposed
from feeds.serve.report import FeedStatus, Report, SourceStatus
from feeds.serve.shelf import Shelf

LATEST = 50
"""Messages, refusals and pollers that are shown."""


class Status:
    """Tells how the publisher does."""

    def __init__(self, configuration: Configuration, archive: Archive, inbox_: Archive, shelf: Shelf) -> None:
        self.configuration = configuration
        self.plans = plans(configuration)
        self.archive = archive
        self.inbox = inbox_
        self.shelf = shelf

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
        facts = await asyncio.get_running_loop().run_in_executor(None, self._facts, report)
        return Response(exposed(facts), media_type="text/plain; version=0.0.4; charset=utf-8")

    def _facts(self, report: Report) -> Facts:
        with self.inbox.transaction() as connection:
            return Facts(report, polls.tallies(connection), outbox.count(connection))


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
