"""What header fields say: media types, directives, dates, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_PARAMETER = re.compile(r";\s*([\w!#$&+.^*-]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*+)\"|([^\s;,\"]*))")
_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:\"(?:[^\"\\]|\\.)*+\"|[^\s;,\"]*))?)*)")


class MediaType(NamedTuple):
    """A Content-Type: its type in small letters, its charset as written."""

    name: str
    charset: str | None = None


class Link(NamedTuple):
    """A link of a Link header: its address, its relations in small letters, its type."""

    address: str
    relations: frozenset[str]
    kind: str | None = None


def media_type(value: str | None) -> MediaType | None:
    """What a Content-Type names; None where there is none."""
    if not value:
        return None
    name, _, _ = value.partition(";")
    return MediaType(name.strip().lower(), _parameters(value).get("charset"))


def _parameters(value: str) -> dict[str, str]:
    return {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(value)}


def directives(value: str | None) -> dict[str, str]:
    """The directives of a Cache-Control, each with its argument or ""."""
    pairs = (part.partition("=") for part in (value or "").split(","))
    return {name.strip().lower(): argument.strip().strip('"') for name, _, argument in pairs if name.strip()}


def seconds(argument: str | None) -> int | None:
    """A number of seconds; None where it is none."""
    return (
        int(argument)
        if argument and argument.isascii() and argument.isdigit() and len(argument) < 12
        else None
    )


def date(value: str | None) -> datetime | None:
    """An HTTP date; None where it is none."""
    try:
        moment = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None


def links(values: list[str]) -> Iterator[Link]:
    """The links of Link headers."""
    for value in values:
        for address, rest in _LINK.findall(value):
            said = _parameters(rest)
            yield Link(address.strip(), frozenset(said.get("rel", "").lower().split()), said.get("type"))


def opaque(etag: str) -> str:
    """An ETag as it is compared weakly."""
    return etag.strip().removeprefix("W/")


def is_strong(etag: str) -> bool:
    """Whether an ETag promises the same bytes."""
    return not etag.strip().startswith("W/")
