"""How the publisher does: for people, as data, and as metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from feeds.archive import outbox, polls
from feeds.archive.archive import Archive
from feeds.pages.status.gather import Gathering
from feeds.pages.status.report import Report
from feeds.pages.status.view import page
from feeds.pages.visitor import html, visitor
from feeds.publication import Configuration
from feeds.serve.live import Live
from feeds.serve.metrics import Facts, exposed
from feeds.serve.negotiation import prefers_json
from feeds.serve.shelf import Shelf

T = TypeVar("T")


class Status:
    """Tells how the publisher does."""

    def __init__(self, configuration: Configuration, archive: Archive, inbox_: Archive, shelf: Shelf) -> None:
        self.configuration = configuration
        self.gathering = Gathering(configuration, archive, inbox_)
        self.inbox = inbox_
        self.shelf = shelf
        self.live = Live(self.gathering, self.report)

    def report(self) -> Report:
        """How everything does now. Reads databases: not for the event loop.

        Raises:
            ArchiveError: a database refused.
        """
        return self.gathering.report(datetime.now(UTC), self.shelf.manifest.generation)

    # ---- pages

    async def data(self, _request: Request) -> Response:
        """The report as JSON."""
        return await _elsewhere(
            lambda: Response(msgspec.json.encode(self.report()), media_type="application/json")
        )

    async def page(self, request: Request) -> Response:
        """The report for people; as JSON for those who ask for that."""
        if prefers_json(request.headers.get("accept")):
            return await self.data(request)
        who = visitor(request, self.configuration.lang)
        return await _elsewhere(lambda: html(who, page(self.report(), self.configuration, who)))

    async def metrics(self, _request: Request) -> Response:
        """The report as Prometheus reads it."""
        return await _elsewhere(self._exposed)

    def _exposed(self) -> Response:
        report = self.report()
        with self.inbox.transaction() as connection:
            facts = Facts(report, polls.tallies(connection), outbox.count(connection))
        return Response(exposed(facts), media_type="text/plain; version=0.0.4; charset=utf-8")


async def _elsewhere(work: Callable[[], T]) -> T:
    """Does what reads databases in a thread of its own."""
    return await asyncio.get_running_loop().run_in_executor(None, work)
