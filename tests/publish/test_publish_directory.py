"""The output directory holds whole editions only, and touches nothing that did not change."""

from __future__ import annotations

import gzip
import os
import threading
from pathlib import Path

import brotli
import pytest
import zstandard
from places import UNWRITABLE

from feeds.archive.editions import Edition
from feeds.errors import PublishError
from feeds.publish.codings import Piece
from feeds.publish.directory import Directory
from feeds.publish.output import Mark


def put(output: Directory, path: str, *pieces: Piece, part: bool = False) -> Mark:
    feed = "index.xml" if part else path
    return output.put(Edition(document=path, feed=feed, number=1, recipe="r", size=0), pieces)


def files(root: Path) -> list[str]:
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


@pytest.fixture
def output(tmp_path: Path) -> Directory:
    return Directory(tmp_path / "output", codings=())


def test_content_goes_where_it_belongs(tmp_path: Path, output: Directory) -> None:
    mark = put(output, "yandex/news.xml", b"<rss>", memoryview(b"x</rss>y")[:-1])
    assert mark == output.mark("yandex/news.xml")
    assert (tmp_path / "output/yandex/news.xml").read_bytes() == b"<rss>x</rss>"
    assert files(tmp_path) == ["output/yandex/news.xml"]


def test_the_same_content_leaves_the_file_as_it_is(tmp_path: Path, output: Directory) -> None:
    put(output, "rss.xml", b"one")
    before = (tmp_path / "output/rss.xml").stat()
    assert put(output, "rss.xml", b"o", b"ne") == (before.st_size, before.st_mtime_ns)
    after = (tmp_path / "output/rss.xml").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_content_of_the_same_size_is_told_apart(output: Directory) -> None:
    put(output, "rss.xml", b"one")
    put(output, "rss.xml", b"two")
    assert output.read("rss.xml") == b"two"
    assert output.read("atom.xml") is output.mark("atom.xml") is None


def test_packed_siblings_hold_the_same(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    content = "Новости Приморска ".encode() * 100
    put(output, "rss.xml", content)
    root = tmp_path / "output"
    assert gzip.decompress((root / "rss.xml.gz").read_bytes()) == content
    assert brotli.decompress((root / "rss.xml.br").read_bytes()) == content
    assert zstandard.ZstdDecompressor().decompress((root / "rss.xml.zst").read_bytes()) == content
    times = {(root / name).stat().st_mtime_ns for name in files(root)}
    assert len(times) == 1


def test_packing_is_the_same_every_time(tmp_path: Path) -> None:
    one, two = Directory(tmp_path / "one"), Directory(tmp_path / "two")
    for output in (one, two):
        put(output, "rss.xml", b"content " * 1000)
    for name in files(one.root):
        assert (one.root / name).read_bytes() == (two.root / name).read_bytes()


def test_parts_have_one_sibling(tmp_path: Path) -> None:
    put(Directory(tmp_path / "output"), "sitemap-2026-11.xml", b"x" * 100, part=True)
    assert files(tmp_path / "output") == ["sitemap-2026-11.xml", "sitemap-2026-11.xml.gz"]


def test_a_document_without_its_sibling_is_not_all_there(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    put(output, "rss.xml", b"one")
    (tmp_path / "output/rss.xml.gz").unlink()
    assert output.mark("rss.xml") is None
    put(output, "rss.xml", b"one")
    assert output.mark("rss.xml") is not None
    os.utime(tmp_path / "output/rss.xml.gz", (1, 1))
    assert output.mark("rss.xml") is None


def test_siblings_that_are_no_longer_wanted_go_with_the_next_edition(tmp_path: Path) -> None:
    put(Directory(tmp_path / "output"), "rss.xml", b"one")
    put(Directory(tmp_path / "output", codings=("gzip",)), "rss.xml", b"two")
    assert files(tmp_path / "output") == ["rss.xml", "rss.xml.gz"]


def test_a_reader_never_sees_a_torn_file(tmp_path: Path, output: Directory) -> None:
    editions = [bytes([65 + n]) * 200_000 for n in range(8)]
    put(output, "rss.xml", editions[0])
    seen: set[bytes] = set()
    done = threading.Event()

    def poll() -> None:
        while not done.is_set():
            seen.add((tmp_path / "output/rss.xml").read_bytes())

    reader = threading.Thread(target=poll)
    reader.start()
    for edition in editions * 5:
        put(output, "rss.xml", edition)
    done.set()
    reader.join()
    assert seen <= set(editions)


def test_what_a_killed_program_left_is_swept_and_never_in_the_output(
    tmp_path: Path, output: Directory
) -> None:
    put(output, "rss.xml", b"one")
    (tmp_path / ".output.staging").mkdir(exist_ok=True)
    (tmp_path / ".output.staging/123-abc").write_bytes(b"half")
    output.sweep()
    assert files(tmp_path) == ["output/rss.xml"]


def test_removing_takes_siblings_and_the_empty_folder_too(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    put(output, "dzen/news.xml", b"one")
    output.remove("dzen/news.xml")
    assert not (tmp_path / "output/dzen").exists()
    output.remove("dzen/news.xml")


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file stands where the directory should be")
    with pytest.raises(PublishError, match=r"cannot write .*rss\.xml.*\n.*may be written"):
        put(Directory(tmp_path / "output"), "rss.xml", b"one")


def test_a_read_only_output_says_so(tmp_path: Path) -> None:
    root = tmp_path / "output"
    root.symlink_to(UNWRITABLE)
    with pytest.raises(PublishError, match="cannot write"):
        put(Directory(root), "rss.xml", b"one")
