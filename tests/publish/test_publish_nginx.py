"""The configuration that is made for nginx, tried with nginx."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from feeds.configuration.load import parse
from feeds.publication import Configuration
from feeds.publish.nginx import Served, snippet

NGINX = shutil.which("nginx") or (path if Path(path := "/usr/sbin/nginx").exists() else None)

TEXT = """
publication: {name: Вестник, url: https://vestnik.example/}
base_url: https://vestnik.example/feeds/
hubs: [https://hub.example/]
moved: {old.xml: rss.xml, "far 'away'.xml": https://other.example/x.xml}
retired: [gone.xml]
feeds:
  - {target: rss, path: rss.xml}
  - {target: sitemap, path: maps/sitemap.xml}
"""
FEEDS = (
    Served("rss.xml", False, "application/rss+xml", 60),
    Served("maps/sitemap.xml", True, "application/xml", 300),
)


def configuration(output: Path) -> Configuration:
    from msgspec.structs import replace

    return replace(parse(TEXT), output=str(output))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    if NGINX is None:
        pytest.skip("nginx is not installed")
    output = tmp_path / "out put"
    (output / "maps").mkdir(parents=True)
    (output / "rss.xml").write_text("<rss/>")
    (output / "rss.xml.gz").write_bytes(__import__("gzip").compress(b"<rss/>", mtime=0))
    for name in ("sitemap.xml", "sitemap-2026-11.xml", "sitemap-2026-11-02-2.xml", "sitemap-secret.xml"):
        (output / "maps" / name).write_text("<urlset/>")
    port = free_port()
    made = snippet(configuration(output), FEEDS, upstream="http://127.0.0.1:9")
    (tmp_path / "feeds.conf").write_text(made, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{ }}\n"
        f"http {{ access_log off; client_body_temp_path {tmp_path}/b; proxy_temp_path {tmp_path}/p;"
        f" fastcgi_temp_path {tmp_path}/f; uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s;"
        f" server {{ listen 127.0.0.1:{port}; include {tmp_path}/feeds.conf; }} }}\n"
    )
    running = subprocess.Popen([NGINX, "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)])
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}/feeds/"
    finally:
        running.terminate()
        running.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not listen")


def test_nginx_serves_the_output_as_feeds_serve_would(served: str) -> None:
    answer = httpx2.get(served + "rss.xml", headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.text == "<rss/>"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
    assert answer.headers["cache-control"].startswith("public, max-age=60,")
    assert answer.headers["vary"] == "Accept-Encoding"
    links = answer.headers["link"]
    assert links == '<https://vestnik.example/feeds/rss.xml>; rel="self", <https://hub.example/>; rel="hub"'
    again = httpx2.get(
        served + "rss.xml", headers={"if-none-match": answer.headers["etag"], "accept-encoding": "gzip"}
    )
    assert again.status_code == 304
    assert again.headers["cache-control"] == answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap-2026-11.xml", "sitemap-2026-11-02-2.xml"])
def test_parts_are_served_like_their_index(served: str, name: str) -> None:
    answer = httpx2.get(served + "maps/" + name)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("old.xml", 301, "https://vestnik.example/feeds/rss.xml"),
        ("far%20'away'.xml", 301, "https://other.example/x.xml"),
        ("gone.xml", 410, None),
        ("maps/sitemap-secret.xml", 404, None),
        ("other.xml", 404, None),
    ],
)
def test_former_paths_are_answered(served: str, path: str, status: int, location: str | None) -> None:
    answer = httpx2.get(served + path, follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (status, location)


def test_a_feed_can_be_read_only(served: str) -> None:
    assert httpx2.post(served + "rss.xml").status_code == 405


def test_it_depends_on_nothing_but_the_configuration(tmp_path: Path) -> None:
    assert snippet(configuration(tmp_path), FEEDS) == snippet(configuration(tmp_path), FEEDS)
    assert "proxy_pass" not in snippet(configuration(tmp_path), FEEDS)
