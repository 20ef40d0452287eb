"""`feeds compare`, on files and on addresses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from stories import PUBLICATION, document, rich, setting

from feeds.article import Article
from feeds.cli.differing import beside

FIRST = rich(id="urn:listok:1", videos=())
OTHER = rich(id="urn:listok:2", url="https://listok.example/2", title="Паром", videos=())


def write(name: str, *articles: Article, target: str = "rss") -> str:
    Path(name).write_bytes(document(target, *articles))
    return name


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("location", "/old.xml")
                self.end_headers()
            else:
                super().do_GET()

    served = HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    thread.join()
    served.server_close()


def test_the_same_in_two_formats_is_nothing_to_notice(feeds) -> None:
    ran = feeds(
        "compare", write("old.xml", FIRST, OTHER), write("new.json", FIRST, OTHER, target="json-feed")
    )
    assert ran.out.startswith("A subscriber would notice nothing.\n")
    assert ran.code == 0


def test_what_would_be_noticed_is_told_and_exits_with_one(feeds) -> None:
    changed = rich(id="urn:listok:1", videos=(), title="Мост через Заречку открыли")
    ran = feeds("compare", write("old.xml", FIRST, OTHER), write("new.xml", changed))
    assert ran.code == 1
    assert "1 story is lost" in ran.out
    assert "1 story reads otherwise" in ran.out
    assert "[-закрыли до «первых морозов» & ветра-]{+открыли+}" in ran.out
    assert "\x1b" not in ran.out


def test_the_answer_as_data(feeds) -> None:
    again = rich(id="urn:other:1", videos=())
    [found] = feeds("compare", "--json", write("old.xml", FIRST), write("new.xml", again)).objects
    assert found["noticed"] is True
    assert found["counts"] == {"twice": 1, "lost": 0, "added": 0, "changed": 0}
    assert found["stories"][0]["ids"] == ["urn:listok:1", "urn:other:1"]  # type: ignore[index]
    assert found["old"] == {
        "place": "old.xml",
        "target": "rss",
        "title": PUBLICATION.name,
        "stories": 1,
        "faults": [],
    }


def test_a_page_is_written_beside_the_answer(feeds) -> None:
    ran = feeds("compare", "--html", "both.html", write("old.xml", FIRST), write("new.xml", OTHER))
    assert ran.code == 1
    assert "Паром" in Path("both.html").read_text(encoding="utf-8")


def test_many_stories_are_cut_unless_all_are_asked_for(feeds) -> None:
    many = [rich(id=f"urn:x:{n}", url=f"https://listok.example/n{n}", title=f"№ {n}") for n in range(14)]
    arguments = ("compare", write("old.xml", *many), write("new.xml"))
    assert "and 4 more: --all shows them" in feeds(*arguments).out
    assert "№ 13" in feeds(*arguments, "--all").out


def test_addresses_are_fetched_and_redirects_followed(feeds, server: str) -> None:
    write("old.xml", FIRST)
    assert feeds("compare", f"{server}/moved", "old.xml").code == 0
    missing = feeds("compare", f"{server}/none.xml", "old.xml")
    assert missing.code == 3
    assert "404" in missing.err


@pytest.mark.parametrize(("content", "told"), [(b"<html></html>", "is a page"), (b"", "old.xml")])
def test_what_is_no_feed_is_a_mistake_of_the_command_line(feeds, content: bytes, told: str) -> None:
    Path("old.xml").write_bytes(content)
    ran = feeds("compare", "old.xml", write("new.xml", FIRST))
    assert ran.code == 2
    assert told in ran.err


def test_a_file_that_is_not_there(feeds) -> None:
    assert "none.xml: is not there" in feeds("compare", "none.xml", "none.xml").err


def test_a_wrong_time_zone_is_told(feeds) -> None:
    ran = feeds("compare", "--timezone", "Mars", write("a.xml", FIRST), "a.xml")
    assert (ran.code, "time zone" in ran.err) == (2, True)


def test_options_make_no_difference_to_who_reads_announcements(feeds) -> None:
    short = setting("rss", full_text=False)
    Path("short.xml").write_bytes(document("rss", FIRST, chosen=short))
    ran = feeds("compare", write("old.xml", FIRST), "short.xml")
    assert "text:" in ran.out
    assert ran.code == 1


def test_bodies_stand_side_by_side(feeds) -> None:
    changed = rich(id="urn:listok:1", videos=(), body="<p>Мост открыли в субботу.</p><p>Паром отдыхает.</p>")
    same = rich(id="urn:listok:1", videos=(), body="<p>Мост открыли в пятницу.</p><p>Паром отдыхает.</p>")
    old, new = write("old.xml", same), write("new.xml", changed)
    lines = feeds("compare", "--bodies", old, new).out.splitlines()
    assert any("пятницу." in line and " ! " in line and "субботу." in line for line in lines)
    assert any(line.count("Паром отдыхает.") == 2 and " | " in line for line in lines)
    [told] = feeds("compare", "--bodies", "--format", "json", old, new).objects
    [story] = told["stories"]
    assert [text[-2:] for text in story["bodies"]] == [
        ["Мост открыли в пятницу.", "Паром отдыхает."],
        ["Мост открыли в субботу.", "Паром отдыхает."],
    ]
    assert feeds("compare", "--format", "html", old, new).out.startswith("<!doctype html>")


@given(
    st.lists(st.text("аб вг漢\n", max_size=60), max_size=4),
    st.lists(st.text("аб вг漢\n", max_size=60), max_size=4),
    st.integers(20, 60),
)
def test_columns_are_straight_and_lose_nothing(old: list[str], new: list[str], side: int) -> None:
    left = right = ""
    for line in beside(old, new, side):
        cells = next((n for n in range(len(line) + 1) if cell_len(line[:n]) >= side), len(line))
        assert cell_len(line[:cells]) == side or cells == len(line)
        left, right = left + line[:cells], right + line[cells + 3 :]
    assert "".join(left.split()) == "".join("".join(old).split())
    assert "".join(right.split()) == "".join("".join(new).split())
