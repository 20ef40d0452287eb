"""A newcomer who follows the first page literally gets what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from documentation import Code, code

SET_UP = "make setup"
SERVES = "feeds serve"
WRITTEN = {"jsonl": "sources/stories.jsonl", "markdown": "sources/lighthouse.md"}
DAY = "2026-11-25"


@pytest.fixture(scope="module")
def steps() -> list[Code]:
    return [piece for piece in code("start.md") if piece.language != "inline"]


def lines(text: str) -> Iterator[str]:
    """The lines without what differs from day to day and from width to width."""
    for line in text.strip().splitlines():
        yield " ".join(re.sub(r"\d{4}-\d\d-\d\d", "DATE", line).split())


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["sh", "-euc", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_first_page_is_true(steps: list[Code], tmp_path: Path) -> None:
    yesterday = (datetime.now(UTC) - timedelta(hours=26)).date().isoformat()
    folder, said, shown = tmp_path, "", 0
    for step in steps:
        text = step.text.replace(DAY, yesterday) if step.language in WRITTEN else step.text
        if step.language in WRITTEN:
            (folder / WRITTEN[step.language]).write_text(text, encoding="utf-8")
        elif step.language == "yaml":
            file = folder / "feeds.yaml"
            file.write_text(
                file.read_text(encoding="utf-8").partition("sources:\n")[0] + text, encoding="utf-8"
            )
        elif step.language == "text":
            assert list(lines(said)) == list(lines(text))
            shown += 1
        elif SET_UP not in text and text.strip() != SERVES:
            done = run(text, folder)
            assert done.returncode == 0, done.stdout + done.stderr
            said = done.stdout or done.stderr
            folder = tmp_path / "harbour"
    assert shown == 3
    assert (folder / "output/rss.xml").is_file()
