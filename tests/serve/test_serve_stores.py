"""A publisher whose output is an object store: it serves at once, the store follows, and nothing is lost between."""

from __future__ import annotations

import gzip
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from buckets import SECRET, Store, reachable, storing
from live import CONFIGURATION, Live, record, running, until

TEXT = CONFIGURATION + "output: s3://news/feeds\nobjects: {gzip: true}\n"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with storing() as made, reachable(made, monkeypatch):
        yield made


@pytest.fixture
def live(store: Store, tmp_path: Path) -> Iterator[Live]:
    with running(tmp_path, TEXT) as started:
        yield started


def stored(store: Store, path: str) -> str:
    found = store.objects.get(f"feeds/{path}")
    return gzip.decompress(found.content).decode() if found else ""


def plain(live: Live, path: str) -> str:
    return live.get(path, accept_encoding="identity").text


def test_what_is_served_is_what_is_in_the_bucket(store: Store, live: Live) -> None:
    expected = {"rss.xml", "atom.xml", "feed.json", "sitemap.xml", "index.html"}
    until(lambda: {name for name in store.documents() if "-" not in name} == expected)
    for path in store.documents():
        assert plain(live, f"/{path}") == stored(store, path)
    live.send("article.published", record("new"))
    live.wait_for("/rss.xml", "Новость new")
    until(lambda: "Новость new" in stored(store, "rss.xml"))
    until(lambda: stored(store, "sitemap.xml") == plain(live, "/sitemap.xml"))
    assert "max-age=600," in store.objects["feeds/atom.xml"].headers["cache-control"]
    assert not (live.folder / "s3:").exists()


def test_a_publisher_that_starts_again_writes_nothing_and_serves_the_same(store: Store, live: Live) -> None:
    live.send("article.published", record("new"))
    for path in ("/rss.xml", "/atom.xml"):
        live.wait_for(path, "Новость new")
    live.wait_for(f"/sitemap-{datetime.now(UTC) - timedelta(minutes=15):%Y-%m}.xml", "vestnik.example/new")
    live.wait_for("/", "<title>")
    served = {path: plain(live, path) for path in ("/rss.xml", "/atom.xml", "/sitemap.xml", "/")}
    assert live.kill(signal.SIGTERM) == 0
    assert stored(store, "rss.xml") == served["/rss.xml"]
    store.asked.clear()
    live.start()
    live.wait_for("/", "<title>")
    assert {path: plain(live, path) for path in served} == served
    live.kill(signal.SIGTERM)
    assert store.count("PUT") == 0


def test_a_kill_loses_nothing(store: Store, live: Live) -> None:
    for number in range(5):
        assert live.send("article.published", record(f"killed{number}")).status_code == 202
        live.kill(signal.SIGKILL)
        live.start()
        live.wait_for("/rss.xml", f"Новость killed{number}")
        until(lambda number=number: f"Новость killed{number}" in stored(store, "rss.xml"))


def test_while_the_store_fails_it_serves_and_catches_up(store: Store, live: Live) -> None:
    store.fails = lambda method, _key: 403 if method == "PUT" else None
    live.send("article.published", record("new"))
    live.wait_for("/rss.xml", "Новость new")
    until(lambda: live.events("output") != [], 20)
    assert "cannot be written: it is not allowed" in live.events("output")[0]["problem"]
    assert "Новость new" not in stored(store, "rss.xml")
    store.fails = lambda _method, _key: None
    until(lambda: "Новость new" in stored(store, "rss.xml"), 20)
    assert SECRET not in live.log()


def test_another_policy_is_put_when_it_is_read_again(store: Store, live: Live) -> None:
    live.configure(TEXT.replace("max_age: 10m", "max_age: 20m").replace("gzip: true", "gzip: false"))
    assert live.running
    live.running.send_signal(signal.SIGHUP)
    until(lambda: "max-age=1200," in store.objects["feeds/atom.xml"].headers["cache-control"])
    until(lambda: all("content-encoding" not in o.headers for o in store.objects.values()))
    assert store.documents()["atom.xml"].decode() == plain(live, "/atom.xml")
