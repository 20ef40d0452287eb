"""A page that is served on this machine: to this machine only, as it is now, and no other one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import httpx2
import pytest

from feeds.cli.pages import HOST, handler
from feeds.errors import FeedsError


class Page:
    """What is served: a text, or a failure."""

    text = "<p>страница</p>"

    def __call__(self) -> str:
        if not self.text:
            raise FeedsError("the archive is gone")
        return self.text


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def client(page: Page) -> Iterator[httpx2.Client]:
    with ThreadingHTTPServer((HOST, 0), handler(page)) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        with httpx2.Client(base_url=f"http://{HOST}:{server.server_port}", timeout=10) as client:
            yield client
        server.shutdown()


def test_the_page_is_served_as_it_is_now(client: httpx2.Client, page: Page) -> None:
    answer = client.get("/?lang=ru")
    assert (answer.status_code, answer.text) == (200, "<p>страница</p>")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    page.text = "<p>другая</p>"
    assert client.get("/").text == "<p>другая</p>"


def test_nothing_else_is_served(client: httpx2.Client) -> None:
    assert client.get("/etc/passwd").status_code == 404
    assert client.get("/../feeds.yaml").status_code == 404
    assert client.post("/").status_code == 501


def test_names_that_lead_here_from_elsewhere_are_refused(client: httpx2.Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 404
    assert client.get("/", headers={"host": "localhost:1"}).status_code == 200


def test_a_failure_is_said_and_the_next_look_may_succeed(client: httpx2.Client, page: Page) -> None:
    page.text = ""
    answer = client.get("/")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/plain; charset=utf-8")
    assert "the archive is gone" in answer.text
    page.text = "снова"
    assert client.get("/").status_code == 200
