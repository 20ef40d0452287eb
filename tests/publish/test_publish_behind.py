"""What is written behind is out when it is settled, and nobody sees less than they would without."""

from __future__ import annotations

import pickle
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from places import UNWRITABLE
from test_publish_directory import files, put

from feeds.archive.editions import Edition
from feeds.errors import PublishError
from feeds.publish.behind import AHEAD, Behind
from feeds.publish.codings import Piece
from feeds.publish.directory import Directory
from feeds.publish.output import Mark


def edition(path: str, feed: str | None = None) -> Edition:
    return Edition(document=path, feed=feed or path, number=1, recipe="r", size=0)


@pytest.fixture
def output(tmp_path: Path) -> Behind:
    return Behind(Directory(tmp_path / "output"))


def test_what_is_settled_is_out_as_it_was_promised(tmp_path: Path, output: Behind) -> None:
    promised = {path: output.put(edition(path), [path.encode()]) for path in ("a.xml", "b.xml", "c.xml")}
    output.settle(["a.xml", "b.xml"])
    plain = Directory(tmp_path / "output")
    assert (plain.mark("a.xml"), plain.read("b.xml")) == (promised["a.xml"], b"b.xml")
    output.settle()
    assert plain.mark("c.xml") == promised["c.xml"]
    assert len(files(tmp_path / "output")) == 3 * 4


def test_whoever_asks_waits(tmp_path: Path, output: Behind) -> None:
    content = b"<rss>" * 100_000
    for path in (f"{n}.xml" for n in range(2 * AHEAD)):
        promised = output.put(edition(path), [content])
        assert output.mark(path) == promised
        assert output.read(path) == content
    output.put(edition("0.xml"), [b"other"])
    output.remove("0.xml")
    assert output.read("0.xml") is None


def test_no_more_than_a_few_documents_wait(output: Behind, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    gate = threading.Event()

    def slow(made: Edition, pieces: object, modified: int) -> None:
        gate.wait(10)
        written.append(made.document)

    monkeypatch.setattr(output.place, "put", slow)
    for n in range(AHEAD):
        output.put(edition(f"{n}.xml"), [b"x"])
    assert written == []
    threading.Timer(0.05, gate.set).start()
    output.put(edition("last.xml"), [b"x"])
    assert "0.xml" in written
    output.settle()


def test_what_is_the_same_stays(output: Behind) -> None:
    first = output.put(edition("a.xml"), [b"one"])
    assert output.put(edition("a.xml"), [b"o", b"ne"]) == first
    assert output.put(edition("a.xml"), [b"two"]) != first
    assert output.read("a.xml") == b"two"


def test_a_failure_is_told_when_it_is_settled() -> None:
    output = Behind(Directory(UNWRITABLE / "output"))
    output.put(edition("a.xml"), [b"one"])
    with pytest.raises(PublishError, match="cannot write"):
        output.settle(["a.xml"])
    output.settle()


def test_another_process_has_the_directory(tmp_path: Path) -> None:
    there = pickle.loads(pickle.dumps(Behind(Directory(tmp_path / "output", ("gzip",)))))
    assert isinstance(there, Directory)
    assert (there.root, there.codings) == (tmp_path / "output", ("gzip",))
    put(there, "a.xml", b"one")
    assert files(tmp_path / "output") == ["a.xml", "a.xml.gz"]


def test_the_threads_end_when_all_is_settled(output: Behind) -> None:
    before = threading.active_count()
    output.put(edition("a.xml"), [b"one"])
    output.settle()
    assert threading.active_count() == before


@pytest.fixture
def order(output: Behind, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reached the place, in order; parts take their time."""
    found: list[str] = []
    put, remove = output.place.put, output.place.remove

    def slow(made: Edition, pieces: Sequence[Piece], modified: int | None = None) -> Mark:
        time.sleep(0.05 if made.document != made.feed else 0.01)
        found.append(made.document)
        return put(made, pieces, modified)

    monkeypatch.setattr(output.place, "put", slow)
    monkeypatch.setattr(output.place, "remove", lambda path: (found.append(path), remove(path)))
    return found


def test_an_index_is_out_after_all_that_it_names(output: Behind, order: list[str]) -> None:
    output.put(edition("part-1.xml", "index.xml"), [b"1"])
    output.put(edition("part-2.xml", "index.xml"), [b"2"])
    output.put(edition("index.xml"), [b"both"])
    output.settle()
    assert sorted(order[:2]) == ["part-1.xml", "part-2.xml"]
    assert order[2:] == ["index.xml"]


def test_nothing_is_taken_away_before_what_no_longer_names_it_is_out(
    output: Behind, order: list[str]
) -> None:
    output.put(edition("index.xml"), [b"without the part"])
    output.remove("part-1.xml")
    assert order == ["index.xml", "part-1.xml"]
