"""The publisher's main process: works on the feeds, and looks after the workers that answer requests."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from feeds.archive.archive import open_archive
from feeds.archive.claim import Claim
from feeds.archive.inbox import open_inbox
from feeds.build.run import build
from feeds.configuration import load
from feeds.errors import FeedsError, TakenError
from feeds.pages.subscribe import publishing
from feeds.publication import Age, Configuration
from feeds.publish.lock import alone, aside
from feeds.publish.outputs import output_of
from feeds.serve.announcer import Announcer
from feeds.serve.log import log
from feeds.serve.manifest import ARCHIVE
from feeds.serve.publisher import Publisher, Round
from feeds.serve.signatures import lacking
from feeds.serve.spool import Spool
from feeds.serve.watcher import Watcher

LONGEST_SLEEP = 60.0
"""Seconds after which it looks up even where nothing was foretold: clocks are set, machines sleep."""

PATIENCE = 10.0
"""Seconds that workers have to end."""

EVERY = Age(timedelta(minutes=1))
"""How often databases are read; they do not say when they change."""

SHORTEST_LIFE = 1.0
"""Seconds; a worker that ended sooner is not replaced at once."""

BACKOFF = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds between rounds that fail one after the other."""


class Supervisor:
    """Runs one publication until it is told to stop."""

    def __init__(self, file: Path, configuration: Configuration, host: str, port: int, workers: int) -> None:
        self.file = file
        self.configuration = configuration
        self.listeners = _listeners(host, port, workers)
        self.calls, self.caller = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.calls.setblocking(False)  # noqa: FBT003  (taken by position only)
        self.alive, self._alive_end = os.pipe()
        self.signals, self._signal_end = os.pipe()
        self.workers: list[subprocess.Popen[bytes]] = []
        self.begun: list[float] = []
        self.announcer: Announcer
        self.claim: Claim
        self.watcher: Watcher | None = None
        self.ending = False
        self.reloading = False
        self.called = False
        self.failures = 0
        self.wake: float | None = None
        self.read_at = time.time()

    def run(self) -> None:
        """Publishes what is due, serves, and follows what happens.

        Raises:
            FeedsError: the first build failed.
        """
        with alone(self.configuration) as self.claim, open_archive(self.configuration.archive) as archive:
            spool = Spool(Path(f"{aside(self.configuration)}.spool"), output_of(self.configuration))
            with open_inbox(self.configuration.archive) as inbox, self._signals():
                publisher = Publisher(self.configuration, archive, inbox, spool, self._files_measured)
                self.announcer = Announcer(self.configuration, inbox, spool)
                self._start_workers(spool.folder)
                try:
                    spool.follow(self.configuration, publisher.plans)
                    # before sources are read: what changes from then on is heard of
                    self.watcher = Watcher(self.configuration, self._sources_changed)
                    build(
                        self.configuration, archive, datetime.now(UTC), asked="feeds serve", measuring=False
                    )
                    spool.begin(publisher.out())
                    publishing.publish(self.configuration, spool)
                    self._took(publisher.round())
                    log("info", "serving", address=":".join(map(str, self.listeners[0].getsockname()[:2])))
                    _warn(self.configuration)
                    self.announcer.start()
                    self._follow(publisher, spool)
                finally:
                    if self.watcher:
                        self.watcher.end()
                    publisher.end()
                    self._end_workers()
                    self.announcer.end()
                    spool.end()

    # ---- following

    def _follow(self, publisher: Publisher, spool: Spool) -> None:
        while not self.ending:
            called = self._sleep()
            self._replace_ended(spool.folder)
            if self.reloading:
                self.reloading = False
                self._reload(publisher, spool)
                continue
            now = time.time()
            due = self.wake is not None and self.wake < now
            sources = b"s" in called or self._next_reading() <= now
            if called or self.called or due or sources or self.failures:
                self.called = False
                try:
                    self.claim.hold()
                    done = publisher.round(sources=sources)
                    self.announcer.announce(done.report.news)
                    self._took(done)
                except TakenError:
                    spool.abandon()
                    raise
                except FeedsError as error:
                    self.failures += 1
                    log("error", "round", problem=str(error), failures=self.failures)

    def _sources_changed(self) -> None:
        self._call_for(b"s")

    def _files_measured(self) -> None:
        self._call_for(b"f")

    def _call_for(self, what: bytes) -> None:
        with contextlib.suppress(OSError):  # it has been told often enough already, or ends
            self.caller.send(what, socket.MSG_DONTWAIT)

    def _took(self, done: Round) -> None:
        self.failures = 0
        self.wake = done.wake
        if done.report.sources:
            self.read_at = time.time()
        _tell(done)
        if done.more:
            self.caller.send(b"m")

    def _sleep(self) -> set[bytes]:
        """Waits for a call, a signal or the next due instant; what was called for."""
        if self.failures:
            timeout = BACKOFF[min(self.failures, len(BACKOFF)) - 1]
        else:
            until = min(self.wake or float("inf"), self._next_reading()) - time.time() + 0.001
            timeout = min(max(until, 0.0), LONGEST_SLEEP)
        select.select([self.calls.fileno(), self.signals, *self.claim.sockets], [], [], timeout)
        found: set[bytes] = {b"c"} if self.claim.called() else set()
        with contextlib.suppress(BlockingIOError):
            while call := self.calls.recv(16):
                found.add(call)
        with contextlib.suppress(BlockingIOError):
            os.read(self.signals, 1024)
        return found

    def _next_reading(self) -> float:
        """When sources are to be read again although nobody says that they changed."""
        ages = [source.every or (EVERY if source.query else None) for source in self.configuration.sources]
        return self.read_at + min((age.delta.total_seconds() for age in ages if age), default=float("inf"))

    def _reload(self, publisher: Publisher, spool: Spool) -> None:
        """Follows the configuration as it is now; the old one stays where the new one is none."""
        try:
            new = load(self.file)
            same = (new.output, new.archive) == (self.configuration.output, self.configuration.archive)
            if not same:
                log(
                    "error",
                    "reload",
                    problem="output and archive cannot be changed while it runs: restart it",
                )
                return
            publisher.use(new)
            spool.follow(new, publisher.plans)
            spool.use(output_of(new))
            self.configuration = self.announcer.configuration = new
            self._took(publisher.round(sources=True))
            spool.begin(publisher.out())
            publishing.publish(new, spool)
            if self.watcher:
                self.watcher.end()
            self.watcher = Watcher(new, self._sources_changed)
        except FeedsError as error:
            log("error", "reload", problem=str(error), kept="the old configuration")
            return
        for worker in self.workers:
            worker.send_signal(signal.SIGHUP)
        log("info", "reload", feeds=len(new.feeds))
        _warn(new)

    # ---- signals

    @contextmanager
    def _signals(self) -> Iterator[None]:
        os.set_blocking(self.signals, False)
        os.set_blocking(self._signal_end, False)
        before = signal.set_wakeup_fd(self._signal_end)
        handlers = {
            number: signal.signal(number, self._signalled)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD, signal.SIGUSR1)
        }
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            for number, handler in handlers.items():
                signal.signal(number, handler)

    def _signalled(self, number: int, _frame: Any) -> None:
        if number == signal.SIGHUP:
            self.reloading = True
        elif number == signal.SIGUSR1:
            self.called = True
        elif number != signal.SIGCHLD:  # that one only wakes
            self.ending = True

    # ---- workers

    def _start_workers(self, spool: Path) -> None:
        self.workers = [self._started(spool, listener) for listener in self.listeners]
        self.begun = [time.monotonic()] * len(self.workers)

    def _started(self, spool: Path, listener: socket.socket) -> subprocess.Popen[bytes]:
        handed = (listener.fileno(), self.caller.fileno(), self.alive)
        command = [
            sys.executable,
            "-m",
            "feeds.serve.worker",
            str(self.file),
            str(spool),
        ]
        # not among the arguments, which everybody on the machine may read: it may hold a password
        environment = {**os.environ, ARCHIVE: self.configuration.archive}
        return subprocess.Popen([*command, *map(str, handed)], pass_fds=handed, env=environment)  # noqa: S603

    def _replace_ended(self, spool: Path) -> None:
        """Starts a new worker for one that ended, on the same socket, so that nobody who waits there is lost."""
        for number, worker in enumerate(self.workers):
            if worker.poll() is None or self.ending:
                continue
            log("error", "worker ended", code=worker.returncode)
            if time.monotonic() - self.begun[number] < SHORTEST_LIFE:
                time.sleep(SHORTEST_LIFE)
            self.workers[number] = self._started(spool, self.listeners[number])
            self.begun[number] = time.monotonic()

    def _end_workers(self) -> None:
        os.close(self._alive_end)
        deadline = time.monotonic() + PATIENCE
        for worker in self.workers:
            with contextlib.suppress(subprocess.TimeoutExpired):
                worker.wait(max(0.1, deadline - time.monotonic()))
        for worker in self.workers:
            if worker.poll() is None:
                worker.kill()
                worker.wait()


def _warn(configuration: Configuration) -> None:
    """Logs which webhooks can take no message."""
    for source, problem in lacking(configuration.sources, os.environ):
        log("warning", "webhook secret", source=source.name, problem=problem)


def _tell(done: Round) -> None:
    """Logs what a round did, if it did anything."""
    feeds = done.report.feeds
    published = [feed.path for feed in feeds if feed.state == "published"]
    held = {feed.path: feed.message for feed in feeds if feed.state == "held"}
    if published or held or done.messages:
        took = round((datetime.now(UTC) - done.report.now).total_seconds(), 3)
        log("info", "round", messages=done.messages, published=published, held=held, seconds=took)


def _listeners(host: str, port: int, count: int) -> list[socket.socket]:
    """A listening socket for each worker; on Linux they share the address, and the kernel deals connections out.

    Raises:
        FeedsError: nobody can listen there, or somebody does.
    """
    if not sys.platform.startswith("linux"):
        return [_listening(host, port)] * count
    with _listening(host, port) as probe:  # fails where another program listens, which sharing ones do not
        port = probe.getsockname()[1]
    return [_listening(host, port, shared=True) for _ in range(count)]


def _listening(host: str, port: int, *, shared: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        hint = "Another program may listen there: name another --port."
        raise FeedsError(f"cannot listen on {host}:{port}: {error.strerror}", hint=hint) from None
    return listener
