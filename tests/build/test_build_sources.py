"""Sources are read as far as they changed; what vanished from them follows the source's policy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from newsrooms import Newsroom
from records import NOW, article

from feeds.build import reading
from feeds.build.run import BuildReport


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path, ["{target: rss, path: rss.xml, limit: 50}"])


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[reading.Piece]:
    """The pieces that were read."""
    seen: list[reading.Piece] = []
    original = reading.take

    def take(task: reading.Task) -> list[reading.Taken]:
        seen.extend(task.pieces)
        return original(task)

    monkeypatch.setattr(reading, "take", take)
    return seen


def counts(report: BuildReport) -> tuple[int, int, int]:
    (source,) = report.sources
    return source.added, source.changed, source.same


def test_a_file_that_did_not_change_is_not_read_again(newsroom: Newsroom, taken: list[reading.Piece]) -> None:
    newsroom.write([article(1)])
    newsroom.write_raw(b"url: https://vestnik.example/y\ntitle: y\ndate: 2026-11-24\n", "y.yaml")
    assert counts(newsroom.build(NOW)) == (2, 0, 0)
    assert len(taken) == 2
    assert counts(newsroom.build(NOW)) == (0, 0, 2)
    assert len(taken) == 2


def test_a_file_that_was_only_touched_changes_nothing(newsroom: Newsroom, taken: list[reading.Piece]) -> None:
    newsroom.write_raw(b"url: https://vestnik.example/y\ntitle: y\ndate: 2026-11-24\n", "y.yaml")
    newsroom.write([article(1)])
    newsroom.build(NOW)
    for name in ("y.yaml", "wire.jsonl"):
        os.utime(newsroom.folder / "wire" / name, (1, 1))
    assert counts(newsroom.build(NOW)) == (0, 0, 2)
    assert len(taken) == 2
    assert counts(newsroom.build(NOW)) == (0, 0, 2)


def test_lines_that_only_grew_are_read_from_where_they_ended(
    newsroom: Newsroom, taken: list[reading.Piece]
) -> None:
    newsroom.write(article(n) for n in range(1, 4))
    newsroom.build(NOW)
    size = (newsroom.folder / "wire/wire.jsonl").stat().st_size
    newsroom.write(article(n) for n in range(1, 6))
    assert counts(newsroom.build(NOW)) == (2, 0, 3)
    assert taken[-1].start == size
    assert taken[-1].first_line == 4
    with (newsroom.folder / "wire/wire.jsonl").open("ab") as file:
        file.write(b"{broken\n")
    report = newsroom.build(NOW)
    assert [rejection.line for rejection in report.rejections] == [6]
    newsroom.write([article(9)], "other.jsonl")
    assert [rejection.line for rejection in newsroom.build(NOW).rejections] == [6]


def test_lines_that_changed_are_read_again(newsroom: Newsroom, taken: list[reading.Piece]) -> None:
    newsroom.write(article(n) for n in range(1, 4))
    newsroom.build(NOW)
    newsroom.write([article(1, title="Иначе: фонари"), *(article(n) for n in range(2, 6))])
    assert counts(newsroom.build(NOW)) == (2, 1, 2)
    assert taken[-1].start == 0


def test_an_unfinished_last_line_is_read_again_when_it_is_finished(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 3))
    path = newsroom.folder / "wire/wire.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    first = newsroom.build(NOW)
    assert (counts(first), len(first.rejections)) == ((1, 0, 0), 1)
    path.write_bytes(whole)
    second = newsroom.build(NOW)
    assert (counts(second), len(second.rejections)) == ((1, 0, 1), 0)


def test_large_files_are_read_in_pieces(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PIECE", 3000)
    newsroom.write(article(n) for n in range(1, 30))
    with (newsroom.folder / "wire/wire.jsonl").open("ab") as file:
        file.write(b"{broken\n")
    report = newsroom.build(NOW)
    assert counts(report) == (29, 0, 0)
    assert [rejection.line for rejection in report.rejections] == [30]


def test_another_configuration_reads_everything_again(newsroom: Newsroom, taken: list[reading.Piece]) -> None:
    newsroom.write([article(1, language=None)])
    newsroom.build(NOW)
    newsroom.configuration_text = "timezone: Asia/Vladivostok"
    newsroom.build(NOW)
    assert len(taken) == 2


@pytest.mark.parametrize("policy", ["keep", "withdraw"])
def test_what_vanished_follows_the_policy(newsroom: Newsroom, policy: str) -> None:
    newsroom.removed = policy
    newsroom.write([article(1), article(2)])
    newsroom.write([article(3)], "third.jsonl")
    newsroom.build(NOW)
    newsroom.write([article(1)])
    (newsroom.folder / "wire/third.jsonl").unlink()
    newsroom.build(NOW)
    content = newsroom.files()["rss.xml"]
    there = {n for n in (1, 2, 3) if article(n).url.encode() + b"<" in content}
    assert there == ({1, 2, 3} if policy == "keep" else {1})
    newsroom.write([article(1), article(2)])
    newsroom.build(NOW)
    assert article(2).url.encode() in newsroom.files()["rss.xml"]


def published(newsroom: Newsroom, numbers: range) -> set[int]:
    """The stories that a feed of everything has."""
    content = newsroom.files()["rss.xml"]
    return {n for n in numbers if f"<link>{article(n).url}<".encode() in content}


@pytest.mark.parametrize("how", ["folder", "content", "file", "permission"])
def test_what_cannot_be_read_is_not_withdrawn(newsroom: Newsroom, how: str) -> None:
    newsroom.removed = "withdraw"
    newsroom.write(article(n) for n in range(1, 6))
    newsroom.write([article(n) for n in range(6, 9)], "more.jsonl")
    newsroom.build(NOW)
    folder = newsroom.folder / "wire"
    if how == "folder":
        folder.rename(newsroom.folder / "elsewhere")
    elif how == "content":
        (folder / "more.jsonl").write_bytes(b"{broken\n")
    elif how == "file":
        (folder / "more.jsonl").write_bytes(b"\x00" * 100)
    else:
        (folder / "more.jsonl").unlink()
        (folder / "more.jsonl").symlink_to(folder / "nothing")
    assert newsroom.build(NOW).rejections
    assert published(newsroom, range(1, 9)) == set(range(1, 9))
    if how == "folder":
        (newsroom.folder / "elsewhere").rename(folder)
    (folder / "more.jsonl").unlink()
    newsroom.write([article(6)], "more.jsonl")
    assert newsroom.build(NOW).rejections == []
    assert published(newsroom, range(1, 9)) == set(range(1, 7))


def test_most_of_a_source_is_not_withdrawn_at_once_unless_it_is_meant(newsroom: Newsroom) -> None:
    newsroom.removed = "withdraw"
    newsroom.write(article(n) for n in range(1, 9))
    newsroom.write([article(n) for n in range(9, 13)], "more.jsonl")
    newsroom.build(NOW)
    newsroom.write([article(1)])
    for _ in range(2):
        report = newsroom.build(NOW)
        assert [r.code for r in report.rejections] == ["collapsed"]
        assert "7 of 12 stories" in report.rejections[0].reason
        assert published(newsroom, range(1, 13)) == set(range(1, 13))
    assert newsroom.build(NOW, confirmed=["wire"]).rejections == []
    assert published(newsroom, range(1, 13)) == {1, 9, 10, 11, 12}
    assert newsroom.build(NOW).rejections == []
