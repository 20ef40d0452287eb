"""Tells open pages what changed: server-sent events, bounded in number, gathered once for all who look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from feeds.errors import FeedsError
from feeds.pages.status.gather import Gathering
from feeds.pages.status.report import Report
from feeds.pages.status.view import parts
from feeds.pages.visitor import visitor
from feeds.serve.log import log
from feeds.wording import wording

MOST = 24
"""Pages that a worker keeps up to date at the same time."""

LOOK = 1.0
"""Seconds between two looks at whether anything changed."""

UNTOLD = 5.0
"""Seconds after which it counts as changed where a database does not tell."""

QUIET = 15.0
"""Seconds after which a sign of life is sent, so that proxies keep the connection."""

LONGEST = 3600.0
"""Seconds after which a page has to connect anew."""

AGAIN_MILLISECONDS = 3000
"""When a page that lost its connection tries again."""

Queue = asyncio.Queue[bytes | None]


class Live:
    """The pages that are open at one worker. While there are none, nothing is looked at."""

    def __init__(self, gathering: Gathering, report: Callable[[], Report]) -> None:
        self.gathering = gathering
        self.report = report
        self._open: dict[Queue, str] = {}
        self._looking: asyncio.Task[None] | None = None
        self._sent: dict[str, bytes] = {}

    async def stream(self, request: Request) -> Response:
        """The changes from now on, for one page."""
        if len(self._open) >= MOST:
            return PlainTextResponse(
                "Enough pages are open: look again later.\n", 503, headers={"retry-after": "30"}
            )
        queue: Queue = asyncio.Queue(maxsize=1)
        self._open[queue] = visitor(request, self.gathering.configuration.lang).say.language
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())
        elif (known := self._sent.get(self._open[queue])) is not None:
            _put(queue, known)
        headers = {
            "cache-control": "no-store",
            "x-accel-buffering": "no",
            "x-content-type-options": "nosniff",
        }
        return StreamingResponse(self._events(queue), media_type="text/event-stream", headers=headers)

    def close(self) -> None:
        """Ends every stream: pages connect anew."""
        for queue in self._open:
            _put(queue, None)
        self._end_looking()

    async def _events(self, queue: Queue) -> AsyncIterator[bytes]:
        ends = asyncio.get_running_loop().time() + LONGEST
        try:
            yield b"retry: %d\n\n" % AGAIN_MILLISECONDS
            while asyncio.get_running_loop().time() < ends:
                try:
                    event = await asyncio.wait_for(queue.get(), QUIET)
                except TimeoutError:
                    event = b": here\n\n"
                if event is None:
                    return
                yield event
        finally:
            self._open.pop(queue, None)
            if not self._open:
                self._end_looking()

    def _end_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._sent.clear()

    async def _look(self) -> None:
        loop = asyncio.get_running_loop()
        seen: object = None
        looked = 0.0
        while True:
            versions = await loop.run_in_executor(None, self._versions)
            untold = versions is None and loop.time() - looked >= UNTOLD
            fresh = set(self._open.values()) - self._sent.keys()
            if fresh or untold or (versions is not None and versions != seen):
                seen, looked = versions, loop.time()
                await self._tell()
            await asyncio.sleep(LOOK)

    def _versions(self) -> tuple[int | None, ...] | None:
        try:
            found = self.gathering.versions
        except FeedsError as error:
            log("warning", "status", problem=str(error))
            return None
        return None if None in found else found

    async def _tell(self) -> None:
        """Sends everybody the page as it is now, each in their language; a slow one misses what is old already."""
        wanted = sorted(set(self._open.values()))
        made = await asyncio.get_running_loop().run_in_executor(None, self._made, wanted)
        self._sent = made
        for queue, language in list(self._open.items()):
            if language in made:
                _put(queue, made[language])

    def _made(self, languages: list[str]) -> dict[str, bytes]:
        try:
            report = self.report()
        except FeedsError as error:
            log("warning", "status", problem=str(error))
            return {}
        return {one: _event(parts(report, self.gathering.configuration, wording(one))) for one in languages}


def _event(shown: dict[str, str]) -> bytes:
    return b"event: parts\ndata: " + msgspec.json.encode(shown) + b"\n\n"


def _put(queue: Queue, event: bytes | None) -> None:
    """The newest event takes the place of one that was not fetched yet."""
    while queue.full():
        queue.get_nowait()
    queue.put_nowait(event)
