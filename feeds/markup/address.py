"""Addresses in a body: absolute, of harmless schemes, without trackers' parameters."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit, urlunsplit

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
MEDIA_SCHEMES = frozenset({"http", "https"})

PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/(?:[\w~/-]|\.(?!\.?/))*", re.ASCII)
"""Addresses that are as they should be already; most are."""

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|yclid|ysclid|dclid|msclkid|igshid|mc_cid|mc_eid|_openstat|at_\w+|"
    r"from_source|etext|ref_src|twclid|ttclid|vero_id|wickedid|oly_enc_id|oly_anon_id)=",
    re.IGNORECASE,
)
_JUNK = re.compile(r"[\x00-\x20\u200b\ufeff]+")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)  # of an address that no base changes
_UNSAFE = {c: f"%{ord(c):02X}" for c in '"<>\\^`{|} '}


@lru_cache(maxsize=4096)
def link(address: str, base: str | None) -> str | None:
    """A link's address, absolute; None where it is no harmless one."""
    return _absolute(address, base, LINK_SCHEMES)


def media(address: str, base: str | None) -> str | None:
    """An image's, a video's or a player's address, absolute; None where it is no http(s) one."""
    return _absolute(address, base, MEDIA_SCHEMES)


def _absolute(address: str, base: str | None, schemes: frozenset[str]) -> str | None:
    if PLAIN.fullmatch(address):
        return address
    address = _JUNK.sub("", address) if _JUNK.match(address) or not address.isascii() else address.strip()
    if not address or address.startswith("#"):
        return None
    try:
        joined = urljoin(base, address) if base and not _SCHEME.match(address) else address
        parts = urlsplit("https:" + joined if joined.startswith("//") else joined)
        if parts.scheme.lower() not in schemes or (parts.scheme in MEDIA_SCHEMES and not parts.hostname):
            return None
        parts.port  # noqa: B018  (raises where it is no port)
    except ValueError:
        return None
    return _tidy(urlunsplit(parts))


def _tidy(address: str) -> str:
    if "?" in address and _TRACKING.search(address):
        address = without_tracking(address)
    return "".join(_UNSAFE.get(c, c) for c in address)


def without_tracking(address: str) -> str:
    """The address without the parameters by which visitors are counted; as it is where there are none."""
    page, hash_mark, fragment = address.partition("#")
    head, _, query = page.partition("?")
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _TRACKING.match(pair)]
    if len(kept) == len(pairs):
        return address
    return head + ("?" + "&".join(kept) if any(kept) else "") + hash_mark + fragment


def largest(srcset: str, widest: float = float("inf")) -> str | None:
    """The address of the largest image of a `srcset`, of those at most `widest` if there are such."""
    best: tuple[bool, float, str] | None = None
    for candidate in re.split(r",\s+", srcset.strip()):
        parts = candidate.strip().strip(",").split()
        if not parts:
            continue
        size = _size(parts[1]) if len(parts) > 1 else 1.0
        known = (size <= widest, size if size <= widest else -size, parts[0])
        if best is None or known[:2] > best[:2]:
            best = known
    return best[2] if best else None


def _size(descriptor: str) -> float:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)[wx]", descriptor)
    return float(match[1]) if match else 0.0
