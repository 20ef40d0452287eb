"""Feeds as pages: for whoever asks with a browser, and, with their source, for those who look after them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from feeds.build.plan import plans
from feeds.checking.finding import Finding
from feeds.pages.document import shown
from feeds.pages.readable.source import source
from feeds.pages.readable.view import Document, all_page, source_page, stories_page
from feeds.pages.security import OWN, READABLE
from feeds.pages.subscribe.offers import role
from feeds.pages.visitor import html, visitor
from feeds.publication import Configuration
from feeds.serve.clients import Clients
from feeds.serve.documents import Receive, Scope, Send
from feeds.serve.manifest import Shown
from feeds.serve.negotiation import is_robot, prefers_page
from feeds.serve.shelf import Shelf, read
from feeds.targets.check import check

LARGEST = 24 * 1024 * 1024
"""Bytes of a document that is shown."""

KEPT = 8
"""Documents whose findings are remembered."""


Work = Callable[[Request, Shown, bool], Response]


class Readable:
    """Shows feeds as pages."""

    def __init__(self, configuration: Configuration, shelf: Shelf, clients: Clients) -> None:
        self.configuration = configuration
        self.plans = {plan.path: plan for plan in plans(configuration)}
        self.for_readers = {path for path, plan in self.plans.items() if role(plan.target) == "reader"}
        self.shelf = shelf
        self.clients = clients
        self._found: OrderedDict[tuple[str, str], list[Finding]] = OrderedDict()

    # ---- at the feed's own address

    def wanted(self, document: Shown, scope: Scope) -> bool:
        """Whether a person asks for a feed with a browser: only then, and only for feeds that readers take."""
        accepted = next((value for name, value in scope["headers"] if name == b"accept"), b"")
        if b"text/html" not in accepted.lower() or document.path not in self.for_readers:
            return False  # nearly everybody: feeds are asked for by programs
        stated = {name: value.decode("latin-1") for name, value in scope["headers"] if name in _TELLING}
        return (
            prefers_page(stated.get(b"accept"))
            and not is_robot(stated.get(b"user-agent", ""))
            and stated.get(b"sec-fetch-dest", "document") == "document"
        )

    async def answer(self, document: Shown, scope: Scope, receive: Receive, send: Send) -> None:
        """The feed as a page. Nobody may keep it: caches hold what programs get."""
        answer = await _elsewhere(self._stories, Request(scope, receive), document, inside=False)
        answer.headers["vary"] = "Accept, Accept-Language, Cookie"
        await answer(scope, receive, send)

    # ---- below /-/

    async def all(self, request: Request) -> Response:
        """Every document that is out."""
        who = visitor(request, self.configuration.lang)
        documents = self.shelf.manifest.documents
        found = [
            Document(path, self.plans[one.feed], one.size)
            for path, one in documents.items()
            if one.feed in self.plans
        ]
        order = list(self.plans)
        found.sort(key=lambda one: (order.index(one.plan.path), one.path))
        return html(who, all_page(self.configuration, found, who.say, who=who, inside=True))

    async def one(self, request: Request) -> Response:
        """A document as its stories, or, for those who may look behind the scenes, as its source."""
        document = self.shelf.manifest.documents.get(request.path_params["path"])
        if document is None or document.feed not in self.plans:
            return PlainTextResponse("There is no such feed.\n", 404)
        inside = self.clients.may_look(request.scope)
        if request.query_params.get("view") != "source":
            return await _elsewhere(self._stories, request, document, inside=inside)
        if not inside:
            return PlainTextResponse("Only from this machine, or with the token.\n", 403)
        return await _elsewhere(self._source, request, document, inside=inside)

    # ---- in a thread of its own

    def _stories(self, request: Request, document: Shown, inside: bool) -> Response:  # noqa: FBT001
        content = self._content(document)
        if content is None:
            return _too_much()
        who = visitor(request, self.configuration.lang)
        made = stories_page(
            self.configuration,
            Document(document.path, self.plans[document.feed], document.size),
            shown(content),
            datetime.now(UTC),
            who.say,
            who=who,
            inside=inside,
        )
        return html(who, made, policy=READABLE)

    def _source(self, request: Request, document: Shown, _inside: bool) -> Response:  # noqa: FBT001
        content = self._content(document)
        if content is None:
            return _too_much()
        who = visitor(request, self.configuration.lang)
        first = request.query_params.get("from", "1")
        number = int(first) if first.isascii() and first.isdigit() and len(first) < 9 else 1
        lines = source(content, self._findings(document, content), number)
        made = source_page(
            self.configuration,
            Document(document.path, self.plans[document.feed], document.size),
            lines,
            who.say,
            who=who,
            inside=True,
        )
        return html(who, made, policy=OWN)

    def _content(self, document: Shown) -> bytes | None:
        if document.size > LARGEST:
            return None
        try:
            return read(Path(document.file), document.stamp)
        except OSError:
            current = self.shelf.manifest.documents.get(document.path)
            again = current is not None and current.recipe != document.recipe
            return self._content(current) if again and current else None

    def _findings(self, document: Shown, content: bytes) -> list[Finding]:
        key = (document.path, document.recipe)
        known = self._found.get(key)
        if known is None:
            plan = self.plans[document.feed]
            known = self._found[key] = check(
                content,
                plan.target.name,
                now=datetime.now(UTC),
                url=plan.channel.url if document.path == plan.path else None,
                publication=self.configuration.publication.name,
            )
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
        return known


_TELLING = frozenset({b"accept", b"user-agent", b"sec-fetch-dest"})


def _too_much() -> Response:
    return PlainTextResponse("This document is too large for a page, or just being replaced.\n", 503)


async def _elsewhere(work: Work, request: Request, document: Shown, *, inside: bool) -> Response:
    """Makes a page in a thread of its own."""
    return await asyncio.get_running_loop().run_in_executor(None, work, request, document, inside)
