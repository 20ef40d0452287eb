"""The page of changes: CHANGELOG.md as it is."""

from __future__ import annotations


def pages(changelog: str) -> dict[str, str]:
    """The page."""
    return {"changelog.md": changelog}
