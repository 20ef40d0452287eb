"""The page of targets, from the registry: what each is for, its bounds and its options."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.publication import Age
from feeds.targets import registry
from feeds.targets.target import Target

from .markdown import code, plain, sentence, table
from .types import keys

INTRODUCTION = """\
# Targets

The formats that `feeds` writes and checks, with what holds for a feed that says nothing else. `feeds targets` prints
this table, `feeds targets NAME` one of them; each has [a page](../targets/README.md) that says how stories become
entries, and how the platform is told of the feed.

"""
COLUMNS = ("target", "format", "what for", "stories of", "at most", "the platform's own cap")


def pages() -> dict[str, str]:
    """The page."""
    known = [target for _, target in sorted(registry.targets().items())]
    text = INTRODUCTION + table(COLUMNS, map(_row, known)) + "\n" + "".join(_details(t) for t in known)
    return {"reference/targets.md": text}


def _row(target: Target) -> list[str]:
    page = f"[`{target.name}`](#{target.name})"
    window = f"the last {Age(target.window)}" if target.window else "any age"
    bounds = [str(n) if n else "" for n in (target.limit, target.most)]
    return [page, plain(target.title), plain(target.summary), window, *bounds]


def _details(target: Target) -> str:
    return f"## {target.name}\n\n" + "".join(f"{part}\n" for part in _parts(target))


def _parts(target: Target) -> Iterator[str]:
    yield sentence(f"{plain(target.title)}, {plain(target.summary)}") + "\n"
    facts = [
        ("platform", plain(target.platform)),
        ("its own page", f"<{target.spec}>"),
        ("media type", code(target.media_type)),
        ("archives (RFC 5005)", "can be kept" if target.archives else ""),
        ("layout", "an index and a part for each month" if target.layout == "monthly" else ""),
        ("published", "" if target.writer else "no: `feeds check` only"),
        ("page", f"[how it is written](../targets/{target.name}.md)"),
    ]
    yield table(("", ""), [fact for fact in facts if fact[1]])
    if options := list(keys(target.options)):
        rows = [[code(o.name), o.said, code(o.default or ""), plain(o.meaning)] for o in options]
        yield f"Options of {code(target.name)}:\n"
        yield table(("option", "type", "default", "meaning"), rows)
