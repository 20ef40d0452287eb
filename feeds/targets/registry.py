"""Which targets there are: the folders of this package, and what other packages register."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, cast

import feeds.targets
from feeds.errors import UsageError

if TYPE_CHECKING:
    from feeds.checking.rule import RuleSet
    from feeds.targets.target import Target, Writer

ENTRY_POINTS = "feeds.targets"


@cache
def targets() -> dict[str, Target]:
    """Every target by name: each folder's `TARGETS`, then those of the entry point group."""
    found: dict[str, Target] = {}
    for module in pkgutil.iter_modules(feeds.targets.__path__):
        if module.ispkg:
            package = importlib.import_module(f"{feeds.targets.__name__}.{module.name}")
            found.update((target.name, target) for target in package.TARGETS)
    for point in entry_points(group=ENTRY_POINTS):
        found.update((target.name, target) for target in point.load())
    return found


def target(name: str) -> Target:
    """The target of that name.

    Raises:
        UsageError: there is none; the message names the nearest one.
    """
    known = targets()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known targets: {', '.join(sorted(known))}."
    raise UsageError(f"there is no target {name!r}", hint=hint)


def writer(name: str) -> Writer:
    """The target's writer.

    Raises:
        UsageError: the target is there for checking only.
    """
    place = target(name).writer
    if place is None:
        raise UsageError(f"target {name!r} can be checked, but not published")
    return cast("Writer", _load(place))


def rules(name: str) -> RuleSet:
    """The target's rule set."""
    return cast("RuleSet", _load(target(name).rules))


@cache
def _load(place: str) -> Any:
    module, _, attribute = place.partition(":")
    return getattr(importlib.import_module(module), attribute)
