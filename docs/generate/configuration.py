"""The page of feeds.yaml, from its types; the examples are those of example.yaml."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from feeds.publication import Configuration

from .markdown import block, code, inline, plain, sentence, table
from .types import Key, keys, meaning

EXAMPLE = Path(__file__).with_name("example.yaml")
NOT_THERE = object()

INTRODUCTION = """\
# feeds.yaml

What is published, from where, and into which feeds. Keys that are not known, and keys that stand twice, are mistakes:
`feeds build` names the line and what may have been meant. `feeds schema config` prints all this as a JSON Schema,
which editors complete by. Paths are relative to the file.

The least that will do:

"""
LEAST = """\
publication: {name: Harbour News, url: https://harbour.example/}
base_url: https://harbour.example/
sources:
  - {name: articles, kind: records, path: sources/*.yaml}
feeds:
  - {target: rss, path: rss.xml}
"""
COLUMNS = ("key", "type", "default", "meaning", "example")


class Section(NamedTuple):
    """Keys that stand together: where, the type that declares them, and the values they have in the example."""

    path: str
    struct: type[Struct]
    values: list[Any]


def pages() -> dict[str, str]:
    """The page."""
    text = INTRODUCTION + block(LEAST, "yaml") + "\n" + "\n".join(map(_section, sections()))
    return {"reference/configuration.md": text}


def sections() -> Iterator[Section]:
    """Every place that has keys of its own, from the outside in."""
    waiting = [Section("", Configuration, list(yaml.safe_load_all(EXAMPLE.read_text(encoding="utf-8"))))]
    while waiting:
        section = waiting.pop(0)
        yield section
        waiting += [_inside(section, key) for key in keys(section.struct) if key.inner]


def _inside(section: Section, key: Key) -> Section:
    assert key.inner is not None
    found = [value[key.name] for value in section.values if key.name in value]
    listed = any(isinstance(value, list) for value in found)
    values = [one for value in found for one in (value if isinstance(value, list) else [value])]
    path = ".".join(filter(None, (section.path, key.name))) + ("[]" if listed else "")
    return Section(path, key.inner, values)


def example(section: Section, key: str) -> Any:
    """What a key has in the example; `NOT_THERE` where it has nothing."""
    return next((value[key] for value in section.values if key in value), NOT_THERE)


def _section(section: Section) -> str:
    title = section.path.replace("[]", "") or "The whole"
    about = " ".join((inspect.getdoc(section.struct) or "").split())
    return f"## {title}\n\n{plain(about)}\n\n" + table(
        COLUMNS, (_row(section, key) for key in keys(section.struct))
    )


def _row(section: Section, key: Key) -> list[str]:
    below = ".".join(filter(None, (section.path.replace("[]", ""), key.name)))
    kind = f"[{key.kind.split(',')[0]}](#{below.replace('.', '')})" if key.inner else key.said
    said = key.default or ("needed" if key.required else "")
    value = example(section, key.name)
    shown = "" if key.inner or value is NOT_THERE else code(inline(value))
    default = code(said) if key.default else said
    return [code(key.name), kind, default, sentence(plain(meaning(key))), shown]
