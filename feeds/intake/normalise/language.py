"""A text's language: its tag put in order, or read off its letters."""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = re.compile(r"([a-z]{2,3})((?:-[a-z0-9]{1,8})*)", re.IGNORECASE)
_NONE = frozenset({"und", "mul", "zxx", "mis", "xx"})
_NAMES = {
    **dict.fromkeys(("russian", "русский", "rus"), "ru"),
    **dict.fromkeys(("ukrainian", "українська", "украинский", "ukr"), "uk"),
    **dict.fromkeys(("belarusian", "беларуская", "белорусский", "bel"), "be"),
    **dict.fromkeys(("english", "английский", "eng"), "en"),
    **dict.fromkeys(("german", "deutsch", "deu", "ger"), "de"),
    **dict.fromkeys(("french", "français", "fra", "fre"), "fr"),
    **dict.fromkeys(("spanish", "español", "spa"), "es"),
}

SAMPLE = 20_000  # characters of a body that are looked at
ENOUGH = 12  # letters before anything is said of them

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
_UKRAINIAN = re.compile("[їєґіЇЄҐІ]")
_BELARUSIAN = re.compile("[ўЎ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_MARKUP = re.compile(r"<(pre|code)>[^<]*</\1>|<[^<>]*>|&\w+;")  # code is English in any language

# Written in Cyrillic too, and not told from Russian by a letter or two.
_OTHERS = frozenset(
    {
        "bg",
        "mk",
        "sr",
        "kk",
        "ky",
        "mn",
        "tg",
        "tt",
        "ba",
        "cv",
        "os",
        "ce",
        "av",
        "sah",
        "bua",
        "kv",
        "udm",
        "mhr",
    }
)


@lru_cache(maxsize=256)
def tag(text: str) -> str | None:
    """A BCP 47 tag in its usual capitals, from one, from its `ru_RU`, or from a language's name; or None."""
    text = text.strip().replace("_", "-").partition(".")[0]
    if text.casefold() in _NAMES:
        return _NAMES[text.casefold()]
    match = _TAG.fullmatch(text)
    if not match or len(text) > 35 or match[1].lower() in _NONE:
        return None
    return "-".join([match[1].lower(), *map(_cased, match[2].split("-")[1:])])


def _cased(part: str) -> str:
    """Scripts have a capital (Cyrl), regions are capitals (RU), the rest is small."""
    if len(part) == 4 and part.isalpha():
        return part.capitalize()
    return part.upper() if len(part) == 2 else part.lower()


def of_letters(text: str, usual: str | None) -> str | None:
    """The language that the letters of a text tell; None where they are not mostly Cyrillic.

    `usual` is the outlet's own: it decides between languages that the letters do not tell apart.
    """
    sample = _MARKUP.sub(" ", text[:SAMPLE])
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic < ENOUGH or cyrillic <= len(_LATIN.findall(sample)):
        return None
    told = _slavic(sample)
    primary = (usual or "").partition("-")[0]
    return usual if primary == told or (told == "ru" and primary in _OTHERS) else told


def _slavic(sample: str) -> str:
    belarusian, ukrainian, russian = (
        len(letters.findall(sample)) for letters in (_BELARUSIAN, _UKRAINIAN, _RUSSIAN)
    )
    if belarusian and ukrainian:
        return "be"
    return "uk" if ukrainian > russian else "ru"
