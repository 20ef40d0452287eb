"""A source's bytes to articles: the reader of its kind makes drafts, normalising makes records of them."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol, cast

import msgspec

import feeds.intake
from feeds.article import Article
from feeds.errors import UsageError
from feeds.intake.address import filled
from feeds.intake.dates import zone
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.encoding import unpack
from feeds.intake.normalise import normalise


class Reader(Protocol):
    """A kind of source: a module or package of `feeds.intake` that has these two names."""

    KINDS: tuple[str, ...]
    """What `kind` says in feeds.yaml and `--kind` on the command line."""

    LINES: tuple[str, ...]
    """Endings of files that may be read in pieces, cut where a line ends; may be left out."""

    @staticmethod
    def articles(
        data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
    ) -> Iterator[Draft | Rejection | Article]:
        """As `drafts`, but with articles for what needs no normalising; may be left out."""

    @staticmethod
    def drafts(
        data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
    ) -> Iterator[Draft | Rejection]:
        """The stories that a file's bytes hold, unpacked, in the file's order.

        `address` is where a story lives whose source states no address. Nothing that the bytes may
        hold makes it raise: what cannot be read is a rejection.
        """


@cache
def readers() -> dict[str, Reader]:
    """Every reader by the kinds that it reads."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(feeds.intake.__path__):
        candidate = importlib.import_module(f"{feeds.intake.__name__}.{module.name}")
        if hasattr(candidate, "KINDS"):
            found.update((kind, cast("Reader", candidate)) for kind in candidate.KINDS)
    return found


def reader(kind: str) -> Reader:
    """The reader of a kind of source.

    Raises:
        UsageError: there is none; the message names the nearest one.
    """
    known = readers()
    if kind in known:
        return known[kind]
    near = difflib.get_close_matches(kind, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known kinds: {', '.join(sorted(known))}."
    raise UsageError(f"there is no kind of source {kind!r}", hint=hint)


def read(
    kind: str,
    data: bytes,
    *,
    file: str | None = None,
    address: str | None = None,
    circumstances: Circumstances,
) -> Iterator[Article | Rejection]:
    """The articles that a file's bytes hold, and for each that is none the reason.

    `address` is where a story lives whose source states no address; without it that is the
    address template of `circumstances`, filled with the file's name.

    Raises:
        UsageError: there is no such kind of source, or no such time zone.
    """
    found = reader(kind)
    reading = getattr(found, "articles", found.drafts)
    for result in _results(reading, data, file, address, circumstances):
        yield normalise(result, circumstances) if isinstance(result, Draft) else result


def drafts(
    kind: str,
    data: bytes,
    *,
    file: str | None = None,
    address: str | None = None,
    circumstances: Circumstances,
) -> Iterator[Draft | Rejection]:
    """As `read`, before normalising: what `explain` explains."""
    for result in _results(reader(kind).drafts, data, file, address, circumstances):
        if not isinstance(result, Article):
            yield result


def _results(
    reading: Any, data: bytes, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection | Article]:
    """What a reader gives, with the address of the file lent to one record that states none."""
    zone(circumstances.timezone)
    unpacked = unpack(data)
    if isinstance(unpacked, Rejection):
        yield _placed(unpacked, file)
        return
    where = address or filled(circumstances.url, file)
    lent = 0
    for result in reading(unpacked, file=file, address=where, circumstances=circumstances):
        if isinstance(result, Draft) and result.address and "url" not in result.offers:
            lent += 1
            if lent > 1:
                yield _homeless(result)
                continue
        yield _placed(result, file) if isinstance(result, Rejection) else result


def _placed(rejection: Rejection, file: str | None) -> Rejection:
    return rejection if rejection.file else msgspec.structs.replace(rejection, file=file)


def _homeless(draft: Draft) -> Rejection:
    return Rejection(
        code="no-url",
        reason="states no address, and the file's own is another story's already",
        file=draft.file,
        line=draft.line,
        hint="Give each record of a file that holds several a url.",
    )
