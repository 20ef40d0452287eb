"""A worker: a process of its own that answers requests."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from feeds.archive import polls, rhythms
from feeds.archive.archive import Archive, cached_archive
from feeds.archive.inbox import open_inbox
from feeds.archive.polls import Poll, Tally
from feeds.configuration import load
from feeds.errors import FeedsError
from feeds.publication import Configuration
from feeds.serve.app import Application, Behind, pages
from feeds.serve.clients import Clients
from feeds.serve.documents import Documents, Receive, Scope, Send
from feeds.serve.hooks import Hooks
from feeds.serve.log import log
from feeds.serve.manifest import ARCHIVE
from feeds.serve.polling import Polls
from feeds.serve.preview import Preview
from feeds.serve.readable import Readable
from feeds.serve.shelf import Shelf
from feeds.serve.status import Status

FLUSH = 5.0
"""Seconds between two hand-overs of polls."""


HEADER_MILLISECONDS = 10_000
"""How long a request's head may take to come."""

BUFFER = 64 * 1024
"""Bytes that a request's head may have."""

BACKLOG = 1024
"""Connections that may wait to be accepted."""

MOST_AT_ONCE = 1000
"""Requests that a worker takes up at the same time; others wait to be accepted."""


class Hands(NamedTuple):
    """What a worker gets from the publisher: a listening socket, a way to call, and one that tells its end."""

    listener: int
    caller: int
    alive: int


class Worker:
    """What answers requests: an application of the configuration as it is now."""

    def __init__(self, file: Path, archive: str, inbox: Archive, shelf: Shelf, caller: socket.socket) -> None:
        self.file = file
        self.archive = cached_archive(archive)
        self.inbox = inbox
        self.shelf = shelf
        self.caller = caller
        self.polled = Polls()
        self.application = self._application(load(file))

    def _application(self, configuration: Configuration) -> Application:
        token = os.environ.get(configuration.serve.token_env or "") or None
        clients = Clients(configuration.serve.proxies, configuration.serve.requests_per_minute, token)
        hooks = Hooks(configuration, self.archive, self.inbox, clients, self._notify)
        self.status = status = Status(configuration, self.archive, self.inbox, self.shelf)
        readable = Readable(configuration, self.shelf, clients)
        behind = Behind(hooks, status, Preview(configuration, self.archive), readable)
        below = pages(self.shelf, behind, clients)
        return Application(Documents(self.shelf, self.polled, readable), below, clients)

    def _notify(self) -> None:
        """Tells the publisher that a message waits."""
        with contextlib.suppress(BlockingIOError):  # it has been called often enough already
            self.caller.send(b"m")

    def reload(self) -> None:
        """Follows the configuration as it is now; the publisher has seen that it is one."""
        with contextlib.suppress(FeedsError):
            before = self.status
            self.application = self._application(load(self.file))
            before.live.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        await self.application(scope, receive, send)

    async def flush_often(self) -> None:
        """Hands polls over from time to time."""
        while True:
            await asyncio.sleep(FLUSH)
            new, answers = self.polled.taken()
            await asyncio.get_running_loop().run_in_executor(None, self._hand_over, new, answers)

    def flush(self) -> None:
        """Hands the polls over now."""
        self._hand_over(*self.polled.taken())

    def _hand_over(self, new: list[Poll], answers: list[Tally]) -> None:
        if not new:
            return
        try:
            with self.inbox.transaction() as connection:
                polls.add(connection, new)
                polls.count(connection, answers)
                rhythms.add(connection, new)
        except FeedsError as error:
            log("warning", "polls", problem=str(error))


class Listening(Server):
    """Granian, on a socket that somebody else listens with."""

    def __init__(self, application: object, listener: int) -> None:
        super().__init__(
            application,
            interface=Interfaces.ASGINL,
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS, max_buffer_size=BUFFER),
            websockets=False,
            backpressure=MOST_AT_ONCE,
            log_enabled=False,
        )
        self._listener = listener

    def _init_shared_socket(self) -> None:
        self._shd = SocketHolder(self._listener, False, BACKLOG)  # type: ignore[call-arg, assignment]  # noqa: FBT003
        self._ssp = None


async def work(file: Path, archive: str, spool: Path, hands: Hands) -> None:
    """Serves until told to stop."""
    loop = asyncio.get_running_loop()
    caller = socket.socket(fileno=hands.caller)
    caller.setblocking(False)  # noqa: FBT003  (taken by position only)
    with open_inbox(archive) as inbox:
        worker = Worker(file, archive, inbox, Shelf(spool), caller)
        server = Listening(worker, hands.listener)

        def stop() -> None:
            worker.status.live.close()
            server.stop()  # type: ignore[no-untyped-call]

        loop.add_signal_handler(signal.SIGHUP, worker.reload)
        loop.add_signal_handler(signal.SIGTERM, stop)
        ending = threading.Thread(target=_end_with_publisher, args=(hands.alive, loop, stop), daemon=True)
        ending.start()
        flushing = asyncio.create_task(worker.flush_often())
        await server.serve()
        flushing.cancel()
        worker.flush()


def _end_with_publisher(alive: int, loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    """Ends when the publisher ends, however it does: its end of the pipe closes then."""
    while os.read(alive, 1):
        pass
    loop.call_soon_threadsafe(stop)


def main() -> None:
    """Runs a worker with what the publisher hands over."""
    file, spool, *numbers = sys.argv[1:]
    archive = os.environ.pop(ARCHIVE)
    hands = Hands(*map(int, numbers))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the publisher tells its workers when to end
    import uvloop

    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(work(Path(file), archive, Path(spool), hands))


if __name__ == "__main__":
    main()
