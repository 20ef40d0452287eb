"""Holds plain values against a type, field by field, so that every mistake is found and placed."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union

import msgspec
from msgspec import Struct

from feeds.configuration.document import Path
from feeds.publication import Age

Hook = Callable[[type, Any], Any]


class Mistake(NamedTuple):
    """A value that does not fit: where, what is wrong, and what to write instead."""

    path: Path
    message: str
    hint: str | None = None


def mistakes(value: Any, kind: Any, hook: Hook, path: Path = ()) -> Iterator[Mistake]:
    """Everything in which a value departs from a type."""
    bare = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, Struct) and isinstance(value, dict):
        yield from _struct(value, bare, hook, path)
    elif typing.get_origin(bare) is tuple and isinstance(value, list):
        for n, item in enumerate(value):
            yield from mistakes(item, typing.get_args(bare)[0], hook, (*path, n))
    else:
        yield from _leaf(value, kind, hook, path)


def _bare(kind: Any) -> Any:
    """The type without its constraints and without its None."""
    if typing.get_origin(kind) is Annotated:
        return _bare(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (Union, types.UnionType):
        arms = [arm for arm in typing.get_args(kind) if arm is not type(None)]
        return _bare(arms[0]) if len(arms) == 1 else kind
    return kind


@cache
def _hints(struct: type[Struct]) -> dict[str, Any]:
    return typing.get_type_hints(struct, include_extras=True)


def _struct(value: dict[str, Any], struct: type[Struct], hook: Hook, path: Path) -> Iterator[Mistake]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    for key, inner in value.items():
        if key in fields:
            yield from mistakes(inner, _hints(struct)[fields[key].name], hook, (*path, key))
        else:
            yield Mistake((*path, key), f"there is no key {key!r} here", suggestion(key, list(fields)))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Mistake(
                path, f"{name!r} is missing", f"Write {name}: {_example(_hints(struct)[field.name])}"
            )


def suggestion(word: str, known: list[str]) -> str:
    """The nearest known word, or all of them."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.55)
    return f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(known)}."


def _leaf(value: Any, kind: Any, hook: Hook, path: Path) -> Iterator[Mistake]:
    try:
        msgspec.convert(value, kind, dec_hook=hook)
    except (msgspec.ValidationError, ValueError) as error:
        name = next((part for part in reversed(path) if isinstance(part, str)), "feeds.yaml")
        yield Mistake(path, f"{name}: {_reason(str(error), value, kind)}", f"Write {name}: {_example(kind)}")


def _reason(error: str, value: Any, kind: Any) -> str:
    """The converter's complaint in a user's words."""
    given = (
        "nothing"
        if value is None
        else repr(value)
        if not isinstance(value, dict | list)
        else "several values"
    )
    bound = re.search(r"(?:of length )?(>=|<=|>|<) (-?\d+)", error)
    if bound and "length" in error:
        return "may not be empty"
    if bound:
        return f"must be {bound[1]} {bound[2]}, not {given}"
    if "span of time" in error:
        return error.partition(" - at")[0]
    return f"takes {_described(kind)}, not {given}"


_WORDS: dict[Any, tuple[str, str]] = {
    str: ("text", "some text"),
    int: ("a whole number", "50"),
    float: ("a number", "0.5"),
    bool: ("true or false", "true"),
    Age: ("a span of time", "48h"),
    dict: ("keys and values", "{key: value}"),
    tuple: ("a list", "[one, two]"),
    date: ("a date", "2026-12-31"),
}


def _word(kind: Any) -> tuple[str, str]:
    bare = _bare(kind)
    if typing.get_origin(bare) is Literal:
        options = [str(option) for option in typing.get_args(bare)]
        return f"one of {', '.join(options)}", options[0]
    if isinstance(bare, type) and issubclass(bare, Struct):
        return "keys and values", "{…}"
    return _WORDS.get(typing.get_origin(bare) or bare, ("another kind of value", "…"))


def _described(kind: Any) -> str:
    return _word(kind)[0]


def _example(kind: Any) -> str:
    return _word(kind)[1]
