"""Conditional requests as RFC 9110 has them, sections 8.8 and 13. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email.utils import formatdate, parsedate_to_datetime
from typing import NamedTuple

_TAG = re.compile(r'\s*(W/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*(?:,|$)')


class Conditions(NamedTuple):
    """The conditions of a request, as its headers state them."""

    if_match: str | None = None
    if_none_match: str | None = None
    if_modified_since: str | None = None
    if_unmodified_since: str | None = None


class Validators(NamedTuple):
    """What a representation is told by: its strong entity tag with its quotes, and seconds since 1970."""

    etag: str
    modified: int


def outcome(conditions: Conditions, known: Validators) -> int:
    """What GET or HEAD is to be answered: 200, 304, or 412 where a precondition fails."""
    if conditions.if_match is not None:
        if not _among(conditions.if_match, known.etag, weak=False):
            return 412
    elif conditions.if_unmodified_since is not None:
        since = seconds(conditions.if_unmodified_since)
        if since is not None and known.modified > since:
            return 412
    if conditions.if_none_match is not None:
        return 304 if _among(conditions.if_none_match, known.etag, weak=True) else 200
    if conditions.if_modified_since is not None:
        since = seconds(conditions.if_modified_since)
        return 304 if since is not None and known.modified <= since else 200
    return 200


def _among(stated: str, etag: str, *, weak: bool) -> bool:
    """Whether a list of entity tags names one, or is `*`; `weak` compares without regard to `W/`."""
    if stated == etag or stated.strip() == "*":
        return True
    opaque = etag.removeprefix("W/")
    return any((weak or not is_weak) and f'"{tag}"' == opaque for is_weak, tag in _tags(stated))


def _tags(stated: str) -> Iterator[tuple[bool, str]]:
    """The entity tags of a list, up to where it is none any more."""
    position = 0
    while position < len(stated) and (match := _TAG.match(stated, position)):
        yield bool(match[1]), match[2]
        position = match.end()


def seconds(date: str) -> int | None:
    """The instant of an HTTP date in any of its three forms; None for what is none."""
    try:
        moment = parsedate_to_datetime(date)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000" has no zone, and means UTC
    return int(aware.timestamp())


def date(moment: float) -> str:
    """An instant as HTTP writes it."""
    return formatdate(moment, usegmt=True)
