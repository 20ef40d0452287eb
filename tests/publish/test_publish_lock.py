"""The lock of an output: held by one, and by nobody any more the instant that this one is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from feeds.configuration.load import parse
from feeds.errors import TakenError
from feeds.publication import Configuration
from feeds.publish.lock import alone, aside, holder

TEXT = """
publication: {name: В, url: https://vestnik.example/}
base_url: https://feeds.vestnik.example/
feeds: [{target: rss, path: rss.xml}]
"""

HOLDING = """
import sys, time
from pathlib import Path
from feeds.build.workers import workers
from feeds.configuration import load
from feeds.publish.lock import alone

with alone(load(Path("feeds.yaml"))), workers(2) as hands:
    list(hands.each(abs, [1, 2]))
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def configuration(tmp_path: Path) -> Configuration:
    archive = f"sqlite:///{tmp_path}/archive.db"
    return msgspec.structs.replace(parse(TEXT), output=str(tmp_path / "output"), archive=archive)


def test_one_holds_it(configuration: Configuration) -> None:
    assert holder(configuration) is None
    with alone(configuration):
        assert holder(configuration) == os.getpid()
        with (
            pytest.raises(TakenError, match=rf"publishes into .*output \(process {os.getpid()}\)"),
            alone(configuration),
        ):
            pass
        assert holder(configuration) == os.getpid()
    assert holder(configuration) is None


def test_a_killed_publishers_workers_hold_nothing_and_end(
    configuration: Configuration, tmp_path: Path
) -> None:
    (tmp_path / "feeds.yaml").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-c", HOLDING]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == "held\n"
        assert holder(configuration) == running.pid
        workers = children(running.pid)
        assert len(workers) == 2
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert holder(configuration) is None
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    if not listed.exists():
        pytest.skip("this system does not tell whose child a process is")
    return [int(said) for said in listed.read_text().split()]


@pytest.mark.parametrize(
    ("output", "archive", "beginning"),
    [
        ("/srv/output", "sqlite:////var/archive.db", "/srv/.output"),
        ("/srv/output", "postgresql://db/feeds", "/srv/.output"),
        ("s3://news/feeds", "sqlite:////var/archive.db", "/var/.archive"),
        ("s3://news/feeds", "postgresql://db/feeds", "/var/feeds/.publisher"),
    ],
)
def test_what_is_a_publishers_own_lies_beside_what_it_publishes_with(
    output: str, archive: str, beginning: str
) -> None:
    made = msgspec.structs.replace(parse(TEXT), output=output, archive=archive, work="/var/feeds")
    assert aside(made) == Path(beginning)
