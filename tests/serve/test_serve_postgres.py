"""A publisher whose archive is PostgreSQL: nothing is lost, and there is one of it, whatever machines it runs on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import databases
import psycopg
import pytest
from buckets import reachable, storing
from databases import DATABASES, archive_url
from live import CONFIGURATION, Live, record, running, until

from feeds.archive import inbox
from feeds.archive.inbox import open_inbox

CLAIMS = (
    "FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND query LIKE 'LISTEN%'"
)


@pytest.fixture
def url(postgres: str | None, tmp_path: Path) -> Iterator[str]:
    if postgres is None:
        pytest.skip(databases.NONE)
    with databases.meant("postgresql"):
        yield archive_url(tmp_path)


@pytest.fixture
def live(url: str, tmp_path: Path) -> Iterator[Live]:
    with running(tmp_path / "one", f"archive: '{url}'\n{CONFIGURATION}", workers=2) as started:
        yield started


@pytest.fixture
def beside(url: str, tmp_path: Path) -> Path:
    """The same publication on another machine: nothing is shared but the archive."""
    (tmp_path / "two").mkdir()
    (tmp_path / "two/feeds.yaml").write_text(f"archive: '{url}'\n{CONFIGURATION}", encoding="utf-8")
    return tmp_path / "two"


def feeds(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "feeds", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def test_messages_are_published_and_their_fate_is_told(live: Live) -> None:
    answers = [live.send("article.published", record(f"n{n}"), f"msg_{n}") for n in range(20)]
    assert {answer.status_code for answer in answers} == {202}
    for number in range(20):
        live.wait_for("/rss.xml", f"Новость n{number}<")
    assert live.send("article.published", record("n1"), "msg_1").status_code == 200, "it is known"
    until(lambda: live.get("/-/webhooks/cms/msg_1").json()["state"] == "done")
    assert live.get("/-/status").status_code == 200
    assert live.get("/-/ready").status_code == 200
    assert not (live.folder / ".feeds").exists()


def test_a_kill_loses_nothing(live: Live) -> None:
    for number in range(5):
        assert live.send("article.published", record(f"killed{number}")).status_code == 202
        live.kill(signal.SIGKILL)
        live.start()
        live.wait_for("/rss.xml", f"Новость killed{number}")
    for path in ("rss.xml", "atom.xml", "feed.json"):
        assert live.get(f"/{path}").content == (live.folder / "output" / path).read_bytes()


def test_polls_of_several_workers_are_counted_together(live: Live, url: str) -> None:
    for _ in range(40):
        live.client.get("/rss.xml", headers={"connection": "close", "user-agent": "Reader/1.0"})
    live.kill(signal.SIGTERM)
    said = feeds(live.folder, "polls", "--json").stdout
    polls = [json.loads(line) for line in said.splitlines()]
    assert [poll["polls"] for poll in polls if poll["user_agent"] == "Reader/1.0"] == [40]


def test_there_is_one_publisher_whatever_machine_it_runs_on(live: Live, beside: Path) -> None:
    ran = feeds(beside, "build")
    assert ran.returncode == 3
    assert "somebody else publishes with postgresql" in ran.stderr
    assert f"process {live.running.pid if live.running else None})" in ran.stderr
    assert live.running
    assert f"process {live.running.pid} publishes with it" in " ".join(
        feeds(beside, "doctor", "--offline").stdout.split()
    )
    live.kill(signal.SIGKILL)
    assert "published" in feeds(beside, "build").stdout
    assert "publishes with it" not in feeds(beside, "doctor", "--offline").stdout


def test_what_is_asked_elsewhere_is_done_at_once(live: Live, beside: Path) -> None:
    live.wait_for("/rss.xml", "Новость a")
    ran = feeds(beside, "withdraw", "a", "--reason", "ошибка")
    assert (ran.returncode, ran.stderr) == (0, "")
    live.wait_for("/rss.xml", "Новость a", gone=True, seconds=2)


def test_a_lost_connection_is_made_again(live: Live) -> None:
    DATABASES.execute(f"SELECT pg_terminate_backend(pid) {CLAIMS}")
    live.send("article.published", record("new"))
    live.wait_for("/rss.xml", "Новость new")
    until(lambda: claims() == 1)


def test_a_standby_takes_over_when_the_first_one_is_gone(live: Live, url: str, tmp_path: Path) -> None:
    live.send("article.published", record("before"))
    live.wait_for("/rss.xml", "Новость before")
    second = Live(tmp_path / "two", f"archive: '{url}'\n{CONFIGURATION}")
    second.start("--standby", ready=False)
    try:
        until(lambda: second.events("standing by") != [], 20)
        assert "somebody else publishes" in second.events("standing by")[0]["because"]
        live.kill(signal.SIGKILL)
        until(second.is_ready, 30)
        second.wait_for("/rss.xml", "Новость before")
        assert second.send("article.published", record("after")).status_code == 202
        second.wait_for("/rss.xml", "Новость after")
    finally:
        second.kill(signal.SIGTERM)
        second.client.close()


def test_who_was_replaced_meanwhile_ends(live: Live, url: str) -> None:
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql"), autocommit=True) as other:
        key = "hashtextextended('feeds.publisher.' || current_schema(), 0)"
        DATABASES.execute(f"SELECT pg_terminate_backend(pid) {CLAIMS}")
        until(
            lambda: (
                bool(other.execute(f"SELECT pg_try_advisory_lock({key})").fetchone() == (True,))
                or ended(live)
            )
        )
        if not ended(live):
            live.send("article.published", record("new"))
        assert live.running
        assert live.running.wait(20) == 3
    live.running = None
    assert "somebody else publishes with" in live.log()


def test_while_the_database_is_away_feeds_are_served_and_nothing_is_lost(tmp_path: Path) -> None:
    programs = databases.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with (
        databases.cluster(programs) as server,
        running(tmp_path, f"archive: '{server.url}'\n{CONFIGURATION}", workers=2) as live,
    ):
        until(lambda: live.events("serving") != [], 20)
        server.stop()
        try:
            refused = live.send("article.published", record("new"), "msg_new")
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
            assert live.get("/rss.xml").status_code == 200
            assert live.get("/-/status").status_code == 503
            until(lambda: live.events("round") != [], 20)
        finally:
            server.start()
        until(lambda: live.send("article.published", record("new"), "msg_new").status_code in (200, 202), 20)
        live.wait_for("/rss.xml", "Новость new", seconds=30)
        assert "Traceback" not in live.log()


def test_a_message_that_is_sent_many_times_at_once_is_one(live: Live, url: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda _: live.send("article.published", record("one"), "msg_one"), range(24))
        assert {answer.status_code for answer in answers} <= {200, 202}
    until(lambda: live.get("/-/webhooks/cms/msg_one").json()["state"] == "done")
    with open_inbox(url) as box, box.transaction() as connection:
        assert inbox.counts(connection)["done"] == 1


def ended(live: Live) -> bool:
    return live.running is not None and live.running.poll() is not None


def claims() -> int:
    assert DATABASES.server
    with psycopg.connect(DATABASES.server) as connection:
        row = connection.execute(f"SELECT count(*) {CLAIMS}").fetchone()
        return int(row[0]) if row else 0


def test_no_password_is_among_the_arguments_of_a_process(live: Live) -> None:
    assert live.running
    for task in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            said = task.read_bytes()
        except OSError:
            continue
        assert not (b"feeds.serve.worker" in said and b"postgresql" in said)
    assert os.environ.get("FEEDS_WORKER_ARCHIVE") is None


def test_with_an_object_store_too_the_second_machine_goes_on_where_the_first_one_was(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"archive: '{url}'\noutput: s3://news/feeds\n{CONFIGURATION}"
    with storing() as store, reachable(store, monkeypatch):
        with running(tmp_path / "one", text) as first:
            first.send("article.published", record("before"))
            first.wait_for("/rss.xml", "Новость before")
            until(lambda: "Новость before".encode() in store.documents()["rss.xml"])
            until(lambda: "feeds/index.html" in store.objects)
            assert not list(first.folder.glob("s3*"))
            first.kill(signal.SIGTERM)
        store.asked.clear()
        with running(tmp_path / "two", text, stories=()) as second:
            second.wait_for("/rss.xml", "Новость before")
            second.wait_for("/", "<title>")
            assert store.count("PUT") == 0
            second.send("article.published", record("after"))
            second.wait_for("/rss.xml", "Новость after")
            until(lambda: "Новость after".encode() in store.documents()["rss.xml"])
            assert (second.folder / ".feeds").is_dir(), "what is of this machine only"
