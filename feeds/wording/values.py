"""Values as sentences of the program state them, put as another language writes them."""

from __future__ import annotations

import re

from feeds.wording.plural import form

NARROW = "\u202f"
"""Parts the thousands of large numbers in Russian."""

GROUPED = 10_000
"""Numbers from here on have their thousands apart."""

UNITS: dict[str, str] = {"kB": "КБ", "MB": "МБ", "MiB": "МиБ"}
"""Units of sizes in Russian."""

CONJUNCTIONS: dict[str, str] = {"or": "или", "and": "и", "to": "на", "of": "у"}
"""Words between the parts of a value in Russian."""

_QUOTED = r"""'[^']*'|"[^"']*'[^"]*\""""
_NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
_SIZE = r"(\d[\d,]*(?:\.\d+)?) (kB|MB|MiB|bytes)"
_HOP = r"\b(\d{3}) to (?=\S)"
_OWNED = r"(?:the )?(\S+) of (\S+)"


def quoted(value: str) -> str:
    """A value that stands in the quotation marks of Python as Russian quotes it; any other one as it is."""
    return f"«{value[1:-1]}»" if re.fullmatch(_QUOTED, value) else value


def listed(text: str, language: str) -> str:
    """A list of words with its conjunctions in a language; what is quoted stays as it is."""
    if language == "en" or text.startswith("«"):
        return text
    *first, last = re.split(r" (?:or|and) ", text)
    if not first:
        return text
    word = CONJUNCTIONS["or" if " or " in text else "and"]
    return f"{', '.join(first)} {word} {last}"


def owned(name: str, language: str) -> str:
    """The name of an attribute and of the element that has it."""
    match = re.fullmatch(_OWNED, name)
    return f"{match[1]} {CONJUNCTIONS['of']} {match[2]}" if match and language != "en" else name


def number(text: str, language: str) -> str:
    """A number as a language writes it; what is no number stays as it is."""
    if language == "en" and not text.lstrip("-").isdecimal():
        return text
    if not re.fullmatch(_NUMBER, text):
        return text
    whole, point, rest = text.replace(",", "").partition(".")
    if abs(int(whole)) >= GROUPED:
        whole = f"{int(whole):,}"
    return whole + point + rest if language == "en" else whole.replace(",", NARROW) + (point and ",") + rest


def size(text: str, language: str) -> str:
    """A size as 1.2 MB or 345 bytes in a language; what is no size stays as it is."""
    match = re.fullmatch(_SIZE, text)
    if match is None or language == "en":
        return text
    value = number(match[1], language)
    if match[2] in UNITS:
        return f"{value}\u00a0{UNITS[match[2]]}"
    return f"{value}\u00a0{form(language, float(match[1].replace(',', '')), 'байт|байта|байтов')}"


def hops(text: str, language: str) -> str:
    """Redirects as 301 to an address, with commas between them, in a language."""
    return text if language == "en" else re.sub(_HOP, rf"\1 {CONJUNCTIONS['to']} ", text)
