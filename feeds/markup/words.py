"""The words of an element's class: `photo-caption`, `PhotoCaption` and `photo__caption` are all photo, caption."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def words(node: LexborNode) -> frozenset[str]:
    """The words of an element's class."""
    return of_names((node.attributes.get("class") or "")[:500])


@lru_cache(maxsize=4096)
def of_names(names: str) -> frozenset[str]:
    """The words of a text of names."""
    return frozenset(_WORD.findall(_HUMP.sub(" ", names).lower().replace("_", " ")))
