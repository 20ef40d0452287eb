"""Which language somebody reads: asked for by name, or preferred by a browser or an environment."""

from __future__ import annotations

from functools import lru_cache

LANGUAGES: dict[str, str] = {"en": "English", "ru": "Русский"}
"""The languages that there are, each by its own name; the first is the one that everything is in."""

DEFAULT = next(iter(LANGUAGES))

LONGEST = 200
"""Characters of a stated preference that are looked at."""


def known(text: str | None) -> str | None:
    """The language that a code such as `ru`, `ru-RU` or `ru_RU.UTF-8` stands for; None where there is none."""
    code = (text or "")[:LONGEST].replace("_", "-").split("-")[0].split(".")[0].strip().lower()
    return code if code in LANGUAGES else None


def chosen(*asked: str | None) -> str:
    """The first language asked for that there is, or else the one that everything is in."""
    return next(filter(None, map(known, asked)), DEFAULT)


@lru_cache(maxsize=256)
def preferred(accept_language: str | None) -> str | None:
    """The language that an Accept-Language header likes best of those that there are; None where it likes none."""
    best, most = None, 0.0
    for part in (accept_language or "")[:LONGEST].split(","):
        name, _, quality = part.partition(";")
        code = name.strip().lower().split("-")[0]
        weight = _weight(quality)
        if code in LANGUAGES and weight > most:
            best, most = code, weight
    return best


def _weight(quality: str) -> float:
    key, _, value = quality.strip().partition("=")
    if key.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
