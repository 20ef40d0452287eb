"""How records are kept: JSON without origin, packed; the revision is the JSON's hash."""

from __future__ import annotations

from functools import cache

import msgspec
import zstandard

from feeds.article import Article, Origin, content_of, revision_of

LEVEL = 1
"""Zstandard's quickest level but one: a record shrinks to a third, and more effort gains little."""

_record = msgspec.json.Decoder(Article)
_origin = msgspec.json.Decoder(Origin)


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=LEVEL)


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()


def packed(data: bytes) -> bytes:
    """Bytes as they are kept."""
    return _compressor().compress(data)


def unpacked(data: bytes) -> bytes:
    """The bytes that `packed` packed."""
    return _decompressor().decompress(data)


def sealed(article: Article) -> tuple[str, bytes]:
    """An article's revision, and its record as it is kept."""
    content = content_of(article)
    return revision_of(article, content), packed(content)


def unsealed(record: bytes, origin: bytes | None = None) -> Article:
    """The article of a kept record."""
    article = _record.decode(unpacked(record))
    return msgspec.structs.replace(article, origin=_origin.decode(origin)) if origin else article


def sealed_origin(article: Article) -> bytes | None:
    """Where an article came from, as it is kept."""
    return msgspec.json.encode(article.origin) if article.origin else None
