"""What the doctor sees: each thing that can be wrong, made wrong, and told with what helps."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from places import UNWRITABLE

from feeds.archive.archive import open_archive
from feeds.build.run import build
from feeds.configuration import load
from feeds.doctor import network
from feeds.doctor.examine import examine
from feeds.doctor.remark import Remark, ago, size
from feeds.fetching import Answer, Failure, Fetched, Headers

NOW = datetime.now(UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

CONFIGURATION = """\
publication: {name: Вестник, url: https://vestnik.example/, language: ru}
base_url: https://feeds.vestnik.example/
hubs: [https://hub.example/]
sources:
  - {name: desk, kind: records, path: "sources/*.json"}
  - {name: cms, kind: webhook, secret_env: CMS_SECRET}
  - {name: base, kind: sql, database: "sqlite:///cms.db", query: "select * from stories"}
feeds:
  - {target: rss, path: rss.xml}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A publication that is well."""
    (tmp_path / "feeds.yaml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    record = '{"id": "1", "url": "https://vestnik.example/1", "title": "Причал", "published": "2026-11-24T10:00:00Z", "body": "<p>Да.</p>"}'
    (tmp_path / "sources/1.json").write_text(record, encoding="utf-8")
    with sqlite3.connect(tmp_path / "cms.db") as connection:
        connection.execute("create table stories (id, url, title, published, body)")
    configuration = load(tmp_path / "feeds.yaml")
    with open_archive(configuration.archive) as archive:
        build(configuration, archive, NOW)
    return tmp_path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def seen(
    folder: Path, secret: str = SECRET, now: datetime | None = None, port: int | None = None
) -> dict[str, Remark]:
    """What is found, by what it is about; the worst where there are several."""
    remarks = examine(
        folder / "feeds.yaml",
        {"CMS_SECRET": secret},
        now or datetime.now(UTC),
        offline=True,
        host="127.0.0.1",
        port=port or free_port(),
    )
    found: dict[str, Remark] = {}
    for remark in remarks:
        if remark.about not in found or remark.state != "well":
            found[remark.about] = remark
    return found


def test_all_is_well_where_all_is_well(folder: Path) -> None:
    before = {
        path: path.stat().st_mtime_ns
        for path in folder.rglob("*.*")
        if path.is_file() and "-" not in path.name
    }
    found = seen(folder)
    assert {about: remark.said for about, remark in found.items() if remark.state != "well"} == {}
    assert {"configuration", "source desk", "source cms", "source base", "output", "archive", "clock"} <= set(
        found
    )
    assert {"feed rss.xml", "disk of output"} <= set(found)
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_configuration_that_is_none_is_all_that_is_told(folder: Path) -> None:
    (folder / "feeds.yaml").write_text("publication: {nam: x}\n")
    found = seen(folder)
    assert set(found) == {"configuration"}
    assert found["configuration"].state == "error"
    assert found["configuration"].hint


def test_nothing_is_made_where_nothing_was_built(folder: Path) -> None:
    shutil.rmtree(folder / ".feeds")
    shutil.rmtree(folder / "output")
    assert "the first build makes it" in seen(folder)["archive"].said
    assert not (folder / ".feeds").exists()
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    ("secret", "state", "told"),
    [("", "error", "not set"), ("whsec_YWJj", "warning", "shorter"), ("whsec_%%%", "warning", "no base64")],
)
def test_secrets_are_judged_and_never_told(folder: Path, secret: str, state: str, told: str) -> None:
    remark = seen(folder, secret)["source cms"]
    assert (remark.state, told in remark.said) == (state, True)
    assert not secret or secret not in f"{remark.said} {remark.hint}"


def test_sources_that_are_gone_or_unreadable_are_told(folder: Path) -> None:
    (folder / "sources/1.json").unlink()
    (folder / "cms.db").unlink()
    found = seen(folder)
    assert found["source desk"].said == "no file matches"
    (folder / "sources/2.json").symlink_to(folder / "nothing.json")
    assert seen(folder)["source desk"].state == "error"
    assert found["source base"].state == "error"


def test_an_output_that_cannot_be_published_into_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "output")
    (folder / "output").write_text("no directory")
    assert seen(folder)["output"].state == "error"


def test_that_nobody_may_write_there_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "output")
    (folder / "output").symlink_to(UNWRITABLE)
    assert seen(folder)["output"].state == "error"


def test_a_damaged_archive_is_told(folder: Path) -> None:
    file = folder / ".feeds/archive.db"
    for journal in folder.glob(".feeds/archive.db-*"):
        journal.unlink()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    found = seen(folder)
    assert found["archive"].state == "error"
    assert found["archive"].hint


def test_a_file_that_somebody_changed_and_a_clock_that_went_back_are_told(folder: Path) -> None:
    (folder / "output/rss.xml").write_text("<rss/>")
    assert "changed by somebody else" in seen(folder)["feed rss.xml"].said
    assert seen(folder, now=NOW - timedelta(hours=2))["clock"].state == "error"


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = int(taken.getsockname()[1])
        assert seen(folder, port=number)[f"port {number}"].state == "warning"


def answered(status: int, date: str | None = None) -> Fetched:
    headers = Headers([("date", date)] if date else [])
    return Fetched(
        Answer(
            url="https://hub.example/", status=status, headers=headers, body=b"", wire=0, cut=False,
            trouble=None, first_byte=0.1, total=0.2,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fetched", "about", "state"),
    [
        (answered(405), "hub hub.example", "well"),
        (answered(503), "hub hub.example", "warning"),
        (
            Fetched(failure=Failure("https://hub.example/", "unknown", "is unknown")),
            "hub hub.example",
            "error",
        ),
        (answered(200, "Wed, 21 Oct 2015 07:28:00 GMT"), "clock", "error"),
    ],
)
def test_hubs_and_their_clocks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fetched: Fetched, about: str, state: str
) -> None:
    monkeypatch.setattr(network.Fetcher, "get", lambda *_: fetched)
    found = {remark.about: remark for remark in network.hubs(load(folder / "feeds.yaml"))}
    assert found[about].state == state
    assert (found[about].hint is None) is (state == "well")


def test_spans_and_sizes_are_said_as_people_say_them() -> None:
    assert [ago(NOW - timedelta(seconds=s), NOW) for s in (-5, 5, 60, 7300, 90_000)] == [
        "in the future", "a moment ago", "1 minute ago", "2 hours ago", "1 day ago",
    ]  # fmt: skip
    assert [size(n) for n in (0, 1023, 1536, 20 * 2**20, 5 * 2**40)] == [
        "0 bytes", "1023 bytes", "1.5 KiB", "20 MiB", "5120 GiB",
    ]  # fmt: skip
