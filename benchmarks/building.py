"""What building costs, beside what peers take to write one feed of the same articles.

    .venv/bin/python benchmarks/building.py 1000 10000 100000
    .venv/bin/python benchmarks/building.py 1000000 --alone

For each number of articles: RSS and sitemaps by the peers, then our cold build of ten feeds and the
whole sitemap archive from JSONL (read, checked, published), a build with nothing changed, one with one
article more, and the same two in a running process. Ratios come from one run.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import newsroom
from measuring import BUILD, FEEDS, Taken, keep, median, table, taken, versions

PEERS = Path(__file__).with_name("peers")
CLOCK = ("--now", newsroom.NOW.isoformat())


def peers() -> Iterator[tuple[str, list[str]]]:
    """Each peer that is there, with the command that runs it."""
    yield "RSS, plain feedgen", [sys.executable, str(PEERS / "rss_feedgen.py")]
    yield "RSS, lxml by hand", [sys.executable, str(PEERS / "rss_lxml.py")]
    if find_spec("django"):
        yield "RSS, Django feedgenerator", [sys.executable, str(PEERS / "rss_django.py")]
        yield "sitemap, Django", [sys.executable, str(PEERS / "sitemap_django.py")]
    if (BUILD / "node_modules/feed").exists():
        for program in PEERS.glob("*.mjs"):  # Node looks for packages beside the program
            shutil.copy(program, BUILD / program.name)
        yield "RSS, npm feed", ["node", str(BUILD / "rss_feed.mjs")]
        yield "sitemap, npm sitemap", ["node", str(BUILD / "sitemap_npm.mjs")]


def measure(count: int, rounds: int, *, alone: bool = False) -> None:
    """Measures all of it for one number of articles; `alone` without the peers."""
    with tempfile.TemporaryDirectory(prefix="feeds-bench-") as folder:
        home = Path(folder)
        newsroom.found(home, count)
        lines = str(home / "wire/wire.jsonl")
        theirs = {
            name: median([taken([*command, lines]) for _ in range(rounds)])
            for name, command in (() if alone else peers())
        }
        ours = dict(_ours(home, count, rounds))
    base = None if alone else theirs["RSS, plain feedgen"].cpu
    rows = [_row(name, run, base, count) for name, run in {**theirs, **ours}.items()]
    head = (f"{count:,} articles", "wall, s", "processor, s", "µs an article", "of feedgen's", "memory, MiB")
    keep(f"building {count}", table(head, rows))


def _row(name: str, run: Taken, base: float | None, count: int) -> list[str]:
    each = f"{run.wall / count * 1e6:,.0f}"
    ratio = f"{run.wall / base:.2f}" if base else ""
    return [name, f"{run.wall:.2f}", f"{run.cpu:.2f}", each, ratio, f"{run.memory:.0f}"]


def _ours(home: Path, count: int, rounds: int) -> Iterator[tuple[str, Taken]]:
    cold = [_cold(home) for _ in range(rounds)]
    yield "**feeds, cold: ten feeds, checked**", median(cold)
    yield "feeds build, nothing changed", median([_build(home) for _ in range(3)])
    yield "feeds build, one article more", median([_one_more(home, number) for number in (-1, -2, -3)])
    within = [sys.executable, str(Path(__file__).with_name("within.py"))]
    for name, way in (
        ("in a process, nothing changed", "nothing"),
        ("in a process, one article more", "one"),
    ):
        told = taken([*within, way], home, {"BENCH_SECRET": newsroom.SECRET}).said.split()
        yield name, Taken(float(told[0]), float(told[1]), float(told[2]), "")


def _cold(home: Path) -> Taken:
    for path in (*home.glob("archive.db*"), *home.glob(".output*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(home / "output", ignore_errors=True)
    return _build(home)


def _build(home: Path) -> Taken:
    return taken([*FEEDS, "build", "--config", "feeds.yaml", *CLOCK], home, {"BENCH_SECRET": newsroom.SECRET})


def _one_more(home: Path, number: int) -> Taken:
    (home / f"wire/more{number}.jsonl").write_text(newsroom.line(number), encoding="utf-8")
    return _build(home)


def _install_peers() -> None:
    """The peers of other languages, where npm is there."""
    if shutil.which("npm") and not (BUILD / "node_modules/feed").exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        shutil.copy(PEERS / "package.json", BUILD)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
        subprocess.run(command, cwd=BUILD, check=False)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("articles", type=int, nargs="+", help="how many articles")
    arguments.add_argument("--rounds", type=int, default=3, help="of which the median counts")
    arguments.add_argument(
        "--alone", action="store_true", help="without the peers, which hold everything in memory"
    )
    given = arguments.parse_args()
    if not given.alone:
        _install_peers()
    keep("versions", versions() + "\n")
    for count in given.articles:
        measure(count, given.rounds if count <= 20_000 else 1, alone=given.alone)


if __name__ == "__main__":
    main()
