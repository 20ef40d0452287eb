"""The page of status as the publisher serves it: for people, as data, and as it changes."""

from __future__ import annotations

import json
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from live import CONFIGURATION, Live, record, running, until
from lxml import html

from feeds.serve.live import MOST
from feeds.serve.negotiation import is_robot, prefers_json, prefers_page

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
CHROME = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
    "application/signed-exchange;v=b3;q=0.7"
)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with running(tmp_path_factory.mktemp("status"), workers=2) as started:
        yield started


@contextmanager
def listening(live: Live, language: str = "ru") -> Iterator[list[dict[str, str]]]:
    """What an open page is told, as it comes."""
    told: list[dict[str, str]] = []
    with live.client.stream("GET", f"/-/status/events?lang={language}") as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")

        def read() -> None:
            with suppress(httpx2.HTTPError, httpx2.StreamError):
                for line in answer.iter_lines():
                    if line.startswith("data: "):
                        told.append(json.loads(line.removeprefix("data: ")))

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        yield told


# ---- the page


def test_browsers_get_a_page_that_names_every_feed(live: Live) -> None:
    answer = live.get("/-/status", accept=FIREFOX, accept_language="ru")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-language"] == "ru"
    page = html.document_fromstring(answer.text)
    named = [
        e.text_content()
        for e in page.xpath("//*[@id='part-feeds']//tbody//a[starts-with(@href, '/-/feeds/')]")
    ]
    assert {"rss.xml", "atom.xml", "feed.json", "sitemap.xml", "google-news.xml"} <= set(named)
    assert "Все ленты вышли" in answer.text


def test_nothing_of_the_page_is_fetched_from_elsewhere_and_nothing_runs_in_it(live: Live) -> None:
    answer = live.get("/-/status")
    page = html.document_fromstring(answer.text)
    fetched = page.xpath("//script/@src | //link/@href | //img/@src | //iframe/@src")
    assert fetched
    for address in fetched:
        assert address.startswith("/-/assets/")
        assert live.get(address).status_code == 200
        assert "immutable" in live.get(address).headers["cache-control"]
    assert not page.xpath("//script[not(@src)] | //style | //@style | //@onclick")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "https:" not in policy


def test_programs_get_the_same_as_data(live: Live) -> None:
    stated = live.get("/-/status", accept="application/json")
    assert stated.headers["content-type"] == "application/json"
    assert stated.json().keys() == live.get("/-/status.json").json().keys()
    assert stated.json()["publication"] == "Вестник"


def test_it_is_for_this_machine_or_with_the_token_only(live: Live) -> None:
    for path in ("/-/status", "/-/status/events", "/-/status.json"):
        assert live.get(path, x_forwarded_for="192.0.2.7").status_code == 403


def test_a_language_that_was_chosen_is_remembered(live: Live) -> None:
    answer = live.get("/-/status?lang=en", accept_language="ru")
    assert answer.headers["content-language"] == "en"
    cookie = answer.headers["set-cookie"]
    assert "feeds-lang=en" in cookie
    assert "HttpOnly" in cookie
    again = live.get("/-/status", accept_language="ru", cookie="feeds-lang=en")
    assert again.headers["content-language"] == "en"
    live.client.cookies.clear()


def test_the_outlets_language_is_for_those_who_state_none(tmp_path: Path) -> None:
    with running(tmp_path, CONFIGURATION + "lang: ru\n") as live:
        assert live.get("/-/status").headers["content-language"] == "ru"
        assert live.get("/-/status", accept_language="de").headers["content-language"] == "ru"
        assert live.get("/-/status", accept_language="en").headers["content-language"] == "en"
        assert live.get("/-/status", cookie="feeds-lang=en").headers["content-language"] == "en"
        assert live.get("/-/feeds", cookie="feeds-lang=no").headers["content-language"] == "ru"
        assert live.get("/-/preview").headers["content-language"] == "ru"


# ---- as it changes


def test_a_message_is_seen_on_a_page_that_is_open(live: Live) -> None:
    with listening(live) as told:
        until(lambda: bool(told))
        assert set(told[0]) >= {"summary", "feeds", "pollers", "sources", "messages"}
        assert live.send("article.published", record("открыто")).status_code == 202
        until(lambda: any("Новость открыто" in parts["messages"] for parts in told), 15)


def test_headlines_are_escaped_wherever_they_are_told(live: Live) -> None:
    with listening(live, "en") as told:
        live.send("article.published", record("xss", title="<script>alert(1)</script>"))
        until(lambda: any("&lt;script&gt;" in parts["messages"] for parts in told), 15)
        assert all("<script" not in part for parts in told for part in parts.values())


def test_only_so_many_pages_are_kept_up_to_date(tmp_path: Path) -> None:
    with running(tmp_path) as live:
        client = httpx2.Client(base_url=f"http://127.0.0.1:{live.port}", timeout=20)
        opened = [client.stream("GET", "/-/status/events") for _ in range(MOST)]
        answers = [one.__enter__() for one in opened]
        assert {one.status_code for one in answers} == {200}
        refused = live.get("/-/status/events")
        assert refused.status_code == 503
        assert refused.headers["retry-after"]
        assert live.get("/rss.xml").status_code == 200
        opened[0].__exit__(None, None, None)
        until(lambda: _status(live) == 200)
        # pages that are still open do not keep it from ending
        assert live.kill(signal.SIGTERM) == 0
        client.close()


def _status(live: Live) -> int:
    with live.client.stream("GET", "/-/status/events") as answer:
        return answer.status_code


def test_who_polled_and_when_is_kept(live: Live) -> None:
    live.get("/atom.xml", user_agent="Feedly/1.0 (+http://www.feedly.com/fetcher.html)")
    until(
        lambda: any(p["poll"]["agent"] == "Feedly" for p in live.get("/-/status.json").json()["pollers"]), 15
    )
    report = live.get("/-/status.json").json()
    found = next(p for p in report["pollers"] if p["poll"]["agent"] == "Feedly")
    assert (found["current"], found["behind"]) == (True, 0)
    assert (len(found["polled"]), sum(found["polled"])) == (48, 1)
    assert next(f for f in report["feeds"] if f["path"] == "atom.xml")["polled"][-1] >= 1


def test_the_inbox_is_whole_before_workers_open_it(live: Live) -> None:
    with sqlite3.connect(live.folder / ".feeds/archive.inbox.db") as inbox:
        names = {row[0] for row in inbox.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"messages", "refusals", "polls", "answers", "outbox", "rhythms"} <= names
    assert "Traceback" not in live.log()


# ---- negotiation


@pytest.mark.parametrize(
    ("accepted", "page"),
    [
        (FIREFOX, True),
        (CHROME, True),
        ("text/html", True),
        ("text/html, application/json;q=0.5", True),
        (None, False),
        ("", False),
        ("*/*", False),
        ("text/*", False),
        ("application/rss+xml", False),
        ("application/xml, text/html;q=0.9", False),
        ("application/atom+xml, application/rss+xml, text/html, */*;q=0.9", False),
        ("text/html, application/xml", False),
        ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", False),
        ("text/html;q=0", False),
        ("text/html;q=x", False),
    ],
)
def test_who_likes_html_better_than_feeds(accepted: str | None, page: bool) -> None:
    assert prefers_page(accepted) is page


@pytest.mark.parametrize(
    ("accepted", "data"),
    [
        ("application/json", True),
        ("application/json, */*;q=0.5", True),
        (FIREFOX, False),
        ("*/*", False),
        (None, False),
    ],
)
def test_who_wants_json(accepted: str | None, data: bool) -> None:
    assert prefers_json(accepted) is data


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", False),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", True),
        ("FeedFetcher-Google", True),
        ("Slurp", True),
        ("", True),
    ],
)
def test_robots_are_known_by_their_names(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


@given(st.text(max_size=200))
def test_any_header_is_taken(text: str) -> None:
    assert prefers_page(text) in (True, False)
    assert prefers_json(text) in (True, False)
