"""What a source yields: a draft, whose every field remembers where it came from, or a rejection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from msgspec import Struct


class Offer(Struct, frozen=True, gc=False):
    """A value that a source offers for a field, and the place in the source that gave it."""

    value: Any
    where: str


class Note(NamedTuple):
    """What a reader decided about a part of its source that became no offer, for `feeds read --explain`."""

    where: str
    said: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """One story as its source tells it, before normalising.

    Fields are those of `Article` (`except_` is `except`), and four more: `html` (a raw body, to be
    cleaned against `base`), `text` (a body without markup), `site` (the outlet's name on the page) and
    `attached` (the addresses of a feed's enclosures, which enter no record by themselves).
    For each there are offers in order of preference; normalising takes the first that makes sense.
    `address` is the record's address where the source states none; `today` the ISO date that
    relative dates («сегодня, 10:14») and dates without a year are read against.
    """

    kind: str
    file: str | None = None
    line: int | None = None
    address: str | None = None
    base: str | None = None
    today: str | None = None
    offers: dict[str, list[Offer]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def offer(self, name: str, value: Any, where: str) -> None:
        """Adds a value for a field behind those already there; nothing where there is no value."""
        if value is None or value in ("", [], {}):
            return
        self.offers.setdefault(name, []).append(Offer(value, where))

    def all(self, name: str) -> Iterator[Offer]:
        """The offers for a field, best first."""
        yield from self.offers.get(name, ())

    def note(self, where: str, said: str) -> None:
        """Keeps a decision about a part of the source that is offered for no field."""
        self.notes.append(Note(where, said))


class Rejection(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a file, or one record of it, did not become an article."""

    code: str
    reason: str
    file: str | None = None
    line: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return ": ".join(filter(None, (where, self.reason, self.hint)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What reading depends on besides the file: the outlet's defaults, never the machine's."""

    timezone: str = "UTC"
    language: str | None = None
    source: str | None = None
    site: str | None = None  # the outlet's name, which titles and bylines need not repeat
    home: str | None = None  # the outlet's home page, by which ids that our own feeds state are known again
    url: str | None = None  # address template, {stem} is the file's name without its ending
    encoding: str | None = None
    dated: datetime | None = (
        None  # when the file was last changed: the day of an import, where it has no dates
    )
    section: str | None = None
    mapping: dict[str, str] = field(
        default_factory=dict
    )  # field of a record: JMESPath into what a file holds
    records: str | None = None  # JMESPath to the records in a file
    first_line: int = 1  # of the data, where it is a piece of a file that is read line by line
