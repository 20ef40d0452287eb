"""A worker: a process of its own that answers requests."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import uvicorn

from feeds.archive import polls
from feeds.archive.archive import Archive, cached_archive
from feeds.archive.inbox import open_inbox
from feeds.configuration import load
from feeds.errors import FeedsError
from feeds.publication import Configuration
from feeds.serve.app import Application, pages
from feeds.serve.clients import Clients
from feeds.serve.documents import Documents, Receive, Scope, Send
from feeds.serve.hooks import Hooks
from feeds.serve.log import log
from feeds.serve.polling import Polls
from feeds.serve.shelf import Shelf
from feeds.serve.status import Status

FLUSH = 5.0
"""Seconds between two hand-overs of polls."""


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
        status = Status(configuration, self.archive, self.inbox, self.shelf, self.polled)
        return Application(
            Documents(self.shelf, self.polled), pages(self.shelf, hooks, status, clients), clients
        )

    def _notify(self) -> None:
        """Tells the publisher that a message waits."""
        with contextlib.suppress(BlockingIOError):  # it has been called often enough already
            self.caller.send(b"m")

    def reload(self) -> None:
        """Follows the configuration as it is now; the publisher has seen that it is one."""
        with contextlib.suppress(FeedsError):
            self.application = self._application(load(self.file))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        await self.application(scope, receive, send)

    async def flush_often(self) -> None:
        """Hands polls over from time to time."""
        while True:
            await asyncio.sleep(FLUSH)
            await asyncio.get_running_loop().run_in_executor(None, self.flush)

    def flush(self) -> None:
        """Hands the polls over."""
        if new := self.polled.taken():
            try:
                with self.inbox.transaction() as connection:
                    polls.add(connection, new)
            except FeedsError as error:
                log("warning", "polls", problem=str(error))


async def work(file: Path, archive: str, spool: Path, hands: Hands) -> None:
    """Serves until told to stop."""
    listener, caller = socket.socket(fileno=hands.listener), socket.socket(fileno=hands.caller)
    caller.setblocking(False)  # noqa: FBT003  (taken by position only)
    with open_inbox(archive) as inbox:
        worker = Worker(file, archive, inbox, Shelf(spool), caller)
        server = uvicorn.Server(_settings(worker))
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, worker.reload)
        threading.Thread(target=_end_with_publisher, args=(hands.alive, server), daemon=True).start()
        flushing = asyncio.create_task(worker.flush_often())
        await server.serve(sockets=[listener])
        flushing.cancel()
        worker.flush()


def _settings(worker: Worker) -> uvicorn.Config:
    return uvicorn.Config(
        worker,
        loop="uvloop",
        http="httptools",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64 * 1024,
    )


def _end_with_publisher(alive: int, server: uvicorn.Server) -> None:
    """Ends when the publisher ends, however it does: its end of the pipe closes then."""
    while os.read(alive, 1):
        pass
    server.should_exit = True


def main() -> None:
    """Runs a worker with what the publisher hands over."""
    file, archive, spool, *numbers = sys.argv[1:]
    hands = Hands(*map(int, numbers))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the publisher tells its workers when to end
    import uvloop

    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(work(Path(file), archive, Path(spool), hands))


if __name__ == "__main__":
    main()
