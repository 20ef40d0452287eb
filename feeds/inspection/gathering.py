"""From what the command line names to documents: files, folders, addresses, sites."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from feeds.checking.serving.observed import OK, Serving
from feeds.errors import UsageError
from feeds.fetching import Fetcher
from feeds.inspection.configured import Configured, Home
from feeds.inspection.folders import documents
from feeds.inspection.polling import fetched, polled
from feeds.inspection.specimen import Specimen, Trouble

STDIN = "-"

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LOGIN = re.compile(r"//[^/?#@]*:[^/?#@]*@")


def is_address(name: str) -> bool:
    """Whether a name is that of a document on a server."""
    return _ADDRESS.match(name) is not None


def shown(url: str) -> str:
    """An address as reports show it: without the password in it."""
    return _LOGIN.sub("//", url, count=1)


class Gathering:
    """Reads and fetches what is named, one document after the other."""

    def __init__(self, fetcher: Fetcher, configured: Configured, url: str | None = None) -> None:
        """Gathers with what is known; `url` is where the files that are named are served."""
        self.fetcher = fetcher
        self._configured = configured
        self._url = url

    def all(self, names: Iterable[str]) -> Iterator[Specimen | Trouble]:
        """The documents that some names stand for; folders stand for all documents in them.

        Raises:
            UsageError: a folder holds no feeds.
        """
        for name in names:
            if is_address(name):
                yield self.address(name)
            elif name == STDIN:
                yield Specimen(name=STDIN, content=sys.stdin.buffer.read())
            elif Path(name).is_dir():
                yield from self._folder(Path(name))
            else:
                yield self.file(name)

    def file(self, name: str) -> Specimen | Trouble:
        """A document in a file."""
        path = Path(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            return Trouble(name, error.strerror or str(error))
        home = self._configured.of_file(path)
        if home is None and self._url:
            home = self._configured.of_address(self._url)
        return _placed(Specimen(name=name, content=content), home)

    def _folder(self, folder: Path) -> Iterator[Specimen | Trouble]:
        try:
            found = list(documents(folder))
        except OSError as error:
            yield Trouble(error.filename or str(folder), error.strerror or str(error))
            return
        if not found:
            raise UsageError(
                f"{folder} holds no feeds", hint="Name files, or a folder with .xml or .json files in it."
            )
        yield from (self.file(str(path)) for path in found)

    def address(self, url: str, *, lightly: bool = False) -> Specimen:
        """A document on a server, with how it is served; `lightly` asks for it once and for nothing else."""
        serving = (fetched if lightly else polled)(self.fetcher, url)
        answer = serving.answer
        good = answer is not None and answer.status == OK and not answer.trouble
        here = answer.url if answer else url
        specimen = Specimen(
            name=shown(url),
            content=answer.body if answer and good else None,
            url=here,
            serving=_redacted(serving),
        )
        return _placed(specimen, self._configured.of_address(here))


def _redacted(serving: Serving) -> Serving:
    return replace(serving, url=shown(serving.url))


def _placed(specimen: Specimen, home: Home | None) -> Specimen:
    """The document with what feeds.yaml knows of it."""
    if home is None:
        return specimen
    return replace(
        specimen,
        url=specimen.url or home.url,
        target=home.feed.target,
        feed=home.feed.path,
        outlet=home.outlet,
    )
