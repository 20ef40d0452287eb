"""YAML to values: texts stay as they are written, and aliases cannot multiply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

ENDLESS = 2**62


class _Loader(yaml.CSafeLoader):
    """Only null, true and false are more than texts: `no`, 10:14, 2025-11-27 and 007 stay as written."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("tag:yaml.org,2002:merge", r"<<", ["<"]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), _first)


def documents(text: str) -> Iterator[tuple[Any, int]]:
    """The values of a text's documents with their lines; for a document that is a list, its members'.

    Raises:
        yaml.YAMLError: the text is no YAML, from there on.
        ValueError: a value is not what its tag says.
    """
    loader = _Loader(text)
    try:
        while loader.check_node():
            node: Any = loader.get_node()
            members = node.value if isinstance(node, yaml.SequenceNode) else [node]
            for member in members:
                yield loader.construct_document(member), member.start_mark.line + 1
    finally:
        loader.dispose()


def expanded(text: str) -> int:
    """How many values the text holds with every alias written out; `ENDLESS` where one holds itself.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    sizes: dict[str, int] = {}
    open_nodes: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            total += sizes.get(event.anchor or "", 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append((event.anchor, total))
            if event.anchor:
                sizes[event.anchor] = ENDLESS  # until its end is seen
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_nodes.pop()
            if anchor:
                sizes[anchor] = total - before
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            if event.anchor:
                sizes[event.anchor] = 1
        if total >= ENDLESS:
            return ENDLESS
    return total
