"""E-mail addresses, alone and with the name of a person, as RSS and Atom have them."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"[A-Za-z0-9_.+\-'%!#$&*/=?^`{|}~]+@(?:\[[0-9A-Fa-f.:]+\]|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)"
)
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_INTERNATIONAL = re.compile(rf"[^\s@<>()\[\],;:\\\"]+@{_LABEL}(?:\.{_LABEL})+")
_NAMED = re.compile(r"(\S+)\s*\((.*)\)")
_ANGLED = re.compile(r"<\s*+([^<>\s@]++@[^<>\s]++)\s*+>")
_ANYWHERE = re.compile(r"[^\s@<>()\[\],;:\\\"]++@[^\s@<>()\[\],;:\\\"]++")


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else, letters of any script allowed."""
    return bool(_ADDRESS.fullmatch(text) or (not text.isascii() and _INTERNATIONAL.fullmatch(text)))


def address_fault(text: str) -> str | None:
    """What keeps a text from being one address."""
    if not text:
        return "is empty"
    if is_address(text):
        return None
    if (found := _ANYWHERE.search(text)) and is_address(found[0]):
        return f"holds more than an address: {text[:80]!r}"
    return f"is no e-mail address: {text[:80]!r}"


def unqualified(text: str) -> str | None:
    """That the host of an address has no dot: nobody outside can write to it."""
    host = text.rpartition("@")[2]
    return None if "." in host or host.startswith("[") else f"has a host without a domain: {text[:80]!r}"


def contact_fault(text: str) -> str | None:
    """What keeps a text from being the contact that RSS has: an address, with or without a name."""
    return None if found(text) else f"has no e-mail address: {text[:80]!r}"


@lru_cache(maxsize=1024)
def found(text: str) -> str | None:
    """The address in a contact, wherever it stands in it."""
    bare = unquote(text.removeprefix("mailto:").partition("?")[0]) if text.startswith("mailto:") else text
    match = _ANGLED.search(bare)
    candidate = match[1] if match else _first(bare)
    candidate = candidate.strip(".,;")
    return candidate if is_address(candidate) else None


def _first(text: str) -> str:
    match = _ANYWHERE.search(text) if "@" in text else None
    return match[0] if match else ""


def oddity(text: str) -> str | None:
    """A contact that is not written as address (Name)."""
    if not found(text):
        return None
    match = _NAMED.fullmatch(text)
    if match and is_address(match[1]):
        return None if match[2].strip() else f"names nobody: {text[:80]!r}"
    if is_address(text):
        return f"names nobody: {text[:80]!r}"
    return f"is not written as address (Name): {text[:80]!r}"
