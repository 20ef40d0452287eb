"""The documents in a folder: feeds and sitemaps, and nothing else that lies beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

HEAD = 16_384
"""Bytes in which a file shows what it is."""

SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})

_ROOT = re.compile(rb"<(?![?!])(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_ROOTS = frozenset({b"rss", b"rdf", b"feed", b"entry", b"urlset", b"sitemapindex", b"channel", b"item"})
_JSON_FEED = re.compile(rb"jsonfeed\.org[\\/]+version")


def documents(folder: Path) -> Iterator[Path]:
    """The documents below a folder by their names, hidden ones and packed twins left out.

    Raises:
        OSError: a folder or a file in it cannot be read.
    """
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and _may_be(path):
            yield path


def _may_be(path: Path) -> bool:
    if path.suffix == ".gz":
        plain = path.with_suffix("")
        return plain.suffix in SUFFIXES and not plain.exists()
    return path.suffix in SUFFIXES and _shows(path)


def _shows(path: Path) -> bool:
    """Whether a file looks like a feed, or like nothing that is known: a broken one is looked at too."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if path.suffix == ".json":
        return bool(_JSON_FEED.search(head))
    root = _ROOT.search(head.replace(b"\0", b""))
    return root is None or root[1].lower() in _ROOTS
