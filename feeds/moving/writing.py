"""An inference as a folder: feeds.yaml, and the old feeds beside it as the first source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from feeds.configuration import parse
from feeds.errors import UsageError
from feeds.moving.addresses import unique
from feeds.moving.inference import Inference, Known

_ODD = re.compile(r"[^\w.-]+", re.ASCII)
"""What stands in no source's name."""

FOLDER = "sources/moved"
"""Where the old feeds are kept, below the folder of feeds.yaml."""

_HEAD = """\
# Made by feeds init from the feeds that it moves in from. Every key: feeds schema config.
# Every target and its options: feeds targets. What subscribers would notice: feeds compare OLD NEW.
"""

_SOURCES = """\
# The old feeds as they were: their stories stay until they leave by themselves. Put your own system
# beside them, with a higher priority; a story that both have at one address stays one, with its old id.
#   - {name: cms, kind: webhook, secret_env: CMS_SECRET, priority: 100}
"""


def text(made: Inference) -> str:
    """The text of feeds.yaml.

    Raises:
        ConfigurationError: what was inferred, or what a user said of it, makes no configuration.
    """
    written = "\n".join(_lines(made)) + "\n"
    parse(written, "feeds.yaml as it would be made")
    return written


def _lines(made: Inference) -> Iterator[str]:
    yield _HEAD + "publication:"
    yield from (f"  {name}: {_scalar(value)}" for name, value in made.publication.items())
    yield f"\nbase_url: {_scalar(made.base_url)}        # where output/ will be served\noutput: output/"
    if made.hubs:
        yield f"hubs: {_flow(made.hubs)}"
    if made.moved:
        yield f"moved: {_flow(made.moved)}        # former paths, which feeds serve redirects"
    yield "\n" + _SOURCES + "sources:"
    names: set[str] = set()
    for one in stored(made):
        path = one.place.path
        priority = made.priorities[path]
        name = unique(_source_name(path), names)
        names.add(name)
        source = {"name": name, "kind": "feed", "path": _file(path)}
        yield f"  - {_flow({**source, **({'priority': priority} if priority else {})})}"
    yield "\nfeeds:"
    for feed in made.feeds:
        yield from (f"  # {remark}" for remark in made.remarks.get(feed["path"], ()))
        yield f"  - {_flow(feed)}"


def stored(made: Inference) -> list[Known]:
    """The feeds that stories can be read from."""
    return [one for one in made.known if one.has_stories]


def _file(path: str) -> str:
    return f"{FOLDER}/{path}"


def _source_name(path: str) -> str:
    return f"moved-{_ODD.sub('-', path)}"


def _scalar(value: Any) -> str:
    """A value as YAML writes it on one line; JSON's strings are YAML's too."""
    import yaml

    written: str = yaml.safe_dump(value, allow_unicode=True, width=1_000_000)
    plain = written.removesuffix("...\n").strip()
    return plain if "\n" not in plain else json.dumps(value, ensure_ascii=False)


def _flow(value: Any) -> str:
    import yaml

    written: str = yaml.safe_dump(
        value, allow_unicode=True, width=1_000_000, default_flow_style=True, sort_keys=False
    )
    return written.strip()


def write(made: Inference, folder: Path, *, force: bool) -> Path:
    """Writes feeds.yaml and the old feeds into a folder; the path of feeds.yaml.

    Raises:
        UsageError: feeds.yaml is there already, and may not be overwritten.
    """
    file = folder / "feeds.yaml"
    if file.exists() and not force:
        hint = "Name another folder, or overwrite it with --force."
        raise UsageError(f"{file} is there already", hint=hint)
    content = text(made)
    for one in stored(made):
        kept = folder / _file(one.place.path)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(one.document.data)
    file.write_text(content, encoding="utf-8")
    return file
