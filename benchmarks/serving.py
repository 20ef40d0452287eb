"""What serving costs, beside nginx with the same files, and how soon a webhook's story is out.

    .venv/bin/python benchmarks/serving.py

Needs wrk and nginx; what is not there is left out. Everything listens on 127.0.0.1.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import newsroom
from measuring import FEEDS, keep, table, taken

CONNECTIONS, SECONDS, WEBHOOKS = 64, 6, 25
NGINX = """worker_processes auto; pid {home}/nginx.pid; error_log {home}/nginx.log; daemon off;
events {{ worker_connections 1024; }}
http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;
fastcgi_temp_path {home}/fastcgi; uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
server {{ listen 127.0.0.1:{port} reuseport backlog=1024; root {home}/output; gzip_static on; }} }}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(
    port: int, method: str, path: str, body: bytes = b"", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body or None, {k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content


@contextmanager
def running(command: list[str], port: int, path: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server, once it answers, until the end."""
    environment = {**os.environ, "BENCH_SECRET": newsroom.SECRET}
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                if ask(port, "GET", path)[0] == 200:
                    break
            except OSError:
                pass
            time.sleep(0.1)
        else:
            raise SystemExit(f"{command[0]} does not answer: {(home / 'log').read_text()[-2000:]}")
        yield process
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def publisher(home: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Our server over a newsroom."""
    port = free_port()
    command = [*FEEDS, "serve", "--config", "feeds.yaml", "--host", "127.0.0.1", "--port", str(port)]
    with running(command, port, "/-/health", home) as process:
        yield port, process


def rate(port: int, *headers: str) -> float:
    """Requests a second, by wrk."""
    options = [part for header in headers for part in ("-H", header)]
    url = f"http://127.0.0.1:{port}/rss.xml"
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", *options, url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    assert found, said
    return float(found[1])


def beside_nginx(home: Path) -> None:
    """Gzipped 200s and 304s a second, of ours and of nginx's, in turns."""
    if not (shutil.which("wrk") and shutil.which("nginx")):
        print("beside nginx: left out, wrk and nginx are needed")
        return
    port = free_port()
    (home / "nginx.conf").write_text(NGINX.format(home=home, port=port), encoding="utf-8")
    nginx = ["nginx", "-p", str(home), "-c", str(home / "nginx.conf")]
    with publisher(home) as (ours, _), running(nginx, port, "/rss.xml", home):
        tags = {p: ask(p, "GET", "/rss.xml", Accept_Encoding="gzip")[1]["etag"] for p in (ours, port)}
        kinds = {"200, gzip": lambda _: (), "304": lambda p: (f"If-None-Match: {tags[p]}",)}
        rows = []
        for name, extra in kinds.items():
            turns = [
                (
                    rate(ours, "Accept-Encoding: gzip", *extra(ours)),
                    rate(port, "Accept-Encoding: gzip", *extra(port)),
                )
                for _ in range(3)
            ]
            a, b = (statistics.median(turn[n] for turn in turns) for n in (0, 1))
            rows.append([name, f"{a:,.0f}", f"{b:,.0f}", f"{a / b:.2f}"])
    keep("serving", table((f"{CONNECTIONS} connections, requests a second", "feeds", "nginx", "ratio"), rows))


def signed(message: dict[str, object], name: str) -> tuple[bytes, dict[str, str]]:
    """A webhook's body and headers."""
    body = json.dumps(message, ensure_ascii=False).encode()
    stamp = str(int(time.time()))
    key = base64.b64decode(newsroom.SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(digest).decode()
    return body, {"webhook_id": name, "webhook_timestamp": stamp, "webhook_signature": signature}


def latency(home: Path, count: int) -> list[float]:
    """Seconds from sending a webhook to its story in rss.xml, for each of several."""
    newsroom.found(home, count, datetime.now(UTC))
    taken([*FEEDS, "build", "--config", "feeds.yaml"], home, {"BENCH_SECRET": newsroom.SECRET})
    took = []
    with publisher(home) as (port, _):
        for number in range(WEBHOOKS):
            took.append(_until_out(port, 10_000_000 + number))
            time.sleep(0.3)
    return took


def _until_out(port: int, number: int) -> float:
    story = {**newsroom.article(number), "published": datetime.now(UTC).isoformat()}
    body, headers = signed({"type": "article.published", "data": story}, f"bench-{number}")
    tag = ask(port, "GET", "/rss.xml")[1]["etag"]
    began = time.monotonic()
    status, _, said = ask(port, "POST", "/-/webhooks/cms", body, **headers)
    assert status == 202, said
    content = b""
    while f"vestnik.example/{number}<".encode() not in content:
        assert time.monotonic() - began < 30, "the story does not come out"
        time.sleep(0.002)
        _, head, content = ask(port, "GET", "/rss.xml", If_None_Match=tag)
        tag = head.get("etag", tag)
    return time.monotonic() - began


def webhooks(counts: list[int]) -> None:
    """How soon a story is out, for archives of several sizes."""
    rows = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="feeds-bench-") as folder:
            took = sorted(latency(Path(folder), count))
        rows.append(
            [f"{count:,}", *(f"{seconds * 1000:.0f}" for seconds in (statistics.median(took), took[-1]))]
        )
    keep(
        "webhooks", table(("articles in the archive", "webhook to new bytes: median, ms", "worst, ms"), rows)
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument(
        "articles", type=int, nargs="*", default=[1_000, 10_000], help="sizes of archives for webhooks"
    )
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="feeds-bench-") as folder:
        home = Path(folder)
        home.chmod(0o755)  # nginx's workers read as somebody else
        newsroom.found(home, 1_000, datetime.now(UTC))
        configuration = home / "feeds.yaml"
        # nginx and wrk should move a feed of ordinary size
        configuration.write_text(newsroom.FEEDS.replace("rss.xml}", "rss.xml, limit: 50}"), encoding="utf-8")
        taken([*FEEDS, "build", "--config", "feeds.yaml"], home, {"BENCH_SECRET": newsroom.SECRET})
        beside_nginx(home)
    webhooks(given.articles)


if __name__ == "__main__":
    sys.exit(main())
