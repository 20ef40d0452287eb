"""What is in this folder holds whatever database the archive is kept in."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _everywhere(kept_in: str) -> None:
    """Runs each test with each database."""
