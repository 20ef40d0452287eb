"""Where editions go while the publisher runs: served at once, and written to the output behind that."""

from __future__ import annotations

import shutil
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from feeds.archive.editions import Edition
from feeds.build.plan import FeedPlan
from feeds.errors import PublishError
from feeds.pages.subscribe import publishing
from feeds.publication import Configuration
from feeds.publish.codings import Piece
from feeds.publish.output import Mark, Place
from feeds.serve import manifest
from feeds.serve.log import log
from feeds.serve.manifest import Counter, Manifest, Shown, linked

SECOND = 1_000_000_000
KEPT_FILES = 3
"""Files of a document that stay in the spool: a worker may be about to read the one before the newest."""

RETRY = 5.0
"""Seconds after which writing to the output is tried again."""

AT_ONCE = 16
"""Documents that are fetched at the same time, where the output is no directory."""

PATIENCE = 10.0
"""Seconds that what waits has to be written where the rest waits for it."""


class Facts(NamedTuple):
    """What is said of a feed's documents besides their content."""

    media_type: str
    max_age: int
    links: Callable[[str], str]


class Writing(NamedTuple):
    """An edition that is to be written to the output: its file in the spool (None: it is to be removed)."""

    edition: Edition
    file: Path | None
    modified: int


class Spool:
    """An output whose editions are served from the instant on that they are put.

    A thread of its own writes them to the output, always the newest of each document. What is out
    already is read from the output where that is a directory, and held in the spool where it is not.
    """

    def __init__(self, folder: Path, output: Place) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder = folder
        self.output = output
        self.facts: Mapping[str, Facts] = {}
        self.moved: dict[str, str] = {}
        self.retired: tuple[str, ...] = ()
        self.documents: dict[str, Shown] = {}
        self.problem: str | None = None
        self._counter = Counter(folder)
        self._marks: dict[str, Mark] = {}
        self._files: dict[str, list[Path]] = {}
        self._todo: OrderedDict[str, Writing] = OrderedDict()
        self._change = threading.Condition()
        self._ending = False
        self._writer = threading.Thread(target=self._write_all, name="writer", daemon=True)
        self._writer.start()

    # ---- what is served

    def follow(self, configuration: Configuration, feeds: Sequence[FeedPlan]) -> None:
        """Serves what a configuration says, as it says."""
        base, hubs = configuration.base_url, configuration.hubs
        age = int(configuration.serve.max_age.delta.total_seconds())
        page = {publishing.NAME: Facts(publishing.MEDIA_TYPE, age, links=lambda _path: "")}
        self.facts = page | {
            plan.path: Facts(
                media_type=plan.target.media_type,
                max_age=int((plan.feed.max_age or configuration.serve.max_age).delta.total_seconds()),
                links=lambda path: linked(urljoin(base, path), hubs),
            )
            for plan in feeds
        }
        self.moved = {old: urljoin(base, new) for old, new in configuration.moved.items()}
        self.retired = configuration.retired

    def begin(self, editions: Sequence[Edition]) -> None:
        """Serves what is out already; what is served already stays where it is."""
        before, self.documents = self.documents, {}
        out: list[tuple[Edition, Mark]] = []
        for edition in editions:
            mark = self.mark(edition.document)
            if mark is None or edition.feed not in self.facts:
                continue
            known = before.get(edition.document)
            if known is not None and known.recipe == edition.recipe:
                self.documents[edition.document] = known
            out.append((edition, mark))
        with ThreadPoolExecutor(AT_ONCE) as threads:
            list(threads.map(self._same, *zip(*out, strict=True)) if out else ())
        self.show()

    def use(self, output: Place) -> None:
        """Writes to an output that is configured otherwise from now on; what is out is looked at again."""
        if self.flush(PATIENCE):
            self._marks.clear()
        self.output = output

    def show(self) -> None:
        """Makes what is known what is served, in every worker from the same instant on."""
        generation = self._counter.value + 1
        made = Manifest(generation, dict(self.documents), self.moved, self.retired)
        manifest.write(self.folder, made, self._counter)

    def _shown(self, edition: Edition, file: Path, mark: Mark, stamp: int) -> Shown:
        facts = self.facts[edition.feed]
        return Shown(
            path=edition.document,
            feed=edition.feed,
            file=str(file),
            stamp=stamp,
            recipe=edition.recipe,
            size=mark.size,
            modified=mark.modified // SECOND,
            media_type=facts.media_type,
            max_age=facts.max_age,
            links=facts.links(edition.document),
        )

    # ---- as an output

    def mark(self, path: str) -> Mark | None:
        """How the document at `path` is now."""
        return self._marks.get(path) or self.output.mark(path)

    def read(self, path: str) -> bytes | None:
        """The document at `path`."""
        shown = self.documents.get(path)
        try:
            return Path(shown.file).read_bytes() if shown else self.output.read(path)
        except OSError:
            return self.output.read(path)

    def put(self, edition: Edition, pieces: Sequence[Piece]) -> Mark:
        """Serves an edition, and has it written to the output.

        Raises:
            PublishError: the spool cannot be written.
        """
        path = edition.document
        before = self.mark(path)
        size = sum(len(piece) for piece in pieces)
        if before is not None and before.size == size and self.read(path) == b"".join(pieces):
            mark = before
            self._same(edition, mark)
        else:
            # later by a second than the edition before: clients tell editions by the second
            earliest = (before.modified // SECOND + 1) * SECOND if before else 0
            mark = Mark(size, max(time.time_ns(), earliest))
            file = self._spooled(path, edition.recipe, pieces)
            self.documents[path] = self._shown(edition, file, mark, stamp=0)
            self._marks[path] = mark
            self._later(Writing(edition, file, mark.modified))
        self.show()
        return mark

    def _same(self, edition: Edition, mark: Mark) -> None:
        """Serves what is there already under the edition's name."""
        path = edition.document
        known, file = self.documents.get(path), self.output.local(path)
        if known is not None:
            self.documents[path] = self._shown(edition, Path(known.file), mark, known.stamp)
        elif file is not None:
            self.documents[path] = self._shown(edition, file, mark, stamp=mark.modified)
        elif (content := self.output.read(path)) is not None:
            spooled = self._spooled(path, edition.recipe, [content])
            self.documents[path] = self._shown(edition, spooled, mark, stamp=0)

    def _spooled(self, path: str, recipe: str, pieces: Sequence[Piece]) -> Path:
        file = self.folder / f"{recipe}-{self._counter.value}"
        try:
            with file.open("wb") as out:
                out.writelines(pieces)
        except OSError as error:
            raise PublishError(f"cannot write {file}: {error.strerror or error}") from None
        files = self._files.setdefault(path, [])
        files.append(file)
        while len(files) > KEPT_FILES:
            files.pop(0).unlink(missing_ok=True)
        return file

    def remove(self, path: str) -> None:
        """Takes a document away."""
        shown = self.documents.pop(path, None)
        self._marks.pop(path, None)
        self.show()
        feed = shown.feed if shown else path
        self._later(Writing(Edition(document=path, feed=feed, number=0, recipe="", size=0), None, 0))

    def settle(self, documents: Iterable[str] | None = None) -> None:
        """Nothing is left to be done: what was put is served."""

    def sweep(self) -> None:
        """Clears away what a killed program left half written."""
        self.output.sweep()

    # ---- behind

    def _later(self, writing: Writing) -> None:
        with self._change:
            self._todo[writing.edition.document] = writing
            self._todo.move_to_end(writing.edition.document)
            self._change.notify_all()

    def _write_all(self) -> None:
        while True:
            with self._change:
                while not self._todo:
                    if self._ending:
                        return
                    self._change.wait()
                path, writing = next(iter(self._todo.items()))
            if not self._written(writing):
                with self._change:
                    if self._ending:
                        return
                    self._change.wait(RETRY)
                continue
            with self._change:
                if self._todo.get(path) is writing:
                    del self._todo[path]
                self._change.notify_all()

    def _written(self, writing: Writing) -> bool:
        """Writes one edition to the output; False where that must be tried again."""
        try:
            if writing.file is None:
                self.output.remove(writing.edition.document)
            elif (content := _content(writing.file)) is not None:
                self.output.put(writing.edition, [content], writing.modified)
        except PublishError as error:
            if self.problem is None:
                log("error", "output", problem=str(error))
            self.problem = str(error)
            return False
        self.problem = None
        return True

    def flush(self, seconds: float = 60.0) -> bool:
        """Waits until everything is written; False where it is not after so many seconds."""
        with self._change:
            return self._change.wait_for(lambda: not self._todo, seconds)

    def abandon(self) -> None:
        """Writes no more of what waits: somebody else publishes now."""
        with self._change:
            self._todo.clear()

    def end(self) -> None:
        """Writes what is left and ends."""
        self.flush(PATIENCE)
        with self._change:
            self._ending = True
            self._change.notify_all()
        self._writer.join(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


def _content(file: Path) -> bytes | None:
    """A spooled file; None where a newer one has taken its place."""
    try:
        return file.read_bytes()
    except OSError:
        return None
