"""What a file's name tells of the story in it: its day, its name in addresses, its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from feeds.intake.address import filled, stem

ENDINGS = ("md", "markdown", "mkd", "mdown", "mkdn", "mdx", "html", "htm", "txt")
"""Of the files that site generators make pages of."""

_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_. T]+(.*))?", re.DOTALL)
_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})/(?:[^/]+/)?[^/]+$")
_LANGUAGE = re.compile(r"(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)", re.DOTALL)
_FOLDER_PAGES = frozenset({"index", "_index"})


class Place(NamedTuple):
    """A file's day (ISO), its name in addresses, its language; and whether its folder is the page."""

    day: str | None = None
    slug: str | None = None
    language: str | None = None
    is_folder: bool = False
    is_section: bool = False

    def facts(self) -> Mapping[str, str]:
        """What the name alone says to an address template."""
        found = {"slug": self.slug} if self.slug else {}
        if self.day:
            found |= zip(("year", "month", "day"), self.day.split("-"), strict=True)
        return found


def place_of(file: str | None) -> Place:
    """What the name of a file tells, and where that is only `index` the name of its folder."""
    if not file:
        return Place()
    path = file.replace("\\", "/")
    name, language = _told(stem(path))
    is_folder = name in _FOLDER_PAGES
    if is_folder:
        above = path.rpartition("/")[0].rpartition("/")[2]
        return _of_name(above, path, language)._replace(is_folder=True, is_section=name == "_index")
    return _of_name(name, path, language)


def _told(name: str) -> tuple[str, str | None]:
    match = _LANGUAGE.fullmatch(name)
    return (match[1], match[2]) if match else (name, None)


def _of_name(name: str, path: str, language: str | None) -> Place:
    name, _, said = name.partition("#")
    match = _DATED.fullmatch(name)
    if match:
        return Place(_day(match.groups()[:3]), said or match[4] or name, language)
    folders = _FOLDERS.search(path)
    return Place(_day(folders.groups()) if folders else None, said or name or None, language)


def _day(parts: tuple[str, ...]) -> str:
    year, month, day = map(int, parts)
    return f"{year:04}-{month:02}-{day:02}"


def address_of(source: str, template: str | None) -> str | None:
    """Where the story of another source file lives, as far as its name tells."""
    path, sign, anchor = source.partition("#")
    ending = path.rpartition(".")[2].lower()
    file = path if ending in ENDINGS or not path else f"{path}.md"
    address = filled(template, file, place_of(file).facts())
    return f"{address}{sign}{anchor}" if address else None
