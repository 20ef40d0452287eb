"""Looks at many files: several at a time, few of one host, within a time; hosts that are down are let alone."""

from __future__ import annotations

import queue
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from feeds.archive.media import KnownFile
from feeds.measuring.look import Look

Looking = Callable[[KnownFile], Look]

PAUSES = (0.5, 2.0)
"""Seconds before a file is tried again at once; after that it waits for another survey."""

DOWN = 3
"""Files of one host in a row without a lasting answer after which nobody asks it for the rest."""

SILENT = Look(problem="was not asked for: its host did not answer for others")


class Limits(NamedTuple):
    """Files that are looked at at a time, those of one host among them, and seconds for all."""

    concurrency: int = 8
    per_host: int = 2
    seconds: float = float("inf")


class Looked(NamedTuple):
    """A file and what came of looking at it."""

    file: KnownFile
    look: Look


def survey(
    files: Sequence[KnownFile], looking: Looking, limits: Limits, stop: threading.Event | None = None
) -> Iterator[Looked]:
    """Each file that was looked at, as it is done; those for which there is no time are left out.

    What is under way when time is up, or when it is told to stop, is abandoned.
    """
    stop = stop or threading.Event()
    hosts = _Hosts(files, limits.per_host)
    done: queue.SimpleQueue[Looked] = queue.SimpleQueue()
    for _ in range(min(limits.concurrency, len(files))):
        threading.Thread(target=_work, args=(hosts, looking, done, stop), daemon=True).start()
    until = time.monotonic() + limits.seconds
    try:
        for _ in files:
            result = _next(done, until, stop)
            if result is None:
                return
            yield result
    finally:
        hosts.close()


def _next(done: queue.SimpleQueue[Looked], until: float, stop: threading.Event) -> Looked | None:
    while not stop.is_set() and (left := until - time.monotonic()) > 0:
        try:
            return done.get(timeout=min(left, 0.2))
        except queue.Empty:
            continue
    return None


def _work(hosts: _Hosts, looking: Looking, done: queue.SimpleQueue[Looked], stop: threading.Event) -> None:
    while (file := hosts.take()) is not None:
        look = SILENT if hosts.down(file) else _patiently(looking, file, stop)
        hosts.finished(file, look)
        done.put(Looked(file, look))


def _patiently(looking: Looking, file: KnownFile, stop: threading.Event) -> Look:
    """Looks, and again after a while where something went wrong that may pass."""
    look = _looked(looking, file)
    for pause in PAUSES:
        if look.problem is None or look.lasting or look.wait or stop.wait(pause):
            break
        look = _looked(looking, file)
    return look


def _looked(looking: Looking, file: KnownFile) -> Look:
    try:
        return looking(file)
    except Exception as error:  # one file never ends the survey of the others
        return Look(problem=f"could not be looked at: {type(error).__name__}: {error}")


class _Hosts:
    """The files that wait, host by host."""

    def __init__(self, files: Sequence[KnownFile], per_host: int) -> None:
        self._per_host = per_host
        self._waiting: dict[str, deque[KnownFile]] = {}
        for file in files:
            self._waiting.setdefault(_host(file), deque()).append(file)
        self._busy: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        self._change = threading.Condition()

    def take(self) -> KnownFile | None:
        """The next file whose host is not busy; None when none waits any more."""
        with self._change:
            while self._waiting:
                for host, files in self._waiting.items():
                    if self._busy[host] < self._per_host:
                        self._busy[host] += 1
                        file = files.popleft()
                        del self._waiting[host]
                        if files:
                            self._waiting[host] = files  # behind the others
                        return file
                self._change.wait()
        return None

    def finished(self, file: KnownFile, look: Look) -> None:
        """Lets the next one of the host in."""
        with self._change:
            host = _host(file)
            self._busy[host] -= 1
            passing = look.problem is not None and not look.lasting
            self._failed[host] = self._failed[host] + 1 if passing else 0
            self._change.notify_all()

    def down(self, file: KnownFile) -> bool:
        """Whether the file's host has given no lasting answer several times in a row."""
        with self._change:
            return self._failed[_host(file)] >= DOWN

    def close(self) -> None:
        """Lets nobody in any more."""
        with self._change:
            self._waiting.clear()
            self._change.notify_all()


def _host(file: KnownFile) -> str:
    try:
        return urlsplit(file.url).netloc.lower()
    except ValueError:
        return ""
