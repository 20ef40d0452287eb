"""A newsroom in a folder, built step by step or at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from databases import archive_url

from feeds.archive.archive import open_archive
from feeds.article import Article
from feeds.build.run import BuildReport, build
from feeds.configuration.load import parse
from feeds.publication import Configuration

CONFIGURATION = """
publication:
  name: Приморский вестник
  url: https://vestnik.example/
  description: Новости Приморска
  language: ru
  timezone: Europe/Moscow
  logo: https://vestnik.example/logo.png
  logo_square: https://vestnik.example/square.png
base_url: https://feeds.vestnik.example/
sources:
  - {name: wire, kind: records, path: "wire/*"}
feeds:
"""

FEEDS = (
    "{target: rss, path: rss.xml, limit: 4}",
    "{target: rss, path: city.xml, title: Город, limit: 3, select: {sections: [Город]}}",
    "{target: rss, path: first.xml, limit: 3, order: oldest}",
    "{target: atom, path: atom.xml, limit: 30}",
    "{target: json-feed, path: feed.json, select: {max_age: 3h}}",
    "{target: dzen, path: dzen/channel.xml}",
    "{target: yandex-news, path: yandex/news.xml}",
    "{target: google-news, path: google-news.xml}",
    "{target: sitemap, path: sitemap.xml}",
    "{target: vk, path: vk.xml, select: {tags: [свет]}}",
)

ARCHIVED = (
    "{target: rss, path: all.xml, limit: 2, archives: day}",
    "{target: atom, path: all.atom, limit: 3, archives: month, select: {except_sections: [Спорт]}}",
)
"""Feeds that keep what leaves them."""


class Newsroom:
    """A publication whose records are one file, or several."""

    def __init__(self, folder: Path, feeds: Iterable[str] = FEEDS) -> None:
        self.folder = folder
        self.feeds = list(feeds)
        self.removed = "keep"
        self.configuration_text = "timezone: Europe/Moscow"
        (folder / "wire").mkdir(parents=True, exist_ok=True)

    def write(self, stories: Iterable[Article], name: str = "wire.jsonl") -> None:
        """Makes the stories the content of a file."""
        lines = [msgspec.json.encode(story) for story in stories]
        (self.folder / "wire" / name).write_bytes(b"".join(line + b"\n" for line in lines))

    def write_raw(self, content: Any, name: str) -> None:
        """Makes anything the content of a file."""
        data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
        (self.folder / "wire" / name).write_bytes(data)

    @property
    def configuration(self) -> Configuration:
        """The configuration as the command line would load it."""
        text = CONFIGURATION.replace("timezone: Europe/Moscow", self.configuration_text)
        text = text.replace('"wire/*"', f'"wire/*", removed: {self.removed}')
        text += "".join(f"  - {feed}\n" for feed in self.feeds)
        parsed = parse(text)
        sources = tuple(
            msgspec.structs.replace(s, path=str(self.folder / (s.path or ""))) for s in parsed.sources
        )
        return msgspec.structs.replace(parsed, output=str(self.folder / "output"), sources=sources)

    def build(self, now: datetime, *, archive: str = "archive.db", **options: Any) -> BuildReport:
        """Builds what there is."""
        options.setdefault("processes", 1)
        with open_archive(archive_url(self.folder / archive)) as opened:
            return build(self.configuration, opened, now, **options)

    def files(self) -> dict[str, bytes]:
        """The documents that are out, by path."""
        return {path: file.read_bytes() for path, file in self._documents()}

    def _documents(self) -> list[tuple[str, Path]]:
        output = self.folder / "output"
        found = [p for p in sorted(output.rglob("*")) if p.suffix in (".xml", ".json", ".atom")]
        return [(str(p.relative_to(output)), p) for p in found]

    def marks(self) -> dict[str, tuple[int, int]]:
        """By what each file would be seen to have been written again."""
        return {path: (file.stat().st_ino, file.stat().st_mtime_ns) for path, file in self._documents()}

    def states(self, report: BuildReport) -> dict[str, str]:
        """What the build did with each feed."""
        return {feed.path: feed.state for feed in report.feeds}
