"""The catalogue of rules: a page for each rule, each group of rules and each target."""

from __future__ import annotations

from feeds.targets import handbook

FOLDER = "reference/rules"


def pages() -> dict[str, str]:
    """The pages."""
    return {f"{FOLDER}/{path}": text for path, text in handbook.pages().items()}
