"""Addresses as crawlers compare them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from feeds.checking import uris

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


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
    if plain := uris.PLAIN.fullmatch(address):
        return Site(plain["scheme"], plain["host"], uris.PORTS[plain["scheme"]])
    split = parts(address)
    if split is None:
        return None
    scheme = split.scheme.lower()
    return Site(scheme, _ascii(split.hostname or ""), split.port or uris.PORTS.get(scheme))


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
    return address if uris.PLAIN.fullmatch(address) else _canonical(address)


@lru_cache(maxsize=1024)
def _canonical(address: str) -> str:
    split = parts(address)
    if split is None:
        return address
    bare = split._replace(netloc=_named(split), fragment="").geturl()
    escaped = _BEYOND_ASCII.sub(lambda letters: quote(letters[0]), bare)
    return uris.canonical(escaped) or escaped


def _named(split: SplitResult) -> str:
    """User, host and port, the host in ASCII."""
    if split.netloc.isascii():
        return split.netloc
    user, at, _ = split.netloc.rpartition("@")
    port = f":{split.port}" if split.port is not None else ""
    return f"{user}{at}{_ascii(split.hostname or '')}{port}"


@lru_cache(maxsize=16)
def home(address: str) -> str | None:
    """How plain addresses of the same site begin; None where none are, as on an unusual port."""
    where = site(address)
    usual = where is not None and where.port == uris.PORTS.get(where.scheme)
    return f"{where.scheme}://{where.host}/" if where and usual else None


@lru_cache(maxsize=16)
def folder(address: str) -> str:
    """The path of the address down to its last slash."""
    split = parts(address)
    return (split.path.rpartition("/")[0] if split else "") + "/"
