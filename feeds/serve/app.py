"""What a worker serves: feeds at their paths, and everything else below /-/."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from feeds.errors import FeedsError
from feeds.pages.assets import assets
from feeds.serve.clients import Clients
from feeds.serve.documents import Documents, Receive, Scope, Send
from feeds.serve.hooks import Hooks
from feeds.serve.log import log
from feeds.serve.preview import Preview
from feeds.serve.readable import Readable
from feeds.serve.shelf import Shelf
from feeds.serve.status import Status

BEHIND = "/-/"
"""Where everything that is no feed lives."""

FOR_EVER = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}
"""Headers of files whose names change with their content."""

Handler = Callable[[Request], Awaitable[Response]]


class Behind(NamedTuple):
    """What answers below /-/."""

    hooks: Hooks
    status: Status
    preview: Preview
    readable: Readable


class Application:
    """An ASGI application: documents without detour, the rest by Starlette."""

    def __init__(self, documents: Documents, pages: Starlette, clients: Clients) -> None:
        self.documents = documents
        self.pages = pages
        self.clients = clients

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            return
        seconds = self.clients.must_wait(scope)
        if seconds:
            await _later(seconds, send)
        elif scope["path"].startswith(BEHIND):
            await self.pages(scope, receive, send)
        else:
            await self.documents(scope, receive, send)


async def _later(seconds: int, send: Send) -> None:
    headers = [(b"retry-after", str(seconds).encode()), (b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 429, "headers": headers})
    await send({"type": "http.response.body", "body": b"Too many requests: ask again later.\n"})


def pages(shelf: Shelf, behind: Behind, clients: Clients) -> Starlette:
    """The pages below /-/."""

    async def health(_request: Request) -> Response:
        ready = shelf.manifest.generation > 0
        return PlainTextResponse("ok\n" if ready else "starting\n", 200 if ready else 503)

    async def asset(request: Request) -> Response:
        found = assets().get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("There is no such file.\n", 404)
        return Response(found.content, media_type=found.media_type, headers=FOR_EVER)

    def guarded(handler: Handler) -> Handler:
        async def guard(request: Request) -> Response:
            if clients.may_look(request.scope):
                return await handler(request)
            return PlainTextResponse("Only from this machine, or with the token.\n", 403)

        return guard

    return Starlette(
        routes=[
            Route("/-/health", health),
            Route("/-/ready", health),
            Route("/-/webhooks/{source}", behind.hooks.receive, methods=["POST"]),
            Route("/-/webhooks/{source}/{id:path}", behind.hooks.told),
            Route("/-/status", guarded(behind.status.page)),
            Route("/-/status.json", guarded(behind.status.data)),
            Route("/-/status/events", guarded(behind.status.live.stream)),
            Route("/-/preview", guarded(behind.preview.page)),
            Route("/-/feeds", guarded(behind.readable.all)),
            Route("/-/feeds/{path:path}", behind.readable.one),
            Route("/-/assets/{name}", asset),
            Route("/-/metrics", guarded(behind.status.metrics)),
        ],
        exception_handlers={FeedsError: _unavailable},
    )


def _unavailable(request: Request, error: Exception) -> Response:
    """An answer where a database does not give one."""
    log("error", "inbox" if "/webhooks/" in request.url.path else "status", problem=str(error))
    said = {"error": "the archive does not answer: ask again"}
    return JSONResponse(said, 503, {"retry-after": "5", "cache-control": "no-store"})
