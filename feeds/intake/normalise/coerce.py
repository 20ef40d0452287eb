"""What sources hold where a text, a number or a list is meant, to that text, number or list."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any
from unicodedata import is_normalized

from feeds.intake.normalise.choice import Unfit
from feeds.markup.text import clean, strip_tags

# Where a text is wrapped in an object (WordPress, JSON-LD, XML made JSON), it stands under one of these.
_WRAPPED = ("rendered", "value", "text", "name", "title", "label", "#text", "@value", "content", "html")
_NUMBER = re.compile(r"\s*(\d{1,12})(?:[.,]\d+)?\s*(?:px|пикс\.?|bytes|байт|s|с|сек\.?)?\s*", re.IGNORECASE)
_TRUE = frozenset({"true", "yes", "1", "on", "да", "y"})
_FALSE = frozenset({"false", "no", "0", "off", "нет", "n"})

_HUGE = 2**63  # beyond it numbers are no ids and no dates, and infinity is one of them

LONGEST_LINE = 2000  # characters of a title, a name, a caption; what is longer is something else


def raw_text(value: Any, depth: int = 3) -> str | None:
    """The text of a string, a number, or an object or a list around one; None where there is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if abs(value) < _HUGE else None
    if depth and isinstance(value, Mapping):
        inner = (raw_text(value[name], depth - 1) for name in _WRAPPED if name in value)
        return next((text for text in inner if text is not None), None)
    if depth and isinstance(value, list | tuple) and value:
        return raw_text(value[0], depth - 1)
    return None


def line(value: Any) -> str | Unfit:
    """One line of plain text, whatever markup it came in."""
    text = value if isinstance(value, str) else raw_text(value)
    if text is None:
        return Unfit("is no text")
    if len(text) <= LONGEST_LINE and is_tidy(text):
        return text or Unfit("is empty")
    if len(text) > 10 * LONGEST_LINE:
        return Unfit(f"is longer than {10 * LONGEST_LINE} characters")
    plain = strip_tags(text)
    if not plain:
        return Unfit("is empty")
    return plain if len(plain) <= LONGEST_LINE else Unfit(f"is longer than {LONGEST_LINE} characters")


def is_tidy(text: str) -> bool:
    """Whether a text is one clean line as it stands, as most lines are that come from records."""
    return (
        "<" not in text
        and "&" not in text
        and "  " not in text
        and text.replace("\u00a0", ".").isprintable()
        and text == text.strip(" \u00a0")
        and is_normalized("NFC", text)
    )


def some_line(value: Any) -> str | None:
    """As `line`; None where there is none."""
    text = line(value) if value is not None else None
    return text if isinstance(text, str) else None


def word(value: Any) -> str | None:
    """A short text as it stands, for values from a list of words; None where there is none."""
    text = value if isinstance(value, str) else raw_text(value)
    if text is None or len(text) > LONGEST_LINE:
        return None
    return (text if text.isascii() and text.isprintable() else clean(text)).strip() or None


def whole(value: Any, least: int = 0, most: int = 2**53) -> int | None:
    """A whole number in a range, from a number or from digits (a unit may follow); else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        value = int(value) if math.isfinite(value) else None
    elif isinstance(value, str):
        match = _NUMBER.fullmatch(value)
        value = int(match[1]) if match else None
    return value if isinstance(value, int) and least <= value <= most else None


def number(value: Any) -> float | None:
    """A finite number, from one or from its digits; else None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value.replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def truth(value: Any) -> bool | Unfit:
    """Yes or no, as programs write it."""
    if isinstance(value, bool):
        return value
    said = (word(value) or "").casefold()
    if said in _TRUE or said in _FALSE:
        return said in _TRUE
    return Unfit("is neither yes nor no")


def several(value: Any) -> list[Any]:
    """The members of a list, or the one value that stands alone."""
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    return [] if value is None else [value]


def shown(value: Any, most: int = 80) -> str:
    """A value for a message: short, whatever it is."""
    if isinstance(value, str):
        return repr(value if len(value) <= most else value[:most] + "…")
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, list | tuple | set) else raw_text(value) or type(value).__name__
