"""`feeds read`: records on standard output, reasons on standard error, in the files' order however many there are."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from feeds.cli import commands, reading
from feeds.cli.reading import FEW, Outcome, Tally, Task, outcomes
from feeds.cli.terminal import counted
from feeds.errors import UsageError
from feeds.intake.draft import Circumstances, Rejection

PAGE = """<html><head><title>Фонари № {n}</title><link rel="canonical" href="https://listok.example/{n}">
<meta property="article:published_time" content="2026-11-23T18:00:00+03:00"></head>
<body><h1>Фонари № {n}</h1><p>Вечером у пристани зажгли фонарь номер {n}, и стало светло.</p></body></html>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pages(folder: Path, count: int) -> list[Path]:
    """Pages, of which every fifth has no date."""
    made = [folder / f"{n:03}.html" for n in range(count)]
    for n, file in enumerate(made):
        text = PAGE.format(n=n)
        file.write_text(text if n % 5 else text.replace("article:published_time", "x"), encoding="utf-8")
    return made


def read(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["read", *map(str, arguments)])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.split("\n") if line]


@pytest.mark.parametrize("count", [FEW, 3 * FEW])
def test_files_are_read_in_their_order_by_one_process_or_by_several(folder: Path, count: int) -> None:
    files = pages(folder, count)
    result = read("--kind", "html", *files)
    assert [r["origin"]["file"] for r in records(result)] == [str(f) for n, f in enumerate(files) if n % 5]
    told = [line for line in result.stderr.split("\n") if line.startswith("rejected: ")]
    assert [line.split(":")[1].strip() for line in told] == [str(f) for n, f in enumerate(files) if not n % 5]
    assert result.exit_code == 1


def test_it_ends_with_what_was_taken_and_why_the_rest_was_not(folder: Path) -> None:
    pages(folder, 6)
    (folder / "broken.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = read("--kind", "html", "--url", "https://listok.example/{stem}", folder)
    assert result.stderr.rstrip().split("\n")[-3:] == [
        "4 taken, 3 rejected",
        "       2  no-date: states no date of publication",
        "       1  not-text: is a PNG image, not text",
    ]


def test_clean_files_end_with_zero(folder: Path) -> None:
    pages(folder, 2)
    result = read("--kind", "html", folder / "001.html")
    assert (result.exit_code, len(records(result))) == (0, 1)
    assert result.stderr == "1 taken, 0 rejected\n"


def test_a_list_names_files_and_their_addresses(folder: Path) -> None:
    text = PAGE.format(n=7).replace('<link rel="canonical" href="https://listok.example/7">', "")
    (folder / "a.html.gz").write_bytes(gzip.compress(text.encode()))
    (folder / "list").write_text("a.html.gz\thttps://listok.example/a\n\nmissing.html\n", encoding="utf-8")
    result = read("--kind", "html", "--files-from", "list")
    assert [r["url"] for r in records(result)] == ["https://listok.example/a"]
    assert "missing.html" in result.stderr
    assert "missing: is not there" in result.stderr


def test_each_field_is_explained(folder: Path) -> None:
    files = pages(folder, 2)
    result = read("--kind", "html", "--explain", *files)
    assert f"{files[1]}: Фонари № 1" in result.stdout
    lines = [" ".join(line.split()) for line in result.stdout.split("\n")]
    assert "title Фонари № 1 h1" in lines
    assert "published 2026-11-23T18:00:00+03:00 meta article:published_time" in lines
    assert any(line.startswith("not title 'Фонари № 1' title: a better offer was taken") for line in lines)
    assert f"{files[0]}: rejected: states no date of publication" in result.stdout
    assert (result.exit_code, "1 taken, 1 rejected" in result.stderr) == (1, True)


def test_lists_are_explained_by_what_is_in_them(folder: Path) -> None:
    head = '<meta name="keywords" content="река, фонари"><meta name="author" content="Анна Примерова">'
    text = PAGE.format(n=1).replace("<body>", f'{head}<body><p class="byline">Бета Другая</p>')
    (folder / "a.html").write_text(text, encoding="utf-8")
    lines = [
        " ".join(line.split()) for line in read("--kind", "html", "--explain", "a.html").stdout.split("\n")
    ]
    assert "tags река, фонари meta keywords" in lines
    assert "not authors Бета Другая the byline: a better offer was taken" in lines


def test_an_unknown_kind_is_the_users_mistake(folder: Path) -> None:
    with pytest.raises(UsageError, match="html"):
        commands.main(["read", "--kind", "htm", "x.html"], standalone_mode=False)
    with pytest.raises(UsageError, match="no file is named"):
        commands.main(["read", "--kind", "html"], standalone_mode=False)


HERE = os.getpid()


def deadly(task: Task) -> Outcome:
    """Reading a file that ends whatever other process reads it."""
    if os.getpid() != HERE:
        os._exit(9)
    return Outcome(task.path, [b"{}"])


def test_a_process_that_dies_takes_nothing_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_whole", deadly)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    tasks = [Task("html", str(n), None, Circumstances()) for n in range(FEW + 4)]
    assert [outcome.path for outcome in outcomes(tasks)] == [task.path for task in tasks]


def test_a_tally_counts_by_reason() -> None:
    tally = Tally()
    for code, reason in (
        ("no-date", "states no date"),
        ("too-large", "is large"),
        ("no-date", "another text"),
    ):
        tally.reject(Rejection(code=code, reason=reason))
    tally.taken = 4
    assert tally.rejected == 3
    assert [line.split() for line in tally.lines()] == [
        ["4", "taken,", "3", "rejected"],
        ["2", "no-date:", "states", "no", "date"],
        ["1", "too-large:", "is", "large"],
    ]


def test_counting_passes_every_step_on_and_is_silent_without_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(counted("Reading", iter(range(5)), 5)) == list(range(5))
    assert capsys.readouterr() == ("", "")
