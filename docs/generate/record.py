"""The page of the record, from the types in feeds/article.py."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from msgspec import Struct

from feeds.article import Article

from .markdown import code, plain, sentence, table
from .types import Key, keys, meaning

INTRODUCTION = """\
# The record

What becomes of a story, whatever it came from: `feeds read` prints it, webhooks take it, and the kind
[`records`](../sources/records.md) reads it as it is. `feeds schema article` prints it as a JSON Schema. Only `id`,
`url`, `title` and `published` are needed; what is unknown is left out.

"""


def pages() -> dict[str, str]:
    """The page."""
    return {"reference/record.md": INTRODUCTION + "\n".join(_section(struct) for struct in structs(Article))}


def structs(first: type[Struct]) -> Iterator[type[Struct]]:
    """A type of ours and all that stand inside it, each once."""
    seen, waiting = {first}, [first]
    while waiting:
        struct = waiting.pop(0)
        yield struct
        inside = [key.inner for key in keys(struct) if key.inner and key.inner not in seen]
        waiting += dict.fromkeys(inside)
        seen.update(inside)


def _section(struct: type[Struct]) -> str:
    about = " ".join(
        (inspect.getdoc(struct) or "").replace("docs/architecture.md", "see Architecture").split()
    )
    return f"## {struct.__name__}\n\n{about}\n\n" + table(
        ("field", "type", "", "what it says"), map(_row, keys(struct))
    )


def _row(key: Key) -> list[str]:
    kind = f"[{key.kind.split(',')[0]}](#{key.inner.__name__.lower()})" if key.inner else key.said
    needed = "needed" if key.required else ""
    return [code(key.name), kind, needed, sentence(plain(meaning(key)))]
