"""Where feeds were, and where they will be: the address of all, and a path for each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from feeds.configuration.outputs import servable

ENDINGS = frozenset({".xml", ".json", ".rss", ".atom", ".rdf"})
"""Endings that files of feeds may keep."""

_ODD = re.compile(r"[^\w.~+-]+")


class Former(NamedTuple):
    """A feed as it was: its address where one is known, a name for its file, the ending that its format has."""

    address: str | None
    name: str
    suffix: str


class Placed(NamedTuple):
    """A feed's new path. `former` is the path that has to lead there, `lost` an address that cannot."""

    path: str
    former: str | None = None
    lost: str | None = None


def base_of(formers: Iterable[Former], home: str) -> str:
    """The address below which the feeds are: the first one's host, else the outlet's."""
    known = (former.address for former in formers if former.address)
    parts = urlsplit(next(known, home))
    return f"{parts.scheme}://{parts.netloc}/"


def placed(formers: Sequence[Former], base: str) -> Iterator[Placed]:
    """A path for each feed, the one that it had as far as that can be served; no two are alike."""
    taken: set[str] = set()
    for former in formers:
        one = _placed(former, base)
        path = unique(one.path, taken)
        taken.add(path)
        yield one._replace(path=path)


def _placed(former: Former, base: str) -> Placed:
    if former.address is None:
        return Placed(_file(PurePosixPath(_tidy(former.name) or "feed"), former.suffix))
    parts = urlsplit(former.address)
    old = unquote(parts.path).lstrip("/")
    path = _file(PurePosixPath(*_parts(old, parts.query) or ["feed"]), former.suffix)
    if parts.query or urlsplit(base).netloc != parts.netloc or not servable(old):
        return Placed(path, lost=former.address)
    return Placed(path, former=old if old and old != path else None)


def _parts(path: str, query: str) -> list[str]:
    """The folders and the file of an address, without what no file may be called."""
    parts = [tidy for part in path.split("/") if (tidy := _tidy(part))]
    if query:
        parts += [tidy for part in query.split("&")[:1] if (tidy := _tidy(part.rpartition("=")[2]))]
    return parts


def _tidy(part: str) -> str:
    return _ODD.sub("-", part).strip(".-~")


def _file(path: PurePosixPath, suffix: str) -> str:
    return str(path if path.suffix in ENDINGS else path.with_name(f"{path.stem}{suffix}"))


def unique(path: str, taken: Collection[str]) -> str:
    """A path, numbered where it is taken."""
    if path not in taken:
        return path
    whole = PurePosixPath(path)
    numbered = (str(whole.with_name(f"{whole.stem}-{n}{whole.suffix}")) for n in range(2, len(taken) + 3))
    return next(one for one in numbered if one not in taken)
