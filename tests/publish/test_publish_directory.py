"""The output directory holds whole editions only, and touches nothing that did not change."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from feeds.errors import PublishError
from feeds.publish.directory import Directory


def files(root: Path) -> list[str]:
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


def test_a_file_is_put_with_its_folders(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    mark = output.put("yandex/news.xml", [b"<rss>", memoryview(b"x</rss>y")[:-1]])
    assert mark == output.mark("yandex/news.xml")
    assert (tmp_path / "output/yandex/news.xml").read_bytes() == b"<rss>x</rss>"
    assert files(tmp_path) == ["output/yandex/news.xml"]


def test_the_same_content_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    output.put("rss.xml", [b"one"])
    before = (tmp_path / "output/rss.xml").stat()
    assert output.put("rss.xml", [b"o", b"ne"]) == (before.st_size, before.st_mtime_ns)
    after = (tmp_path / "output/rss.xml").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_content_of_the_same_size_is_told_apart(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    output.put("rss.xml", [b"one"])
    output.put("rss.xml", [b"two"])
    assert output.read("rss.xml") == b"two"
    assert output.read("atom.xml") is output.mark("atom.xml") is None


def test_a_reader_never_sees_a_torn_file(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    editions = [bytes([65 + n]) * 200_000 for n in range(8)]
    output.put("rss.xml", [editions[0]])
    seen: set[bytes] = set()
    done = threading.Event()

    def poll() -> None:
        while not done.is_set():
            seen.add((tmp_path / "output/rss.xml").read_bytes())

    reader = threading.Thread(target=poll)
    reader.start()
    for edition in editions * 5:
        output.put("rss.xml", [edition])
    done.set()
    reader.join()
    assert seen <= set(editions)


def test_what_a_killed_program_left_is_swept_and_never_in_the_output(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    output.put("rss.xml", [b"one"])
    (tmp_path / ".output.staging").mkdir(exist_ok=True)
    (tmp_path / ".output.staging/123-abc").write_bytes(b"half")
    output.sweep()
    assert files(tmp_path) == ["output/rss.xml"]


def test_removing_takes_the_empty_folder_too(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    output.put("dzen/news.xml", [b"one"])
    output.remove("dzen/news.xml")
    assert not (tmp_path / "output/dzen").exists()
    output.remove("dzen/news.xml")


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file stands where the directory should be")
    with pytest.raises(PublishError, match=r"cannot write .*rss\.xml.*\n.*may be written"):
        Directory(tmp_path / "output").put("rss.xml", [b"one"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_output_says_so(tmp_path: Path) -> None:
    root = tmp_path / "output"
    root.mkdir(mode=0o555)
    with pytest.raises(PublishError, match="cannot write"):
        Directory(root).put("rss.xml", [b"one"])
