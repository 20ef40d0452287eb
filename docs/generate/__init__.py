"""Pages of the documentation that are made from the program itself, each a pure function that gives Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generate import changes, commands, configuration, deployment, metrics, record, rules, targets

Pages = Mapping[str, str]

SECTIONS: tuple[Callable[[], Pages], ...] = (
    configuration.pages,
    commands.pages,
    record.pages,
    targets.pages,
    rules.pages,
    metrics.pages,
)
"""What is made, each part by itself: to make one in another way, put another function here."""

ROOT = Path(__file__).resolve().parents[2]


def pages() -> dict[str, str]:
    """Every page that is made, by its path below docs/."""
    files = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "deploy").iterdir()}
    made = {
        **changes.pages((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")),
        **deployment.pages(files),
    }
    return {**made, **{path: text for section in SECTIONS for path, text in section().items()}}
