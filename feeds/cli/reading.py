"""How `feeds read` reads many files: in several processes, in their order, and what became of them in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from feeds.intake.draft import Circumstances, Rejection

FEW = 16
"""Files; so many are read sooner than other processes start."""


SURE = 0.85
"""What two sketches share where the stories are told to be nearly the same."""

MOST = 20
"""Stories with a number of a sketch in common that are looked at."""


class Task(NamedTuple):
    """A file that is to be read, and all that reading it depends on."""

    kind: str
    path: str
    address: str | None
    circumstances: Circumstances


class Record(NamedTuple):
    """A record as it is printed, and what is known of its text, to find others like it."""

    line: bytes
    id: str
    sketch: tuple[int, ...]


class Outcome(NamedTuple):
    """What a file holds: records, and why the rest is none, in the file's order."""

    path: str
    results: Iterable[Record | Rejection]


def read_file(task: Task) -> Iterator[Record | Rejection]:
    """Reads one file, record by record."""
    from feeds.article import Article, encode
    from feeds.intake.draft import Rejection
    from feeds.intake.files import content, modified
    from feeds.intake.read import read
    from feeds.markup.likeness import runs, sketch, words_of

    data = content(task.path)
    if isinstance(data, Rejection):
        yield data
        return
    circumstances = replace(task.circumstances, dated=modified(task.path))
    results = read(task.kind, data, file=task.path, address=task.address, circumstances=circumstances)
    for result in results:
        if isinstance(result, Article):
            yield Record(encode(result), result.id, sketch(runs(words_of(result.body))))
        else:
            yield result


def _whole(task: Task) -> Outcome:
    return Outcome(task.path, list(read_file(task)))


def outcomes(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """What each file holds, in the order of the tasks; a process that dies takes nothing with it."""
    if len(tasks) <= FEW:
        yield from (Outcome(task.path, read_file(task)) for task in tasks)
        return
    from concurrent.futures.process import BrokenProcessPool

    from feeds.build.workers import workers

    done = 0
    try:
        with workers() as hands:
            for outcome in hands.each(_whole, tasks):
                done += 1
                yield outcome
    except BrokenProcessPool:
        yield from map(_whole, tasks[done:])


class Tally:
    """Counts what was taken and what was not, by its reason; knows stories with nearly the same text."""

    def __init__(self) -> None:
        self.taken = 0
        self._sketches: dict[str, tuple[int, ...]] = {}
        self._by_key: dict[int, list[str]] = {}
        self._reasons: Counter[str] = Counter()
        self._said: dict[str, str] = {}

    @property
    def rejected(self) -> int:
        """How many files or records were rejected."""
        return self._reasons.total()

    def take(self, record: Record) -> Iterator[tuple[str, float]]:
        """Counts a record; the stories before it that have nearly its text, and about how much of it."""
        from feeds.markup.likeness import KEYS, guess

        self.taken += 1
        keys = record.sketch[:KEYS]
        near = dict.fromkeys(name for key in keys for name in self._by_key.get(key, ())[-MOST:])
        for name in near:
            part = guess(record.sketch, self._sketches[name])
            if name != record.id and part >= SURE:
                yield name, part
        if keys:
            self._sketches[record.id] = record.sketch
            for key in keys:
                self._by_key.setdefault(key, []).append(record.id)

    def reject(self, rejection: Rejection) -> None:
        """Counts a rejection."""
        self._reasons[rejection.code] += 1
        self._said.setdefault(rejection.code, rejection.reason)

    def lines(self) -> Iterator[str]:
        """The sum, and where something was rejected how often each reason was the one."""
        yield f"{self.taken} taken, {self.rejected} rejected"
        for code, count in self._reasons.most_common():
            yield f"  {count:>6}  {code}: {self._said[code]}"
