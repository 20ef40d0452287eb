"""How commands speak: in pipes, on terminals of other encodings, to shells that complete."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from feeds.cli.terminal import prepare

FEEDS = [sys.executable, "-m", "feeds"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*FEEDS, *arguments], capture_output=True, env={**os.environ, **environment}, check=False
    )


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a command shows on a terminal."""
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    with subprocess.Popen(
        [*FEEDS, *arguments], stdout=theirs, stderr=theirs, stdin=theirs, env=env
    ) as running:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass  # the terminal is closed when the program ends
        running.wait(20)
    os.close(ours)
    return shown.decode()


def test_tables_in_pipes_are_lines_of_plain_text(feeds) -> None:
    lines = run("targets").stdout.decode().splitlines()
    assert all(line == line.rstrip() and "\x1b" not in line for line in lines)
    assert len({line.split()[0] for line in lines[1:]}) == len(lines) - 1


def test_colours_on_terminals_unless_nobody_wants_them(feeds, tmp_path: Path) -> None:
    feeds("init")
    assert "\x1b[32m" in on_terminal("doctor", "--offline", "-c", str(tmp_path / "feeds.yaml"))
    quiet = on_terminal("doctor", "--offline", "-c", str(tmp_path / "feeds.yaml"), NO_COLOR="1")
    assert "\x1b[32m" not in quiet
    assert "configuration" in quiet


def test_other_encodings_get_something_plainer() -> None:
    prepare()
    assert "«Мост» — № 5 → …".encode("koi8-r", "plainer").decode("koi8-r") == '"Мост" - No. 5 -> ...'
    assert "«a» → ы".encode("ascii", "plainer") == b'"a" -> \\u044b'


def test_nothing_breaks_where_the_encoding_is_another(feeds, tmp_path: Path) -> None:
    feeds("init", "--name", "Вестник → №1", "--language", "ru")
    for encoding in ("latin-1", "koi8-r", "cp866"):
        ran = run("build", "-c", str(tmp_path / "feeds.yaml"), PYTHONIOENCODING=encoding)
        assert (ran.returncode, ran.stderr) == (0, b"")
    told = run("build", "--json", "-c", str(tmp_path / "feeds.yaml"), PYTHONIOENCODING="latin-1")
    assert json.loads(told.stdout)["feeds"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_their_script(feeds, shell: str) -> None:
    ran = feeds("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"_FEEDS_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("feeds rel", "release"),
        ("feeds log ", "rss.xml"),
        ("feeds check --as dz", "dzen"),
        ("feeds read --kind ht", "html"),
        ("feeds build --confirm a", "articles"),
    ],
)
def test_words_are_completed(feeds, tmp_path: Path, words: str, offered: str) -> None:
    feeds("init")
    count = len(words.split(" ")) - 1
    ran = run(_FEEDS_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(count))
    assert f"plain,{offered}" in ran.stdout.decode().splitlines()


def test_a_command_that_there_is_not_is_told_with_the_nearest(feeds) -> None:
    ran = feeds("biuld")
    assert ran.code == 2
    assert "Did you mean: feeds build?" in ran.err
    assert "feeds --help" in feeds("zzz").err


def test_the_doctor_ends_with_what_it_found(feeds, tmp_path: Path) -> None:
    ran = feeds("doctor", "--offline")
    assert ran.code == 1
    assert "feeds init" in ran.out
    feeds("init")
    feeds("build")
    told = json.loads(feeds("doctor", "--offline", "--format", "json").out)
    assert told["well"] is True
    assert {remark["state"] for remark in told["remarks"]} <= {"well", "warning"}
