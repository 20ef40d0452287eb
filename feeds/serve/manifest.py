"""What is served, as the publisher tells its workers: a file, replaced in one step, and a counter in shared memory.

A worker looks at the counter with each request, which costs next to nothing; when it has moved, the
worker reads the manifest again. So every worker serves a new edition from the same instant on.
"""

from __future__ import annotations

import contextlib
import mmap
import os
from pathlib import Path

import msgspec
from msgspec import Struct

NAME = "manifest"
COUNTER = "generation"
_SIZE = 8

ARCHIVE = "FEEDS_WORKER_ARCHIVE"
"""The variable by which a worker hears where the archive is."""


class Shown(Struct, frozen=True, array_like=True):
    """A document as it is served: where its bytes are, and what is said of them.

    `file` holds the document as it is, `file` and a coding's ending hold it packed, once somebody
    packed it. A `stamp` other than 0 is the time that the file must have, in nanoseconds, to hold
    this document and no newer one. `recipe` names the content, `modified` is in seconds, `links`
    are the Link header's.
    """

    path: str
    feed: str
    file: str
    stamp: int
    recipe: str
    size: int
    modified: int
    media_type: str
    max_age: int
    links: str = ""


class Manifest(Struct, frozen=True):
    """All that is served: documents by path, addresses that moved with where to, and retired ones."""

    generation: int
    documents: dict[str, Shown]
    moved: dict[str, str] = {}
    retired: tuple[str, ...] = ()


_decoder = msgspec.msgpack.Decoder(Manifest)


class Counter:
    """A number in memory that processes share through a file."""

    def __init__(self, folder: Path) -> None:
        file = folder / COUNTER
        with contextlib.suppress(FileExistsError), file.open("xb") as new:
            new.write(bytes(_SIZE))
        with file.open("r+b") as shared:
            self._memory = mmap.mmap(shared.fileno(), _SIZE)

    @property
    def value(self) -> int:
        """The number."""
        return int.from_bytes(self._memory[:_SIZE], "little")

    @value.setter
    def value(self, number: int) -> None:
        self._memory[:_SIZE] = number.to_bytes(_SIZE, "little")


def write(folder: Path, manifest: Manifest, counter: Counter) -> None:
    """Makes a manifest the current one."""
    staged = folder / f"{NAME}.{os.getpid()}"
    staged.write_bytes(msgspec.msgpack.encode(manifest))
    staged.replace(folder / NAME)
    counter.value = manifest.generation


def read(folder: Path) -> Manifest | None:
    """The current manifest; None before there is one."""
    try:
        return _decoder.decode((folder / NAME).read_bytes())
    except FileNotFoundError:
        return None


def linked(url: str, hubs: tuple[str, ...]) -> str:
    """The Link header of a feed: its own address, and its hubs."""
    return ", ".join([f'<{url}>; rel="self"', *(f'<{hub}>; rel="hub"' for hub in hubs)])
