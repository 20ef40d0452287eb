"""Serves for a while under pollers, webhooks and ageing stories, and tells how much memory it takes meanwhile.

.venv/bin/python benchmarks/soak.py --seconds 600
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import newsroom
from measuring import keep, table
from serving import ask, publisher, signed

PATHS = (
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/yandex/news.xml",
    "/google-news.xml",
    "/sitemap.xml",
    "/vk.xml",
)
STORIES = 500
SAMPLES = 10


def memory(process: int) -> float:
    """MiB that a process and its children hold."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if process in (int(facts["Pid"]), int(facts["PPid"])):
            total += int(facts.get("VmRSS", "0 kB").split()[0])
    return total / 1024


def poll(port: int, until: float, asked: list[int]) -> None:
    """Polls every feed with the last ETag, as readers do."""
    tags: dict[str, str] = {}
    for path in itertools.cycle(PATHS):
        if time.monotonic() > until:
            return
        _, head, _ = ask(port, "GET", path, If_None_Match=tags.get(path, '"none"'), Accept_Encoding="gzip")
        tags[path] = head.get("etag", "")
        asked[0] += 1
        time.sleep(0.01)


def send(port: int, until: float, sent: list[int]) -> None:
    """Sends a story, an update or a withdrawal twice a second; some stories end within the hour or soon."""
    for number in itertools.count():
        if time.monotonic() > until:
            return
        now = datetime.now(UTC)
        name = number % STORIES
        story = {
            **newsroom.article(20_000_000 + name),
            "published": now.isoformat(),
            "title": f"Новость {number}",
        }
        if number % 3 == 0:
            story["expires"] = (now + timedelta(seconds=20)).isoformat()
        kind, data = "article.published", story
        if number % 10 == 9:
            kind, data = "article.withdrawn", {"id": story["id"], "reason": "проверка"}
        body, headers = signed({"type": kind, "data": data}, f"soak-{number}")
        status, _, said = ask(port, "POST", "/-/webhooks/cms", body, **headers)
        assert status == 202, said
        sent[0] += 1
        time.sleep(0.5)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--seconds", type=int, default=60)
    seconds = arguments.parse_args().seconds
    with tempfile.TemporaryDirectory(prefix="feeds-bench-") as folder:
        home = Path(folder)
        newsroom.found(home, 1_000, datetime.now(UTC))
        with publisher(home) as (port, process):
            until = time.monotonic() + seconds
            asked, sent = [0], [0]
            threads = [threading.Thread(target=poll, args=(port, until, asked)) for _ in range(3)]
            threads.append(threading.Thread(target=send, args=(port, until, sent)))
            for thread in threads:
                thread.start()
            rows = []
            for sample in range(SAMPLES):
                time.sleep(seconds / SAMPLES)
                held = f"{memory(process.pid):.0f}"
                rows.append([f"{seconds * (sample + 1) // SAMPLES}", held, f"{asked[0]:,}", f"{sent[0]:,}"])
            for thread in threads:
                thread.join()
    keep("soak", table(("seconds", "memory of all processes, MiB", "polls", "webhooks"), rows))


if __name__ == "__main__":
    main()
