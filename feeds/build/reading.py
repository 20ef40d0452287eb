"""Sources' files as tasks: which are to be read, in what pieces; and one task read, in whichever process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

import msgspec

from feeds.archive.articles import Row, row_of
from feeds.archive.files import KnownFile
from feeds.article import Article
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.files import content, expand, modified
from feeds.intake.read import read, reader

PIECE = 4 * 1024 * 1024
"""About how many bytes of a file of lines are one task."""

LINE_END = ord("\n")

MISSING = (-1, 0)
"""The mark of a file that is not there."""

TOGETHER = 32
"""How many small files are one task."""


class Piece(NamedTuple):
    """Some bytes of a file; `stop` is None for the whole file."""

    path: str
    start: int = 0
    stop: int | None = None
    first_line: int = 1


class Task(NamedTuple):
    """Pieces that are read together, and all that reading depends on."""

    kind: str
    pieces: tuple[Piece, ...]
    circumstances: Circumstances
    priority: int


class Taken(NamedTuple):
    """What a piece held: articles as they are stored, and why the rest is none."""

    piece: Piece
    rows: list[Row]
    rejections: list[Rejection]
    digest: str


def take(task: Task) -> list[Taken]:
    """Reads a task's pieces."""
    return [_taken(task, piece) for piece in task.pieces]


def _taken(task: Task, piece: Piece) -> Taken:
    data = _bytes(piece)
    if isinstance(data, Rejection):
        return Taken(piece, [], [data], "")
    rows: list[Row] = []
    rejections: list[Rejection] = []
    dated = modified(piece.path)
    circumstances = replace(task.circumstances, first_line=piece.first_line, dated=dated)
    for result in read(task.kind, data, file=piece.path, circumstances=circumstances):
        if isinstance(result, Article):
            rows.append(row_of(result, task.priority))
        else:
            rejections.append(result)
    return Taken(piece, rows, rejections, digest_of(data) if piece.stop is None else "")


def _bytes(piece: Piece) -> bytes | Rejection:
    if piece.stop is None:
        return content(piece.path)
    try:
        with Path(piece.path).open("rb") as file:
            file.seek(piece.start)
            return file.read(piece.stop - piece.start)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        return Rejection(code="unreadable", reason=reason, file=piece.path)


def digest_of(data: bytes) -> str:
    """The hash by which a piece is known again."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def checksum(data: bytes | memoryview, before: int = 0) -> int:
    """The CRC-32 of data behind other data whose own it was before."""
    return _crc32()(data, before)


@cache
def _crc32() -> Callable[[bytes | memoryview, int], int]:
    try:
        from isal.isal_zlib import crc32
    except ImportError:
        from zlib import crc32
    return crc32


class Lines:
    """A file of lines, cut in pieces where lines end. What it holds as a whole is known once it is cut.

    That it begins as it did is told by a checksum, which machines have an instruction for: a file of
    gigabytes that grew by a line is read at the speed of memory.
    """

    def __init__(self, path: str, size: int, before: KnownFile | None) -> None:
        self.path = path
        self.size = size
        self.before = before
        self.appended = False
        self.lines = 0
        self._sum = 0

    @property
    def digest(self) -> str:
        """The checksum of all that was cut."""
        return f"{self._sum:08x}"

    def pieces(self) -> Iterator[Piece]:
        """The pieces, or those behind what was read before, where nothing of that changed."""
        try:
            with Path(self.path).open("rb") as file:
                if self._begins_as_before(file):
                    self.appended = True
                else:
                    file.seek(0)
                    self._sum = 0
                yield from self._cut(file)
        except OSError:
            yield Piece(self.path)  # reading it as a whole tells what is wrong

    def _begins_as_before(self, file: BufferedReader) -> bool:
        known = self.before
        if known is None or not 0 < known.size <= self.size:
            return False
        space = memoryview(bytearray(min(PIECE, known.size)))
        left, length = known.size, 0
        while left and (length := file.readinto(space[:left])):
            self._sum = checksum(space[:length], self._sum)
            left -= length
        same = left == 0 and space[length - 1] == LINE_END and self.digest == known.digest
        self.lines = known.lines if same else 0
        return same

    def _cut(self, file: BufferedReader) -> Iterator[Piece]:
        while (start := file.tell()) < self.size:
            data = file.read(min(PIECE, self.size - start))
            if start + len(data) < self.size:
                data += file.readline()
            if not data:
                return
            first = self.lines + 1
            self._take(data)
            yield Piece(self.path, start, start + len(data), first)

    def _take(self, data: bytes) -> None:
        self._sum = checksum(data, self._sum)
        self.lines += data.count(b"\n")


class Found(NamedTuple):
    """A file that is there; `lines` for one that is cut, neither that nor `whole` for one that is as it was."""

    path: str
    mark: tuple[int, int]
    whole: bool = False
    lines: Lines | None = None

    @property
    def new(self) -> bool:
        """Whether something of it is to be read."""
        return self.whole or self.lines is not None

    def pieces(self) -> Iterator[Piece]:
        """What of it is to be read."""
        if self.lines is not None:
            yield from self.lines.pieces()
        elif self.whole:
            yield Piece(self.path)


def found(kind: str, pattern: str, known: Mapping[str, KnownFile], key: str) -> Iterator[Found]:
    """The files that a source's pattern names, each with what is new in it."""
    endings = tuple(getattr(reader(kind), "LINES", ()))
    for path in expand(pattern):
        mark = _mark(path)
        before = known.get(path)
        if before is not None and before.key != key:
            before = None
        if before is not None and mark == (before.size, before.modified):
            yield Found(path, mark)
        elif endings and path.lower().endswith(endings) and mark[0] > 0:
            yield Found(path, mark, lines=Lines(path, mark[0], before))
        else:
            yield Found(path, mark, whole=not (before is not None and _same(path, mark, before)))


def _mark(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)  # noqa: PTH116  (answers where Path raises)
    except (OSError, ValueError):
        return MISSING
    return status.st_size, status.st_mtime_ns


def _same(path: str, mark: tuple[int, int], before: KnownFile) -> bool:
    """Whether a file was only touched."""
    data = content(path) if mark[0] == before.size else b""
    return isinstance(data, bytes) and digest_of(data) == before.digest


def tasks(kind: str, new: Iterable[Piece], circumstances: Circumstances, priority: int) -> Iterator[Task]:
    """The pieces as tasks: large ones alone, small files together."""
    small: list[Piece] = []
    for piece in new:
        if piece.stop is not None:
            yield Task(kind, (piece,), circumstances, priority)
            continue
        small.append(piece)
        if len(small) == TOGETHER:
            yield Task(kind, tuple(small), circumstances, priority)
            small = []
    if small:
        yield Task(kind, tuple(small), circumstances, priority)


def key_of(kind: str, circumstances: Circumstances, priority: int, version: str) -> str:
    """A hash of all that a record depends on besides its file."""
    return digest_of(msgspec.json.encode((version, kind, circumstances, priority), order="sorted"))
