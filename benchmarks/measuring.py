"""Runs programs and tells what each took: processor time, wall time, the most memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build/bench"
FEEDS = (sys.executable, "-m", "feeds")


class Taken(NamedTuple):
    """What a program took: seconds, seconds of processor time (its children's included), MiB of its largest process."""

    wall: float
    cpu: float
    memory: float
    said: str


def taken(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> Taken:
    """Runs a program to its end.

    Raises:
        SystemExit: it failed.
    """
    # A small process of its own in between: what a child inherits of our memory would count as the child's.
    between = [sys.executable, "-I", str(Path(__file__).with_name("between.py")), *command]
    environment = {**os.environ, **(env or {})}
    ran = subprocess.run(between, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{ran.stderr[-2000:]}")
    facts: dict[str, Any] = json.loads(ran.stderr.splitlines()[-1])
    return Taken(facts["wall"], facts["cpu"], facts["memory"], ran.stdout)


def median(runs: Sequence[Taken]) -> Taken:
    """The median of several runs, each figure by itself."""
    figures = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "memory"))
    return Taken(*figures, said=runs[-1].said)


def versions() -> str:
    """What was measured, and on what."""
    from importlib.metadata import version

    names = ("feeds", "feedgen", "lxml", "msgspec", "sqlalchemy", "granian")
    python = ".".join(map(str, sys.version_info[:3]))
    listed = ", ".join(f"{name} {version(name)}" for name in names)
    return f"Python {python}, {listed}; {os.cpu_count()} cores, {time.strftime('%d %B %Y').lstrip('0')}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)) + "\n"


def keep(name: str, text: str) -> None:
    """Prints a result, and puts it in its place in the documentation."""
    print(text, flush=True)
    page = ROOT / "docs/benchmarks.md"
    said = page.read_text(encoding="utf-8") if page.exists() else ""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if os.environ.get("BENCH_KEEP") and begin in said:
        before, _, rest = said.partition(begin)
        page.write_text(before + begin + text + end + rest.partition(end)[2], encoding="utf-8")
