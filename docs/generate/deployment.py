"""The page of the files in deploy/, as they are."""

from __future__ import annotations

from collections.abc import Mapping

from .markdown import block

INTRODUCTION = """\
# Files for running it

The files of `deploy/`, to be copied and fitted; [Operations](../operations.md) says how they are used.

"""
LANGUAGES = {"feeds.service": "ini", "Containerfile": "dockerfile", "alerts.yml": "yml"}


def pages(files: Mapping[str, str]) -> dict[str, str]:
    """The page of these files, by their names."""
    parts = [
        f"## {name}\n\n{block(text, LANGUAGES.get(name, 'text'))}" for name, text in sorted(files.items())
    ]
    return {"reference/deployment.md": INTRODUCTION + "\n".join(parts)}
