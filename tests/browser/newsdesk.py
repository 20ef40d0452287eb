"""The demo publication as it runs, with everything that a page of status can tell."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from drawings import drawn
from live import Live, until

ROOT = Path(__file__).resolve().parents[2]
OUTLET = "https://vestnik.example"
STORY = "20425"
"""A story with a cover, a video and an embed."""

WEBHOOK = "  - {name: cms, kind: webhook, secret_env: CMS_SECRET}\n"
CHECKS = """
checks:
  severity:
    - {code: DZ011, level: error, reason: длинные заголовки Дзен обрезает}
"""

READERS = {
    "rss.xml": (
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)",
        "Inoreader/1.0",
        "NetNewsWire",
    ),
    "yandex/news.xml": ("Mozilla/5.0 (compatible; YandexNews/4.0; +http://yandex.com/bots)",),
    "google-news.xml": ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",),
    "atom.xml": ("Miniflux/2.2",),
}


def story(name: str, **facts: Any) -> dict[str, Any]:
    """A story of a quarter of an hour ago."""
    return {
        "id": name,
        "url": f"{OUTLET}/2026/{name}",
        "title": "На пристани зажгли фонари",
        "published": (datetime.now(UTC) - timedelta(minutes=15)).isoformat(),
        "section": "Город",
        "body": "<p>" + "Вечером у пристани зажгли фонари, и по тропе прошли первые гуляющие. " * 8 + "</p>",
        **facts,
    }


@contextmanager
def newsdesk(folder: Path) -> Iterator[Live]:
    """The demo publication, polled by readers, told of stories, with one that a platform would refuse."""
    shutil.copytree(ROOT / "sources", folder / "sources")
    subprocess.run(
        [sys.executable, str(folder / "sources/desk/today.py")], check=True, stdout=subprocess.DEVNULL
    )
    long = story(
        "20440", title="Совет рассказал, " + "какие улицы и набережные починят к лету, " * 6 + "и во сколько"
    )
    lines = [json.dumps(long, ensure_ascii=False), '{"id": "20441", "note": "запись без адреса"}']
    (folder / "sources/wire/evening.jsonl").write_text("\n".join(lines), encoding="utf-8")
    text = (
        (ROOT / "feeds.yaml").read_text(encoding="utf-8").replace("\nsources:\n", f"\nsources:\n{WEBHOOK}", 1)
    )
    live = Live(folder, text + CHECKS, 2)
    live.start()
    try:
        _visit(live)
        yield live
    finally:
        if live.running:
            live.running.terminate()
            live.running.wait(20)
        live.client.close()


def _visit(live: Live) -> None:
    for path, agents in READERS.items():
        for n, agent in enumerate(agents):
            for _ in range(2 + n):
                live.get(f"/{path}", user_agent=agent)
    live.send("article.published", story("20442"), name="msg_20442")
    live.send("article.withdrawn", {"id": "20442", "reason": "Уточняем"}, name="msg_20443")
    live.post(
        b"{}",
        {"webhook-id": "msg_x", "webhook-timestamp": str(int(time.time())), "webhook-signature": "v1,x"},
    )
    until(lambda: len(live.get("/-/status.json").json()["pollers"]) >= len(READERS), 20)


def pictures(context: Any) -> None:
    """Gives a browser's pages the outlet's pictures; it knows no others."""
    context.route(
        f"{OUTLET}/**",
        lambda route: route.fulfill(content_type="image/svg+xml", body=drawn(route.request.url)),
    )
