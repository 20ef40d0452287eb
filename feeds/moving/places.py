"""Documents at the places that a user names: files, and addresses of the web."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from feeds.errors import FeedsError, UsageError
from feeds.fetching import Bounds, Failure, Fetched, Fetcher
from feeds.fetching.guard import Guard
from feeds.intake.draft import Rejection
from feeds.intake.encoding import LIMIT
from feeds.intake.files import content, modified

TIMEOUT = 30.0
"""Seconds that a server may keep silent."""

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class Document(NamedTuple):
    """What was found at a place: its bytes, its address where it has one, and when it was so."""

    place: str
    data: bytes
    url: str | None
    dated: datetime | None


def is_address(place: str) -> bool:
    """Whether a place is an address of the web."""
    return bool(_ADDRESS.match(place))


def document(place: str) -> Document:
    """The document at a place.

    Raises:
        FeedsError: it cannot be had.
    """
    return downloaded(place) if is_address(place) else opened(place)


def opened(place: str) -> Document:
    """The document in a file.

    Raises:
        UsageError: there is no such file, or it cannot be read.
    """
    data = content(place)
    if isinstance(data, Rejection):
        raise UsageError(str(data))
    return Document(place, data, None, modified(place))


def downloaded(address: str) -> Document:
    """The document at an address of the web, redirects followed.

    A private address is spoken to where the user names it, and never because a server redirects there.

    Raises:
        FeedsError: the server cannot be reached, answers with an error, or sends too much.
    """
    fetched = _fetched(address, Guard())
    if fetched.failure is not None and fetched.failure.kind == "private" and not fetched.hops:
        fetched = _fetched(address, Guard(allow_private=True))
    answer = fetched.answer
    if answer is None or answer.status >= 400 or answer.trouble:
        said = answer.trouble or f"answers {answer.status}" if answer else _reason(fetched.failure)
        hint = "Save the document and name the file, where a program may not fetch it."
        raise FeedsError(f"{address} {said}", hint=hint)
    if answer.cut:
        raise FeedsError(f"{address} sends more than {LIMIT // 2**20} MiB")
    return Document(address, answer.body, answer.url, _date(answer.headers.get("date")))


def _fetched(address: str, guard: Guard) -> Fetched:
    with Fetcher(guard, Bounds(step=TIMEOUT, largest=LIMIT)) as fetcher:
        return fetcher.get(address)


def _reason(failure: Failure | None) -> str:
    return failure.reason if failure else "gives no answer"


def _date(said: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said or "")
    except ValueError:
        return None
    return moment.astimezone(UTC)
