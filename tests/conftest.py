"""What the tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("FEEDS_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of real documents, schemas and cases beside the checkout; tests that want it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("no folder of shared samples beside the checkout")
    return SHARED
