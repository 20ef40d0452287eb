"""Which coding of a document a client gets, RFC 9110, section 12.5.3. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

PREFERENCE = ("br", "zstd", "gzip")
"""The codings that are offered, the one that packs best first."""

IDENTITY = "identity"


@lru_cache(maxsize=1024)
def coding(accepted: str | None) -> str:
    """The coding that suits an Accept-Encoding header best; `identity` where none does."""
    if accepted is None:
        return IDENTITY
    weights = dict(_weights(accepted))
    anything = weights.get("*", 0.0)
    best, most = IDENTITY, 0.0
    for name in PREFERENCE:
        weight = weights.get(name, weights.get("x-gzip", anything) if name == "gzip" else anything)
        if weight > most:
            best, most = name, weight
    return IDENTITY if weights.get(IDENTITY, 0.0) > most else best


def _weights(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            yield name, _quality(parameters)


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
