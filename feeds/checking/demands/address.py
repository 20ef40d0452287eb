"""Addresses: which site they belong to, and whether two are one."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from feeds.checking.uris import PLAIN
from feeds.checking.values import absolute_url

_SECOND_LEVEL = frozenset(
    {"com", "co", "net", "org", "gov", "edu", "ac", "in", "gen", "biz", "info", "msk", "spb"}
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_INERT = re.compile(r"\s*(?:#|mailto:|tel:)", re.IGNORECASE)


def split(address: str) -> SplitResult | None:
    """An address in parts; None where it is none."""
    return None if absolute_url(address) else urlsplit(address)


def host(address: str) -> str | None:
    """The host in lower case and in ASCII form, without `www.`; None where there is none."""
    if plain := PLAIN.fullmatch(address):
        return plain["host"].removeprefix("www.")
    parts = split(address)
    if parts is None or not parts.hostname:
        return None
    name = parts.hostname.lower().rstrip(".").removeprefix("www.")
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def international(address: str) -> bool:
    """Whether a label of the host is not plain ASCII, or says so in its ASCII form."""
    name = host(address)
    return bool(name) and any(
        not label.isascii() or label.startswith("xn--") for label in str(name).split(".")
    )


def one_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one registered domain, as near as their names tell."""
    return _registered(one) == _registered(other)


def _registered(name: str) -> str:
    labels = name.split(".")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if country else labels[-2:])


def same(address: str) -> str:
    """What two spellings of one address have in common: scheme and host in lower case."""
    if PLAIN.fullmatch(address):
        return address
    parts = split(address)
    if parts is None:
        return address
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()


def unreachable(address: str, *, link: bool) -> str | None:
    """What keeps a reader elsewhere from following an address in a body; None where nothing does.

    A `link` may also be an anchor, a mail address or a telephone number.
    """
    address = address.strip()
    if link and _INERT.match(address):
        return None
    if link and re.match(r"javascript:|data:|vbscript:", address, re.IGNORECASE):
        return f"runs a script: {address[:80]!r}"
    if link and _SCHEME.match(address) and not re.match(r"https?:", address, re.IGNORECASE):
        return None
    return _far(address)


def _far(address: str) -> str | None:
    if not address:
        return "is empty"
    if _SCHEME.match(address):
        return (
            None
            if re.match(r"https?://[^/]", address, re.IGNORECASE)
            else f"is no http(s) address: {address[:80]!r}"
        )
    return f"is relative: {address[:80]!r}"


def resolved(base: str, address: str) -> str:
    """An address as a page at `base` would resolve it."""
    return urljoin(base, address)
