"""The publisher as it runs: what clients get, what a CMS hears, and what happens when things end badly."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zstandard
from live import CONFIGURATION, SECRET, Live, record, running, signed, until
from photographs import photographs
from pictures import made
from servers import Request, reply, serving


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with running(tmp_path_factory.mktemp("live"), workers=2) as started:
        yield started


# ---- serving


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/rss.xml", "application/rss+xml"),
        ("/atom.xml", "application/atom+xml"),
        ("/feed.json", "application/feed+json"),
        ("/sitemap.xml", "application/xml"),
    ],
)
def test_documents_come_with_what_clients_need(live: Live, path: str, media_type: str) -> None:
    answer = live.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert answer.content == (live.folder / "output" / path[1:]).read_bytes()
    assert re.fullmatch(r'"[0-9a-z]+-(?:br|zst|gz)"', answer.headers["etag"])
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["link"] == f'<https://feeds.vestnik.example{path}>; rel="self"'
    assert f"max-age={600 if path == '/atom.xml' else 300}" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("accepted", "tag"), [("identity", ""), ("gzip", "-gz"), ("br", "-br"), ("zstd", "-zst")]
)
def test_each_coding_has_a_strong_tag_of_its_own(live: Live, accepted: str, tag: str) -> None:
    plain = live.get("/rss.xml", accept_encoding="identity")
    answer = live.get("/rss.xml", accept_encoding=accepted)
    content = answer.content if accepted != "zstd" else zstandard.decompress(answer.content)
    assert content == plain.content
    assert answer.headers["etag"] == plain.headers["etag"][:-1] + tag + '"'
    again = live.get("/rss.xml", accept_encoding=accepted, if_none_match=answer.headers["etag"])
    assert again.status_code == 304
    assert again.content == b""
    assert {k: again.headers[k] for k in ("etag", "cache-control", "vary", "link")} == {
        k: answer.headers[k] for k in ("etag", "cache-control", "vary", "link")
    }
    assert "content-length" not in again.headers or again.headers["content-length"] == "0"


def test_head_says_what_get_would(live: Live) -> None:
    got = live.get("/rss.xml", accept_encoding="gzip")
    head = live.client.head("/rss.xml", headers={"accept-encoding": "gzip"})
    ignored = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in ignored} == {
        k: v for k, v in got.headers.items() if k not in ignored
    }


def test_a_client_that_wants_a_delta_gets_the_whole(live: Live) -> None:
    assert live.get("/rss.xml", a_im="feed", if_none_match='"old"').status_code == 200


def test_former_feeds_are_answered(live: Live) -> None:
    moved, gone, never = live.get("/old.xml"), live.get("/gone.xml"), live.get("/never.xml")
    assert (moved.status_code, moved.headers["location"]) == (301, "https://feeds.vestnik.example/rss.xml")
    assert (gone.status_code, never.status_code) == (410, 404)


@pytest.mark.parametrize(
    "path",
    ["/../feeds.yaml", "/%2e%2e/feeds.yaml", "//etc/passwd", "/.output.spool/manifest", "/wire/wire.jsonl"],
)
def test_nothing_but_feeds_is_served(live: Live, path: str) -> None:
    with socket.create_connection(("127.0.0.1", live.port)) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert raw.recv(100).split()[1] in (b"404", b"400")


def test_a_feed_can_be_read_only(live: Live) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = live.client.request(method, "/rss.xml")
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    asked = live.client.options("/feed.json", headers={"origin": "https://reader.example"})
    assert asked.headers["access-control-allow-origin"] == "*"


# ---- webhooks


def test_a_story_is_everywhere_within_a_moment(live: Live) -> None:
    answer = live.send("article.published", record("moment"), name="msg_moment")
    assert (answer.status_code, answer.json()["id"]) == (202, "msg_moment")
    for path in ("/rss.xml", "/atom.xml", "/feed.json", "/google-news.xml"):
        live.wait_for(path, "vestnik.example/moment", seconds=5)
    until(lambda: live.get("/-/webhooks/cms/msg_moment").json()["state"] == "done")
    (story,) = live.get("/-/webhooks/cms/msg_moment").json()["stories"]
    assert {feed["feed"] for feed in story["feeds"] if feed["published"]} >= {"rss.xml", "sitemap.xml"}
    until(lambda: b"vestnik.example/moment" in (live.folder / "output/rss.xml").read_bytes())


def test_every_worker_serves_the_new_edition_from_the_same_moment_on(live: Live) -> None:
    live.send("article.published", record("together"))
    live.wait_for("/rss.xml", "vestnik.example/together")
    for _ in range(20):  # each on a connection of its own, so that both workers answer
        with socket.create_connection(("127.0.0.1", live.port)) as raw:
            raw.sendall(b"GET /rss.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert b"vestnik.example/together" in b"".join(iter(lambda: raw.recv(65536), b""))


def test_a_message_is_worked_on_once(live: Live) -> None:
    body = json.dumps({"type": "article.published", "data": record("once")}).encode()
    headers = signed(body, "msg_once")
    assert live.post(body, headers).status_code == 202
    live.wait_for("/rss.xml", "vestnik.example/once")
    again = live.post(body, headers)
    assert (again.status_code, again.json()["repeated"]) == (200, True)
    other = json.dumps({"type": "article.published", "data": record("once", title="Другая")}).encode()
    assert live.post(other, signed(other, "msg_once")).status_code == 200
    live.send("rebuild")
    assert "Другая" not in live.get("/rss.xml").text


def test_an_update_changes_the_story_and_a_withdrawal_takes_it_out(live: Live) -> None:
    first = record("changing")
    live.send("article.published", first)
    live.wait_for("/atom.xml", "Новость changing")
    live.send("article.updated", {**first, "title": "Исправлено"})
    live.wait_for("/atom.xml", "Исправлено")
    assert "Новость changing" not in live.get("/atom.xml").text
    live.send("article.withdrawn", {"id": "changing", "reason": "ошибка"})
    live.wait_for("/atom.xml", "Исправлено", gone=True)
    assert "deleted-entry" in live.get("/atom.xml").text
    live.wait_for(f"/sitemap-{datetime.now(UTC):%Y-%m}.xml", "vestnik.example/changing", gone=True)
    live.send("article.reinstated", {"id": "changing"})
    live.wait_for("/atom.xml", "Исправлено")


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b"{", 400, "no JSON"),
        (b"[]", 400, "object"),
        (b'{"type": "article.deleted", "data": {}}', 422, "article.withdrawn"),
        (b'{"type": "article.published"}', 422, "record"),
        (b'{"type": "article.published", "data": {"title": "x"}}', 422, "url"),
        (b'{"type": "article.withdrawn", "data": {}}', 422, "id"),
        (b'{"type": "article.published", "data": ' + b"[" * 9000, 400, "no JSON"),
    ],
)
def test_a_refusal_says_why(live: Live, body: bytes, status: int, told: str) -> None:
    answer = live.post(body, signed(body, f"msg_{time.time_ns()}"))
    assert answer.status_code == status
    assert told in answer.json()["error"]


def test_who_cannot_sign_is_refused_and_noted(live: Live) -> None:
    body = json.dumps({"type": "rebuild"}).encode()
    assert live.post(body, {}).status_code == 401
    assert live.post(body, signed(body, "m", key=b"wrong")).status_code == 401
    assert live.post(body, signed(body, "m", at=time.time() - 400)).status_code == 401
    assert live.post(body, signed(body, "m"), source="nobody").status_code == 404
    assert live.post(body, signed(body, "m"), source="wire").status_code == 404
    refusals = live.get("/-/status.json").json()["refusals"]
    assert any("5 minutes" in refusal["reason"] for refusal in refusals)


def test_a_body_that_is_too_large_is_refused_and_its_sender_hears_it(live: Live) -> None:
    body = b'{"type": "rebuild", "data": "' + b"x" * (10 * 1024 * 1024) + b'"}'
    answer = live.post(body, signed(body, "msg_large"))
    assert answer.status_code == 413
    assert str(10 * 1024 * 1024) in answer.json()["error"]


def test_other_systems_sign_the_body_alone(live: Live) -> None:
    body = json.dumps(record("plainly")).encode()
    made = hmac.new(b"plain", body, hashlib.sha256).hexdigest()
    answer = live.post(body, {"x-signature": f"sha256={made}"}, source="plain")
    assert answer.status_code == 202
    live.wait_for("/rss.xml", "vestnik.example/plainly")
    assert live.post(body, {"x-signature": f"sha256={'0' * 64}"}, source="plain").status_code == 401


def test_a_dry_run_tells_and_changes_nothing(live: Live) -> None:
    answer = live.send("article.published", record("dry"), dry_run=True)
    assert answer.status_code == 200
    (story,) = answer.json()["stories"]
    assert {feed["feed"]: feed["published"] for feed in story["feeds"]}["rss.xml"] is True
    late = record("dry", embargo=(datetime.now(UTC) + timedelta(hours=1)).isoformat())
    (held,) = live.send("article.published", late, dry_run=True).json()["stories"]
    assert not any(feed["published"] for feed in held["feeds"])
    assert all("embargo" in feed["reason"] for feed in held["feeds"])
    live.send("rebuild")
    assert "vestnik.example/dry" not in live.get("/rss.xml").text


def test_a_burst_is_published_together(live: Live) -> None:
    before = len(live.events("round"))
    for n in range(40):
        assert live.send("article.published", record(f"burst{n}")).status_code == 202
    live.wait_for("/rss.xml", "vestnik.example/burst39")
    until(lambda: live.get("/-/status.json").json()["counts"].get("accepted", 0) == 0)
    assert len(live.events("round")) - before < 40
    assert all(f"vestnik.example/burst{n}<" in live.get("/rss.xml").text for n in range(40))


# ---- who asks


def test_polls_are_counted_by_who_asks(live: Live) -> None:
    tag = live.get("/rss.xml", user_agent="YandexBot/3.0 (+https://yandex.com/bots)").headers["etag"]
    live.get("/rss.xml", user_agent="YandexBot/3.0 (+https://yandex.com/bots)", if_none_match=tag)

    def counted() -> bool:
        polls = live.get("/-/status.json").json()["polls"]
        return any(p["agent"] == "Yandex" and p["count"] >= 2 and p["unchanged"] >= 1 for p in polls)

    until(counted)
    metrics = live.get("/-/metrics").text
    assert re.search(r'feeds_polls_total\{feed="rss.xml",status="304"\} [1-9]', metrics)


def test_what_is_behind_is_for_this_machine_or_with_the_token(tmp_path: Path) -> None:
    text = CONFIGURATION + "serve: {proxies: [127.0.0.1], token_env: STATUS_TOKEN}\n"
    with running(tmp_path, text) as live:
        far = {"x-forwarded-for": "203.0.113.9"}
        for path in ("/-/status", "/-/status.json", "/-/metrics"):
            assert live.get(path).status_code == 200
            assert live.client.get(path, headers=far).status_code == 403
            opened = live.client.get(path, headers={**far, "authorization": "Bearer token"})
            assert opened.status_code == 200
            wrong = live.client.get(path, headers={**far, "authorization": "Bearer tokem"})
            assert wrong.status_code == 403
        assert live.client.get("/-/health", headers=far).status_code == 200
        assert live.client.get("/rss.xml", headers=far).status_code == 200


def test_one_client_cannot_ask_without_end(tmp_path: Path) -> None:
    text = CONFIGURATION + "serve: {requests_per_minute: 10}\n"
    with running(tmp_path, text) as live:
        far = {"x-forwarded-for": "203.0.113.9"}
        answers = [live.client.get("/rss.xml", headers=far) for _ in range(12)]
        assert [a.status_code for a in answers] == [200] * 10 + [429] * 2
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert live.client.get("/rss.xml", headers={"x-forwarded-for": "203.0.113.10"}).status_code == 200
        assert all(live.get("/rss.xml").status_code == 200 for _ in range(30))


def test_a_head_that_never_ends_is_cut_off(live: Live) -> None:
    with socket.create_connection(("127.0.0.1", live.port)) as slow:
        slow.settimeout(30)
        slow.sendall(b"GET /rss.xml HTTP/1.1\r\nHost: x\r\n")
        began = time.monotonic()
        try:
            while slow.recv(4096):
                pass
        except ConnectionError:
            pass
        assert time.monotonic() - began < 25
    with socket.create_connection(("127.0.0.1", live.port)) as large:
        large.settimeout(20)
        try:
            large.sendall(b"GET /rss.xml HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 2_000_000)
            answer = large.recv(4096)
        except ConnectionError:
            answer = b""
        assert not answer.startswith(b"HTTP/1.1 200")


def test_a_body_that_never_ends_is_cut_off(live: Live) -> None:
    with socket.create_connection(("127.0.0.1", live.port)) as slow:
        slow.settimeout(60)
        slow.sendall(b"POST /-/webhooks/cms HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        answer = slow.recv(4096)
        assert answer.startswith(b"HTTP/1.1 408")


# ---- time, sources, operation


def test_an_embargo_lifts_by_itself(live: Live) -> None:
    lifts = datetime.now(UTC) + timedelta(seconds=2)
    live.send("article.published", record("embargoed", embargo=lifts.isoformat()))
    until(lambda: live.get("/-/status.json").json()["counts"].get("accepted", 0) == 0)
    assert "vestnik.example/embargoed" not in live.get("/rss.xml").text
    live.wait_for("/rss.xml", "vestnik.example/embargoed", seconds=10)
    assert datetime.now(UTC) >= lifts


def test_a_changed_file_is_read_again(live: Live) -> None:
    live.wire(record("watched"), name="more.jsonl")
    live.wait_for("/rss.xml", "vestnik.example/watched")


def test_a_folder_is_watched_with_all_that_comes_below_it(tmp_path: Path) -> None:
    with running(tmp_path, CONFIGURATION.replace("wire/*.jsonl", "wire")) as live:
        (tmp_path / "wire/2026/11").mkdir(parents=True)
        live.wire(record("deep"), name="2026/11/new.jsonl")
        live.wait_for("/rss.xml", "vestnik.example/deep")


def test_it_reloads_its_configuration_and_refuses_a_broken_one(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as live:
        assert live.running
        live.configure(
            CONFIGURATION.replace(
                "{target: atom, path: atom.xml, max_age: 10m}", "{target: atom, path: new.xml}"
            )
        )
        live.running.send_signal(signal.SIGHUP)
        until(lambda: live.get("/new.xml").status_code == 200)
        assert live.get("/atom.xml").status_code == 404
        until(lambda: not (tmp_path / "output/atom.xml").exists())
        live.configure("publication: [")
        live.running.send_signal(signal.SIGHUP)
        until(lambda: any("kept" in event for event in live.events("reload")))
        assert live.get("/new.xml").status_code == 200
        assert live.send("article.published", record("after")).status_code == 202
        live.wait_for("/rss.xml", "vestnik.example/after")


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path) as live:
        assert live.running
        (worker,) = children(live.running.pid)
        os.kill(worker, signal.SIGKILL)
        until(
            lambda: live.is_ready() and children(live.running.pid) != [worker] if live.running else False, 15
        )
        assert live.get("/rss.xml").status_code == 200


def children(parent: int) -> list[int]:
    """The processes that are alive below one, as the kernel lists them."""
    listed = Path(f"/proc/{parent}/task").glob("*/children")
    found = [int(child) for file in listed for child in file.read_text().split()]
    return [child for child in found if "feeds.serve.worker" in command_of(child)]


def command_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def test_it_ends_with_all_that_it_began(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as live:
        assert live.running
        workers = children(live.running.pid)
        live.send("article.published", record("last"))
        assert live.kill(signal.SIGTERM) == 0
        until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), 10)
        live.start()
        live.wait_for("/rss.xml", "vestnik.example/last")


def test_workers_end_when_the_publisher_is_killed(tmp_path: Path) -> None:
    with running(tmp_path) as live:
        assert live.running
        workers = children(live.running.pid)
        live.kill(signal.SIGKILL)
        until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), 15)


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    with running(tmp_path) as live:
        for n in range(5):
            assert live.send("article.published", record(f"kept{n}")).status_code == 202
        live.kill(signal.SIGKILL)
        live.start()
        for n in range(5):
            live.wait_for("/rss.xml", f"vestnik.example/kept{n}")


def test_no_secret_is_ever_said(live: Live) -> None:
    said = (
        live.log()
        + live.get("/-/status").text
        + live.get("/-/status.json").text
        + live.get("/-/metrics").text
    )
    assert SECRET not in said
    assert SECRET.removeprefix("whsec_") not in said


def test_a_second_publisher_is_refused(live: Live) -> None:
    command = [sys.executable, "-m", "feeds", "build", "-c", "feeds.yaml"]
    ran = subprocess.run(command, cwd=live.folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "somebody else publishes" in ran.stderr
    assert live.running
    assert str(live.running.pid) in ran.stderr


def test_another_program_on_the_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        live = Live(tmp_path)
        live.port = taken.getsockname()[1]
        with pytest.raises(AssertionError, match="name another --port"):
            live.start()
        assert live.running
        assert live.running.wait(10) == 3


def test_the_archive_is_whole_after_all_this(live: Live) -> None:
    for name in ("archive.db", "archive.inbox.db"):
        with sqlite3.connect(f"file:{live.folder}/.feeds/{name}?mode=ro", uri=True) as connection:
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def test_a_webhook_without_its_secret_is_told_at_the_start(tmp_path: Path) -> None:
    text = CONFIGURATION.replace("secret_env: PLAIN_SECRET", "secret_env: NEVER_SET")
    with running(tmp_path, text) as live:
        until(lambda: bool(live.events("webhook secret")))
        (told,) = live.events("webhook secret")
        assert (told["level"], told["source"]) == ("warning", "plain")
        assert "NEVER_SET" in told["problem"]
        live.configure(CONFIGURATION)
        assert live.running
        live.running.send_signal(signal.SIGHUP)
        until(lambda: bool(live.events("reload")))
        assert len(live.events("webhook secret")) == 1


def test_a_feed_is_rolled_back_and_released_while_it_runs(tmp_path: Path) -> None:
    with running(tmp_path) as live:
        was = live.get("/rss.xml").text
        assert live.send("article.published", record("c")).status_code == 202
        live.wait_for("/rss.xml", "vestnik.example/c")
        logged = [json.loads(line) for line in command(live, "log", "rss.xml", "--json").splitlines()]
        first = logged[-1]["number"]
        assert logged[0]["cause"] == "cms article.published c"
        command(live, "rollback", "rss.xml", str(first))
        live.wait_for("/rss.xml", "vestnik.example/c", gone=True)
        assert live.get("/rss.xml").text == was
        [status] = [f for f in live.get("/-/status.json").json()["feeds"] if f["path"] == "rss.xml"]
        assert status["rolled_back"] == first
        assert "feeds release rss.xml" in status["held"]
        live.send("article.published", record("d"))
        live.wait_for("/atom.xml", "vestnik.example/d")
        assert live.get("/rss.xml").text == was
        command(live, "release", "rss.xml")
        live.wait_for("/rss.xml", "vestnik.example/d")
        assert "vestnik.example/c" in live.get("/rss.xml").text


def command(live: Live, *arguments: str) -> str:
    """What a command says beside the publisher that runs."""
    called = [sys.executable, "-m", "feeds", *arguments]
    ran = subprocess.run(called, cwd=live.folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_pictures_are_measured_behind_and_the_feeds_say_it(tmp_path: Path) -> None:
    picture = made("JPEG", 1200, 800)
    text = CONFIGURATION + "media: {fetch: true, allow_private: [127.0.0.1]}\n"
    with photographs({"/a.jpg": picture}) as shown, running(tmp_path, text) as live:
        live.send("article.published", record("drawn", images=[{"url": shown.url("/a.jpg")}]))
        live.wait_for("/rss.xml", f'length="{len(picture)}"')
        live.send("article.published", record("again", images=[{"url": shown.url("/a.jpg")}]))
        live.wait_for("/rss.xml", "vestnik.example/again")
        until(lambda: live.get("/rss.xml").text.count(f'length="{len(picture)}"') == 2)
        assert len(shown.asked) == 1
        until(lambda: live.get("/rss.xml").content == (tmp_path / "output/rss.xml").read_bytes())
    assert [said["problems"] for said in live.events("measured")] == [0]


def test_it_ends_at_once_while_a_picture_keeps_it_waiting(tmp_path: Path) -> None:
    asked = threading.Event()
    answer = threading.Event()

    def silent(request: Request) -> bytes:
        asked.set()
        answer.wait(30)
        return reply(b"")

    text = CONFIGURATION + "media: {fetch: true, allow_private: [127.0.0.1]}\n"
    with serving(silent) as server, running(tmp_path, text) as live:
        live.send("article.published", record("drawn", images=[{"url": server.url("/a.jpg")}]))
        live.wait_for("/rss.xml", "vestnik.example/drawn")
        assert asked.wait(10)
        begun = time.monotonic()
        assert live.kill(signal.SIGTERM) == 0
        assert time.monotonic() - begun < 5, "what is under way is abandoned"
        answer.set()
