"""Looks at files that stories show, in a thread of its own: no build ever waits for a picture."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from feeds.archive.media import KnownFile
from feeds.measuring.measure import Eyes, limits_of
from feeds.measuring.survey import Looked, survey
from feeds.publication import Media
from feeds.serve.log import log

AT_ONCE = 64
"""Files that are looked at before what was found out is published."""


class Measurer:
    """Takes files, looks at them, and calls when it is done; who is called takes what was found out."""

    def __init__(self, setting: Media, call: Callable[[], None]) -> None:
        self._call = call
        self._eyes = Eyes(setting)
        self._limits = limits_of(setting)
        self._found: list[Looked] = []
        self._busy = False
        self._done = threading.Event()
        self._stop = threading.Event()

    @property
    def idle(self) -> bool:
        """Whether it takes files now."""
        return not self._busy

    def look_at(self, files: Sequence[KnownFile]) -> None:
        """Begins to look at files."""
        if files and self.idle and not self._stop.is_set():
            self._busy = True
            self._done.clear()
            threading.Thread(target=self._work, args=(files,), name="measurer", daemon=True).start()

    def taken(self) -> list[Looked]:
        """What was found out, once it is done; each finding is given away once."""
        if not self._done.is_set():
            return []
        self._busy = False
        self._done.clear()
        found, self._found = self._found, []
        return found

    def _work(self, files: Sequence[KnownFile]) -> None:
        self._found = list(survey(files, self._eyes.look, self._limits, self._stop))
        problems = sum(result.look.problem is not None for result in self._found)
        log("info", "measured", files=len(self._found), problems=problems)
        self._done.set()
        self._call()

    def end(self) -> None:
        """Ends; what was not found out yet is looked at after the next start."""
        self._stop.set()
