"""Several requests at a time, their answers in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

AT_A_TIME = 4
"""Requests that are on their way together: most go to one and the same host."""

T = TypeVar("T")
Made = TypeVar("Made")


def abreast(do: Callable[[T], Made], things: Iterable[T]) -> Iterator[Made]:
    """What becomes of each thing, in their order; no more than a few are under way or waiting."""
    waiting = iter(things)
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        while some := list(islice(waiting, AT_A_TIME)):
            yield from pool.map(do, some)
