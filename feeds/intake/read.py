"""A source's bytes to articles: the reader of its kind makes drafts, normalising makes records of them."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

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
    for draft in drafts(kind, data, file=file, address=address, circumstances=circumstances):
        yield draft if isinstance(draft, Rejection) else normalise(draft, circumstances)


def drafts(
    kind: str,
    data: bytes,
    *,
    file: str | None = None,
    address: str | None = None,
    circumstances: Circumstances,
) -> Iterator[Draft | Rejection]:
    """As `read`, before normalising: what `explain` explains."""
    found = reader(kind)
    zone(circumstances.timezone)
    unpacked = unpack(data)
    if isinstance(unpacked, Rejection):
        yield _placed(unpacked, file)
        return
    where = address or filled(circumstances.url, file)
    lent = 0
    for draft in found.drafts(unpacked, file=file, address=where, circumstances=circumstances):
        if isinstance(draft, Draft) and draft.address and "url" not in draft.offers:
            lent += 1
            if lent > 1:
                yield _homeless(draft)
                continue
        yield _placed(draft, file) if isinstance(draft, Rejection) else draft


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
