"""Style sheets and scripts: each at an address that names its content, so that browsers keep it for ever."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "static"
PREFIX = "/-/assets/"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Asset(NamedTuple):
    """A file that pages load."""

    content: bytes
    media_type: str


@cache
def named() -> dict[str, str]:
    """The name under which each file is served."""
    return {file.name: _named(file) for file in sorted(FOLDER.iterdir()) if file.suffix in TYPES}


def _named(file: Path) -> str:
    digest = hashlib.blake2b(file.read_bytes(), digest_size=8).hexdigest()
    return f"{file.stem}.{digest}{file.suffix}"


def address(name: str) -> str:
    """Where a file is served."""
    return PREFIX + named()[name]


@cache
def assets() -> dict[str, Asset]:
    """What is served below `PREFIX`, by name."""
    return {
        served: Asset((FOLDER / name).read_bytes(), TYPES[Path(name).suffix])
        for name, served in named().items()
    }


@cache
def text(name: str) -> str:
    """A file's text, for pages that hold it themselves."""
    return (FOLDER / name).read_text(encoding="utf-8")
