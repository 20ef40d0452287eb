"""Serves documents: the whole way from a request to its answer, without a framework, for it is walked most."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Protocol

from feeds.serve.conditional import Conditions, outcome
from feeds.serve.manifest import Shown
from feeds.serve.negotiation import coding
from feeds.serve.shelf import Headers, Representation, Shelf

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

FIRST = "index.html"
"""The document that is meant where none is named."""

METHODS = "GET, HEAD, OPTIONS"

_PLAIN: Headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"x-content-type-options", b"nosniff")]
_SAID = {
    404: b"There is no feed at this address.\n",
    405: b"A feed can be read only.\n",
    410: b"This feed is gone for good.\n",
    412: b"The feed is another one than your request expects.\n",
    503: b"Not ready yet: try again in a moment.\n",
}


class Poll(Protocol):
    """Hears of every answer to a poll."""

    def __call__(self, shown: Shown, scope: Scope, status: int, size: int) -> None:
        """A document was asked for, and answered so, with so many bytes."""


class Pages(Protocol):
    """Shows documents to people."""

    def wanted(self, document: Shown, scope: Scope) -> bool:
        """Whether a request is a person's, who would rather see a page."""

    async def answer(self, document: Shown, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the document as a page."""


class Documents:
    """An ASGI application of documents."""

    def __init__(self, shelf: Shelf, poll: Poll, pages: Pages) -> None:
        self.shelf = shelf
        self.poll = poll
        self.pages = pages
        self._making: dict[tuple[str, str, str], asyncio.Future[Representation]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        manifest = self.shelf.manifest
        path = scope["path"][1:] or FIRST
        shown = manifest.documents.get(path)
        if shown is None:
            await _elsewhere(
                path, manifest.moved.get(path), path in manifest.retired, manifest.generation, send
            )
        elif scope["method"] not in ("GET", "HEAD"):
            await _other_method(scope["method"], send)
        elif self.pages.wanted(shown, scope):
            await self.pages.answer(shown, scope, receive, send)
        else:
            await self._answer(shown, scope, send)

    async def _answer(self, shown: Shown, scope: Scope, send: Send) -> None:
        accepted, conditions = _stated(scope["headers"])
        chosen = coding(accepted)
        known = self.shelf.ready(shown, chosen) or await self._made(shown, chosen)
        if known is None:
            await _say(503, send, [(b"retry-after", b"1")])
            return
        status = 200 if conditions is None else outcome(conditions, known.validators)
        if status == 200:
            body = known.body if scope["method"] == "GET" else b""
            await send({"type": "http.response.start", "status": 200, "headers": known.full})
            await send({"type": "http.response.body", "body": body})
            self.poll(shown, scope, 200, len(body))
        elif status == 304:
            await send({"type": "http.response.start", "status": 304, "headers": known.unchanged})
            await send({"type": "http.response.body", "body": b""})
            self.poll(shown, scope, 304, 0)
        else:
            await _say(status, send)

    async def _made(self, shown: Shown, chosen: str) -> Representation | None:
        """A representation made now, once for all who wait for it; the newest one if it was replaced."""
        key = (shown.path, shown.recipe, chosen)
        future = self._making.get(key)
        if future is None:
            future = asyncio.get_running_loop().run_in_executor(None, self.shelf.make, shown, chosen)
            self._making[key] = future
        try:
            made = await future
        except OSError:
            current = self.shelf.manifest.documents.get(shown.path)
            return await self._made(current, chosen) if current and current.recipe != shown.recipe else None
        finally:
            self._making.pop(key, None)
        self.shelf.keep(shown, chosen, made)
        return made


def _stated(headers: Headers) -> tuple[str | None, Conditions | None]:
    """The Accept-Encoding and the conditions of a request; None where it has none of these."""
    accepted: str | None = None
    found: dict[bytes, str] = {}
    for name, value in headers:
        if name == b"accept-encoding":
            accepted = (
                value.decode("latin-1") if accepted is None else f"{accepted}, {value.decode('latin-1')}"
            )
        elif name[:3] == b"if-":
            said = value.decode("latin-1")
            found[name] = f"{found[name]}, {said}" if name in found else said
    if not found:
        return accepted, None
    conditions = Conditions(
        found.get(b"if-match"),
        found.get(b"if-none-match"),
        found.get(b"if-modified-since"),
        found.get(b"if-unmodified-since"),
    )
    return accepted, conditions


async def _elsewhere(path: str, target: str | None, retired: bool, generation: int, send: Send) -> None:  # noqa: FBT001
    """Answers a request for what is not served here."""
    if target is not None:
        await _say(301, send, [(b"location", target.encode()), (b"cache-control", b"public, max-age=86400")])
    elif retired:
        await _say(410, send, [(b"cache-control", b"public, max-age=86400")])
    elif not generation:
        await _say(503, send, [(b"retry-after", b"1")])
    else:
        await _say(404, send)


async def _other_method(method: str, send: Send) -> None:
    allowed = [(b"allow", METHODS.encode())]
    if method == "OPTIONS":
        cross = [(b"access-control-allow-origin", b"*"), (b"access-control-allow-methods", METHODS.encode())]
        cross.append((b"access-control-allow-headers", b"If-None-Match, If-Modified-Since"))
        await _say(204, send, [*allowed, *cross])
    else:
        await _say(405, send, allowed)


async def _say(status: int, send: Send, headers: Headers | None = None) -> None:
    """A short answer in words."""
    body = _SAID.get(status, b"")
    length = [] if status == 204 else [(b"content-length", str(len(body)).encode())]
    await send(
        {"type": "http.response.start", "status": status, "headers": [*_PLAIN, *length, *(headers or [])]}
    )
    await send({"type": "http.response.body", "body": body})
