"""Builds in a running process: with nothing changed, or with one article more each time.

Prints the median of wall seconds and of processor seconds, and the most memory in MiB.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path

import newsroom

from feeds.archive.archive import open_archive
from feeds.build.run import build
from feeds.configuration import load

ROUNDS = 9


def main(way: str) -> None:
    configuration = load(Path("feeds.yaml"))
    walls, cpus = [], []
    with open_archive(configuration.archive) as archive:
        for number in range(ROUNDS):
            if way == "one":
                line = newsroom.line(-100 - number)
                Path(f"wire/within{number}.jsonl").write_text(line, encoding="utf-8")
            wall, cpu = time.perf_counter(), time.process_time()
            build(configuration, archive, newsroom.NOW, processes=1)
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(statistics.median(walls[1:]), statistics.median(cpus[1:]), memory)


if __name__ == "__main__":
    main(sys.argv[1])
