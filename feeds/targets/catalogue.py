"""Every rule that there is, whatever it looks at: by its code, with the formats that it applies to."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from feeds.checking.comparing.edition_rules import EDITIONS
from feeds.checking.comparing.together import TOGETHER
from feeds.checking.policy import ALL, covers
from feeds.checking.rule import Rule, RuleSet
from feeds.checking.serving.rules import HTTP
from feeds.checking.xml.rules import XML
from feeds.targets import registry

BESIDES = (XML, HTTP, EDITIONS, TOGETHER)
"""The rule sets that belong to no target."""


@dataclass(slots=True)
class Entry:
    """A rule, the set that declares it, and the names of the targets that it applies to (none: to all)."""

    rule: Rule
    rules: RuleSet
    targets: list[str] = field(default_factory=list)


@cache
def entries() -> dict[str, Entry]:
    """Every rule by its code, in the order of codes."""
    found: dict[str, Entry] = {}
    for rules in BESIDES:
        found.update((rule.code, Entry(rule, rules)) for rule in rules.own)
    for name in sorted(registry.targets()):
        whole = registry.rules(name)
        homes = {rule.code: part for part in whole.parts() for rule in part.own}
        for rule in whole.rules():
            home = homes.get(rule.code, whole)
            entry = found.setdefault(rule.code, Entry(_declared(rule, home), home))
            entry.targets.append(name)
    return dict(sorted(found.items(), key=lambda pair: _order(pair[0])))


def _declared(rule: Rule, home: RuleSet) -> Rule:
    """The rule as its own set has it, not as a dialect says it."""
    return next((own for own in home.own if own.code == rule.code), rule)


def _order(code: str) -> tuple[str, str]:
    letters = code.rstrip("0123456789")
    return letters, code


def rule(code: str, target: str | None = None) -> Rule | None:
    """The rule of a code, as a target says it where one is named."""
    said = registry.rules(target).by_code(code) if target else None
    entry = entries().get(code)
    return said or (entry.rule if entry else None)


def chosen(selector: str) -> list[Entry]:
    """The rules that a selector stands for: ALL, a code or its beginning, or a target."""
    if selector in registry.targets():
        return [entry for entry in entries().values() if selector in entry.targets]
    return [entry for code, entry in entries().items() if covers(selector, code)]


def suggestion(selector: str) -> str:
    """What may have been meant by a selector that stands for no rule."""
    known = [*entries(), *prefixes(), *registry.targets(), ALL]
    near = difflib.get_close_matches(selector.upper(), known, n=1, cutoff=0.5)
    near = near or difflib.get_close_matches(selector, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else f"Known: {', '.join(prefixes())}."


def prefixes() -> Iterator[str]:
    """The letters that codes begin with."""
    yield from dict.fromkeys(code.rstrip("0123456789") for code in entries())
