"""Watches the sources' files, in a thread of its own, and calls when something in them changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from feeds.archive.archive import file_of
from feeds.intake.files import fixed_part
from feeds.publication import Configuration
from feeds.publish import lock
from feeds.serve.log import log

SETTLED = 200
"""Milliseconds for which changes are gathered: who saves a file often writes it in pieces."""

STEP = 50
"""Milliseconds of quiet that end a gathering."""

AGAIN = 10.0
"""Seconds after which a folder that is not there is looked for again."""


class Watcher:
    """Watches for one configuration, until it is ended."""

    def __init__(self, configuration: Configuration, call: Callable[[], None]) -> None:
        self.places = places(configuration)
        self.deep = any(_is_deep(source.path) for source in configuration.sources if source.path)
        self.aside = aside(configuration)
        self.call = call
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._work, name="watcher", daemon=True)
        if configuration.serve.watch and self.places:
            self._thread.start()

    def end(self) -> None:
        """Watches no longer."""
        self._end.set()

    def _work(self) -> None:
        while not self._end.is_set():
            there = [place for place in self.places if place.exists()]
            try:
                self._watch(there, [place for place in self.places if place not in there])
            except (OSError, RuntimeError) as error:
                log("warning", "watching", problem=str(error))
                self._end.wait(AGAIN)

    def _watch(self, there: list[Path], missing: list[Path]) -> None:
        """Watches what is there until it ends, or until what was missing has come."""
        import watchfiles

        if not there:
            self._end.wait(AGAIN)
        for changes in watchfiles.watch(
            *there,
            watch_filter=lambda _kind, path: self._concerns(path),
            debounce=SETTLED,
            step=STEP,
            stop_event=self._end,
            rust_timeout=int(AGAIN * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=self.deep,
        ):
            come = any(place.exists() for place in missing)
            if changes or come:
                self.call()
            if come or not all(place.exists() for place in there):
                return

    def _concerns(self, path: str) -> bool:
        """Whether a path may be a source's, and is none that the publisher writes itself."""
        return not path.startswith(self.aside)


def places(configuration: Configuration) -> list[Path]:
    """The files and folders that sources read from."""
    paths = [source.path for source in configuration.sources if source.path]
    return sorted({Path(path) if Path(path).exists() else Path(fixed_part(path)) for path in paths})


def _is_deep(pattern: str) -> bool:
    """Whether a pattern looks into folders below the one that is watched."""
    if Path(pattern).is_dir():
        return True
    return "**" in pattern or "/" in pattern.removeprefix(fixed_part(pattern)).strip("/")


def aside(configuration: Configuration) -> tuple[str, ...]:
    """How the paths begin that change with every build."""
    ours = [] if configuration.remote else [f"{Path(configuration.output).absolute()}/"]
    ours.append(f"{lock.aside(configuration).absolute()}.")
    if (file := file_of(configuration.archive)) is not None:
        archive = file.absolute()
        ours.append(f"{archive.parent}/{archive.stem}.")
    return tuple(ours)
