"""Records as CMS exports and wires hand them over: JSON, JSON Lines, YAML, CSV; lenient in names."""

from __future__ import annotations

import io
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from feeds.article import Article
from feeds.intake.draft import Circumstances, Draft, Offer, Rejection
from feeds.intake.normalise.coerce import shown
from feeds.intake.records.exact import Exact
from feeds.intake.records.forms import Found, values
from feeds.intake.records.mapping import found, mapped
from feeds.intake.records.names import ENVELOPES, NAMES, Name, fold
from feeds.intake.records.parts import taken_apart, unpublished
from feeds.intake.records.wordpress_api import is_post, told

KINDS = ("records",)

LINES = (".jsonl", ".ndjson")
"""Endings of files that may be read in pieces, cut where a line ends."""

_DEPTH = 4  # envelopes inside one another
_MANY = frozenset({"items", "articles", "entries", "posts", "stories", "news", "records", "results", "docs"})


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """A draft for each record; a broken line or a value that is no record is a rejection."""
    answers = _answers(data, file, address, circumstances)
    yield next(answers, None) or Rejection(code="empty", reason="holds no record")
    yield from answers


def articles(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection | Article]:
    """As `drafts`, but lines of a file of lines that hold exact records are articles at once."""
    exact = Exact(file, circumstances)
    position, number, given = 0, circumstances.first_line, False
    for line in io.BytesIO(data) if (file or "").lower().endswith(LINES) else ():
        article = exact.article(line, number)
        if article is not None:
            yield article
            given = True
        elif not exact.worthwhile or not is_utf8(line):
            break
        elif not line.isspace():
            for answer in _answers(line, file, address, replace(circumstances, first_line=number)):
                yield answer
                given = True
        position += len(line)
        number += 1
    if position < len(data) or not given:
        rest = data[position:] if given else data
        placed = replace(circumstances, first_line=number) if given else circumstances
        yield from drafts(rest, file=file, address=address, circumstances=placed)


def is_utf8(data: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _answers(
    data: bytes, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    for there in values(data, file, circumstances.encoding, circumstances.first_line):
        if isinstance(there, Rejection):
            yield there
            continue
        for value, where in _within(there, circumstances.records):
            if isinstance(value, Mapping):
                mapping = circumstances.mapping
                yield draft_of(
                    value, file=file, address=address, line=there.line, where=where, mapping=mapping
                )
            else:
                yield _no_record(value, there, where)


def _within(value: Found, expression: str | None) -> Iterator[tuple[Any, str]]:
    """The records in a value: where feeds.yaml says that they are, else where they usually are."""
    if expression is None:
        yield from records(value.value, value.where)
        return
    there = found(expression, value.value)
    for number, record in enumerate(there) if isinstance(there, list) else ():
        yield record, f"{expression}[{number}]"
    if not isinstance(there, list):
        yield there, expression


def _no_record(value: Any, found: Found, where: str) -> Rejection:
    place = f" at {where}" if where else ""
    return Rejection(
        code="no-record", reason=f"holds {shown(value)}{place} where a record should be", line=found.line
    )


def records(value: Any, where: str = "", depth: int = _DEPTH) -> Iterator[tuple[Any, str]]:
    """The records in a value, out of the envelopes around them, with their paths."""
    if isinstance(value, list) and depth:
        for number, member in enumerate(value):
            yield from records(member, f"{where}[{number}]", depth - 1)
        return
    name = _envelope(value) if isinstance(value, Mapping) and depth else None
    if name is None:
        yield value, where
    else:
        yield from records(value[name], f"{where}.{name}".lstrip("."), depth - 1)


def _envelope(value: Mapping[Any, Any]) -> str | None:
    """The name under which an object that is no record itself holds records."""
    if "title" in value and ("body" in value or "published" in value):
        return None
    fields = {NAMES[key].field for name in value if isinstance(name, str) and (key := fold(name)) in NAMES}
    if "title" in fields and fields & {"body", "html", "published"}:
        return None
    inside = {name for name in value if isinstance(value[name], dict | list) and value[name]}
    return next(
        (name for name in ENVELOPES if name in inside and (name in _MANY or "title" not in fields)), None
    )


def draft_of(
    record: Mapping[Any, Any],
    *,
    file: str | None = None,
    address: str | None = None,
    line: int | None = None,
    where: str = "",
    mapping: Mapping[str, str] | None = None,
    kind: str = KINDS[0],
) -> Draft | Rejection:
    """The draft of one record; a rejection where the record says that it is not published."""
    draft = Draft(kind=kind, file=file, line=line, address=address)
    given = mapped(draft, record, mapping, where) if mapping else {}
    return offered(draft, told(record) if is_post(record) else record, where, given)


def offered(
    draft: Draft, record: Mapping[Any, Any], where: str = "", given: Mapping[str, Offer | None] | None = None
) -> Draft | Rejection:
    """The draft with what was found for some fields, and for others what a record offers by its names."""
    prefix = f"{where}." if where else ""
    offers = draft.offers
    ranks: dict[str, list[int]] = {}
    for key, value in record.items():
        if not value and not isinstance(value, int | float):
            continue
        name = _name(key)
        if name is None:
            draft.note(f"{prefix}{key}", "no field of a record has this name")
            continue
        field, rank = name
        if given and field in given:
            continue
        if field in _NAMED and _is_numbers(value):
            draft.note(f"{prefix}{key}", "numbers where names should be")
            continue
        offer = Offer(value, prefix + key)
        if field in offers:
            place = bisect(ranks[field], rank)
            offers[field].insert(place, offer)
            ranks[field].insert(place, rank)
        else:
            offers[field], ranks[field] = [offer], [rank]
    for field, offer_found in (given or {}).items():
        if offer_found is not None:
            offers[field] = [offer_found]
    return unpublished(draft) or taken_apart(draft)


_NAMED = frozenset({"section", "tags", "authors"})


def _is_numbers(value: Any) -> bool:
    """Whether a value is a number, or numbers: the ids of names that stand elsewhere."""
    return isinstance(value, int | float) or (
        isinstance(value, list) and all(isinstance(one, int | float) for one in value)
    )


def _name(key: Any) -> Name | None:
    """The field that a key names."""
    if not isinstance(key, str):
        return None
    return NAMES.get(key) or NAMES.get(fold(key))
