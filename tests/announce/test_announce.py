"""Hubs and search engines are told of what changed, again and again until they hear, and of nothing else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from feeds.announce.delivery import FIRST_WAIT, GIVEN_UP, LONGEST_WAIT, Delivery, pause
from feeds.announce.posting import News, post
from feeds.archive import outbox
from feeds.archive.archive import Archive
from feeds.archive.inbox import open_inbox
from feeds.configuration.load import parse
from feeds.publication import Configuration, IndexNow


class Hub:
    """A hub, or a search engine, that remembers what it is told and answers as it is told to."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict]] = []
        self.status = 204
        hub = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                form = "json" not in self.headers["content-type"]
                said = {k: v[0] for k, v in parse_qs(body.decode()).items()} if form else json.loads(body)
                hub.heard.append((self.path, said))
                self.send_response(hub.status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hub"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Archive]:
    with open_inbox(f"sqlite:///{tmp_path / 'archive.db'}") as opened:
        yield opened


def configuration(hub: Hub, indexnow: bool = False) -> Configuration:
    text = (
        "publication: {name: В, url: https://vestnik.example/}\nbase_url: https://feeds.vestnik.example/\n"
        f"hubs: ['{hub.url}']\n"
    )
    if indexnow:
        text += f"indexnow: {{key: abcdefgh12, endpoint: '{hub.url}'}}\n"
    return parse(text)


FEEDS = News(
    [
        ("rss.xml", "application/rss+xml"),
        ("sitemap.xml", "application/xml"),
        ("f.json", "application/feed+json"),
    ]
)


def said(box: Archive, made: Configuration, now: float) -> list[bool]:
    delivery = Delivery(box, made.indexnow)
    try:
        return [one.heard for one in delivery.due(now)]
    finally:
        delivery.close()


def test_hubs_hear_of_each_feed_that_has_subscribers(box: Archive, hub: Hub) -> None:
    made = configuration(hub)
    assert post(box, made, FEEDS, 1000.0)
    assert said(box, made, 1000.0) == [True, True]
    topics = [heard["hub.topic"] for _, heard in hub.heard]
    assert topics == ["https://feeds.vestnik.example/f.json", "https://feeds.vestnik.example/rss.xml"] or set(topics) == {
        "https://feeds.vestnik.example/f.json", "https://feeds.vestnik.example/rss.xml",
    }  # fmt: skip
    assert all(h["hub.mode"] == "publish" and h["hub.url"] == h["hub.topic"] for _, h in hub.heard)
    assert said(box, made, 9000.0) == []


def test_nothing_is_said_of_nothing(box: Archive, hub: Hub) -> None:
    assert not post(box, configuration(hub), News([]), 1000.0)
    assert not post(box, configuration(hub), News([("sitemap.xml", "application/xml")]), 1000.0)


def test_what_changes_twice_before_it_is_said_is_said_once(box: Archive, hub: Hub) -> None:
    made = configuration(hub)
    news = News([("rss.xml", "application/rss+xml")])
    post(box, made, news, 1000.0)
    post(box, made, news, 1001.0)
    assert said(box, made, 1002.0) == [True]
    assert len(hub.heard) == 1


def test_a_deaf_hub_is_told_again_later_and_survives_a_restart(tmp_path: Path, hub: Hub) -> None:
    made = configuration(hub)
    hub.status = 503
    url = f"sqlite:///{tmp_path / 'archive.db'}"
    with open_inbox(url) as box:
        post(box, made, News([("rss.xml", "application/rss+xml")]), 1000.0)
        assert said(box, made, 1000.0) == [False]
        assert said(box, made, 1001.0) == []
    with open_inbox(url) as box:
        with box.transaction() as connection:
            (waiting,) = outbox.waiting(connection)
        assert waiting.attempts == 1
        assert "503" in (waiting.problem or "")
        assert 1000 + 0.75 * FIRST_WAIT <= waiting.due <= 1000 + 1.25 * FIRST_WAIT
        hub.status = 200
        assert said(box, made, waiting.due) == [True]
        with box.transaction() as connection:
            assert outbox.waiting(connection) == []


def test_a_hub_that_is_not_there_is_given_up_after_days(box: Archive, hub: Hub) -> None:
    made = configuration(hub)
    hub.server.shutdown()
    hub.server.server_close()
    post(box, made, News([("rss.xml", "application/rss+xml")]), 1000.0)
    assert said(box, made, 1000.0) == [False]
    assert said(box, made, 1000.0 + GIVEN_UP + 1) == [False]
    with box.transaction() as connection:
        assert outbox.count(connection) == 0
    hub.server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    threading.Thread(target=hub.server.serve_forever, daemon=True).start()


def test_what_changes_while_it_is_said_is_said_again(box: Archive, hub: Hub) -> None:
    with box.transaction() as connection:
        outbox.post(connection, "websub", hub.url, ["x"], 1000.0)
        (notice,) = outbox.due(connection, 1000.0, 10)
        outbox.post(connection, "websub", hub.url, ["x"], 1001.0)
        outbox.said(connection, notice)
        assert [n.since for n in outbox.waiting(connection)] == [1001.0]


def test_search_engines_hear_of_many_stories_at_once_and_of_their_own_site_only(
    box: Archive, hub: Hub
) -> None:
    made = configuration(hub, indexnow=True)
    stories = [f"https://vestnik.example/{n}" for n in range(3)]
    post(box, made, News([], [*stories, "https://elsewhere.example/1"]), 1000.0)
    assert said(box, made, 1000.0) == [True]
    ((_, heard),) = hub.heard
    assert heard == {"host": "vestnik.example", "key": "abcdefgh12", "urlList": stories}


def test_pauses_grow_and_are_bounded() -> None:
    means = [sum(pause(n) for _ in range(300)) / 300 for n in range(12)]
    assert means == sorted(means[:9]) + means[9:]
    assert all(pause(n) <= LONGEST_WAIT * 1.25 for n in (0, 5, 50, 5000))


def test_a_key_may_come_from_the_environment(box: Archive, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDEX_KEY", "from-the-environment")
    delivery = Delivery(box, IndexNow(key_env="INDEX_KEY", key_location="https://vestnik.example/k.txt"))
    sent = delivery._index(["https://vestnik.example/1"])
    assert (sent["key"], sent["keyLocation"]) == ("from-the-environment", "https://vestnik.example/k.txt")
