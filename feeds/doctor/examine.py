"""The whole examination, in the order in which things are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from feeds.configuration import load
from feeds.doctor import network, places, sources
from feeds.doctor.remark import Remark
from feeds.errors import ConfigurationError
from feeds.publication import Configuration

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""Clocks that are behind this were never set."""


def examine(
    file: Path,
    environment: Mapping[str, str],
    now: datetime,
    *,
    offline: bool,
    host: str,
    port: int,
    use: Callable[[Configuration], Configuration] = lambda loaded: loaded,
) -> Iterator[Remark]:
    """Everything that publishing depends on, one thing after the other; `use` may change what was configured."""
    try:
        configuration = use(load(file))
    except ConfigurationError as error:
        yield Remark(about="configuration", state="error", said=str(error).splitlines()[0], hint=error.hint)
        return
    said = f"{file}: feeds: {len(configuration.feeds)}, sources: {len(configuration.sources)}"
    yield Remark(about="configuration", said=said)
    if now < EARLIEST:
        hint = "Set it: timedatectl set-ntp true"
        yield Remark(about="clock", state="error", said=f"it says {now:%Y-%m-%d}", hint=hint)
    yield from sources.sources(configuration, environment, now)
    yield from places.output(configuration)
    yield from places.archive(configuration, now)
    yield from places.disk(configuration)
    yield network.port(configuration, host, port)
    if not offline:
        yield from network.hubs(configuration)
