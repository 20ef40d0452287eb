"""The forms in which records come: JSON, JSON Lines, YAML, CSV; one value after the other, with its line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from feeds.intake.draft import Rejection
from feeds.intake.encoding import decode

MOST_NODES = 1_000_000
"""Values that a YAML document may hold once its aliases are written out."""

_MALFORMED = re.compile(r"JSON is malformed: (.*) \(byte (\d+)\)")
_JSON_LINES = re.compile(rb"\s*\{[^\n]*\}\s*\n\s*[\[{]")
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*[^\s*,\[\]{}]", re.MULTILINE)


class Found(NamedTuple):
    """A value of a file: the line where it stands (None where the form does not tell), and its path."""

    value: Any
    line: int | None
    where: str = ""


def values(
    data: bytes, file: str | None, encoding: str | None, first_line: int = 1
) -> Iterator[Found | Rejection]:
    """The values of a file, whose form its name or its beginning tells."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    ending = (file or "").lower().removesuffix(".gz").rpartition(".")[2]
    start = data[:64].lstrip()[:1]
    if ending in ("yaml", "yml"):
        yield from _text(data, encoding, _yaml)
    elif ending in ("csv", "tsv"):
        yield from _text(data, encoding, _csv)
    elif ending in ("jsonl", "ndjson") or (start == b"{" and _JSON_LINES.match(data)):
        yield from _json_lines(data, encoding, first_line)
    elif ending == "json" or start in (b"{", b"["):
        yield from _json(data, encoding)
    else:
        yield from _text(data, encoding, _yaml)


def _text(data: bytes, encoding: str | None, form: Any) -> Iterator[Found | Rejection]:
    decoded = decode(data, encoding)
    if isinstance(decoded, Rejection):
        yield decoded
    else:
        yield from form(decoded.text)


def _json_lines(data: bytes, encoding: str | None, first_line: int) -> Iterator[Found | Rejection]:
    if not data.isascii() and (recoded := _recoded(data, encoding)) is not None:
        if isinstance(recoded, Rejection):
            yield recoded
            return
        data = recoded
    for number, line in enumerate(io.BytesIO(data), first_line):
        if line.isspace():
            continue
        value = _value(line)
        if isinstance(value, _Fault):
            reason = f"is broken JSON at column {value.column}: {value.said}"
            yield Rejection(code="broken-json", reason=reason, line=number)
        else:
            yield Found(value, number)


def _recoded(data: bytes, encoding: str | None) -> bytes | Rejection | None:
    """The data in UTF-8, or None where it is in UTF-8 already."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode(data, encoding)
        return decoded if isinstance(decoded, Rejection) else decoded.text.encode("utf-8", "replace")
    return None


def _json(data: bytes, encoding: str | None) -> Iterator[Found | Rejection]:
    recoded = _recoded(data, encoding)
    if isinstance(recoded, Rejection) or not data or data.isspace():
        yield recoded if isinstance(recoded, Rejection) else Rejection(code="empty", reason="is empty")
        return
    data = recoded or data
    value = _value(data, list[msgspec.Raw] if data.lstrip()[:1] == b"[" else Any)
    if isinstance(value, _Fault):
        line = data.count(b"\n", 0, value.byte) + 1
        yield Rejection(code="broken-json", reason=f"is broken JSON: {value.said}", line=line)
        return
    if not isinstance(value, list):
        yield Found(value, None)
        return
    for number, part in enumerate(value):
        whole = _value(bytes(part)) if isinstance(part, msgspec.Raw) else part
        yield Found(None if isinstance(whole, _Fault) else whole, None, f"[{number}]")


class _Fault(NamedTuple):
    """Where JSON is broken, and how."""

    said: str
    byte: int
    column: int


def _value(data: bytes, kind: Any = Any) -> Any:
    """The value of a JSON text, or its fault. Raw control characters in strings are let pass."""
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError:
        return _Fault("it is nested too deeply", 0, 1)
    except msgspec.DecodeError as error:
        try:
            return json.loads(data, strict=False)
        except (ValueError, RecursionError):
            return _fault(str(error), data)


def _fault(message: str, data: bytes) -> _Fault:
    match = _MALFORMED.match(message)
    if not match:
        return _Fault("it ends too early" if "truncated" in message else message, len(data), len(data))
    byte = int(match[2])
    return _Fault(match[1], byte, len(data[:byte].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1)


def _yaml(text: str) -> Iterator[Found | Rejection]:
    """The documents of a YAML text; the members of a list stand for themselves, as in JSON."""
    import yaml

    from feeds.intake.records.yaml_values import documents

    try:
        if _ALIAS.search(text) and (told := _too_many(text)):
            yield told
            return
        yield from (Found(value, line) for value, line in documents(text))
    except yaml.YAMLError as error:
        yield _broken_yaml(error)
    except (ValueError, RecursionError) as error:
        yield Rejection(code="broken-yaml", reason=f"is YAML with a value that cannot be read: {error}")


def _too_many(text: str) -> Rejection | None:
    from feeds.intake.records.yaml_values import expanded

    if expanded(text) <= MOST_NODES:
        return None
    return Rejection(
        code="broken-yaml", reason="is YAML whose aliases refer to themselves or multiply without end"
    )


def _broken_yaml(error: Any) -> Rejection:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return Rejection(
        code="broken-yaml",
        reason=f"is broken YAML: {said}",
        line=mark.line + 1 if mark else None,
        hint="Quote texts that hold a colon followed by a space." if "mapping values" in said else None,
    )


def _csv(text: str) -> Iterator[Found | Rejection]:
    """The rows of a table by the names of its first row; the sign that parts the first row parts them all."""
    head = text.partition("\n")[0]
    sign = max(",;\t|", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
    csv.field_size_limit(len(text) + 1)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Rejection(code="broken-csv", reason=f"is broken CSV: {error}", line=reader.line_num)
            return
        if row is None:
            return
        yield Found({name: said for name, said in row.items() if name}, reader.line_num)
