"""The fields of a type of ours: what is said of each in its annotation, told in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from inspect import getdoc
from typing import Any, NamedTuple

import msgspec
from msgspec import NODEFAULT, Struct, inspect
from msgspec.inspect import Field, Type

from feeds.publication import Age

from .markdown import inline

WORDS: dict[type[Type], str] = {
    inspect.AnyType: "any value",
    inspect.BoolType: "true or false",
    inspect.DateType: "date",
    inspect.DateTimeType: "date and time",
    inspect.FloatType: "number",
    inspect.IntType: "whole number",
    inspect.StrType: "text",
}
ARTICLES = {"text": "a text", "any value": "any value"}
CUSTOM: dict[Any, str] = {Age: "span of time", date: "date", datetime: "date and time"}


class Key(NamedTuple):
    """A key: its name, its type in words, its range, its default (None: it has none), its meaning, what is inside."""

    name: str
    kind: str
    range: str
    default: str | None
    required: bool
    meaning: str
    inner: type[Struct] | None

    @property
    def said(self) -> str:
        """Its type and its range."""
        apart = " " if self.kind.endswith("one of") else ", "
        return apart.join(filter(None, (self.kind, self.range)))


def meaning(key: Key) -> str:
    """What is said of a key, or else of what stands in it."""
    return key.meaning or " ".join((getdoc(key.inner) or "").split() if key.inner else ())


def keys(struct: type[Struct]) -> Iterator[Key]:
    """The keys of a type, in the order of its declaration."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    for field in info.fields:
        kind, meaning = _unwrapped(field.type)
        yield Key(
            name=field.encode_name,
            kind=_said(kind),
            range=_range(kind),
            default=_default(field),
            required=field.required,
            meaning=meaning,
            inner=_inner(kind),
        )


def _unwrapped(kind: Type) -> tuple[Type, str]:
    """A type without what is said of it and without null, and what is said of it."""
    meaning = ""
    while True:
        if isinstance(kind, inspect.Metadata):
            meaning = meaning or str((kind.extra_json_schema or {}).get("description", ""))
            kind = kind.type
        elif isinstance(kind, inspect.UnionType) and len(rest := _present(kind)) == 1:
            kind = rest[0]
        else:
            return kind, meaning


def _present(kind: inspect.UnionType) -> list[Type]:
    return [one for one in kind.types if not isinstance(one, inspect.NoneType)]


def _said(kind: Type) -> str:
    if isinstance(kind, inspect.LiteralType):
        return "one of"
    if isinstance(kind, inspect.CustomType):
        return CUSTOM[kind.cls]
    if isinstance(kind, inspect.StructType):
        return "keys, see below"
    if isinstance(kind, inspect.DictType):
        return f"names, each with {ARTICLES[_said(_unwrapped(kind.value_type)[0])]}"
    if item := _item(kind):
        inner, meaning = _unwrapped(item)
        if isinstance(inner, inspect.StructType):
            return "list, see below"
        return f"list of {meaning or _said(inner)}"
    if isinstance(kind, inspect.UnionType):
        return " or ".join(_said(_unwrapped(one)[0]) for one in _present(kind))
    return WORDS[type(kind)]


def _item(kind: Type) -> Type | None:
    return kind.item_type if isinstance(kind, inspect.CollectionType | inspect.VarTupleType) else None


def _range(kind: Type) -> str:
    """The values that a type admits, where not all of its kind."""
    if isinstance(kind, inspect.LiteralType):
        return ", ".join(f"`{value}`" for value in kind.values)
    if isinstance(kind, inspect.CustomType) and kind.cls is Age:
        return "a number and `s`, `m`, `h`, `d` or `w`"
    if item := _item(kind):
        return _range(_unwrapped(item)[0])
    return ", ".join(_bounds(kind))


def _bounds(kind: Type) -> Iterator[str]:
    if (least := getattr(kind, "ge", None)) is not None:
        yield f"{least} or more"
    if (most := getattr(kind, "le", None)) is not None:
        yield f"{most} at most"
    if getattr(kind, "min_length", None):
        yield "not empty"
    if pattern := getattr(kind, "pattern", None):
        yield f"`{pattern}`"


def _default(field: Field) -> str | None:
    value = field.default if field.default is not NODEFAULT else None
    if field.default_factory is not NODEFAULT:
        value = field.default_factory()
    if value is None or isinstance(value, Struct) or value in ((), {}, [], ""):
        return None
    return str(value) if isinstance(value, Age) else inline(msgspec.to_builtins(value))


def _inner(kind: Type) -> type[Struct] | None:
    """The type of ours whose keys stand inside."""
    inner = _unwrapped(_item(kind) or kind)[0]
    return inner.cls if isinstance(inner, inspect.StructType) else None
