"""Mistakes about feeds that no type can see: paths that clash, options that a target does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from feeds.configuration.conform import Mistake, mistakes, suggestion
from feeds.configuration.document import Path
from feeds.errors import UsageError
from feeds.publication import Configuration, Exemption, Feed, decode_value
from feeds.targets import registry
from feeds.targets.target import Target


def contradictions(configuration: Configuration) -> Iterator[Mistake]:
    """What is wrong with the feeds, and with the paths that once were feeds."""
    counts = Counter(feed.path for feed in configuration.feeds)
    for n, feed in enumerate(configuration.feeds):
        if counts[feed.path] > 1:
            yield Mistake(("feeds", n, "path"), f"two feeds have the path {feed.path!r}")
        yield from _path(feed.path, ("feeds", n, "path"))
        yield from _target(feed, ("feeds", n))
    yield from _former(configuration)
    yield from _checks(configuration)


def servable(path: str) -> bool:
    """Whether a path below the base address can be a feed's, or a folder's that a feed once was."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") or part == "-" for part in parts)
    return not (path.startswith("/") or "\\" in path or hidden)


def _path(path: str, at: Path) -> Iterator[Mistake]:
    if not servable(path) or path.endswith("/"):
        hint = "Write a file's path below base_url, as in yandex/news.xml."
        yield Mistake(at, f"{at[-1]}: {path!r} cannot be served", hint)


def _target(feed: Feed, at: Path) -> Iterator[Mistake]:
    try:
        target = registry.target(feed.target)
    except UsageError as error:
        yield Mistake((*at, "target"), error.args[0], error.hint)
        return
    if target.writer is None:
        yield Mistake((*at, "target"), f"target {feed.target!r} can be checked, but not published")
    yield from mistakes(feed.options, target.options, decode_value, (*at, "options"))
    if feed.archives is not None:
        yield from _archives(feed, target, at)


def _archives(feed: Feed, target: Target, at: Path) -> Iterator[Mistake]:
    """Archives are for what keeps everything, and the feed itself holds the newest."""
    wrong = None
    if not target.archives:
        able = ", ".join(sorted(t.name for t in registry.targets().values() if t.archives))
        wrong = f"archives: feeds of target {feed.target!r} have none", f"These can: {able}."
    elif feed.order != "newest":
        wrong = "archives: a feed with the oldest stories first has none", "Remove order, or archives."
    elif feed.select.max_age is not None:
        wrong = "archives: max_age leaves nothing for them", "Remove select.max_age, or archives."
    if wrong:
        yield Mistake((*at, "archives"), *wrong)


def _checks(configuration: Configuration) -> Iterator[Mistake]:
    """Entries about feeds that there are not, and about rules that there are not."""
    checks, paths = configuration.checks, [feed.path for feed in configuration.feeds]
    exemptions: dict[str, tuple[Exemption, ...]] = {"ignore": checks.ignore, "severity": checks.severity}
    for key, entries in exemptions.items():
        for n, entry in enumerate(entries):
            at: Path = ("checks", key, n)
            if entry.feed is not None and entry.feed not in paths:
                said = f"no feed has the path {entry.feed!r}"
                yield Mistake((*at, "feed"), said, suggestion(entry.feed, paths))
            from feeds.targets import catalogue  # every rule there is: many modules

            if not catalogue.chosen(entry.code):
                said = f"no rule's code begins with {entry.code!r}"
                yield Mistake((*at, "code"), said, catalogue.suggestion(entry.code))


def _former(configuration: Configuration) -> Iterator[Mistake]:
    """Paths that redirect or are gone: no feed may be there, and none may lead in a circle."""
    paths = {feed.path for feed in configuration.feeds}
    for old, new in configuration.moved.items():
        at: Path = ("moved", old)
        if old in paths:
            yield Mistake(
                at, f"moved: there is a feed at {old!r}", "Remove it from moved, or rename the feed."
            )
        else:
            yield from _path(old.removesuffix("/") or old, at)  # feeds of other programs were folders
        if not _leads_somewhere(new, configuration, paths):
            hint = "Name a feed's path, or a whole address."
            yield Mistake(at, f"moved: {old} leads to {new!r}, where no feed is", hint)
    for n, old in enumerate(configuration.retired):
        where: Path = ("retired", n)
        if old in paths or old in configuration.moved:
            there = "a feed is there" if old in paths else "it has moved"
            yield Mistake(where, f"retired: {old!r} is not gone: {there}")


def _leads_somewhere(new: str, configuration: Configuration, paths: set[str]) -> bool:
    """Whether a former path's successor is a feed of ours, or an address elsewhere."""
    whole = urljoin(configuration.base_url, new)
    if not whole.startswith(configuration.base_url):
        return urlsplit(whole).scheme in ("http", "https") and new not in configuration.moved
    return whole.removeprefix(configuration.base_url) in paths


def options_of(feed: Feed) -> Any:
    """A feed's options as its target's own type, defaults filled in."""
    return msgspec.convert(feed.options, registry.target(feed.target).options, dec_hook=decode_value)
