"""Documents at the places that a user names: files, and addresses of the web."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from feeds import __version__
from feeds.errors import FeedsError, UsageError
from feeds.intake.draft import Rejection
from feeds.intake.encoding import LIMIT
from feeds.intake.files import content, modified

TIMEOUT = 30.0
"""Seconds that a server may keep silent."""

REDIRECTS = 5

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

    Raises:
        FeedsError: the server cannot be reached, answers with an error, or sends too much.
    """
    import httpx2

    headers = {"user-agent": f"feeds/{__version__}", "accept": "*/*"}
    try:
        with (
            httpx2.Client(
                timeout=TIMEOUT, follow_redirects=True, max_redirects=REDIRECTS, headers=headers
            ) as client,
            client.stream("GET", address) as answer,
        ):
            answer.raise_for_status()
            data = b""
            for chunk in answer.iter_bytes():
                data += chunk
                if len(data) > LIMIT:
                    raise FeedsError(f"{address}: sends more than {LIMIT // 2**20} MiB")
            return Document(address, data, str(answer.url), _date(answer.headers.get("date")))
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        hint = "Save the document and name the file, where a program may not fetch it."
        raise FeedsError(f"{address}: {error}", hint=hint) from None


def _date(said: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said or "")
    except ValueError:
        return None
    return moment.astimezone(UTC)
