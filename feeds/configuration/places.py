"""Mistakes about where editions go: a directory, or an object store that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds.configuration.conform import Mistake
from feeds.publication import STORES, Configuration

STORE_HINT = "Write a directory, or an object store's bucket and prefix, as in s3://bucket/prefix."


def contradictions(configuration: Configuration) -> Iterator[Mistake]:
    """What is wrong with the place that is published into."""
    if (problem := trouble(configuration.output)) is not None:
        yield Mistake(("output",), f"output: {problem}", STORE_HINT)


def trouble(output: str) -> str | None:
    """Why a place cannot be published into; None where it can."""
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):(/*)", output)
    if match is None or (not match[2] and match[1].lower() not in STORES):
        return None
    scheme, rest = match[1], output[match.end() :]
    bucket = rest.partition("/")[0]
    if "@" in bucket:  # never told: it may be a password
        return f"{scheme}: keys do not belong into an address; they come from the environment"
    if scheme == "file":
        return f"{output!r} is an address; a directory is written as its path"
    if scheme not in STORES:
        return f"{output!r} is no place that can be published into ({', '.join(f'{s}://' for s in STORES)})"
    if match[2] != "//" or not bucket:
        return f"{output!r} names no bucket"
    if re.search(r"[?#\s\\]|//|(^|/)\.\.?(/|$)", rest):
        return f"{output!r} names no prefix that documents can lie under"
    return None
