"""Addresses as crawlers compare them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

_PORTS = {"http": 80, "https": 443, "ftp": 21}


class Site(NamedTuple):
    """Scheme, host and port, as written differently for one and the same."""

    scheme: str
    host: str
    port: int | None


def parts(address: str) -> SplitResult | None:
    """The address in parts; None where it is none."""
    try:
        split = urlsplit(address)
        split.port  # noqa: B018  (raises where it is none)
    except ValueError:
        return None
    return split if split.hostname else None


def site(address: str) -> Site | None:
    """Where the address leads: names in small letters, the port always there."""
    split = parts(address)
    if split is None:
        return None
    scheme = split.scheme.lower()
    return Site(scheme, _ascii(split.hostname or ""), split.port or _PORTS.get(scheme))


@lru_cache(maxsize=256)
def _ascii(host: str) -> str:
    host = host.rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def canonical(address: str) -> str:
    """One form for the ways to write one address; the address itself where it is none."""
    split, where = parts(address), site(address)
    if split is None or where is None:
        return address
    query = f"?{split.query}" if split.query else ""
    return f"{where.scheme}://{where.host}:{where.port}{split.path or '/'}{query}"


def folder(address: str) -> str:
    """The path of the address down to its last slash."""
    split = parts(address)
    return (split.path.rpartition("/")[0] if split else "") + "/"
