"""Front matter: what stands before a text in YAML, TOML, JSON, or in lines of names and values."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from feeds.intake.draft import Rejection
from feeds.intake.records.forms import values
from feeds.intake.records.names import NAMES, fold

_FENCE = re.compile(r"(---|\+\+\+|;;;)[ \t]*(yaml|yml|toml|json)?[ \t]*\n", re.IGNORECASE)
_FORMS = {"---": "yaml", "+++": "toml", ";;;": "json", "yml": "yaml"}
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
    ";;;": re.compile(r"^;;;[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_HEADER = re.compile(r"([^\W\d_][\w -]{0,40}):(?:[ \t]+(.*)|[ \t]*)")
_LINE = re.compile(r"line (\d+)")
_MOST_HEADERS = 200


class Front(NamedTuple):
    """What a file says of its text, in which form (headers: lines of names and values), and the text."""

    said: Mapping[str, Any]
    form: str
    body: str


def split(text: str) -> Front | Rejection:
    """The front matter of a file and the text behind it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    begun = text.lstrip("\n \t") if text[:1].isspace() else text
    if match := _FENCE.match(begun):
        return _fenced(begun, match, text.count("\n", 0, len(text) - len(begun)))
    if begun.startswith("{") and (found := _json_front(begun)):
        return found
    return _headers(text) or Front({}, "none", text)


def _fenced(text: str, opening: re.Match[str], before: int) -> Front | Rejection:
    form = _FORMS.get((opening[2] or opening[1]).lower(), (opening[2] or "").lower())
    closing = _ENDS[opening[1]].search(text, opening.end())
    if closing is None:
        if opening[1] == "---" and not _HEADER.match(text, opening.end()):
            return Front({}, "none", text)  # a rule, with which a text without front matter begins
        return _broken(f"begins front matter with {opening[1]}, but does not end it", before + 1)
    inside = text[opening.end() : closing.start()]
    if form == "yaml" and inside.strip() and ":" not in inside:
        return Front({}, "none", text)
    said = _READ[form](inside)
    if isinstance(said, Rejection):
        return _broken(said.reason, before + 1 + (said.line or 0), said.hint)
    return Front(said, form, text[closing.end() :])


def _broken(reason: str, line: int, hint: str | None = None) -> Rejection:
    return Rejection(code="broken-front-matter", reason=reason, line=line, hint=hint)


def _of_form(ending: str, inside: str) -> Mapping[str, Any] | Rejection:
    found = next(values(inside.encode("utf-8", "replace"), f"front.{ending}", "utf-8"), None)
    if found is None or (isinstance(found, Rejection) and found.code == "empty"):
        return {}
    if isinstance(found, Rejection):
        return found
    if isinstance(found.value, Mapping):
        return {str(name): value for name, value in found.value.items()}
    if found.value is None:
        return {}
    return Rejection(code="", reason="has front matter that holds no names and values", line=found.line)


def _yaml(inside: str) -> Mapping[str, Any] | Rejection:
    return _of_form("yaml", inside)


def _json(inside: str) -> Mapping[str, Any] | Rejection:
    return _of_form("json", inside)


def _toml(inside: str) -> Mapping[str, Any] | Rejection:
    try:
        return tomllib.loads(inside)
    except (ValueError, RecursionError) as error:
        said = str(error).partition("\n")[0][:200]
        line = _LINE.search(said)
        return Rejection(code="", reason=f"is broken TOML: {said}", line=int(line[1]) if line else None)


_READ = {"yaml": _yaml, "toml": _toml, "json": _json}


def _json_front(text: str) -> Front | None:
    """An object at the beginning, with a text behind it."""
    try:
        said, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:]
    alone = not rest.strip(" \t") or rest.lstrip(" \t").startswith("\n")
    return Front(said, "json", rest.lstrip(" \t")) if isinstance(said, dict) and alone else None


def _headers(text: str) -> Front | None:
    """Lines such as `Title: …` up to the first blank one; indented lines go on with the value before."""
    said: dict[str, str] = {}
    name, position = "", 0
    for _ in range(_MOST_HEADERS):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        match = _HEADER.fullmatch(line)
        if match:
            name = match[1].strip().lower()
            said[name] = "\n".join(filter(None, (said.get(name), (match[2] or "").strip())))
        elif line[:1] in (" ", "\t") and line.strip() and name:
            said[name] = f"{said[name]}\n{line.strip()}".strip()
        else:
            break
        position = end + 1 if end >= 0 else len(text)
    known = any(fold(key) in NAMES for key in said)
    ended = not text[position:].partition("\n")[0].strip()
    return Front(said, "headers", text[position:]) if known and ended else None
