"""The site as mkdocs builds it: without a warning, and without anything from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from documentation import ROOT, pages

OUTSIDE = re.compile(
    r"""<(?:script|img|iframe|source|video|audio)\b[^>]*\ssrc=["']?(?:https?:)?//|"""
    r"""<link\b(?![^>]*\brel=["']?(?:canonical|alternate))[^>]*\shref=["']?(?:https?:)?//"""
)


def test_the_site_builds_and_needs_nobody(tmp_path: Path) -> None:
    pytest.importorskip(
        "material", reason="the documentation's tools are not installed: make docs installs them"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = list(tmp_path.rglob("*.html"))
    assert len(built) >= len([page for page in pages() if not page.startswith("..")])
    for page in built:
        found = OUTSIDE.search(page.read_text(encoding="utf-8"))
        assert found is None, f"{page.name}: {found and found[0]}"
    for style in tmp_path.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", style.read_text(encoding="utf-8")), (
            style.name
        )
    assert not list(tmp_path.rglob("*.py"))
