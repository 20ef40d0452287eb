"""Adds the pages that are made from the program to those that are written, when mkdocs builds the site."""

from __future__ import annotations

from generate import pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files
