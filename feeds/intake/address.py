"""Addresses of stories: canonical, and made from a file's name where a source states none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit, urlunsplit

from feeds.markup import address

# What a part of an address keeps as it is: RFC 3986's characters of paths and queries, and escapes.
_KEPT = "%/:?@!$&'()*+,;=-._~"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PORTS = {"http": 80, "https": 443}


def canonical(text: str, base: str | None = None) -> str | None:
    """A story's address: as `resource`, without fragment; None where it is none."""
    absolute = resource(text, base)
    return absolute.partition("#")[0] if absolute else None


def resource(text: str, base: str | None = None) -> str | None:
    """An http(s) address, absolute and ASCII as RFC 3986 has it, without trackers and passwords; or None."""
    if address.PLAIN.fullmatch(text):
        return text
    absolute = address.media(text.strip(), base)
    if absolute is None:
        return None
    parts = urlsplit(absolute)
    host = _host(parts.hostname or "")
    if host is None:
        return None
    if parts.port and parts.port != _PORTS.get(parts.scheme):
        host = f"{host}:{parts.port}"
    path, query, fragment = map(_quoted, parts[2:])
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _quoted(part: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_KEPT, errors="surrogatepass")


def _host(name: str) -> str | None:
    """A host's name in lower case and in ASCII, as the DNS has it."""
    if ":" in name:
        return f"[{name}]"
    try:
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return name.lower() if re.fullmatch(r"[\w.-]+", name, re.ASCII) else None


PLACES = ("stem", "id", "slug", "year", "month", "day")
"""What an address template may name: a file's name, and what a story says of itself."""

_PLACE = re.compile(r"\{(" + "|".join(PLACES) + r")\}")


def filled(template: str | None, file: str | None, facts: Mapping[str, str] | None = None) -> str | None:
    """An address template, filled in; None where something that it names is not known.

    `{stem}` is the file's name without its endings `.gz` and another; the others come from `facts`.
    """
    if not template:
        return None
    known = {**({"stem": stem(file)} if file is not None else {}), **(facts or {})}
    if not set(_PLACE.findall(template)) <= known.keys():
        return None
    return _PLACE.sub(lambda match: quote(known[match[1]], safe="", errors="surrogatepass"), template)


def fixed(template: str | None) -> str | None:
    """What a template says of every address: the folder before the first thing that it names."""
    return template.partition("{")[0].rpartition("/")[0] + "/" if template and "//" in template else None


def stem(file: str) -> str:
    """A file's name without its folder and its ending; that of what it packs, for a `.gz`."""
    name = re.split(r"[/\\]", file)[-1].removesuffix(".gz")
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name
