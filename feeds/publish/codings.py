"""Content codings of HTTP: what each is called, how its files end, and how a document is packed in it."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from typing import NamedTuple

Piece = bytes | memoryview

# A level more of each makes a feed smaller by 4 to 10 % and takes two to three times as long.
GZIP_LEVEL = 2
"""ISA-L's; where it is not installed, `ZLIB_LEVEL` packs as well."""

ZLIB_LEVEL = 3
BROTLI_QUALITY = 4
ZSTD_LEVEL = 3


class Coding(NamedTuple):
    """A coding: its name in HTTP, the ending of its files, and its packing."""

    name: str
    ending: str
    pack: Callable[[bytes], bytes]


def _gzip(data: bytes) -> bytes:
    try:
        from isal import igzip
    except ImportError:
        return gzip.compress(data, ZLIB_LEVEL, mtime=0)
    packed: bytes = igzip.compress(data, GZIP_LEVEL, mtime=0)
    return packed


def _brotli(data: bytes) -> bytes:
    import brotli

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return packed


def _zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(data)


CODINGS: dict[str, Coding] = {
    coding.name: coding
    for coding in (
        Coding("gzip", ".gz", _gzip),
        Coding("br", ".br", _brotli),
        Coding("zstd", ".zst", _zstd),
    )
}
"""Every coding that is offered, by its name."""

ALL: tuple[str, ...] = tuple(CODINGS)


def packed(names: Sequence[str], pieces: Sequence[Piece]) -> dict[str, bytes]:
    """A document in each of some codings, by the endings of their files."""
    if not names:
        return {}
    whole = pieces[0] if len(pieces) == 1 and isinstance(pieces[0], bytes) else b"".join(pieces)
    return {CODINGS[name].ending: CODINGS[name].pack(whole) for name in names}
