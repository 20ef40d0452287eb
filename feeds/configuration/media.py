"""Mistakes in the media part of feeds.yaml that no type can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_network
from urllib.parse import urlsplit

from feeds.configuration.conform import Mistake
from feeds.publication import Media

_HOST = re.compile(r"(?!-)[\w-]+(?:\.[\w-]+)*\.?")


def contradictions(media: Media) -> Iterator[Mistake]:
    """What is wrong with it."""
    for beginning in media.files:
        parts = urlsplit(beginning)
        if parts.scheme not in ("http", "https") or not parts.hostname or not parts.path.endswith("/"):
            hint = "Write how addresses begin, up to a slash: https://news.example/uploads/: site/uploads"
            yield Mistake(("media", "files", beginning), f"files: {beginning!r} begins no address", hint)
    for n, name in enumerate(media.allow_private):
        if not _HOST.fullmatch(name) and not _is_network(name):
            hint = "Write a host or a network, as in img.intern.example or 10.0.0.0/8."
            yield Mistake(("media", "allow_private", n), f"allow_private: {name!r} is neither", hint)


def _is_network(name: str) -> bool:
    try:
        ip_network(name, strict=False)
    except ValueError:
        return False
    return True
