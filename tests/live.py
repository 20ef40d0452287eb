"""A publisher that runs: feeds serve as a process of its own, and what is said to it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

KEY = b"the key of the tests' CMS"
SECRET = "whsec_" + base64.b64encode(KEY).decode()

CONFIGURATION = """\
publication: {name: Вестник, url: https://vestnik.example/, language: ru, timezone: Europe/Moscow}
base_url: https://feeds.vestnik.example/
sources:
  - {name: wire, kind: records, path: wire/*.jsonl}
  - {name: cms, kind: webhook, secret_env: CMS_SECRET}
  - {name: plain, kind: webhook, secret_env: PLAIN_SECRET, signature: hmac}
feeds:
  - {target: rss, path: rss.xml}
  - {target: atom, path: atom.xml, max_age: 10m}
  - {target: json-feed, path: feed.json}
  - {target: sitemap, path: sitemap.xml}
  - {target: google-news, path: google-news.xml}
moved: {old.xml: rss.xml}
retired: [gone.xml]
"""


def record(name: str, **facts: Any) -> dict[str, Any]:
    """A story that was published a quarter of an hour ago."""
    return {
        "id": name,
        "url": f"https://vestnik.example/{name}",
        "title": f"Новость {name}",
        "published": (datetime.now(UTC) - timedelta(minutes=15)).isoformat(),
        "body": f"<p>Вечером у пристани зажгли фонарь номер {name}.</p>",
        **facts,
    }


def signed(body: bytes, name: str, at: float | None = None, key: bytes = KEY) -> dict[str, str]:
    """The headers of a message by the Standard Webhooks scheme."""
    stamp = str(int(time.time() if at is None else at))
    made = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(made).decode()
    return {"webhook-id": name, "webhook-timestamp": stamp, "webhook-signature": signature}


class Live:
    """A publisher in a folder, started and ended at will."""

    def __init__(self, folder: Path, text: str = CONFIGURATION, workers: int = 1) -> None:
        self.folder = folder
        self.workers = workers
        self.port = free_port()
        self.running: subprocess.Popen[bytes] | None = None
        self.client = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=20)
        (folder / "wire").mkdir(parents=True, exist_ok=True)
        self.configure(text)

    def configure(self, text: str) -> None:
        """Writes feeds.yaml."""
        (self.folder / "feeds.yaml").write_text(text, encoding="utf-8")

    def wire(self, *records: dict[str, Any], name: str = "wire.jsonl") -> None:
        """Makes the records the content of a file of the wire."""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records)
        (self.folder / "wire" / name).write_text(lines, encoding="utf-8")

    def start(self, *options: str, ready: bool = True) -> None:
        """Starts it, and waits until it is ready, unless that may take long."""
        environment = {**os.environ, "CMS_SECRET": SECRET, "PLAIN_SECRET": "plain", "STATUS_TOKEN": "token"}
        command = [
            "-m",
            "feeds",
            "serve",
            "-c",
            "feeds.yaml",
            "--port",
            str(self.port),
            "--workers",
            str(self.workers),
            *options,
        ]
        with (self.folder / "log").open("ab") as log:
            self.running = subprocess.Popen(
                [sys.executable, *command], cwd=self.folder, env=environment, stderr=log
            )
        if ready:
            until(self.is_ready, 30)

    def is_ready(self) -> bool:
        assert self.running
        assert self.running.poll() is None, self.log()
        try:
            return bool(self.client.get("/-/health").status_code == 200)
        except httpx2.HTTPError:
            return False

    def log(self) -> str:
        """What it said."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def events(self, name: str) -> list[dict[str, Any]]:
        """What it said of one kind of event."""
        lines = [line for line in self.log().splitlines() if line.startswith("{")]
        return [said for said in map(json.loads, lines) if said["event"] == name]

    def kill(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Sends a signal that ends it, and waits for the end."""
        assert self.running
        self.running.send_signal(number)
        code = self.running.wait(20)
        self.running = None
        return code

    def get(self, path: str, **headers: str) -> httpx2.Response:
        """Asks for a path."""
        return self.client.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    def send(self, kind: str, data: Any = None, name: str | None = None, **more: Any) -> httpx2.Response:
        """Sends a message to the webhook of the CMS."""
        body = json.dumps({"type": kind, "data": data, **more}, ensure_ascii=False).encode()
        return self.post(body, signed(body, name or f"msg_{time.time_ns()}"))

    def post(self, body: bytes, headers: dict[str, str], source: str = "cms") -> httpx2.Response:
        """Sends any bytes to a webhook."""
        return self.client.post(f"/-/webhooks/{source}", content=body, headers=headers)

    def wait_for(self, path: str, text: str, *, gone: bool = False, seconds: float = 10) -> None:
        """Waits until a document has, or no longer has, a text."""
        until(lambda: self._shows(path, text) is (not gone), seconds)

    def _shows(self, path: str, text: str) -> bool | None:
        """Whether a document has a text; None while nobody answers."""
        try:
            return text in self.get(path).text
        except httpx2.TransportError:
            return None


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Waits until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.02)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    folder: Path, text: str = CONFIGURATION, *, workers: int = 1, stories: Iterable[str] = ("a", "b")
) -> Iterator[Live]:
    """A publisher that runs with some stories."""
    live = Live(folder, text, workers)
    live.wire(*(record(name) for name in stories))
    live.start()
    try:
        yield live
    finally:
        if live.running:
            live.kill(signal.SIGTERM)
        live.client.close()
