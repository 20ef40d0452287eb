"""Editions are served from the moment on that they are put, and reach the output behind that."""

from __future__ import annotations

import asyncio
import gzip
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from feeds.archive.editions import Edition
from feeds.build.plan import plans
from feeds.configuration.load import parse
from feeds.errors import PublishError
from feeds.publish.directory import Directory
from feeds.serve import shelf as shelves
from feeds.serve.documents import Documents
from feeds.serve.shelf import Shelf
from feeds.serve.spool import SECOND, Spool

TEXT = """
publication: {name: В, url: https://vestnik.example/}
base_url: https://feeds.vestnik.example/
hubs: [https://hub.example/]
moved: {old.xml: rss.xml}
retired: [gone.xml]
feeds:
  - {target: rss, path: rss.xml, max_age: 30s}
  - {target: sitemap, path: sitemap.xml}
"""


def edition(recipe: str, document: str = "rss.xml", number: int = 1) -> Edition:
    return Edition(document=document, feed=document.replace("-1", ""), number=number, recipe=recipe, size=0)


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    made = Spool(tmp_path / ".spool", Directory(tmp_path / "output"))
    configuration = parse(TEXT)
    made.follow(configuration, plans(configuration))
    made.begin([])
    yield made
    made.end()


class NoPages:
    """Nobody asks for pages."""

    def wanted(self, document: Any, scope: Any) -> bool:
        return False

    async def answer(self, document: Any, scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError


class Answer:
    """What an ASGI application sends."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.status = messages[0]["status"]
        self.headers = {k.decode(): v.decode() for k, v in messages[0]["headers"]}
        self.body = messages[1]["body"]


def ask(application: Documents, path: str, method: str = "GET", **headers: str) -> Answer:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(dict(message))

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {"type": "http", "path": path, "method": method, "headers": pairs, "client": ("127.0.0.1", 1)}
    asyncio.run(application(scope, receive, send))
    return Answer(sent)


@pytest.fixture
def served(spool: Spool) -> Documents:
    return Documents(Shelf(spool.folder), lambda *_: None, NoPages())


def test_an_edition_is_served_at_once_and_written_behind(
    spool: Spool, served: Documents, tmp_path: Path
) -> None:
    spool.put(edition("r1"), [b"<rss>", b"1</rss>"])
    answer = ask(served, "/rss.xml")
    assert (answer.status, answer.body) == (200, b"<rss>1</rss>")
    assert answer.headers["etag"] == '"r1"'
    assert "max-age=30," in answer.headers["cache-control"]
    assert answer.headers["link"].endswith('<https://hub.example/>; rel="hub"')
    assert spool.flush(5)
    assert (tmp_path / "output/rss.xml").read_bytes() == b"<rss>1</rss>"
    assert gzip.decompress((tmp_path / "output/rss.xml.gz").read_bytes()) == b"<rss>1</rss>"


def test_what_is_not_written_yet_is_served_when_feeds_yaml_is_read_again(
    spool: Spool, served: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PublishError("no")

    monkeypatch.setattr(spool.output, "put", refuse)
    spool.put(edition("r1"), [b"<rss>1</rss>"])
    spool.begin([edition("r1")])
    answer = ask(served, "/rss.xml")
    assert (answer.status, answer.body) == (200, b"<rss>1</rss>")


def test_each_edition_is_a_second_younger_than_the_one_before(spool: Spool) -> None:
    marks = [spool.put(edition(f"r{n}"), [b"%d" % n]) for n in range(5)]
    seconds = [mark.modified // SECOND for mark in marks]
    assert all(b > a for a, b in pairwise(seconds))


def test_the_same_content_is_left_as_it_is(spool: Spool, tmp_path: Path) -> None:
    first = spool.put(edition("r1"), [b"same"])
    spool.flush(5)
    before = (tmp_path / "output/rss.xml").stat()
    assert spool.put(edition("r2"), [b"same"]) == first
    spool.flush(5)
    after = (tmp_path / "output/rss.xml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_new_edition_replaces_the_old_one_in_every_coding(spool: Spool, served: Documents) -> None:
    spool.put(edition("r1"), [b"one"])
    for accepted in ("identity", "gzip", "br", "zstd"):
        ask(served, "/rss.xml", accept_encoding=accepted)
    spool.put(edition("r2"), [b"two"])
    assert ask(served, "/rss.xml").body == b"two"
    assert gzip.decompress(ask(served, "/rss.xml", accept_encoding="gzip").body) == b"two"
    assert ask(served, "/rss.xml", if_none_match='"r1"').status == 200


def test_what_is_out_already_is_served_from_there(tmp_path: Path) -> None:
    directory = Directory(tmp_path / "output")
    mark = directory.put(edition("r1"), [b"out"])
    made = Spool(tmp_path / ".spool", directory)
    configuration = parse(TEXT)
    made.follow(configuration, plans(configuration))
    made.begin([edition("r1")])
    served = Documents(Shelf(made.folder), lambda *_: None, NoPages())
    assert ask(served, "/rss.xml").body == b"out"
    os.utime(tmp_path / "output/rss.xml", ns=(mark.modified + 1, mark.modified + 1))
    fresh = Documents(Shelf(made.folder), lambda *_: None, NoPages())
    assert ask(fresh, "/rss.xml").status == 503  # somebody else wrote there: it may be anything
    made.end()


def test_an_output_that_cannot_be_written_is_tried_again(
    spool: Spool, served: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from feeds.serve import spool as module

    monkeypatch.setattr(module, "RETRY", 0.05)
    (tmp_path / "output").write_text("a file where the folder should be", encoding="utf-8")
    spool.put(edition("r1"), [b"one"])
    assert not spool.flush(0.5)
    assert spool.problem
    assert ask(served, "/rss.xml").body == b"one"
    (tmp_path / "output").unlink()
    assert spool.flush(10)
    assert spool.problem is None
    assert (tmp_path / "output/rss.xml").read_bytes() == b"one"


def test_a_removed_document_is_gone(spool: Spool, served: Documents, tmp_path: Path) -> None:
    spool.put(edition("r1"), [b"one"])
    spool.remove("rss.xml")
    assert ask(served, "/rss.xml").status == 404
    spool.flush(5)
    assert list((tmp_path / "output").glob("rss.xml*")) == []


def test_former_paths_and_other_methods(spool: Spool, served: Documents) -> None:
    spool.put(edition("r1"), [b"one"])
    assert ask(served, "/old.xml").headers["location"] == "https://feeds.vestnik.example/rss.xml"
    assert ask(served, "/gone.xml").status == 410
    assert ask(served, "/never.xml").status == 404
    head = ask(served, "/rss.xml", "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", "3")
    assert ask(served, "/rss.xml", "POST").headers["allow"] == "GET, HEAD, OPTIONS"
    assert ask(served, "/rss.xml", if_match='"other"').status == 412


def test_memory_is_bounded(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MEMORY", 10_000)
    shelf = Shelf(spool.folder)
    served = Documents(shelf, lambda *_: None, NoPages())
    for n in range(30):
        spool.put(edition(f"p{n}", "sitemap-1.xml".replace("1", "1")), [b"x" * 3000])
        assert ask(served, "/sitemap-1.xml").status == 200
        assert ask(served, "/sitemap-1.xml", accept_encoding="gzip").status == 200
    assert shelf._size <= 10_000


def test_old_files_leave_the_spool(spool: Spool) -> None:
    for n in range(20):
        spool.put(edition(f"r{n}"), [b"%d" % n])
    spool.flush(5)
    assert len([f for f in spool.folder.iterdir() if f.name.startswith("r")]) <= 3
