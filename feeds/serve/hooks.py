"""The webhook: takes a message when it is signed, understood and on the disk; else says why not."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from feeds.archive import articles, inbox
from feeds.archive.archive import Archive
from feeds.archive.inbox import Message, Refusal
from feeds.build.explain import explain
from feeds.build.plan import FeedPlan, plans
from feeds.build.rehearse import rehearse
from feeds.build.sources import circumstances_of
from feeds.errors import FeedsError
from feeds.publication import Configuration, Source
from feeds.serve.clients import Clients
from feeds.serve.log import log
from feeds.serve.messages import LARGEST, Refused, Understood, understand
from feeds.serve.signatures import Signed, Unsigned, secrets, verify

MOST = 64
"""Webhooks that are worked on at the same time; more are asked to come back."""

QUIET = 10.0
"""Seconds for which a body may stop coming."""

LONGEST = 120.0
"""Seconds in which it must have come."""

DRAINED = 64 * 1024 * 1024
"""Bytes of a body that is too large which are read and thrown away, so that its sender hears the answer."""


def answer(status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer."""
    body = msgspec.json.encode(value)
    return Response(body, status, headers=dict(headers or {}), media_type="application/json")


class Hooks:
    """The webhooks of a configuration."""

    def __init__(
        self,
        configuration: Configuration,
        archive: Archive,
        inbox_: Archive,
        clients: Clients,
        notify: Callable[[], None],
    ) -> None:
        self.configuration = configuration
        self.sources = {s.name: s for s in configuration.sources if s.kind == "webhook"}
        self.archive = archive
        self.inbox = inbox_
        self.clients = clients
        self.notify = notify
        self._working = 0

    @property
    def plans(self) -> list[FeedPlan]:
        """The feeds."""
        return plans(self.configuration)

    # ---- taking messages

    async def receive(self, request: Request) -> Response:
        """Answers a message."""
        if self._working >= MOST:
            return answer(503, {"error": "too many webhooks at once"}, {"retry-after": "1"})
        self._working += 1
        try:
            async with asyncio.timeout(LONGEST):
                body = await _read(request)
            work = partial(
                self._received, request.path_params["source"], dict(request.headers), body, request.url.query
            )
            return await asyncio.get_running_loop().run_in_executor(None, work)
        except TimeoutError:
            return answer(
                408, {"error": "the body did not come in time: send it again"}, {"connection": "close"}
            )
        except ClientDisconnect:
            return answer(400, {"error": "the body ended before its end"})
        finally:
            self._working -= 1

    def _received(self, name: str, headers: dict[str, str], body: bytes | None, query: str) -> Response:
        now = time.time()
        source = self.sources.get(name)
        if source is None:
            return answer(404, {"error": f"there is no webhook source {name!r}"})
        if body is None:
            return self._refuse(
                source, headers.get("webhook-id"), 413, f"the body has more than {LARGEST} bytes", now
            )
        signed = self._verified(source, headers, body, now)
        if isinstance(signed, Unsigned):
            return self._refuse(source, headers.get("webhook-id"), 401, signed.reason, now)
        known = self._known(source, signed.id)
        if known is not None:
            return answer(200, {"id": known.id, "state": known.state, "repeated": True})
        understood = understand(
            body, circumstances_of(source, self.configuration), enveloped=source.signature == "standard"
        )
        if isinstance(understood, Refused):
            return self._refuse(source, signed.id, understood.status, understood.reason, now)
        if understood.dry_run or "dry_run" in query:
            return self._rehearsed(understood)
        return self._taken(source, signed.id, understood, body, now)

    def _verified(
        self, source: Source, headers: Mapping[str, str], body: bytes, now: float
    ) -> Signed | Unsigned:
        known = secrets(os.environ.get(source.secret_env or "", ""))
        if not known:
            return Unsigned("the publisher does not know the secret: its variable is not set")
        return verify(source.signature, headers, body, known, now=now, header=source.signature_header)

    def _known(self, source: Source, name: str) -> Message | None:
        with self.inbox.transaction() as connection:
            return inbox.find(connection, source.name, name)

    def _refuse(self, source: Source, name: str | None, status: int, reason: str, now: float) -> Response:
        log("warning", "webhook refused", source=source.name, id=name, status=status, reason=reason)
        refusal = Refusal(source=source.name, id=name, received=now, status=status, reason=reason[:1000])
        with self.inbox.transaction() as connection:
            inbox.refuse(connection, refusal)
        return answer(status, {"error": reason})

    def _taken(self, source: Source, name: str, understood: Understood, body: bytes, now: float) -> Response:
        message = Message(
            source=source.name,
            id=name,
            received=now,
            type=understood.kind,
            body=body,
            articles=understood.stories,
        )
        try:
            with self.inbox.transaction() as connection:
                new = inbox.receive(connection, message)
        except FeedsError as error:
            log("error", "inbox", problem=str(error))
            return answer(
                503, {"error": "the message could not be kept: send it again"}, {"retry-after": "5"}
            )
        if new:
            self.notify()
        where = f"/-/webhooks/{source.name}/{name}"
        return answer(
            202, {"id": name, "state": "accepted", "stories": understood.stories}, {"location": where}
        )

    def _rehearsed(self, understood: Understood) -> Response:
        """What would become of a message; nothing is changed."""
        now = datetime.now(UTC)
        stories = [
            {"id": article.id, "title": article.title, "feeds": rehearse(article, self.plans, now)}
            for article in understood.articles
        ]
        return answer(200, {"dry_run": True, "type": understood.kind, "stories": stories})

    # ---- telling what became of them

    async def told(self, request: Request) -> Response:
        """What became of a message."""
        if not self._may_ask(request):
            return answer(403, {"error": "ask from this machine, with the token, or with a signature"})
        work = partial(self._told, request.path_params["source"], request.path_params["id"])
        return await asyncio.get_running_loop().run_in_executor(None, work)

    def _may_ask(self, request: Request) -> bool:
        if self.clients.may_look(request.scope):
            return True
        source = self.sources.get(request.path_params["source"])
        if source is None:
            return False
        return isinstance(self._verified(source, dict(request.headers), b"", time.time()), Signed)

    def _told(self, source: str, name: str) -> Response:
        with self.inbox.transaction() as connection:
            message = inbox.find(connection, source, name)
        if message is None:
            return answer(404, {"error": f"no message {name!r} came for source {source!r}"})
        facts = {
            "id": message.id,
            "type": message.type,
            "received": datetime.fromtimestamp(message.received, tz=UTC),
            "state": message.state,
            "reason": message.reason,
        }
        stories = self._stories(message) if message.state == "done" else []
        return answer(200, {**facts, "stories": stories or [{"id": story} for story in message.articles]})

    def _stories(self, message: Message) -> list[dict[str, Any]]:
        now = datetime.now(UTC)
        with self.archive.transaction() as connection:
            found = [articles.find(connection, story) for story in message.articles]
            return [
                {
                    "id": article.id,
                    "url": article.url,
                    "feeds": [explain(connection, article, plan, now) for plan in self.plans],
                }
                for article in found
                if article is not None
            ]


async def _read(request: Request) -> bytes | None:
    """A request's body; None where it is too large."""
    parts: list[bytes] = []
    size = 0
    stream = request.stream()
    while (part := await asyncio.wait_for(anext(stream, None), QUIET)) is not None:
        size += len(part)
        if size <= LARGEST:
            parts.append(part)
        elif size > DRAINED:
            return None
        else:
            parts.clear()
    return b"".join(parts) if size <= LARGEST else None
