"""A source's bytes to articles: the reader of its kind makes drafts, normalising makes records of them."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator
from datetime import datetime
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
from feeds.intake.normalise.choice import Known
from feeds.intake.normalise.coerce import word
from feeds.intake.normalise.scalars import moment


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


@cache
def namesake(kind: str) -> Reader | None:
    """The reader whose module is called like the kind, as most are: the others need not be loaded for it."""
    name = kind.replace("-", "_")
    if name not in {module.name for module in pkgutil.iter_modules(feeds.intake.__path__)}:
        return None
    candidate = importlib.import_module(f"{feeds.intake.__name__}.{name}")
    return cast("Reader", candidate) if kind in getattr(candidate, "KINDS", ()) else None


def reader(kind: str) -> Reader:
    """The reader of a kind of source.

    Raises:
        UsageError: there is none; the message names the nearest one.
    """
    if found := namesake(kind):
        return found
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
    address template of `circumstances`, filled with the file's name and what the story says of itself.

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
    addresses = Addresses(circumstances, file, address)
    for result in reading(unpacked, file=file, address=addresses.given, circumstances=circumstances):
        if isinstance(result, Draft):
            yield addresses.lend(result)
        else:
            yield _placed(result, file) if isinstance(result, Rejection) else result


class Addresses:
    """Addresses for the stories of a file that state none; each is lent once."""

    def __init__(self, circumstances: Circumstances, file: str | None, address: str | None = None) -> None:
        self.circumstances = circumstances
        self.file = file
        self.template = None if address else circumstances.url
        self.given = address or filled(self.template, file)
        self._lent: set[str] = set()

    def lend(self, draft: Draft) -> Draft | Rejection:
        """The draft with an address if it needs one; a rejection where that is another story's already."""
        if self.template and not draft.address:
            draft.address = filled(self.template, self.file, facts_of(draft, self.circumstances))
        if draft.address and "url" not in draft.offers:
            if draft.address in self._lent:
                return _homeless(draft)
            self._lent.add(draft.address)
        return draft


def facts_of(draft: Draft, circumstances: Circumstances) -> dict[str, str]:
    """What an address template may say of a story: its id, its name in addresses, its day."""
    said = {name: word(offer.value) for name in ("id", "slug") for offer in list(draft.all(name))[:1]}
    facts = {name: value for name, value in said.items() if value}
    known = Known(draft, circumstances, {})
    moments = (moment(offer.value, known) for offer in draft.all("published"))
    day = next((found for found in moments if isinstance(found, datetime)), None)
    return facts | {name: f"{day:{form}}" for name, form in _DAY.items()} if day else facts


_DAY = {"year": "%Y", "month": "%m", "day": "%d"}


def _placed(rejection: Rejection, file: str | None) -> Rejection:
    return rejection if rejection.file else msgspec.structs.replace(rejection, file=file)


def _homeless(draft: Draft) -> Rejection:
    return Rejection(
        code="no-url",
        reason="states no address, and the file's own is another story's already",
        file=draft.file,
        line=draft.line,
        hint="Give each record of a file that holds several a url, or name {id} in the source's address template.",
    )
