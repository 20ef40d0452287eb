"""What a robots.txt says to a robot about an address, RFC 9309."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, urlsplit

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read; robots read no more either."""

_TOKEN = re.compile(r"[A-Za-z_-]+")
_SAFE = "/?=&%#+!$'()*,:;@~-._[]"


class Line(NamedTuple):
    """A rule of a robots.txt: for whom, what it says, of which paths, in which line of the file."""

    agent: str
    allows: bool
    pattern: str
    number: int


@dataclass(slots=True)
class Robots:
    """A robots.txt: the rules for each robot by its name in small letters, and the sitemaps that it names."""

    groups: dict[str, list[Line]] = field(default_factory=dict)
    sitemaps: list[str] = field(default_factory=list)

    def verdict(self, names: Sequence[str], url: str) -> Line | None:
        """The rule that forbids an address to a robot, which goes by these names, the most special first.

        None where nothing does.
        """
        group = next((self.groups[name.lower()] for name in (*names, "*") if name.lower() in self.groups), [])
        parts = urlsplit(url)
        path = _encoded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        if path == "/robots.txt":
            return None
        best = max(
            (line for line in group if line.pattern and _matches(line.pattern, path)),
            key=lambda line: (len(line.pattern), line.allows),
            default=None,
        )
        return None if best is None or best.allows else best


def parse(content: bytes) -> Robots:
    """Reads a robots.txt, whatever is in it."""
    found = Robots()
    group: list[str] = []
    naming = False
    for number, name, value in _lines(content):
        if name == "user-agent":
            group = [*(group if naming else ()), *_started(found, value)]
        elif name == "sitemap":
            found.sitemaps.append(value)
            continue
        elif name in {"allow", "disallow"}:
            for agent in group:
                found.groups[agent].append(Line(agent, name == "allow", _encoded(value), number))
        naming = name == "user-agent"
    return found


def _started(found: Robots, agent: str) -> Iterator[str]:
    """The robot that a line names, in small letters; the rules that follow are its own."""
    token = _TOKEN.match(agent)
    name = "*" if agent.startswith("*") else token[0].lower() if token else None
    if name:
        found.groups.setdefault(name, [])
        yield name


def _lines(content: bytes) -> Iterator[tuple[int, str, str]]:
    text = content[:LARGEST].decode("utf-8-sig", "replace")
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield number, name.strip().lower(), value.strip()


def _encoded(path: str) -> str:
    """A path as it is compared: letters beyond ASCII escaped, escapes in capitals."""
    escaped = quote(path, safe=_SAFE)
    return re.sub(r"%[0-9a-fA-F]{2}", lambda match: match[0].upper(), escaped)


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with * and $ fits a path. Each piece is looked for once, from the left."""
    pattern, anchored = (pattern[:-1], True) if pattern.endswith("$") else (pattern, False)
    first, *rest = pattern.split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not anchored or len(path) == len(first)
    position = len(first)
    for piece in rest[:-1] if anchored else rest:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return not anchored or (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= position)
