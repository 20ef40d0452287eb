"""What a shell offers to complete a word with: read from feeds.yaml, and nothing where it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.publication import Configuration


def feeds(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Paths of feeds."""
    configuration = _configuration(context)
    return _beginning(begun, (feed.path for feed in configuration.feeds) if configuration else ())


def targets(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Names of targets."""
    from feeds.targets import registry

    return _beginning(begun, registry.targets())


def kinds(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Kinds of sources."""
    from feeds.intake.read import readers

    return _beginning(begun, readers())


def names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Paths of feeds and names of sources."""
    configuration = _configuration(context)
    sources = (source.name for source in configuration.sources) if configuration else ()
    return sorted({*feeds(context, _parameter, begun), *_beginning(begun, sources)})


def _configuration(context: click.Context) -> Configuration | None:
    from feeds.configuration import load
    from feeds.errors import FeedsError

    try:
        return load(Path(context.params.get("config") or "feeds.yaml"))
    except FeedsError:
        return None


def _beginning(begun: str, words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if word.startswith(begun)})
