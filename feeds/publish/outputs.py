"""Where a configuration has its editions go: the one place that tells the kinds of output apart."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.errors import UsageError
from feeds.publication import Configuration
from feeds.publish.directory import Directory

if TYPE_CHECKING:
    from feeds.publish.bucket import Bucket


def output_of(configuration: Configuration) -> Directory | Bucket:
    """The output of a configuration; nothing is asked of it yet.

    Raises:
        UsageError: it is an object store, and the library for these is not installed.
    """
    if not configuration.remote:
        return Directory(Path(configuration.output), configuration.compress)
    if find_spec("obstore") is None:
        hint = "Install it: pip install 'feeds[objects]'"
        raise UsageError(f"output {configuration.output} needs the library obstore", hint=hint)
    from feeds.publish.bucket import Bucket
    from feeds.publish.served import page, served

    feeds = [*served(configuration), page(configuration)]
    return Bucket(configuration.output, feeds, packed=configuration.objects.gzip)
