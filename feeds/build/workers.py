"""Work in several processes: each has the archive open for itself."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""How many tasks wait for each worker: enough that none is idle, few enough that results do not pile up."""


class Workers:
    """Processes that are started when there is work for more than one."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def each(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """The function's results, in the order of the tasks."""
        if self.count == 1:
            yield from map(function, tasks)
            return
        waiting: deque[Future[R]] = deque()
        for task in tasks:
            waiting.append(self._started().submit(function, task))
            while len(waiting) >= self.count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.count, mp_context=_context(), initializer=_end_with_publisher
            )
        return self._pool

    def close(self) -> None:
        """Ends the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _end_with_publisher() -> None:
    """Sees to it that a worker ends when the publisher was killed: it would hold its lock for ever."""
    publisher = multiprocessing.parent_process()
    if publisher is not None:
        threading.Thread(target=_await_end, args=(publisher.sentinel,), daemon=True).start()


def _await_end(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _threads() -> int:
    """How many threads there are, those included that libraries have of which Python knows nothing."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return threading.active_count()


def _context() -> Any:
    """Forking is quick, but not safe beside other threads."""
    alone = _threads() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone else "spawn")


@contextmanager
def workers(count: int | None = None) -> Iterator[Workers]:
    """Workers that are ended at the end."""
    made = Workers(count)
    try:
        yield made
    finally:
        made.close()
