"""Files of a source: patterns, folders, limits, and reasons in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from feeds.intake.draft import Rejection
from feeds.intake.files import content, contents, expand, listed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c.html", ".hidden.txt", "deep/er/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def names(folder: Path, pattern: str) -> list[str]:
    return [str(Path(path).relative_to(folder)) for path in expand(pattern, folder)]


def reason(path: str, limit: int = 1000) -> Rejection:
    answer = content(path, limit)
    assert isinstance(answer, Rejection), answer
    assert answer.file == path
    return answer


def test_patterns_are_expanded_in_order(folder: Path) -> None:
    assert names(folder, "*.txt") == ["a.txt", "b.txt"]
    assert names(folder, "[ac].*") == ["a.txt", "c.html"]
    assert names(folder, "**/*.txt") == ["a.txt", "b.txt", "deep/er/d.txt"]
    assert names(folder, "*") == ["a.txt", "b.txt", "c.html"]
    assert names(folder, "deep/er/d.txt") == ["deep/er/d.txt"]


def test_a_folder_stands_for_its_files(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/e.txt").write_text("x", encoding="utf-8")
    assert names(folder, ".") == ["a.txt", "b.txt", "c.html", "deep/er/d.txt"]
    assert [c for _, c in contents("deep/er", folder)] == [b"deep/er/d.txt"]


def test_absolute_patterns_need_no_folder(folder: Path) -> None:
    assert expand(f"{folder}/*.html") == [str(folder / "c.html")]
    assert expand("a.txt") == ["a.txt"]


def test_a_name_with_signs_of_a_pattern_is_still_a_name(folder: Path) -> None:
    (folder / "x[1].txt").write_text("x", encoding="utf-8")
    assert names(folder, "x[1].txt") == ["x[1].txt"]


def test_nothing_matches_in_a_folder_that_is_there(folder: Path) -> None:
    assert list(contents("*.json", folder)) == []


def test_a_missing_folder_is_told_of(folder: Path) -> None:
    [(path, answer)] = contents("wire/*.jsonl", folder)
    assert path.endswith("wire")
    assert isinstance(answer, Rejection)
    assert answer.code == "missing"


def test_a_missing_file_is_told_of(folder: Path) -> None:
    assert reason(str(folder / "none.txt")).code == "missing"
    assert reason(str(folder / "a.txt" / "b")).code == "unreadable"


def test_a_folder_without_files_is_told_of(folder: Path) -> None:
    (folder / "empty").mkdir()
    [(_, answer)] = contents("empty", folder)
    assert isinstance(answer, Rejection)
    assert "folder" in answer.reason


def test_a_link_to_nothing_is_told_of(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    answers = dict(contents("*.txt", folder))
    assert isinstance(answers[str(folder / "gone.txt")], Rejection)
    assert answers[str(folder / "a.txt")] == b"a.txt"


def test_links_that_lead_to_themselves(folder: Path) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    assert "itself" in reason(str(folder / "loop")).reason


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", denied)  # a mode of 0 does not keep root from reading
    answer = reason(str(folder / "a.txt"))
    assert (answer.code, "permission" in answer.reason) == ("unreadable", True)


def test_a_file_that_is_too_large(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"0" * 1001)
    assert reason(str(folder / "a.txt")).code == "too-large"
    (folder / "a.txt").write_bytes(b"0" * 1000)
    assert content(str(folder / "a.txt"), 1000) == b"0" * 1000


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_names_that_no_disk_has(path: str) -> None:
    assert reason(path).code == "unreadable"
    assert list(contents(path + "*")) == []


def test_a_list_names_files_and_addresses() -> None:
    text = "a.html\thttps://news.example/a\r\n\nb c.html\nd.html\t\n"
    assert list(listed(text)) == [
        ("a.html", "https://news.example/a"),
        ("b c.html", None),
        ("d.html", None),
    ]
